// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace Aura {

class QuietLink;
enum class IconName;

//! The buttons of one message. There is one such row in a transcript: it goes to the message that
//! the pointer or the keyboard is at.
class MessageActions : public QWidget
{
    Q_OBJECT

public:
    explicit MessageActions(QWidget *parent = nullptr);

    //! What can be done with the message, and the words behind the buttons.
    struct Offer
    {
        int siblingIndex = 0;
        int siblingCount = 1;
        bool canAsk = false;      // nothing runs in the conversation
        bool canContinue = false; // the reply was cut, and is the last
    };
    void showFor(const Message &message, const Offer &offer);
    MessageId message() const { return m_message; }

signals:
    void copyClicked(Aura::MessageId id);
    void editClicked(Aura::MessageId id);
    void tryAgainClicked(Aura::MessageId id);
    void continueClicked(Aura::MessageId id);
    void versionStepped(Aura::MessageId id, int step);

private:
    QToolButton *addButton(IconName icon, const QString &name);

    MessageId m_message;
    QHBoxLayout *m_row = nullptr;
    QuietLink *m_continue = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_edit = nullptr;
    QToolButton *m_tryAgain = nullptr;
    QToolButton *m_previous = nullptr;
    QLabel *m_version = nullptr;
    QToolButton *m_next = nullptr;
    QLabel *m_source = nullptr;
};

//! "openchat_3.6 · 12:41": who answered, and when.
QString messageSourceText(const Message &message);

} // namespace Aura
