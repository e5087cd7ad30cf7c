// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>

namespace Aura {

struct Theme;

//! The colours of code by TokenKind, readable (4.5 : 1) on the theme's surface.
QHash<int, QColor> codeColours(const Theme &theme);

} // namespace Aura
