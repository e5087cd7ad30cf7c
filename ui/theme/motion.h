// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>
#include <QWidget>

namespace Aura {

inline constexpr int slideTime = 120; // ms

//! Whether something in the widget's window may move: not where the desktop asks for reduced
//! motion, and not while nobody sees it.
inline bool mayMove(const QWidget &widget)
{
    return widget.window()->isVisible()
        && widget.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &widget) > 0;
}

} // namespace Aura
