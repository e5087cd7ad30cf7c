// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/quietstyle.h"

#include "ui/theme/icons.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QDialogButtonBox>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

namespace Aura {

namespace {

bool isOn(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

//! A text of several lines that has a frame.
bool isTextField(const QWidget &widget)
{
    const auto *frame = qobject_cast<const QFrame *>(&widget);
    return frame != nullptr && frame->frameShape() != QFrame::NoFrame
        && (widget.inherits("QPlainTextEdit") || widget.inherits("QTextEdit"));
}

bool isPrimary(const QStyleOption &option, const QWidget *widget)
{
    if (!isOn(option, QStyle::State_Enabled))
        return false;
    if (widget != nullptr && widget->property("primary").toBool())
        return true;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    return button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
}

void drawButton(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    const Theme &theme = themeOf(option.palette);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool flat = button != nullptr && button->features.testFlag(QStyleOptionButton::Flat);
    const bool hovered =
        isOn(option, QStyle::State_MouseOver) && isOn(option, QStyle::State_Enabled);
    const bool down = isOn(option, QStyle::State_Sunken) || isOn(option, QStyle::State_On);
    if (isPrimary(option, widget)) {
        const QColor shade =
            laidOn(theme.accent, hovered || down ? theme.hover : QColor(Qt::transparent));
        drawRounded(*painter, option.rect, controlRadius, shade, Qt::transparent);
        return;
    }
    const QColor ground = flat ? QColor(Qt::transparent) : theme.surface;
    drawRounded(*painter, option.rect, controlRadius, ground, flat ? Qt::transparent : theme.line);
    if (hovered || down)
        drawRounded(*painter, option.rect, controlRadius, down ? theme.bubble : theme.hover,
                    Qt::transparent);
}

//! A text's own ground is round at the corners too, see polish().
void drawFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    const Theme &theme = themeOf(option.palette);
    const bool isField = widget != nullptr && isTextField(*widget);
    drawRounded(*painter, option.rect, controlRadius,
                isField ? theme.surface : QColor(Qt::transparent), theme.line);
}

void drawIndicator(const QStyleOption &option, QPainter *painter, double radius)
{
    const Theme &theme = themeOf(option.palette);
    const bool on = isOn(option, QStyle::State_On) || isOn(option, QStyle::State_NoChange);
    const QColor edge = laidOn(theme.surface, theme.textSoft);
    drawRounded(*painter, option.rect, radius, on ? theme.accent : theme.surface,
                on ? QColor(Qt::transparent) : edge);
    if (!on)
        return;
    if (radius > controlRadius) {
        const double dot = option.rect.width() * 0.3;
        drawRounded(*painter, QRectF(option.rect).adjusted(dot, dot, -dot, -dot), dot,
                    theme.onAccent, Qt::transparent);
    } else {
        paintIcon(*painter, option.rect, IconName::Check, theme.onAccent);
    }
}

} // namespace

QuietStyle::QuietStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
    setObjectName(QStringLiteral("aura"));
}

void QuietStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (widget->inherits("QAbstractButton") || widget->inherits("QComboBox")
        || widget->inherits("QScrollBar") || widget->inherits("QSlider"))
        widget->setAttribute(Qt::WA_Hover);
    if (isTextField(*widget))
        qobject_cast<QAbstractScrollArea *>(widget)->viewport()->setAutoFillBackground(false);
    if (widget->inherits("QMenu") || widget->inherits("QComboBoxPrivateContainer")) {
        widget->setWindowFlag(Qt::FramelessWindowHint);
        widget->setWindowFlag(Qt::NoDropShadowWindowHint, false);
    }
}

int QuietStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_ButtonMargin: return 12;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize: return 20;
    case PM_SplitterWidth: return 1;
    case PM_DefaultFrameWidth: // round corners need room that the content does not paint over
        return widget != nullptr && widget->inherits("QAbstractScrollArea") ? 4 : 1;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return 3;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return 4;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SliderThickness:
    case PM_SliderLength: return 18;
    case PM_LayoutVerticalSpacing:
    case PM_LayoutHorizontalSpacing: return 8;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int QuietStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ScrollBar_Transient:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_FocusFrame_AboveWidget: return 1;
    case SH_Widget_Animation_Duration:
        return m_still ? 0 : QProxyStyle::styleHint(hint, option, widget, returnData);
    case SH_DialogButtonLayout: return QDialogButtonBox::GnomeLayout; // what ends it well, last
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize QuietStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return {qMax(size.width() + 24, result.height()), qMax(size.height() + 10, 30)};
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        // All fields of a row are of one height.
        return (result + QSize(8, 0)).expandedTo({0, qMax(option->fontMetrics.height() + 14, 32)});
    case CT_ToolButton: return size.expandedTo({28, 28});
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        const bool separator =
            item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator;
        return separator ? QSize(result.width(), 9) : result.expandedTo({0, 30}) + QSize(8, 0);
    }
    default: return result;
    }
}

