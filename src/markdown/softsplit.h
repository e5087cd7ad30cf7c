// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Aura {

//! Where a long paragraph may be parted: behind white space outside any emphasis, link or code,
//! best at a line's end, then at a sentence's. Between 1 and 3 KiB, so that a span has the rest of
//! the text to close in. -1: nowhere yet.
//!
//! Depends on the text alone. Text without any white space is parted at a character at 3 KiB.
qsizetype softSplitPoint(QByteArrayView text, bool math);

} // namespace Aura
