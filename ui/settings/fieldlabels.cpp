// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/fieldlabels.h"

#include "ui/theme/textlabel.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>

namespace Aura {

HintLabel::HintLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setForegroundRole(QPalette::PlaceholderText);
    setRelativeFont(*this, 0.87);
}

ProblemLabel::ProblemLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setRelativeFont(*this, 0.87);
    setForegroundRole(QPalette::WindowText); // on a ground of Base it would be Text
    updateColour();
    hide();
}

void ProblemLabel::showProblem(const QString &sentence)
{
    setText(sentence);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ProblemLabel::clearProblem()
{
    hide();
    clear();
}

void ProblemLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColour();
}

void ProblemLabel::updateColour()
{
    const QColor colour = themeOf(palette()).problem;
    if (palette().color(QPalette::WindowText) == colour)
        return;
    QPalette changed;
    changed.setColor(QPalette::WindowText, colour);
    setPalette(changed);
}

} // namespace Aura
