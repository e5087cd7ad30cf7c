// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"
#include "ui/transcript/accessible/messagereading.h"
#include "ui/transcript/accessible/readabletext.h"

#include <QCoreApplication>

#include <map>

namespace Aura {

struct MessagePart;

//! One message for assistive technology: its name begins with who wrote it and carries its source,
//! its text is what is shown; headings, code, tables and links are its children.
class MessageAccessible : public ReadableText, public QAccessibleActionInterface
{
    Q_DECLARE_TR_FUNCTIONS(Aura::MessageAccessible)

public:
    MessageAccessible(TranscriptView *view, MessageId id);
    ~MessageAccessible() override;

    int row() const override; // -1: it is no longer shown
    const MessageReading &reading() const;

    bool isValid() const override { return row() >= 0; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int index) const override;
    int childCount() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QString text(QAccessible::Text kind) const override;
    using ReadableText::text;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &name) const override;
    QString localizedActionName(const QString &name) const override;

protected:
    QString content() const override { return reading().text(); }
    TextPosition positionOf(int offset) const override;
    int offsetOf(const TextPosition &position) const override;
    QRect rectInViewport() const override;

private:
    void readAgain() const;
    void dropChildren() const;

    MessageId m_id;
    mutable int m_row = -1; // where it was last
    mutable qsizetype m_readLength = -1;
    mutable ReplyState m_readState = ReplyState::Answering;
    mutable MessageReading m_reading;
    mutable std::vector<MessagePart> m_parts;
    mutable std::map<size_t, QAccessible::Id> m_children; // by part
};

} // namespace Aura
