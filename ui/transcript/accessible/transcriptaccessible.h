// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <QAccessibleWidget>
#include <QHash>

namespace Aura {

class MessageAccessible;
class TranscriptView;

//! The transcript for assistive technology: a list of messages, in sight or not. An item is made
//! when it is first asked for, and stays the same while its message does.
class TranscriptAccessible : public QAccessibleWidget
{
public:
    explicit TranscriptAccessible(TranscriptView *view);
    ~TranscriptAccessible() override;

    //! Lets Qt find this interface for every TranscriptView.
    static void install();

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

    //! The item of a message; made if there is none yet.
    MessageAccessible *item(int row) const;

    //! Drops the items: the messages are others.
    void forget();

private:
    TranscriptView &view() const;
    int rowCount() const;

    mutable QHash<MessageId, QAccessible::Id> m_items;
};

} // namespace Aura
