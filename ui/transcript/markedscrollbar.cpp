// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/markedscrollbar.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace Aura {

namespace {

constexpr int markHeight = 2;
constexpr int markInset = 3;

} // namespace

MarkedScrollBar::MarkedScrollBar(QWidget *parent)
    : QScrollBar(Qt::Vertical, parent)
{}

void MarkedScrollBar::setMarks(Marks marks)
{
    m_marks = std::move(marks);
    update();
}

void MarkedScrollBar::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    if (!m_marks)
        return;
    QPainter painter(this);
    const QColor colour = themeOf(palette()).warning;
    const double steps = double(height()) / markHeight;
    for (int i = 0; i < int(steps); ++i) {
        if (m_marks(i / steps, (i + 1) / steps))
            painter.fillRect(markInset, i * markHeight, width() - 2 * markInset, markHeight,
                             colour);
    }
}

} // namespace Aura
