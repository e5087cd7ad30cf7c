// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/formats/openchatformat.h"

#include "transfer/conversationbuilder.h"
#include "transfer/jsonfields.h"

#include <QJsonArray>

#include <cmath>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

constexpr int newestVersion = 4;

void readMessages(const QJsonArray &messages, ConversationBuilder &builder)
{
    for (const auto &message : messages) {
        const std::optional<Role> role = roleOf(message["role"_L1]);
        const QString text = contentText(message["content"_L1], builder);
        if (!role)
            builder.noteUnreadable();
        else if (*role == Role::System)
            builder.addSystemPrompt(text);
        else
            builder.append(messageNode({}, *role, text));
    }
}

} // namespace

std::unique_ptr<ImportFormat> OpenchatFormat::make()
{
    return std::make_unique<OpenchatFormat>();
}

//! The detection of openchat-ui itself, in its order.
ImportFormat::Match OpenchatFormat::match(const JsonOutline &outline, const QString &) const
{
    if (outline.isArray) {
        const bool isFirstVersion = outline.element.value(u"messages"_s) == '['
            && outline.element.contains(u"name"_s) && outline.element.contains(u"id"_s);
        return isFirstVersion ? Match::Yes : Match::No;
    }
    if (!outline.has(u"history"_s) || !outline.has(u"folders"_s))
        return Match::No;
    const QJsonValue version = outline.scalars.value("version"_L1);
    return version.toInt(0) > newestVersion ? Match::Newer : Match::Yes;
}

bool OpenchatFormat::comesFirst(const QString &member) const
{
    return member == "folders"_L1;
}

bool OpenchatFormat::wants(const QString &member) const
{
    return member == "history"_L1 || member == "folders"_L1 || member == "prompts"_L1;
}

void OpenchatFormat::readFolder(const QJsonValue &folder, ImportSink &sink)
{
    const QString id = idOf(folder["id"_L1]);
    if (id.isEmpty() || folder["type"_L1].toString() == "prompt"_L1)
        return;
    m_folders.insert(id);
    sink.add(ImportedFolder{.id = id, .name = textOf(folder["name"_L1])});
}

void OpenchatFormat::read(const ImportItem &item, const ImportFile &, ImportSink &sink)
{
    const QJsonValue &value = item.value;
    if (value.isNull())
        return; // "history": null
    if (item.member == "folders"_L1)
        return readFolder(value, sink);
    if (item.member == "prompts"_L1) {
        ++m_prompts;
        return;
    }
    if (!value.isObject())
        return sink.warn(ImportWarning::Kind::ConversationUnreadable,
                         QString::number(item.index + 1));
    ConversationBuilder builder;
    builder.conversation.id = idOf(value["id"_L1]);
    builder.conversation.title = textOf(value["name"_L1]);
    builder.addSystemPrompt(textOf(value["prompt"_L1]));
    const QJsonValue model = value["model"_L1];
    builder.conversation.parameters.model =
        model.isString() ? model.toString() : textOf(model["id"_L1]);
    const double temperature = value["temperature"_L1].toDouble(-1);
    if (temperature >= 0 && temperature <= 2)
        builder.conversation.parameters.temperature = temperature;
    readMessages(value["messages"_L1].toArray(), builder);
    // Dropping a conversation on the root writes the number 0.
    const QString folder = value["folderId"_L1] == QJsonValue(0) && !m_folders.contains(u"0"_s)
        ? QString()
        : idOf(value["folderId"_L1]);
    builder.conversation.folderId = folder;
    builder.finish(sink);
}

void OpenchatFormat::finish(const ImportFile &file, ImportSink &sink)
{
    if (m_prompts > 0)
        sink.warn(ImportWarning::Kind::PromptsLeftOut, file.name, m_prompts);
}

} // namespace Aura
