// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importformat.h"
#include "transfer/importtarget.h"

#include <QHash>
#include <QSet>

namespace Aura {

//! Gives what was read its place in the history: ids, origins, folders, times; leaves out what is
//! there already, and keeps the report. A conversation that is there gets what is new in it.
class ImportPlacement : public ImportSink
{
public:
    explicit ImportPlacement(ImportTarget &target);

    //! What comes next is of this format. modified: when the file was changed last; stands in for
    //! times that the file does not say.
    void beginFile(const ImportFormatRow &format, const QDateTime &modified);

    void add(ImportedConversation conversation) override;
    void add(const ImportedFolder &folder) override;
    void warn(ImportWarning::Kind kind, const QString &subject, qint64 count) override;

    const ImportReport &report() const { return m_report; }

    //! Why the target took something not; the import ends. Empty: all is well.
    const QString &problem() const { return m_problem; }

private:
    QStringList placeForeign(ImportedConversation &imported);
    std::optional<ConversationSummary> findKnown(const StoredConversation &conversation,
                                                 const QStringList &earlier);
    void extend(const ConversationSummary &known, const ImportedConversation &newer);
    QString folderFor(const ImportedConversation &imported);
    void fail(const Result<void> &result);

    ImportTarget &m_target;
    ImportReport m_report{};
    QString m_problem{};
    const ImportFormatRow *m_format = nullptr;
    QDateTime m_modified{};
    qint64 m_withoutTime = 0;                 // conversations of the file that have none
    QHash<QString, QString> m_folders{};      // of the file: their id there, and ours
    QHash<QString, QString> m_knownFolders{}; // by origin, and by id: our id
    QSet<QString> m_seen{};                   // ids and origins of what came with this import
};

} // namespace Aura
