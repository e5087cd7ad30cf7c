// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace Aura {

//! Whether the rest of an answer can be asked for: some of it came, and not all.
bool canContinue(const Message &message);

//! The actions of one message, and a few words about it, on the line below its text.
class MessageActionBar : public QWidget
{
    Q_OBJECT

public:
    explicit MessageActionBar(QWidget *parent = nullptr);

    //! Which of how many versions the message is; index counts from 0. Whether the message is the
    //! last: only that one can be continued.
    struct Place
    {
        int siblingIndex = 0;
        int siblingCount = 1;
        bool isLast = false;
    };
    void setMessage(const Message &message, const Place &place);
    MessageId messageId() const { return m_id; }

signals:
    void copyRequested();
    void editRequested();
    void askAgainRequested();
    void continueRequested();
    void sentRequested(); // what was sent for it
    void siblingRequested(int step);

private:
    QToolButton *makeButton(int iconName, const QString &name, const QString &toolTip);

    MessageId m_id;
    QToolButton *m_continue;
    QToolButton *m_copy;
    QToolButton *m_edit;
    QToolButton *m_again;
    QToolButton *m_sent;
    QToolButton *m_previous;
    QLabel *m_version;
    QToolButton *m_next;
    QLabel *m_details;
};

} // namespace Aura
