// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historystore.h"

#include "history/conversationrows.h"
#include "history/historyreader.h"
#include "history/historysearch.h"
#include "history/historywriter.h"
#include "history/messagerows.h"

#include <QPromise>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr auto pauseBeforeCopy = 30s; // a start has other things to do
constexpr auto longestEnd = 10s;      // for a disk that does not answer

} // namespace

HistoryStore::HistoryStore(const QString &file, Place place, QObject *parent)
    : QObject(parent)
    , m_status{.file = file}
    , m_file(file)
    , m_writer(std::make_unique<HistoryWriter>(file, place == Place::IsKnown))
    , m_reader(std::make_unique<HistoryReader>(file))
{
    Database::loadDriver();
    qRegisterMetaType<HistoryStatus>();
    m_writing.setObjectName(u"aura-history"_s);
    m_reading.setObjectName(u"aura-reading"_s);
    m_writer->moveToThread(&m_writing);
    m_reader->moveToThread(&m_reading);
    connect(m_writer.get(), &HistoryWriter::statusChanged, this, &HistoryStore::onStatusChanged);
    m_writing.start();
    m_reading.start();
}

HistoryStore::~HistoryStore()
{
    HistoryReader *reader = m_reader.get();
    HistoryWriter *writer = m_writer.get();
    // The threads end behind what was asked of them before.
    QMetaObject::invokeMethod(reader, [reader, thread = &m_reading] {
        reader->close();
        thread->quit();
    });
    m_reading.wait();
    QMetaObject::invokeMethod(writer, [writer, thread = &m_writing] {
        writer->close();
        thread->quit();
    });
    if (!m_writing.wait(QDeadlineTimer(longestEnd))) {
        m_writing.terminate();
        m_writing.wait();
    }
    if (m_copying)
        m_copying->wait();
}

void HistoryStore::open()
{
    QMetaObject::invokeMethod(m_writer.get(), &HistoryWriter::open);
}

void HistoryStore::moveTo(const QString &file, Place place)
{
    m_file = file;
    HistoryReader *reader = m_reader.get();
    HistoryWriter *writer = m_writer.get();
    QMetaObject::invokeMethod(reader, [reader, file] { reader->moveTo(file); });
    QMetaObject::invokeMethod(writer, [writer, file, isKnown = place == Place::IsKnown] {
        writer->moveTo(file, isKnown);
    });
}

void HistoryStore::restoreCopy()
{
    HistoryReader *reader = m_reader.get();
    HistoryWriter *writer = m_writer.get();
    QMetaObject::invokeMethod(reader, [reader] { reader->close(); });
    QMetaObject::invokeMethod(writer, [writer] { writer->restoreCopy(); });
}

void HistoryStore::startAnew()
{
    HistoryReader *reader = m_reader.get();
    HistoryWriter *writer = m_writer.get();
    QMetaObject::invokeMethod(reader, [reader] { reader->close(); });
    QMetaObject::invokeMethod(writer, [writer] { writer->startAnew(); });
}

void HistoryStore::onStatusChanged(const HistoryStatus &status)
{
    const bool wasReadable = m_status.isReadable();
    m_status = status;
    HistoryReader *reader = m_reader.get();
    if (status.condition == HistoryCondition::Working || (status.isReadable() && !wasReadable))
        QMetaObject::invokeMethod(reader, [reader] { reader->open(); });
    if (status.condition == HistoryCondition::Working)
        QTimer::singleShot(pauseBeforeCopy, this, &HistoryStore::copyWhenDue);
    emit statusChanged(status);
}

//! On a connection of its own, so that nothing waits for it.
void HistoryStore::copyWhenDue()
{
    if (m_copying || !HistoryCopies(m_file).isDue())
        return;
    m_copying.reset(QThread::create([file = m_file] {
        Database database;
        if (database.open(file, Database::Access::ReadOnly))
            HistoryCopies(file).make(database);
    }));
    connect(m_copying.get(), &QThread::finished, this, [this] {
        m_copying.reset();
        QTimer::singleShot(24h, this, &HistoryStore::copyWhenDue);
    });
    m_copying->start(QThread::LowPriority);
}

void HistoryStore::write(const std::function<bool(Database &)> &job)
{
    HistoryWriter *writer = m_writer.get();
    QMetaObject::invokeMethod(writer, [writer, job] { writer->post(job); });
}

QFuture<bool> HistoryStore::kept()
{
    const auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    HistoryWriter *writer = m_writer.get();
    QMetaObject::invokeMethod(writer, [writer, promise] {
        writer->post([](Database &) { return true; },
                     [promise](bool isKept) {
                         promise->addResult(isKept);
                         promise->finish();
                     });
    });
    return promise->future();
}

