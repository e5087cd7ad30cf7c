// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secretedit.h"

#include "ui/theme/icons.h"

#include <QToolButton>

namespace Aura {

SecretEdit::SecretEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_show(new QToolButton(this))
{
    setEchoMode(Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_show->setCheckable(true);
    m_show->setAutoRaise(true);
    m_show->setCursor(Qt::ArrowCursor);
    m_show->setIcon(icon(IconName::Eye, QPalette::PlaceholderText));
    m_show->setToolTip(tr("Show what is typed"));
    m_show->setAccessibleName(tr("Show what is typed"));
    connect(m_show, &QToolButton::toggled, this,
            [this](bool shown) { setEchoMode(shown ? Normal : Password); });
}

void SecretEdit::setWaiting(bool waiting)
{
    setEnabled(!waiting);
    setPlaceholderText(waiting ? tr("Reading from the key store…") : QString());
}

void SecretEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const int side = qMin(height() - 4, 28);
    const int left = isRightToLeft() ? 2 : width() - side - 2;
    m_show->setGeometry(left, (height() - side) / 2, side, side);
    const int margin = side + 2;
    setTextMargins(isRightToLeft() ? margin : 0, 0, isRightToLeft() ? 0 : margin, 0);
}

} // namespace Aura
