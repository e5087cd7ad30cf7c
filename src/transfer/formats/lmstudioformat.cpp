// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/formats/lmstudioformat.h"

#include "transfer/conversationbuilder.h"
#include "transfer/jsonfields.h"

#include <QJsonArray>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

void readSteps(const QJsonArray &steps, Message &into, ConversationBuilder &builder)
{
    for (const auto &step : steps) {
        const QString text = contentText(step["content"_L1], builder);
        const bool isThought = step["style"_L1]["type"_L1].toString() == "thinking"_L1;
        QString &target = isThought ? into.reasoning : into.text;
        target += (target.isEmpty() || text.isEmpty() ? QString() : u"\n\n"_s) + text;
        const QJsonValue generation = step["genInfo"_L1];
        if (into.model.isEmpty())
            into.model = textOf(generation["indexedModelIdentifier"_L1]);
        const QJsonValue statistics = generation["stats"_L1];
        into.usage.promptTokens =
            qMax(into.usage.promptTokens, countOf(statistics["promptTokensCount"_L1]));
        into.usage.completionTokens =
            qMax(into.usage.completionTokens, countOf(statistics["predictedTokensCount"_L1]));
        if (const double seconds = statistics["totalTimeSec"_L1].toDouble(-1); seconds >= 0)
            into.timing.totalMs = countOf(seconds * 1000);
        if (const double seconds = statistics["timeToFirstTokenSec"_L1].toDouble(-1); seconds >= 0)
            into.timing.firstByteMs = countOf(seconds * 1000);
    }
}

//! Unset: it cannot be read.
std::optional<MessageGraph::Node> versionNode(const QJsonValue &version,
                                              ConversationBuilder &builder)
{
    const std::optional<Role> role = roleOf(version["role"_L1]);
    if (!role)
        return {};
    MessageGraph::Node node = messageNode({}, *role, {});
    node.stored.origin.clear();
    if (version["steps"_L1].isArray())
        readSteps(version["steps"_L1].toArray(), node.stored.message, builder);
    else
        node.stored.message.text = contentText(version["content"_L1], builder);
    return node;
}

QString keyOf(qsizetype message, qsizetype version)
{
    return u"%1.%2"_s.arg(message).arg(version);
}

//! Adds all versions of a message; returns the key of what the next one belongs to.
QString readVersions(const QJsonValue &message, qsizetype number, const QString &above,
                     ConversationBuilder &builder)
{
    QString selected = above;
    const QJsonArray versions = message["versions"_L1].toArray();
    const int current = message["currentlySelected"_L1].toInt();
    for (qsizetype i = 0; i < versions.size(); ++i) {
        std::optional<MessageGraph::Node> node = versionNode(versions.at(i), builder);
        if (!node) {
            builder.noteUnreadable();
            continue;
        }
        if (node->stored.message.role == Role::System) {
            builder.addSystemPrompt(node->stored.message.text);
            continue;
        }
        node->key = keyOf(number, i);
        node->parent = above;
        if (i == current || selected == above)
            selected = node->key;
        builder.add(std::move(*node));
    }
    return selected;
}

} // namespace

std::unique_ptr<ImportFormat> LmStudioFormat::make()
{
    return std::make_unique<LmStudioFormat>();
}

ImportFormat::Match LmStudioFormat::match(const JsonOutline &outline, const QString &fileName) const
{
    const bool hasVersions = outline.elementsOf.value(u"messages"_s).value(u"versions"_s) == '[';
    const bool isEmpty = outline.hasArray(u"messages"_s)
        && outline.has(u"perChatPredictionConfig"_s) && fileName.endsWith(".conversation.json"_L1);
    return hasVersions || isEmpty ? Match::Yes : Match::No;
}

void LmStudioFormat::read(const ImportItem &item, const ImportFile &file, ImportSink &sink)
{
    const QJsonValue &value = item.value;
    ConversationBuilder builder;
    builder.conversation.title = textOf(value["name"_L1]);
    builder.conversation.created = timeOf(value["createdAt"_L1]);
    builder.conversation.changed = timeOf(value["userLastMessagedAt"_L1]);
    builder.addSystemPrompt(textOf(value["systemPrompt"_L1]));
    const QJsonArray fields = value["perChatPredictionConfig"_L1]["fields"_L1].toArray();
    for (const auto &field : fields) {
        const bool isPrompt = field["key"_L1].toString() == "llm.prediction.systemPrompt"_L1;
        if (isPrompt && !builder.conversation.parameters.systemPrompt)
            builder.addSystemPrompt(textOf(field["value"_L1]));
    }
    builder.conversation.folderId = addFoldersOf(file, sink);
    QString above;
    const QJsonArray messages = value["messages"_L1].toArray();
    for (qsizetype i = 0; i < messages.size(); ++i)
        above = readVersions(messages.at(i), i, above, builder);
    builder.finish(sink, above);
}

} // namespace Aura
