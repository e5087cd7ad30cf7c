// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/messageactions.h"

#include "ui/quietlink.h"
#include "ui/theme/icons.h"
#include "ui/theme/textlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Aura {

QString messageSourceText(const Message &message)
{
    QStringList parts;
    if (!message.model.isEmpty())
        parts.append(message.model);
    else if (!message.connectionName.isEmpty())
        parts.append(message.connectionName);
    if (message.time.isValid())
        parts.append(QLocale().toString(message.time.toLocalTime().time(), QLocale::ShortFormat));
    return parts.join(u" · "_s);
}

MessageActions::MessageActions(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(4);
    m_continue = new QuietLink(this);
    m_continue->setText(tr("Continue"));
    m_row->addWidget(m_continue);
    m_copy = addButton(IconName::Copy, tr("Copy"));
    m_edit = addButton(IconName::Edit, tr("Edit"));
    m_tryAgain = addButton(IconName::Retry, tr("Try again"));
    m_previous = addButton(IconName::Previous, tr("Previous version"));
    m_version = makeSoftLabel(this);
    m_row->addWidget(m_version);
    m_next = addButton(IconName::Next, tr("Next version"));
    m_source = makeSoftLabel(this);
    m_row->addSpacing(4);
    m_row->addWidget(m_source);

    connect(m_continue, &QuietLink::clicked, this, [this] { emit continueClicked(m_message); });
    connect(m_copy, &QToolButton::clicked, this, [this] { emit copyClicked(m_message); });
    connect(m_edit, &QToolButton::clicked, this, [this] { emit editClicked(m_message); });
    connect(m_tryAgain, &QToolButton::clicked, this, [this] { emit tryAgainClicked(m_message); });
    connect(m_previous, &QToolButton::clicked, this, [this] { emit versionStepped(m_message, -1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit versionStepped(m_message, +1); });
}

QToolButton *MessageActions::addButton(IconName name, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(name, QPalette::PlaceholderText));
    button->setIconSize({18, 18});
    button->setFixedSize(26, 26);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(text);
    m_row->addWidget(button);
    return button;
}

void MessageActions::showFor(const Message &message, const Offer &offer)
{
    m_message = message.id;
    const bool answer = message.role == Role::Assistant;
    m_continue->setVisible(offer.canContinue);
    m_copy->setVisible(!message.text.isEmpty());
    m_edit->setVisible(message.role == Role::User && offer.canAsk);
    m_tryAgain->setVisible(answer && offer.canAsk);
    const bool versions = offer.siblingCount > 1;
    for (QWidget *widget : QList<QWidget *>{m_previous, m_version, m_next})
        widget->setVisible(versions);
    m_previous->setEnabled(offer.siblingIndex > 0 && offer.canAsk);
    m_next->setEnabled(offer.siblingIndex + 1 < offer.siblingCount && offer.canAsk);
    m_version->setText(u"%1/%2"_s.arg(offer.siblingIndex + 1).arg(offer.siblingCount));
    m_source->setText(answer ? messageSourceText(message) : QString());
    m_source->setVisible(answer);
    adjustSize();
}

} // namespace Aura
