// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The controls of QuietStyle that are made of several parts.
#include "ui/theme/icons.h"
#include "ui/theme/painting.h"
#include "ui/theme/quietstyle.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace Aura {

namespace {

constexpr int textGap = 7; // between a field's frame and its text, beside what Qt itself leaves

} // namespace

void drawRounded(QPainter &painter, const QRectF &rect, double radius, const QColor &fill,
                 const QColor &edge)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hasEdge = edge.alpha() > 0;
    painter.setPen(hasEdge ? QPen(edge, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill.alpha() > 0 ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = hasEdge ? 0.5 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

QRect QuietStyle::subElementRect(SubElement element, const QStyleOption *option,
                                 const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = element == SE_LineEditContents
        ? qstyleoption_cast<const QStyleOptionFrame *>(option)
        : nullptr;
    return frame != nullptr && frame->lineWidth > 0 ? rect.adjusted(textGap, 0, -textGap, 0) : rect;
}

QRect QuietStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                 SubControl subControl, const QWidget *widget) const
{
    const auto *bar =
        control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider *>(option) : nullptr;
    if (bar == nullptr) {
        const QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
        if (control != CC_ComboBox || subControl != SC_ComboBoxEditField)
            return rect;
        const bool fromLeft = option->direction == Qt::LeftToRight;
        return rect.adjusted(fromLeft ? textGap - 2 : 0, 0, fromLeft ? 0 : 2 - textGap, 0);
    }

    const bool horizontal = bar->orientation == Qt::Horizontal;
    const int length = horizontal ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int slider = length;
    if (range > 0)
        slider = qBound(qMin(32, length),
                        int(qint64(bar->pageStep) * length / (range + bar->pageStep)), length);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - slider, bar->upsideDown);
    const auto part = [&](int from, int size) {
        const QRect r = bar->rect;
        return horizontal ? QRect(r.x() + from, r.y(), size, r.height())
                          : QRect(r.x(), r.y() + from, r.width(), size);
    };
    switch (subControl) {
    case SC_ScrollBarGroove: return bar->rect;
    case SC_ScrollBarSlider: return part(start, slider);
    case SC_ScrollBarSubPage: return part(0, start);
    case SC_ScrollBarAddPage: return part(start + slider, length - start - slider);
    default: return {};
    }
}

QIcon QuietStyle::standardIcon(StandardPixmap standardIcon, const QStyleOption *option,
                               const QWidget *widget) const
{
    if (standardIcon == SP_LineEditClearButton)
        return icon(IconName::Close, QPalette::PlaceholderText);
    return QProxyStyle::standardIcon(standardIcon, option, widget);
}

void QuietStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
        if (control == CC_ScrollBar)
            return drawScrollBar(*slider, painter, widget);
        if (control == CC_Slider)
            return drawSlider(*slider, painter, widget);
    }
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
        return drawComboBox(*combo, painter, widget);
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
        return drawSpinBox(*spin, painter, widget);
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
        QStyleOptionToolButton plain = *button; // no arrow: the icon says that there is a menu
        plain.features &= ~QStyleOptionToolButton::ToolButtonFeatures(
            QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::MenuButtonPopup);
        return QProxyStyle::drawComplexControl(control, &plain, painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void QuietStyle::drawScrollBar(const QStyleOptionSlider &option, QPainter *painter,
                               const QWidget *widget) const
{
    if (option.maximum <= option.minimum)
        return;
    const Theme &theme = themeOf(option.palette);
    const bool active =
        option.state.testFlag(State_MouseOver) || option.state.testFlag(State_Sunken);
    QColor colour = theme.text;
    colour.setAlphaF(active ? 0.38F : 0.20F);
    const double gap = active ? 3 : 4;
    const QRectF handle = QRectF(subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget))
                              .adjusted(gap, gap, -gap, -gap);
    drawRounded(*painter, handle, qMin(handle.width(), handle.height()) / 2, colour,
                Qt::transparent);
}

void QuietStyle::drawSlider(const QStyleOptionSlider &option, QPainter *painter,
                            const QWidget *widget) const
{
    const Theme &theme = themeOf(option.palette);
    const bool enabled = option.state.testFlag(State_Enabled);
    const QRectF groove = subControlRect(CC_Slider, &option, SC_SliderGroove, widget);
    const QRectF handle = subControlRect(CC_Slider, &option, SC_SliderHandle, widget);
    const bool horizontal = option.orientation == Qt::Horizontal;
    QRectF track = horizontal ? QRectF(groove.left(), groove.center().y() - 2, groove.width(), 4)
                              : QRectF(groove.center().x() - 2, groove.top(), 4, groove.height());
    drawRounded(*painter, track, 2, laidOn(theme.surface, theme.line), Qt::transparent);
    const QColor colour = enabled ? theme.accent : laidOn(theme.surface, theme.textSoft);
    if (horizontal && !option.upsideDown)
        track.setRight(handle.center().x());
    else if (horizontal)
        track.setLeft(handle.center().x());
    else
        track.setTop(handle.center().y());
    drawRounded(*painter, track, 2, colour, Qt::transparent);
    QRectF knob(0, 0, 16, 16);
    knob.moveCenter(handle.center());
    drawRounded(*painter, knob, 8, colour, Qt::transparent);
}

void QuietStyle::drawComboBox(const QStyleOptionComboBox &option, QPainter *painter,
                              const QWidget *widget) const
{
    const Theme &theme = themeOf(option.palette);
    drawRounded(*painter, option.rect, controlRadius, theme.surface, theme.line);
    if (option.state.testFlag(State_MouseOver) && option.state.testFlag(State_Enabled))
        drawRounded(*painter, option.rect, controlRadius, theme.hover, Qt::transparent);
    QRectF arrow(subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget));
    const QPointF centre = arrow.center();
    arrow.setSize({16, 16});
    arrow.moveCenter(centre);
    paintIcon(*painter, arrow, IconName::ChevronDown, theme.textSoft);
}

void QuietStyle::drawSpinBox(const QStyleOptionSpinBox &option, QPainter *painter,
                             const QWidget *widget) const
{
    const Theme &theme = themeOf(option.palette);
    drawRounded(*painter, option.rect, controlRadius, theme.surface, theme.line);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    for (SubControl part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
        const bool active =
            option.activeSubControls == part && option.state.testFlag(State_MouseOver);
        QRectF arrow = subControlRect(CC_SpinBox, &option, part, widget);
        const QPointF centre = arrow.center();
        arrow.setSize({12, 12});
        arrow.moveCenter(centre);
        painter->save();
        if (part == SC_SpinBoxUp) { // the icon points down
            painter->translate(centre);
            painter->rotate(180);
            painter->translate(-centre);
        }
        paintIcon(*painter, arrow, IconName::ChevronDown, active ? theme.text : theme.textSoft);
        painter->restore();
    }
}

} // namespace Aura
