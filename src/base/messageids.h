// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <QDateTime>

namespace Aura {

//! A new id, later than every one that this program has given out or been told of, and not earlier
//! than now: it is unique in the whole history, also where the clock was set back. Any thread.
MessageId nextMessageId();

//! Tells of an id that there is already.
void passMessageId(MessageId known);

//! The first id that a message of this time (UTC) may have; the ids of the next 2^20 - 1 follow.
MessageId firstMessageId(const QDateTime &time);
//! The time (UTC) that an id says.
QDateTime timeOfMessageId(MessageId id);

} // namespace Aura
