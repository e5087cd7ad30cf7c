// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/accessible/readabletext.h"
#include "ui/transcript/messagetarget.h"

#include <QCoreApplication>

#include <vector>

namespace Aura {

class MessageAccessible;
class MessageContent;

//! A part of a message that has a role of its own.
struct MessagePart
{
    enum class Kind { Heading, Code, Table, Link };

    Kind kind = Kind::Heading;
    int block = 0;
    int level = 0;          // of a heading
    QString language{};     // of code
    MessageTarget target{}; // of a link

    friend bool operator==(const MessagePart &, const MessagePart &) = default;
};

std::vector<MessagePart> partsOf(MessageContent &content);

//! A heading, a code block or a link. Code can be copied, a link opened.
class PartAccessible : public ReadableText, public QAccessibleActionInterface
{
    Q_DECLARE_TR_FUNCTIONS(Aura::PartAccessible)

public:
    //! The message outlives its parts.
    PartAccessible(TranscriptView *view, MessageAccessible &message, const MessagePart &part);

    bool isValid() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    using ReadableText::text;
    QAccessible::Role role() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    QString localizedActionName(const QString &name) const override;

protected:
    QString content() const override;
    int row() const override;
    TextPosition positionOf(int offset) const override;
    int offsetOf(const TextPosition &position) const override;
    QRect rectInViewport() const override;

private:
    MessageAccessible &m_message;
    MessagePart m_part;
};

} // namespace Aura
