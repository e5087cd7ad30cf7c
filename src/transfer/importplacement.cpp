// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importplacement.h"

#include "base/titletext.h"

#include <QCryptographicHash>
#include <QUuid>

#include <algorithm>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

constexpr int counterBits = 20; // of a MessageId

bool isNumber(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

//! What is said in a conversation, and in which order: files of one program have it alike. One for
//! its first message, one for the first two, and so on: a longer one of the same begins alike.
QStringList fingerprints(const QList<StoredMessage> &messages)
{
    QStringList prints;
    prints.reserve(messages.size());
    QByteArray before;
    for (const StoredMessage &stored : messages) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const QString head = u"%1 %2 "_s.arg(stored.parent.value).arg(int(stored.message.role));
        hash.addData(before);
        hash.addData(head.toUtf8());
        hash.addData(stored.message.text.toUtf8());
        before = hash.result();
        prints.append(QString::fromLatin1(before.first(16).toHex()));
    }
    return prints;
}

//! The same origin gives the same id.
QString idFrom(const QString &origin)
{
    static const QUuid space(u"{5a8ce8f2-9d3f-4d2c-8f0e-5a2f6f5c7e31}"_s);
    return QUuid::createUuidV5(space, origin).toString(QUuid::WithoutBraces);
}

//! Ids by time: none before its parent's or its older sibling's. The start is different for each
//! conversation, so that those of one second seldom meet.
void setIds(ImportedConversation &imported)
{
    const qint64 start =
        qint64(qHash(imported.conversation.origin) & ((size_t(1) << (counterBits - 1)) - 1));
    const qint64 begin = imported.conversation.created.toMSecsSinceEpoch();
    const qsizetype count = imported.messages.size();
    QList<qint64> times(count + 1, begin);    // by the row's number, from 1; 0 is above all
    QList<qint64> youngest(count + 1, begin); // of its children so far
    for (qsizetype row = 0; row < count; ++row) {
        StoredMessage &stored = imported.messages[row]; // clazy:exclude=detaching-member
        const qsizetype parent = qsizetype(stored.parent.value);
        const QDateTime &own = stored.message.time;
        const qint64 ms =
            std::max({own.isValid() ? own.toMSecsSinceEpoch() : times.at(parent),
                      parent > 0 ? times.at(parent) : qint64(0), youngest.at(parent)});
        times[row + 1] = ms;
        youngest[parent] = ms;
        youngest[row + 1] = ms;
        stored.message.id = MessageId{(ms << counterBits) + start + row};
        if (parent > 0)
            stored.parent = std::as_const(imported.messages).at(parent - 1).message.id;
    }
}

} // namespace

ImportPlacement::ImportPlacement(ImportTarget &target)
    : m_target(target)
{
    const QList<Folder> folders = target.folders();
    for (const Folder &folder : folders) {
        m_knownFolders.insert(folder.id, folder.id);
        if (!folder.origin.isEmpty())
            m_knownFolders.insert(folder.origin, folder.id);
    }
}

void ImportPlacement::beginFile(const ImportFormatRow &format, const QDateTime &modified)
{
    m_format = &format;
    m_modified = modified.isValid() ? modified : QDateTime::currentDateTimeUtc();
    m_withoutTime = 0;
    m_folders.clear();
    const QString name = format.name;
    if (!m_report.formats.contains(name))
        m_report.formats << name;
}

void ImportPlacement::add(const ImportedFolder &folder)
{
    if (!m_problem.isEmpty() || m_folders.contains(folder.id))
        return;
    // Numbers name something only inside their file.
    const QString name = titleFrom(folder.name);
    const QString number = isNumber(folder.id) ? u':' + name : QString();
    const QString origin =
        folder.isOwn ? folder.origin : m_format->origin + u':' + folder.id + number;
    const QString id = folder.isOwn ? folder.id : idFrom(origin);
    QString known = m_knownFolders.value(id);
    if (known.isEmpty() && !origin.isEmpty())
        known = m_knownFolders.value(origin);
    if (known.isEmpty()) {
        known = id;
        m_knownFolders.insert(id, id);
        fail(m_target.add(Folder{.id = id,
                                 .parentId = m_folders.value(folder.parentId),
                                 .name = name.isEmpty() ? folder.id : name,
                                 .position = folder.position,
                                 .origin = origin}));
        ++m_report.folders;
    }
    m_folders.insert(folder.id, known);
}

QString ImportPlacement::folderFor(const ImportedConversation &imported)
{
    const StoredConversation &conversation = imported.conversation;
    if (conversation.folderId.isEmpty())
        return {};
    QString folder = m_folders.value(conversation.folderId);
    if (folder.isEmpty())
        warn(ImportWarning::Kind::FolderMissing, conversation.title, 1);
    return folder;
}

//! The origins that it had while it was shorter, the longest first, where its id is none.
QStringList ImportPlacement::placeForeign(ImportedConversation &imported)
{
    StoredConversation &conversation = imported.conversation;
    QString origin = m_format->origin + u':' + conversation.id;
    QStringList earlier;
    if (isNumber(conversation.id)) { // or empty
        const QStringList prints = fingerprints(imported.messages);
        for (const QString &print : prints)
            earlier.prepend(origin + u'#' + print);
        origin = earlier.isEmpty() ? origin + u'#' : earlier.takeFirst();
    }
    conversation.origin = origin;
    conversation.id = idFrom(origin);
    if (!conversation.changed.isValid())
        conversation.changed = m_modified.addMSecs(m_withoutTime++);
    if (!conversation.created.isValid())
        conversation.created = conversation.changed;
    setIds(imported);
    return earlier;
}

std::optional<ConversationSummary>
ImportPlacement::findKnown(const StoredConversation &conversation, const QStringList &earlier)
{
    auto known = m_target.find(conversation.id, conversation.origin);
    for (auto origin = earlier.cbegin(); !known && origin != earlier.cend(); ++origin)
        known = m_target.find(idFrom(*origin), *origin);
    return known;
}

void ImportPlacement::extend(const ConversationSummary &known, const ImportedConversation &newer)
{
    const Result<qint64> added = m_target.extend(known.id, newer);
    if (!added)
        return fail(added.error());
    if (*added == 0) {
        ++m_report.duplicates;
        return;
    }
    if (!m_report.extended.contains(known.id))
        m_report.extended.append(known.id);
    m_report.extendedBy += *added;
}

void ImportPlacement::add(ImportedConversation imported)
{
    if (!m_problem.isEmpty())
        return;
    const QStringList earlier = imported.isOwn ? QStringList() : placeForeign(imported);
    StoredConversation &conversation = imported.conversation;
    const std::optional<ConversationSummary> known = findKnown(conversation, earlier);
    if (known && !known->trashedAt.isValid())
        return extend(*known, imported);
    const bool isSeen = m_seen.contains(conversation.id)
        || (!conversation.origin.isEmpty() && m_seen.contains(conversation.origin));
    if (known || isSeen) {
        ++m_report.duplicates;
        if (known)
            warn(ImportWarning::Kind::InTrash, known->title, 1);
        return;
    }
    conversation.folderId = folderFor(imported);
    m_seen.insert(conversation.id);
    m_seen.insert(conversation.origin);
    ++m_report.conversations;
    m_report.messages += imported.messages.size();
    fail(m_target.add(imported));
}

void ImportPlacement::warn(ImportWarning::Kind kind, const QString &subject, qint64 count)
{
    m_report.warn(kind, subject, count);
}

void ImportPlacement::fail(const Result<void> &result)
{
    if (!result && m_problem.isEmpty())
        m_problem = result.error().text;
}

} // namespace Aura
