// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace Aura {

//! What the demo says to a chat request of the Aura protocol: a Markdown page that people wrote,
//! chosen by the words of the newest question, in Russian where that is written in Cyrillic.
QString demoAnswer(const QJsonObject &chat);

} // namespace Aura
