// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcomepage.h"

#include "ui/cardbutton.h"
#include "ui/theme/icons.h"
#include "ui/theme/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Aura {

namespace {

constexpr int cardsWidth = 640;
constexpr int narrow = 520; // below this the cards stand one under the other

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Welcome"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(0);
    column->addStretch(1);

    QLabel *title = makeTextLabel(tr("Ask anything"), this);
    setRelativeFont(*title, 1.6, QFont::Bold);
    title->setAlignment(Qt::AlignHCenter);
    column->addWidget(title);
    column->addSpacing(12);
    m_subtitle = makeTextLabel({}, this);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_subtitle->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_subtitle);
    column->addSpacing(18);

    auto *middle = new QWidget(this);
    middle->setMaximumWidth(cardsWidth);
    middle->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *inner = new QVBoxLayout(middle);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(18);
    m_cards = makeCards();
    inner->addLayout(m_cards);
    m_ways = makeWays();
    inner->addLayout(m_ways);
    m_found = new QVBoxLayout;
    m_found->setSpacing(8);
    inner->addLayout(m_found);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(middle, 1000);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(1);

    setAnswerer({}, true);
}

QBoxLayout *WelcomePage::makeWays()
{
    auto *ways = new QHBoxLayout;
    ways->setSpacing(10);
    auto *connectServer = new QPushButton(icon(IconName::Globe), tr("Connect a server…"), this);
    m_search =
        new QPushButton(icon(IconName::Search), tr("Look for servers on this computer"), this);
    ways->addStretch(1);
    for (QPushButton *button : {connectServer, m_search}) {
        button->setAutoDefault(false);
        button->setMinimumHeight(36);
        ways->addWidget(button);
    }
    ways->addStretch(1);
    connect(connectServer, &QPushButton::clicked, this, &WelcomePage::connectRequested);
    connect(m_search, &QPushButton::clicked, this, &WelcomePage::searchRequested);
    return ways;
}

QBoxLayout *WelcomePage::makeCards()
{
    auto *cards = new QHBoxLayout;
    cards->setSpacing(12);
    const std::pair<QString, QString> texts[] = {
        {tr("What can Aura do?"), tr("A short tour")},
        {tr("Show every Markdown element"), tr("Tables, code, lists, maths")},
        {tr("How do I connect Ollama?"), tr("Step by step")},
    };
    for (const auto &[question, subtitle] : texts) {
        auto *card = new CardButton(question, subtitle, this);
        cards->addWidget(card, 1);
        connect(card, &CardButton::clicked, this,
                [this, text = question] { emit questionChosen(text); });
    }
    return cards;
}

void WelcomePage::setAnswerer(const QString &connectionName, bool isDemo)
{
    m_subtitle->setText(isDemo
                            ? tr("The built-in demo answers until you connect a server of yours.")
                            : tr("%1 answers.").arg(connectionName));
}

QSize WelcomePage::minimumSizeHint() const
{
    return {280, QWidget::minimumSizeHint().height()};
}

void WelcomePage::setSearching(bool searching)
{
    m_search->setEnabled(!searching);
    m_search->setText(searching ? tr("Looking for servers…")
                                : tr("Look for servers on this computer"));
}

void WelcomePage::clearFound()
{
    while (QLayoutItem *item = m_found->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void WelcomePage::setFoundServers(const QList<FoundServer> &servers)
{
    clearFound();
    if (servers.isEmpty()) {
        QLabel *nothing = makeTextLabel(
            tr("No server answered here. Start one, or connect one by its address."), this);
        nothing->setForegroundRole(QPalette::PlaceholderText);
        nothing->setAlignment(Qt::AlignHCenter);
        m_found->addWidget(nothing);
    }
    for (int i = 0; i < servers.size(); ++i) {
        auto *line = new QWidget(this);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(makeTextLabel(servers.at(i).text, line), 1);
        auto *use = new QPushButton(tr("Use"), line);
        use->setAutoDefault(false);
        row->addWidget(use);
        connect(use, &QPushButton::clicked, this, [this, i] { emit useRequested(i); });
        m_found->addWidget(line);
    }
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto direction = width() < narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_cards->setDirection(direction);
    m_ways->setDirection(direction);
}

} // namespace Aura
