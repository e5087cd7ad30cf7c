// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Aura {

//! What an empty conversation shows: who answers, three things to try, ways to a server.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    //! A server that was found on this computer, in words for people.
    struct FoundServer
    {
        QString text{};
    };

    explicit WelcomePage(QWidget *parent = nullptr);

    //! Who answers; the demo has examples of its own.
    void setAnswerer(const QString &connectionName, bool isDemo);

    //! Narrower than its layout would have it: the cards stand one under the other then.
    QSize minimumSizeHint() const override;

    void setSearching(bool searching);
    void setFoundServers(const QList<FoundServer> &servers);

signals:
    void questionChosen(const QString &text);
    void connectRequested();
    void searchRequested();
    void useRequested(int index); // of the servers given last

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *makeCards();
    QBoxLayout *makeWays();
    void clearFound();

    QLabel *m_subtitle = nullptr;
    QBoxLayout *m_cards = nullptr;
    QBoxLayout *m_ways = nullptr;
    QPushButton *m_search = nullptr;
    QVBoxLayout *m_found = nullptr;
};

} // namespace Aura
