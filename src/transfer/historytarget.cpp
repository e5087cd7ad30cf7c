// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/historytarget.h"

#include "history/historyfile.h"
#include "transfer/newmessages.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace Aura {

namespace {

//! The sentences of this file.
struct HistoryTargetText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::HistoryTarget)
};

//! Parents before their children; a circle is cut where it begins.
QList<Folder> inOrder(const QList<Folder> &folders)
{
    QList<Folder> ordered;
    QSet<QString> placed;
    QList<Folder> waiting = folders;
    while (!waiting.isEmpty()) {
        QList<Folder> later;
        for (const Folder &folder : std::as_const(waiting)) {
            const bool isNext = folder.parentId.isEmpty() || placed.contains(folder.parentId);
            if (!isNext) {
                later << folder;
                continue;
            }
            ordered << folder;
            placed.insert(folder.id);
        }
        if (later.size() == waiting.size())
            later.first().parentId.clear();
        waiting = later;
    }
    return ordered;
}

} // namespace

Result<std::unique_ptr<HistoryTarget>> HistoryTarget::open(const QString &file, Mode mode)
{
    std::unique_ptr<HistoryTarget> target(new HistoryTarget);
    target->m_mode = mode;
    if (mode == Mode::DryRun && !QFileInfo::exists(file))
        return target;
    Result<std::unique_ptr<HistoryFile>> opened = HistoryFile::open(
        file, mode == Mode::Write ? HistoryFile::Use::Write : HistoryFile::Use::Read);
    if (!opened)
        return opened.error();
    target->m_file = std::move(opened).value();
    return target;
}

HistoryTarget::~HistoryTarget() = default;

std::optional<ConversationSummary> HistoryTarget::find(const QString &id, const QString &origin)
{
    if (!m_file)
        return {};
    const std::optional<StoredConversation> known = m_file->find(id, origin);
    if (!known)
        return {};
    return ConversationSummary{.id = known->id,
                               .title = known->title,
                               .folderId = known->folderId,
                               .isPinned = known->isPinned,
                               .isArchived = known->isArchived,
                               .trashedAt = known->trashedAt,
                               .changed = known->changed};
}

QList<Folder> HistoryTarget::folders()
{
    return m_file ? m_file->folders() : QList<Folder>();
}

Result<void> HistoryTarget::add(const Folder &folder)
{
    return m_mode == Mode::Write ? m_file->add(folder) : Result<void>();
}

Result<void> HistoryTarget::add(const ImportedConversation &conversation)
{
    return m_mode == Mode::Write ? m_file->add(conversation.conversation, conversation.messages)
                                 : Result<void>();
}

Result<qint64> HistoryTarget::extend(const QString &id, const ImportedConversation &newer)
{
    const QList<StoredMessage> fresh = newMessages(m_file->messages(id), newer);
    if (m_mode == Mode::Write && !fresh.isEmpty()) {
        const Result<void> extended = m_file->extend(id, newer.conversation.changed, fresh);
        if (!extended)
            return extended.error();
    }
    return fresh.size();
}

Result<void> HistoryTarget::commit()
{
    return m_mode == Mode::Write ? m_file->commit() : Result<void>();
}

Result<std::unique_ptr<HistorySource>> HistorySource::open(const QString &file)
{
    Result<std::unique_ptr<HistoryFile>> opened = HistoryFile::open(file, HistoryFile::Use::Read);
    if (!opened)
        return opened.error();
    std::unique_ptr<HistorySource> source(new HistorySource);
    source->m_file = std::move(opened).value();
    return source;
}

HistorySource::~HistorySource() = default;

QList<Folder> HistorySource::folders()
{
    return inOrder(m_file->folders());
}

QStringList HistorySource::conversations()
{
    QStringList ids;
    const QList<ConversationSummary> summaries = m_file->summaries();
    for (const ConversationSummary &summary : summaries) {
        if (!summary.trashedAt.isValid())
            ids.prepend(summary.id); // the oldest first, as files of other programs have it
    }
    return ids;
}

QStringList HistorySource::withTitle(const QString &title)
{
    QStringList ids;
    const QList<ConversationSummary> summaries = m_file->summaries();
    for (const ConversationSummary &summary : summaries) {
        if (!summary.trashedAt.isValid() && summary.title.compare(title, Qt::CaseInsensitive) == 0)
            ids << summary.id;
    }
    return ids;
}

Result<ExportedConversation> HistorySource::conversation(const QString &id)
{
    const std::optional<StoredConversation> conversation = m_file->conversation(id);
    if (!conversation)
        return Error{HistoryTargetText::tr("A conversation is no longer there. Try again.")};
    return ExportedConversation{*conversation, m_file->messages(id)};
}

} // namespace Aura
