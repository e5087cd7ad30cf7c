// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/formats/auraformat.h"

#include "transfer/conversationjson.h"
#include "transfer/jsonfields.h"

namespace Aura {

using namespace Qt::StringLiterals;

std::unique_ptr<ImportFormat> AuraFormat::make()
{
    return std::make_unique<AuraFormat>();
}

ImportFormat::Match AuraFormat::match(const JsonOutline &outline, const QString &) const
{
    if (outline.isArray || outline.scalars.value("format"_L1).toString() != conversationsFormat)
        return Match::No;
    const int version = outline.scalars.value("version"_L1).toInt(conversationsVersion + 1);
    return version > conversationsVersion ? Match::Newer : Match::Yes;
}

bool AuraFormat::comesFirst(const QString &member) const
{
    return member == "folders"_L1;
}

bool AuraFormat::wants(const QString &member) const
{
    return member == "folders"_L1 || member == "conversations"_L1;
}

void AuraFormat::read(const ImportItem &item, const ImportFile &, ImportSink &sink)
{
    if (item.member == "folders"_L1) {
        const Folder folder = folderFromJson(item.value.toObject());
        if (!folder.id.isEmpty())
            sink.add(ImportedFolder{.id = folder.id,
                                    .parentId = folder.parentId,
                                    .name = folder.name,
                                    .position = folder.position,
                                    .isOwn = true,
                                    .origin = folder.origin});
        return;
    }
    bool isWhole = true;
    ImportedConversation imported = conversationFromJson(item.value.toObject(), &isWhole);
    if (imported.conversation.id.isEmpty())
        return sink.warn(ImportWarning::Kind::ConversationUnreadable,
                         QString::number(item.index + 1));
    if (!isWhole)
        sink.warn(ImportWarning::Kind::AlternativesCut, imported.conversation.title);
    sink.add(std::move(imported));
}

} // namespace Aura
