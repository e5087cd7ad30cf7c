// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/formats/openchatexport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

// What openchat-ui itself writes for its default model.
constexpr int defaultLength = 24576;
constexpr int defaultTokens = 8192;
constexpr double defaultTemperature = 0.5;
constexpr auto defaultModel = "openchat_3.6"_L1;

//! Only questions and answers; the system message is the conversation's prompt there.
QJsonArray messagesOf(const ExportedConversation &exported)
{
    QJsonArray messages;
    const QList<Message> path = activePath(exported.messages);
    for (const Message &message : path) {
        if (message.role == Role::System)
            continue;
        const auto role = message.role == Role::User ? "user"_L1 : "assistant"_L1;
        messages << QJsonObject{{"role"_L1, role}, {"content"_L1, message.text}};
    }
    return messages;
}

QString promptOf(const ExportedConversation &exported)
{
    const QList<Message> path = activePath(exported.messages);
    if (!path.isEmpty() && path.constFirst().role == Role::System)
        return path.constFirst().text;
    return exported.conversation.parameters.systemPrompt.value_or(QString());
}

} // namespace

std::unique_ptr<ExportFormat> OpenchatExport::make()
{
    return std::make_unique<OpenchatExport>();
}

QByteArray OpenchatExport::begin(const QList<Folder> &folders)
{
    QJsonArray array;
    for (const Folder &folder : folders) {
        array << QJsonObject{
            {"id"_L1, folder.id}, {"name"_L1, folder.name}, {"type"_L1, "chat"_L1}};
    }
    m_folders = QJsonDocument(array).toJson(QJsonDocument::Compact);
    return "{\n\"version\": 4,\n\"history\": [";
}

QByteArray OpenchatExport::conversation(const ExportedConversation &exported)
{
    const StoredConversation &own = exported.conversation;
    const QString model =
        own.parameters.model.isEmpty() ? QString(defaultModel) : own.parameters.model;
    const QJsonObject json{
        {"id"_L1, own.id},
        {"name"_L1, own.title},
        {"messages"_L1, messagesOf(exported)},
        {"model"_L1,
         QJsonObject{{"id"_L1, model},
                     {"name"_L1, model},
                     {"maxLength"_L1, defaultLength},
                     {"tokenLimit"_L1, defaultTokens}}},
        {"prompt"_L1, promptOf(exported)},
        {"temperature"_L1, own.parameters.temperature.value_or(defaultTemperature)},
        {"folderId"_L1, own.folderId.isEmpty() ? QJsonValue() : QJsonValue(own.folderId)},
    };
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return (std::exchange(m_isFirst, false) ? "\n" : ",\n") + text;
}

QByteArray OpenchatExport::end()
{
    return "\n],\n\"folders\": " + m_folders + ",\n\"prompts\": []\n}\n";
}

} // namespace Aura
