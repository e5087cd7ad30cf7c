// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionSlider;
class QStyleOptionSpinBox;

namespace Aura {

//! Fusion with quiet controls: thin lines, round corners, one accent. Takes every colour from the
//! widget's palette.
//!
//! Properties say what a button looks like: "leading" sets a QPushButton's content to its leading
//! edge, "round" makes a QToolButton a disc. A QPushButton that is default, or has the property
//! "primary", is painted in the accent; a QToolButton or a flat QPushButton shows nothing but its
//! content until the pointer is over it.
class QuietStyle : public QProxyStyle
{
    Q_OBJECT

public:
    QuietStyle();

    //! Whether nothing moves.
    void setStill(bool still) { m_still = still; }

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    //! Ours where we have one. Qt looks for its own in every folder of the desktop's icon theme,
    //! which was a fifth of what a start costs.
    QIcon standardIcon(StandardPixmap standardIcon, const QStyleOption *option,
                       const QWidget *widget) const override;

private:
    void drawScrollBar(const QStyleOptionSlider &option, QPainter *painter,
                       const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComboBox &option, QPainter *painter,
                      const QWidget *widget) const;
    void drawSlider(const QStyleOptionSlider &option, QPainter *painter,
                    const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionSpinBox &option, QPainter *painter,
                     const QWidget *widget) const;
    static void drawToolButton(const QStyleOption &option, QPainter *painter,
                               const QWidget *widget);
    void drawButtonLabel(const QStyleOptionButton &option, QPainter *painter,
                         const QWidget *widget) const;
    void drawMenuItem(const QStyleOption &option, QPainter *painter, const QWidget *widget) const;

    bool m_still = false;
};

} // namespace Aura
