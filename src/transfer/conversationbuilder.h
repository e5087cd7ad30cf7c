// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importformat.h"
#include "transfer/messagegraph.h"

#include <QJsonObject>

#include <optional>

namespace Aura {

//! Puts one conversation of a file together, and tells what was lost on the way.
class ConversationBuilder
{
public:
    StoredConversation conversation{}; // its id: the one in the file; empty: the file has none

    //! What begins every path; several are joined.
    void addSystemPrompt(const QString &text);

    void add(MessageGraph::Node node) { m_graph.add(std::move(node)); }

    //! Adds it below the one before it.
    void append(MessageGraph::Node node) { m_graph.append(std::move(node)); }

    //! Counts what is told at the end.
    void noteAttachment() { ++m_attachments; }
    void noteToolCall() { ++m_toolCalls; }
    void noteUnreadable() { ++m_unreadable; }

    //! Hands the conversation over. current: the key of the message at the end of the active path.
    void finish(ImportSink &sink, const QString &current = {});

private:
    MessageGraph m_graph;
    qint64 m_attachments = 0;
    qint64 m_toolCalls = 0;
    qint64 m_unreadable = 0;
};

//! A message to fill in; complete, without a model or a time.
MessageGraph::Node messageNode(const QString &key, Role role, const QString &text);

//! A passage whose reasoning is a tool's call or its answer, as a block of code.
MessageGraph::Node toolNode(const QString &key, const QString &toolName, const QString &text);

//! "user", "assistant", "system" and what other programs call them; unset: something else.
std::optional<Role> roleOf(const QJsonValue &value);

//! What stands in a text for something that is not imported. The same in every language, so that
//! the text does not depend on it.
QString attachmentMark(const QString &kind, const QString &name = {});

//! The place of each node among its siblings, by its key, as its parent's list of children says it.
//! An object of JSON has no order.
QHash<QString, int> siblingRanks(const QJsonObject &nodes, QLatin1StringView children);

//! Hands over the folders in which the file stands, and returns the id of the innermost; empty:
//! it stands in none.
QString addFoldersOf(const ImportFile &file, ImportSink &sink);

//! The text of a content that is a string, or an array of parts as OpenAI has them.
QString contentText(const QJsonValue &content, ConversationBuilder &builder);

} // namespace Aura
