// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/markedscrollbar.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionSlider>

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

MarkedScrollBar::Look MarkedScrollBar::look() const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    return {.slider = style()->subControlRect(QStyle::CC_ScrollBar, &option,
                                              QStyle::SC_ScrollBarSlider, this),
            .isAtBegin = value() == minimum(),
            .isAtEnd = value() == maximum()};
}

void MarkedScrollBar::setPlace(int maximum, int page, int value)
{
    m_isPlacing = true; // between the range and the value it stands somewhere else
    setPageStep(page);
    setRange(0, maximum);
    setValue(value);
    m_isPlacing = false;
    if (m_marks || look() != m_painted)
        update();
}

// Marks lie at shares of the range, and move whenever it grows.
void MarkedScrollBar::sliderChange(SliderChange change)
{
    if (m_isPlacing || (!m_marks && look() == m_painted))
        return;
    QScrollBar::sliderChange(change);
}

void MarkedScrollBar::paintEvent(QPaintEvent *event)
{
    m_painted = look();
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
