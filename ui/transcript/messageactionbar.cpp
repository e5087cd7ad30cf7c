// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/messageactionbar.h"

#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int buttonSize = 24;
constexpr int iconSize = 16;

} // namespace

MessageActionBar::MessageActionBar(QWidget *parent)
    : QWidget(parent)
    , m_continue(new QToolButton(this))
    , m_copy(makeButton(int(IconName::Copy), tr("Copy"), tr("Copy the message")))
    , m_edit(makeButton(int(IconName::Edit), tr("Edit"), tr("Ask this question in other words")))
    , m_again(makeButton(int(IconName::Retry), tr("Try again"), tr("Ask for another answer")))
    , m_sent(makeButton(int(IconName::Eye), tr("What was sent"),
                        tr("The request and the reply as they travelled")))
    , m_previous(makeButton(int(IconName::Previous), tr("Previous version"), {}))
    , m_version(new QLabel(this))
    , m_next(makeButton(int(IconName::Next), tr("Next version"), {}))
    , m_details(new QLabel(this))
{
    for (QLabel *label : {m_version, m_details}) {
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_continue->setText(tr("Continue"));
    m_continue->setAccessibleName(tr("Continue"));
    m_continue->setToolTip(tr("Ask for the rest of the answer"));
    m_continue->setAutoRaise(true);
    m_continue->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (QWidget *part : std::initializer_list<QWidget *>{m_continue, m_copy, m_edit, m_again,
                                                          m_sent, m_previous, m_version, m_next})
        row->addWidget(part);
    row->addSpacing(4);
    row->addWidget(m_details);
    connect(m_continue, &QToolButton::clicked, this, &MessageActionBar::continueRequested);
    connect(m_copy, &QToolButton::clicked, this, &MessageActionBar::copyRequested);
    connect(m_edit, &QToolButton::clicked, this, &MessageActionBar::editRequested);
    connect(m_again, &QToolButton::clicked, this, &MessageActionBar::askAgainRequested);
    connect(m_sent, &QToolButton::clicked, this, &MessageActionBar::sentRequested);
    connect(m_previous, &QToolButton::clicked, this, [this] { emit siblingRequested(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit siblingRequested(+1); });
}

QToolButton *MessageActionBar::makeButton(int iconName, const QString &name, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(IconName(iconName), QPalette::PlaceholderText));
    button->setIconSize({iconSize, iconSize});
    button->setFixedSize(buttonSize, buttonSize);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(toolTip.isEmpty() ? name : toolTip);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

bool canContinue(const Message &message)
{
    return message.role == Role::Assistant && !message.text.isEmpty()
        && (message.state == ReplyState::Interrupted || message.state == ReplyState::Stopped
            || message.state == ReplyState::CutByLimit);
}

void MessageActionBar::setMessage(const Message &message, const Place &place)
{
    m_id = message.id;
    const bool answering = message.state == ReplyState::Answering;
    const bool assistant = message.role == Role::Assistant;
    m_continue->setVisible(place.isLast && canContinue(message));
    m_edit->setVisible(message.role == Role::User);
    m_again->setVisible(assistant && !answering);
    m_sent->setVisible(assistant);
    const bool versions = place.siblingCount > 1;
    m_previous->setVisible(versions);
    m_version->setVisible(versions);
    m_next->setVisible(versions);
    m_previous->setEnabled(place.siblingIndex > 0);
    m_next->setEnabled(place.siblingIndex + 1 < place.siblingCount);
    m_version->setText(u"%L1/%L2"_s.arg(place.siblingIndex + 1).arg(place.siblingCount));

    QStringList details;
    if (assistant && !message.model.isEmpty())
        details << message.model;
    if (message.time.isValid())
        details << QLocale().toString(message.time.toLocalTime().time(), QLocale::ShortFormat);
    m_details->setText(details.join(u" · "));
    adjustSize();
}

} // namespace Aura
