// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace Aura {

//! Something that an import did otherwise than the file says, or left out.
struct ImportWarning
{
    enum class Kind {
        AttachmentsLeftOut,     // pictures and files; what stands for them stays in the text
        AlternativesCut,        // the tree of versions was damaged; no message is lost
        ConversationUnreadable, // the subject is what can be said about where it stood
        EmptyConversation,
        FileUnreadable, // one of several, which is no JSON
        FolderMissing,  // the conversation names a folder that the file does not have
        InTrash,        // it is here already, in the trash
        MessageUnreadable,
        NotUtf8,        // bytes that are no UTF-8 were replaced
        PromptsLeftOut, // prompt templates
        ToolCallsMoved, // calls of tools and their results stand with the reasoning
    };

    Kind kind = Kind::MessageUnreadable;
    QString subject{}; // the conversation's title, or the file's name
    qint64 count = 1;

    friend bool operator==(const ImportWarning &, const ImportWarning &) = default;
};

//! What an import brings, or a dry run of it would bring.
struct ImportReport
{
    QStringList formats{}; // of the files that were read: "ChatGPT", each once
    qint64 conversations = 0;
    qint64 messages = 0;
    qint64 folders = 0;
    QStringList extended{}; // ids of conversations that are here and get messages
    qint64 extendedBy = 0;  // messages
    qint64 duplicates = 0;  // conversations that are here as they are, or twice in the files
    QList<ImportWarning> warnings{};
    qint64 moreWarnings = 0; // beyond the first 1,000

    friend bool operator==(const ImportReport &, const ImportReport &) = default;

    //! Whether anything is new.
    bool hasNew() const { return conversations > 0 || folders > 0 || !extended.isEmpty(); }

    //! Counts it together with the same of the same subject.
    void warn(ImportWarning::Kind kind, const QString &subject, qint64 count = 1);

    static constexpr qsizetype mostWarnings = 1000;
};

//! One sentence for people.
QString warningText(const ImportWarning &warning);

//! The report in a few sentences: what comes, what is here already. Tense is the dry run's or the
//! finished import's.
enum class ImportTense { WouldCome, HasCome };
QString summaryText(const ImportReport &report, ImportTense tense);

} // namespace Aura

Q_DECLARE_METATYPE(Aura::ImportReport)