void QuietStyle::drawToolButton(const QStyleOption &option, QPainter *painter,
                                const QWidget *widget)
{
    const Theme &theme = themeOf(option.palette);
    const bool isOver = isOn(option, State_MouseOver);
    if (widget != nullptr && widget->property("round").toBool()) {
        const double radius = option.rect.height() / 2.0;
        drawRounded(*painter, option.rect, radius, theme.surface, theme.line);
        if (isOver)
            drawRounded(*painter, option.rect, radius, theme.hover, Qt::transparent);
        return;
    }
    const bool isMarked = isOver || isOn(option, State_Sunken) || isOn(option, State_On);
    if (isOn(option, State_Enabled) && isMarked)
        drawRounded(*painter, option.rect, controlRadius, theme.bubble, Qt::transparent);
}

void QuietStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    const Theme &theme = themeOf(option->palette);
    switch (element) {
    case PE_PanelButtonCommand: drawButton(*option, painter, widget); return;
    case PE_PanelButtonTool: drawToolButton(*option, painter, widget); return;
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame != nullptr && frame->lineWidth > 0)
            drawRounded(*painter, option->rect, controlRadius, theme.surface, theme.line);
        return;
    }
    case PE_FrameLineEdit:
    case PE_Frame: drawFrame(*option, painter, widget); return;
    case PE_FrameGroupBox:
    case PE_FrameFocusRect: // the ring outside stands for it: CE_FocusFrame
    case PE_FrameDefaultButton: return;
    case PE_FrameMenu:
    case PE_PanelMenu:
        painter->fillRect(option->rect, theme.surface);
        drawRounded(*painter, option->rect, 0, theme.surface, theme.line);
        return;
    case PE_IndicatorCheckBox: drawIndicator(*option, painter, 4); return;
    case PE_IndicatorRadioButton: drawIndicator(*option, painter, 9); return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void QuietStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const Theme &theme = themeOf(option->palette);
    switch (element) {
    case CE_FocusFrame: {
        QPen pen(theme.accent, 2);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(pen);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), controlRadius + 2,
                                 controlRadius + 2);
        painter->restore();
        return;
    }
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return drawButtonLabel(*button, painter, widget);
        break;
    case CE_Splitter: painter->fillRect(option->rect, laidOn(theme.chrome, theme.line)); return;
    case CE_MenuItem: drawMenuItem(*option, painter, widget); return;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void QuietStyle::drawButtonLabel(const QStyleOptionButton &option, QPainter *painter,
                                 const QWidget *widget) const
{
    QStyleOptionButton button = option;
    if (isPrimary(option, widget))
        button.palette.setColor(QPalette::ButtonText, themeOf(option.palette).onAccent);
    if (widget == nullptr || !widget->property("leading").toBool()) {
        QProxyStyle::drawControl(CE_PushButtonLabel, &button, painter, widget);
        return;
    }
    QRect icon(option.rect.left() + 10, 0, option.iconSize.width(), option.rect.height());
    QRect text = option.rect;
    text.setLeft(icon.right() + 8);
    icon = visualRect(option.direction, option.rect, icon);
    text = visualRect(option.direction, option.rect, text);
    drawItemPixmap(painter, icon, Qt::AlignCenter,
                   option.icon.pixmap(option.iconSize, painter->device()->devicePixelRatio()));
    const auto alignment = visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
    drawItemText(painter, text, int(alignment) | Qt::TextShowMnemonic, button.palette,
                 option.state.testFlag(State_Enabled), option.text, QPalette::ButtonText);
}

void QuietStyle::drawMenuItem(const QStyleOption &option, QPainter *painter,
                              const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(&option);
    if (item == nullptr)
        return;
    const Theme &theme = themeOf(option.palette);
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        const int y = option.rect.center().y();
        painter->fillRect(QRect(option.rect.left() + 4, y, option.rect.width() - 8, 1), theme.line);
        return;
    }
    if (isOn(option, State_Selected) && isOn(option, State_Enabled))
        drawRounded(*painter, option.rect, controlRadius, theme.bubble, Qt::transparent);
    QStyleOptionMenuItem plain = *item;
    plain.state.setFlag(State_Selected, false);
    plain.palette.setColor(QPalette::Window, Qt::transparent);
    QProxyStyle::drawControl(CE_MenuItem, &plain, painter, widget);
}

} // namespace Aura
