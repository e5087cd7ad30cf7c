// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importreport.h"

#include <QCoreApplication>

#include <algorithm>

namespace Aura {

namespace {

//! The sentences of this file.
struct ImportText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ImportReport)
};

QString conversationText(const ImportWarning &warning, const QString &title)
{
    const int count = int(std::min<qint64>(warning.count, 1'000'000'000));
    switch (warning.kind) {
    case ImportWarning::Kind::AttachmentsLeftOut:
        return ImportText::tr("“%1”: %n picture(s) or file(s) are left out; a mark stands in "
                              "their place.",
                              nullptr, count)
            .arg(title);
    case ImportWarning::Kind::AlternativesCut:
        return ImportText::tr("“%1”: the order of its versions is damaged in the file; its "
                              "messages are kept.")
            .arg(title);
    case ImportWarning::Kind::EmptyConversation:
        return ImportText::tr("“%1” has no messages; it is left out.").arg(title);
    case ImportWarning::Kind::FolderMissing:
        return ImportText::tr("“%1”: its folder is not in the file; it stands in none.").arg(title);
    case ImportWarning::Kind::InTrash:
        return ImportText::tr("“%1” is already here, in the trash; it is left there.").arg(title);
    case ImportWarning::Kind::MessageUnreadable:
        return ImportText::tr("“%1”: %n message(s) could not be read; they are left out.", nullptr,
                              count)
            .arg(title);
    case ImportWarning::Kind::ToolCallsMoved:
        return ImportText::tr("“%1”: %n call(s) of tools stand with the reasoning.", nullptr, count)
            .arg(title);
    default: return {};
    }
}

QString fileText(const ImportWarning &warning)
{
    const int count = int(std::min<qint64>(warning.count, 1'000'000'000));
    switch (warning.kind) {
    case ImportWarning::Kind::ConversationUnreadable:
        return ImportText::tr("Conversation %1 of the file could not be read; it is left out.")
            .arg(warning.subject);
    case ImportWarning::Kind::FileUnreadable:
        return ImportText::tr("“%1” is no valid JSON; it is left out.").arg(warning.subject);
    case ImportWarning::Kind::NotUtf8:
        return ImportText::tr("“%1”: characters that are not UTF-8 are replaced in %n "
                              "conversation(s).",
                              nullptr, count)
            .arg(warning.subject);
    case ImportWarning::Kind::PromptsLeftOut:
        return ImportText::tr("“%1”: %n prompt template(s) are left out; Aura has none.", nullptr,
                              count)
            .arg(warning.subject);
    default: return {};
    }
}

int counted(qint64 count)
{
    return int(std::min<qint64>(count, 1'000'000'000));
}

QString extensionText(const ImportReport &report, ImportTense tense)
{
    const QString messages =
        ImportText::tr("%n new message(s)", nullptr, counted(report.extendedBy));
    const int conversations = counted(report.extended.size());
    return (tense == ImportTense::WouldCome
                ? ImportText::tr("%n conversation(s) of yours will get %1.", nullptr, conversations)
                : ImportText::tr("%n conversation(s) of yours got %1.", nullptr, conversations))
        .arg(messages);
}

} // namespace

void ImportReport::warn(ImportWarning::Kind kind, const QString &subject, qint64 count)
{
    // Most repeat what was said last; looking further back would cost n².
    const qsizetype from = std::max<qsizetype>(warnings.size() - 8, 0);
    for (qsizetype i = warnings.size() - 1; i >= from; --i) {
        ImportWarning &known = warnings[i]; // clazy:exclude=detaching-member
        if (known.kind == kind && known.subject == subject) {
            known.count += count;
            return;
        }
    }
    if (warnings.size() < mostWarnings)
        warnings << ImportWarning{kind, subject, count};
    else
        ++moreWarnings;
}

QString warningText(const ImportWarning &warning)
{
    const QString title = warning.subject.isEmpty()
        ? ImportText::tr("A conversation without a title")
        : warning.subject;
    const QString text = conversationText(warning, title);
    return text.isEmpty() ? fileText(warning) : text;
}

QString summaryText(const ImportReport &report, ImportTense tense)
{
    const QString conversations =
        ImportText::tr("%n conversation(s)", nullptr, counted(report.conversations));
    const QString messages = ImportText::tr("%n message(s)", nullptr, counted(report.messages));
    QString what = ImportText::tr("%1 with %2").arg(conversations, messages);
    if (report.folders > 0)
        what = ImportText::tr("%1, and %n folder(s)", nullptr, counted(report.folders)).arg(what);
    QStringList sentences;
    if (!report.hasNew())
        sentences << ImportText::tr("There is nothing new to import.");
    else if (report.conversations == 0 && report.folders == 0)
        sentences.clear(); // only conversations that are here get something
    else if (tense == ImportTense::WouldCome)
        sentences << ImportText::tr("New: %1.").arg(what);
    else
        sentences << ImportText::tr("Imported: %1.").arg(what);
    if (!report.extended.isEmpty())
        sentences << extensionText(report, tense);
    if (report.duplicates > 0)
        sentences << ImportText::tr("%n conversation(s) are here already.", nullptr,
                                    counted(report.duplicates));
    return sentences.join(u' ');
}

} // namespace Aura
