// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/formats/auraexport.h"

#include "transfer/conversationjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Aura {

using namespace Qt::StringLiterals;

std::unique_ptr<ExportFormat> AuraExport::make()
{
    return std::make_unique<AuraExport>();
}

QByteArray AuraExport::begin(const QList<Folder> &folders)
{
    QJsonArray array;
    for (const Folder &folder : folders)
        array << folderToJson(folder);
    QByteArray text = "{\n\"format\": \"";
    text += conversationsFormat.data();
    text += "\",\n\"version\": " + QByteArray::number(conversationsVersion);
    text += ",\n\"folders\": " + QJsonDocument(array).toJson(QJsonDocument::Compact);
    return text + ",\n\"conversations\": [";
}

QByteArray AuraExport::conversation(const ExportedConversation &exported)
{
    const QJsonObject json = conversationToJson(exported.conversation, exported.messages);
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return (std::exchange(m_isFirst, false) ? "\n" : ",\n") + text;
}

QByteArray AuraExport::end()
{
    return "\n]\n}\n";
}

} // namespace Aura
