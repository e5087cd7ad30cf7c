// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>

class QPainter;
class QRectF;

namespace Aura {

//! Our own family of icons: resources/icons/NAME.svg, on a grid of 20 px.
enum class IconName {
    Chat,
    Check,
    ChevronDown,
    Close,
    Copy,
    Down,
    Edit,
    Eye,
    Globe,
    Key,
    Menu,
    New,
    Next,
    Plus,
    Previous,
    Problem,
    Retry,
    Search,
    Send,
    Settings,
    Sidebar,
    Stop,
    Trash,
    Warning,
};

//! An icon in a colour of the application's palette, whatever the palette is when it is painted.
QIcon icon(IconName name, QPalette::ColorRole role = QPalette::ButtonText);

//! Paints an icon in a colour of one's own.
void paintIcon(QPainter &painter, const QRectF &rect, IconName name, const QColor &colour);

//! The program's own icon.
QIcon programIcon();

} // namespace Aura
