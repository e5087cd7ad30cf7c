// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historystatus.h"
#include "history/records.h"
#include "history/searchresult.h"

#include <QFuture>
#include <QObject>
#include <QStringList>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

namespace Aura {

class Database;
class HistoryReader;
class HistoryWriter;

//! What is kept of conversations: one SQLite file, written by one thread and read by another.
//!
//! Nothing here waits for the disk but the destructor. Changes are done in the order in which they
//! were asked for, those that come together in one transaction; while the disk refuses, they wait
//! in memory. Reads see what is committed; their futures never fail, what cannot be read is empty.
class HistoryStore : public QObject
{
    Q_OBJECT

public:
    //! Whether a file that is not there is made; one that was there is waited for, as its disk may
    //! be missing.
    enum class Place { MayBeNew, IsKnown };

    //! The folder of a new file is there.
    explicit HistoryStore(const QString &file, Place place = Place::MayBeNew,
                          QObject *parent = nullptr);
    ~HistoryStore() override; // writes what waits

    //! Opens the file, or makes it; statusChanged() tells how that went.
    void open();
    const HistoryStatus &status() const { return m_status; }

    //! Goes on with another file, a copy of the same; or a new one, where the old one's disk is
    //! gone. statusChanged() tells of it.
    void moveTo(const QString &file, Place place = Place::IsKnown);

    //! The answers to HistoryCondition::Damaged and Missing. What is there is set aside.
    void restoreCopy();
    void startAnew();

    //! New or changed; the draft and the scroll place are not looked at.
    void putConversation(const StoredConversation &conversation);
    void putConversations(const QList<ConversationSummary> &conversations); // of known ones
    void putDraft(const QString &conversation, const QString &draft);
    void putScrollPlace(const QString &conversation, const ScrollPlace &place);

    //! New or changed. A place on the active path (the system message has 0, the first question 1)
    //! ends the path and makes the message the active one among its siblings.
    void putMessage(const QString &conversation, const StoredMessage &message,
                    std::optional<int> seq = {});
    //! What came of a reply whose message is Answering. Does nothing for others.
    void appendPiece(MessageId reply, const QString &text, const QString &reasoning = {});
    //! The active path, from a place on, with the message above each.
    void putPath(const QString &conversation, int from, const QList<StoredMessage> &path);
    //! With those below them; the active child of their parent is activeSibling afterwards.
    void removeMessages(const QString &conversation, const QList<MessageId> &messages);

    void putFolders(const QList<Folder> &folders);        // all of them; one that is missing goes
    void deleteForGood(const QStringList &conversations); // rows, index, and copies
    void setCurrent(const QString &conversation);         // the one that is open

    //! Comes when all that was asked before is in the file: true. False: the disk refuses, and it
    //! is in memory alone.
    QFuture<bool> kept();

    QFuture<QList<ConversationSummary>> summaries(); // the one that changed last first
    QFuture<QList<Folder>> folders();
    QFuture<QString> current(); // the id that setCurrent() named last
    QFuture<std::optional<StoredConversation>> conversation(const QString &id);
    QFuture<QList<StoredMessage>> messages(const QString &conversation); // by age
    QFuture<MessageRange> latestMessages(const QString &conversation);   // all but of a long one
    //! The newest hits first, at most limit, all older than before where it is valid.
    QFuture<SearchResult> search(const QString &query, int limit, MessageId before = {});

signals:
    void statusChanged(const Aura::HistoryStatus &status);

private:
    void write(const std::function<bool(Database &)> &job);
    void onStatusChanged(const HistoryStatus &status);
    void copyWhenDue();

    HistoryStatus m_status;
    QString m_file;
    QThread m_writing;
    QThread m_reading;
    std::unique_ptr<HistoryWriter> m_writer; // lives in m_writing
    std::unique_ptr<HistoryReader> m_reader; // lives in m_reading
    std::unique_ptr<QThread> m_copying;      // while a copy is made
};

} // namespace Aura