void HistoryStore::putConversation(const StoredConversation &conversation)
{
    write([conversation](Database &database) {
        return Aura::putConversation(database, conversation);
    });
}

void HistoryStore::putConversations(const QList<ConversationSummary> &conversations)
{
    write([conversations](Database &database) {
        return std::ranges::all_of(conversations, [&database](const ConversationSummary &one) {
            return putSummary(database, one);
        });
    });
}

void HistoryStore::putDraft(const QString &conversation, const QString &draft)
{
    write([conversation, draft](Database &database) {
        return Aura::putDraft(database, conversation, draft);
    });
}

void HistoryStore::putScrollPlace(const QString &conversation, const ScrollPlace &place)
{
    write([conversation, place](Database &database) {
        return Aura::putScrollPlace(database, conversation, place);
    });
}

void HistoryStore::putMessage(const QString &conversation, const StoredMessage &message,
                              std::optional<int> seq)
{
    write([conversation, message, seq](Database &database) {
        const qint64 key = conversationKey(database, conversation);
        if (key == 0)
            return database.error().code == 0; // deleted for good meanwhile
        if (!Aura::putMessage(database, key, message, seq))
            return false;
        const bool isPart = seq && message.message.role != Role::System;
        return !isPart || activateMessage(database, key, message.parent, message.message.id);
    });
}

void HistoryStore::appendPiece(MessageId reply, const QString &text, const QString &reasoning)
{
    write([reply, text, reasoning](Database &database) {
        return Aura::appendPiece(database, reply, text, reasoning);
    });
}

void HistoryStore::putPath(const QString &conversation, int from, const QList<StoredMessage> &path)
{
    QList<MessageId> ids;
    QList<std::pair<MessageId, MessageId>> active; // the parent, its child
    for (const StoredMessage &stored : path) {
        ids.append(stored.message.id);
        if (stored.message.role != Role::System)
            active.append({stored.parent, stored.message.id});
    }
    write([conversation, from, ids, active](Database &database) {
        const qint64 key = conversationKey(database, conversation);
        if (key == 0)
            return database.error().code == 0;
        return Aura::putPath(database, key, from, ids)
            && std::ranges::all_of(active, [&](const auto &pair) {
                   return activateMessage(database, key, pair.first, pair.second);
               });
    });
}

void HistoryStore::removeMessages(const QString &conversation, const QList<MessageId> &messages)
{
    write([conversation, messages](Database &database) {
        const qint64 key = conversationKey(database, conversation);
        return key == 0 ? database.error().code == 0
                        : Aura::removeMessages(database, key, messages);
    });
}

void HistoryStore::putFolders(const QList<Folder> &folders)
{
    write([folders](Database &database) { return Aura::putFolders(database, folders); });
}

void HistoryStore::deleteForGood(const QStringList &conversations)
{
    for (const QString &id : conversations)
        write([id](Database &database) { return removeConversation(database, id); });
    HistoryWriter *writer = m_writer.get();
    QMetaObject::invokeMethod(writer, [writer] { writer->scrub(); });
}

void HistoryStore::setCurrent(const QString &conversation)
{
    write([conversation](Database &database) {
        return putProgramValue(database, u"current"_s, conversation);
    });
}

QFuture<QList<ConversationSummary>> HistoryStore::summaries()
{
    return m_reader->ask<QList<ConversationSummary>>(
        [](Database &database, const auto &) { return readSummaries(database); });
}

QFuture<QList<Folder>> HistoryStore::folders()
{
    return m_reader->ask<QList<Folder>>(
        [](Database &database, const auto &) { return readFolders(database); });
}

QFuture<QString> HistoryStore::current()
{
    return m_reader->ask<QString>(
        [](Database &database, const auto &) { return programValue(database, u"current"_s); });
}

QFuture<std::optional<StoredConversation>> HistoryStore::conversation(const QString &id)
{
    return m_reader->ask<std::optional<StoredConversation>>(
        [id](Database &database, const auto &) { return readConversation(database, id); });
}

QFuture<QList<StoredMessage>> HistoryStore::messages(const QString &conversation)
{
    return m_reader->ask<QList<StoredMessage>>([conversation](Database &database, const auto &) {
        return readMessages(database, conversationKey(database, conversation));
    });
}

QFuture<MessageRange> HistoryStore::latestMessages(const QString &conversation)
{
    return m_reader->ask<MessageRange>([conversation](Database &database, const auto &) {
        return readLatestMessages(database, conversationKey(database, conversation));
    });
}

QFuture<SearchResult> HistoryStore::search(const QString &query, int limit, MessageId before)
{
    return m_reader->ask<SearchResult>(
        [query, limit, before](Database &database, const QPromise<SearchResult> &promise) {
            return searchHistory(database, query, limit, before,
                                 [&promise] { return promise.isCanceled(); });
        });
}

} // namespace Aura
