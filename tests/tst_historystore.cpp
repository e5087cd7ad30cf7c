// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historystore.h"

#include "base/messageids.h"
#include "history/database.h"
#include "history/historycopies.h"
#include "history/schema.h"
#include "support/futurevalue.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

const QDateTime &someTime()
{
    static const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'760'000'000'123, Qt::UTC);
    return time;
}

StoredConversation fullConversation(const QString &id)
{
    return {.id = id,
            .title = u"Überschrift"_s,
            .hasOwnTitle = true,
            .isPinned = true,
            .isArchived = true,
            .trashedAt = QDateTime::currentDateTimeUtc(),
            .created = someTime(),
            .changed = someTime().addSecs(60),
            .parameters = {.systemPrompt = u""_s,
                           .temperature = 0.25,
                           .maxTokens = 512,
                           .connectionId = u"here"_s,
                           .model = u"small"_s},
            .origin = u"chatgpt:7"_s};
}

StoredMessage fullReply(MessageId parent)
{
    return {.message = {.id = nextMessageId(),
                        .role = Role::Assistant,
                        .text = u"a 𝕬 b\0c"_s.left(5) + QString(QChar(0)) + u"after NUL"_s,
                        .reasoning = u"thought"_s,
                        .state = ReplyState::Failed,
                        .error = ProviderError{.kind = ErrorKind::Timeout,
                                               .cause = ErrorCause::IdleTimeout,
                                               .subject = u"host:80"_s,
                                               .detail = u"said so"_s,
                                               .httpStatus = 503,
                                               .limit = std::chrono::seconds(3),
                                               .needed = 7,
                                               .allowed = 5},
                        .model = u"m"_s,
                        .connectionName = u"c"_s,
                        .time = someTime(),
                        .usage = {1, 2},
                        .timing = {3, 4, 5}},
            .parent = parent,
            .parameters = {{u"temperature"_s, 0.5}},
            .attachments = {u"file"_s},
            .origin = u"x"_s};
}

StoredMessage question(const QString &text, MessageId parent = {})
{
    return {.message = {.id = nextMessageId(), .text = text, .time = someTime()}, .parent = parent};
}

StoredMessage answering(MessageId parent)
{
    return {.message = {.id = nextMessageId(),
                        .role = Role::Assistant,
                        .state = ReplyState::Answering,
                        .time = someTime()},
            .parent = parent};
}

} // namespace

class TestHistoryStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aConversationComesBackWhole();
    void aMessageComesBackWhole();
    void draftAndPlaceAreKept();
    void foldersAreKept();
    void piecesAreFoldedAtTheEnd();
    void anUnfinishedReplyIsInterrupted();
    void aPieceOfAnEndedReplyIsNothing();
    void anotherVersionIsTheActiveOne();
    void theStoredPathIsTheActiveOne();
    void aDeletedMessageTakesThoseBelow();
    void whatIsDeletedForGoodIsNowhere();
    void theTrashIsEmptiedInTime();
    void aChangeThatCannotBeKeptKeepsNothingElseOut();
    void filesAreForTheUserAlone();

private:
    void open();
    void reopen();
    QString file() const { return m_folder->filePath(u"history.sqlite"_s); }
    bool keep() { return valueOf(m_store->kept()); }
    QStringList texts(const QString &conversation)
    {
        QStringList texts;
        for (const StoredMessage &stored : valueOf(m_store->messages(conversation)))
            texts += stored.message.text;
        return texts;
    }
    QStringList activePath(const QString &conversation)
    {
        QStringList texts;
        Database database;
        if (database.open(file(), Database::Access::ReadOnly)) {
            Rows rows = database.rows(u"SELECT text FROM message WHERE seq IS NOT NULL AND"
                                      u" conversation = (SELECT key FROM conversation WHERE id = ?)"
                                      u" ORDER BY seq"_s,
                                      {conversation});
            while (rows.next())
                texts += rows.text(0);
        }
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryStore> m_store;
};

void TestHistoryStore::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void TestHistoryStore::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

void TestHistoryStore::open()
{
    m_store = std::make_unique<HistoryStore>(file());
    m_store->open();
    QTRY_COMPARE(m_store->status().condition, HistoryCondition::Working);
}

void TestHistoryStore::reopen()
{
    m_store.reset();
    open();
}

void TestHistoryStore::aConversationComesBackWhole()
{
    const StoredConversation written = fullConversation(u"a"_s);
    m_store->putConversation(written);
    reopen();

    QCOMPARE(valueOf(m_store->conversation(u"a"_s)), std::optional(written));
    const auto summaries = valueOf(m_store->summaries());
    QCOMPARE(summaries.size(), 1);
    QCOMPARE(summaries.constFirst().title, written.title);
    QCOMPARE(summaries.constFirst().trashedAt, written.trashedAt);
    QVERIFY(!valueOf(m_store->conversation(u"b"_s)));

    StoredConversation changed = written;
    changed.parameters = {};
    changed.title = u"other"_s;
    m_store->putConversation(changed);
    reopen();
    QCOMPARE(valueOf(m_store->conversation(u"a"_s)), std::optional(changed));
}

void TestHistoryStore::aMessageComesBackWhole()
{
    m_store->putConversation(fullConversation(u"a"_s));
    const StoredMessage asked = question(u"why?"_s);
    const StoredMessage reply = fullReply(asked.message.id);
    m_store->putMessage(u"a"_s, asked, 1);
    m_store->putMessage(u"a"_s, reply, 2);
    reopen();

    QCOMPARE(valueOf(m_store->messages(u"a"_s)), (QList<StoredMessage>{asked, reply}));
}

void TestHistoryStore::draftAndPlaceAreKept()
{
    const ScrollPlace place{.message = {77}, .offset = -3};
    m_store->putConversation(fullConversation(u"a"_s));
    m_store->putDraft(u"a"_s, u"half a tho"_s);
    m_store->putScrollPlace(u"a"_s, place);
    m_store->putConversation(fullConversation(u"a"_s)); // takes neither away
    m_store->setCurrent(u"a"_s);
    reopen();

    const auto read = valueOf(m_store->conversation(u"a"_s));
    QVERIFY(read);
    QCOMPARE(read->draft, u"half a tho"_s);
    QCOMPARE(read->scroll, place);
    QCOMPARE(valueOf(m_store->current()), u"a"_s);
}

void TestHistoryStore::foldersAreKept()
{
    const Folder inner{.id = u"2"_s, .parentId = u"1"_s, .name = u"inner"_s, .position = 0};
    const Folder outer{.id = u"1"_s, .name = u"outer"_s, .position = 1, .origin = u"o"_s};
    m_store->putFolders({inner, outer}); // the inner one may come first
    StoredConversation inside = fullConversation(u"a"_s);
    inside.folderId = u"2"_s;
    m_store->putConversation(inside);
    QVERIFY(keep());
    QCOMPARE(valueOf(m_store->folders()), (QList<Folder>{inner, outer}));

    m_store->putFolders({outer});
    QVERIFY(keep());
    QCOMPARE(valueOf(m_store->folders()), QList<Folder>{outer});
    QCOMPARE(valueOf(m_store->conversation(u"a"_s))->folderId, QString());
}

void TestHistoryStore::piecesAreFoldedAtTheEnd()
{
    m_store->putConversation(fullConversation(u"a"_s));
    StoredMessage reply = answering({});
    m_store->putMessage(u"a"_s, reply, 1);
    m_store->appendPiece(reply.message.id, u"one "_s);
    m_store->appendPiece(reply.message.id, u"two"_s, u"hm"_s);
    QVERIFY(keep());
    const auto growing = valueOf(m_store->messages(u"a"_s));
    QCOMPARE(growing.constFirst().message.text, u"one two"_s);
    QCOMPARE(growing.constFirst().message.reasoning, u"hm"_s);
    QCOMPARE(growing.constFirst().message.state, ReplyState::Answering);

    reply.message.text = u"one two three"_s;
    reply.message.state = ReplyState::Complete;
    m_store->putMessage(u"a"_s, reply);
    reopen();
    QCOMPARE(valueOf(m_store->messages(u"a"_s)), QList<StoredMessage>{reply});
}

void TestHistoryStore::anUnfinishedReplyIsInterrupted()
{
    m_store->putConversation(fullConversation(u"a"_s));
    const StoredMessage reply = answering({});
    m_store->putMessage(u"a"_s, reply, 1);
    m_store->appendPiece(reply.message.id, u"half a"_s, u"so"_s);
    m_store->appendPiece(reply.message.id, u" thought"_s);
    reopen();

    const Message read = valueOf(m_store->messages(u"a"_s)).constFirst().message;
    QCOMPARE(read.text, u"half a thought"_s);
    QCOMPARE(read.reasoning, u"so"_s);
    QCOMPARE(read.state, ReplyState::Interrupted);
    QVERIFY(read.error);
    QCOMPARE(read.error->cause, ErrorCause::ProgramEnded);
    QCOMPARE(valueOf(m_store->search(u"thought in:trash"_s, 10)).hits.size(), 1);
}

void TestHistoryStore::aPieceOfAnEndedReplyIsNothing()
{
    m_store->putConversation(fullConversation(u"a"_s));
    StoredMessage reply = answering({});
    reply.message.state = ReplyState::Stopped;
    m_store->putMessage(u"a"_s, reply, 1);
    m_store->appendPiece(reply.message.id, u"late"_s);
    m_store->appendPiece({1}, u"of nobody"_s);
    QVERIFY(keep());
    QCOMPARE(texts(u"a"_s), QStringList{QString()});
}

void TestHistoryStore::anotherVersionIsTheActiveOne()
{
    m_store->putConversation(fullConversation(u"a"_s));
    const StoredMessage first = question(u"first"_s);
    StoredMessage second = question(u"second"_s);
    m_store->putMessage(u"a"_s, first, 1);
    m_store->putMessage(u"a"_s, second, 1);
    QVERIFY(keep());
    auto read = valueOf(m_store->messages(u"a"_s));
    QVERIFY(!read.at(0).isActive);
    QVERIFY(read.at(1).isActive);

    m_store->putPath(u"a"_s, 1, {first});
    QVERIFY(keep());
    read = valueOf(m_store->messages(u"a"_s));
    QVERIFY(read.at(0).isActive);
    QVERIFY(!read.at(1).isActive);
}

void TestHistoryStore::theStoredPathIsTheActiveOne()
{
    m_store->putConversation(fullConversation(u"a"_s));
    const StoredMessage first = question(u"1"_s);
    const StoredMessage below = question(u"1.1"_s, first.message.id);
    const StoredMessage other = question(u"2"_s);
    const StoredMessage system{
        .message = {.id = nextMessageId(), .role = Role::System, .text = u"be"_s}};
    m_store->putMessage(u"a"_s, first, 1);
    m_store->putMessage(u"a"_s, below, 2);
    m_store->putMessage(u"a"_s, other, 1);
    m_store->putMessage(u"a"_s, system, 0);
    QVERIFY(keep());
    QCOMPARE(activePath(u"a"_s), (QStringList{u"be"_s, u"2"_s}));

    m_store->putPath(u"a"_s, 1, {first, below});
    QVERIFY(keep());
    QCOMPARE(activePath(u"a"_s), (QStringList{u"be"_s, u"1"_s, u"1.1"_s}));
}

void TestHistoryStore::aDeletedMessageTakesThoseBelow()
{
    m_store->putConversation(fullConversation(u"a"_s));
    const StoredMessage first = question(u"one"_s);
    const StoredMessage below = question(u"two"_s, first.message.id);
    const StoredMessage last = question(u"three"_s, below.message.id);
    int seq = 1;
    for (const StoredMessage &stored : {first, below, last})
        m_store->putMessage(u"a"_s, stored, seq++);
    m_store->removeMessages(u"a"_s, {below.message.id});
    QVERIFY(keep());
    QCOMPARE(texts(u"a"_s), QStringList{u"one"_s});
    QVERIFY(valueOf(m_store->search(u"three"_s, 10)).hits.isEmpty());
}

void TestHistoryStore::whatIsDeletedForGoodIsNowhere()
{
    for (const auto &id : {u"kept"_s, u"gone"_s}) {
        m_store->putConversation({.id = id, .title = id + u"title"_s});
        m_store->putMessage(id, question(id + u"canary"_s), 1);
    }
    QVERIFY(keep());
    Database source;
    QVERIFY(source.open(file(), Database::Access::ReadOnly));
    QVERIFY(HistoryCopies(file()).make(source));
    source.close();
    const QString old = HistoryCopies(file()).newest()->file;
    m_store->deleteForGood({u"gone"_s});
    const auto isCopiedAnew = [this, &old] {
        const auto newest = HistoryCopies(file()).newest();
        return newest && newest->file != old;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isCopiedAnew(), 20000);
    QVERIFY(keep());
    m_store.reset();

    const QDir folder(m_folder->path());
    for (const QString &name : {file(), HistoryCopies(file()).newest()->file}) {
        QFile content(name);
        QVERIFY(content.open(QIODevice::ReadOnly));
        const QByteArray bytes = content.readAll();
        QVERIFY2(bytes.contains("keptcanary"), qPrintable(name));
        QVERIFY2(!bytes.contains("gonecanary"), qPrintable(name));
        QVERIFY2(!bytes.contains("gonetitle"), qPrintable(name));
    }
    QCOMPARE(folder.entryList({u"history.sqlite*"_s}, QDir::Files),
             QStringList{u"history.sqlite"_s});
}

void TestHistoryStore::theTrashIsEmptiedInTime()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_store->putConversation({.id = u"old"_s, .trashedAt = now.addDays(-31)});
    m_store->putConversation({.id = u"new"_s, .trashedAt = now.addDays(-29)});
    m_store->putMessage(u"old"_s, question(u"x"_s), 1);
    m_store->putMessage(u"new"_s, question(u"y"_s), 1);
    reopen();
    const auto left = valueOf(m_store->summaries());
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.constFirst().id, u"new"_s);
}

void TestHistoryStore::aChangeThatCannotBeKeptKeepsNothingElseOut()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a change was not kept"_s));
    m_store->putConversation({.id = u"a"_s, .title = u"before"_s});
    m_store->putConversation({.id = u"b"_s, .folderId = u"no such folder"_s});
    m_store->putConversation({.id = u"c"_s, .title = u"behind"_s});
    QVERIFY(keep());
    QCOMPARE(valueOf(m_store->summaries()).size(), 2);
}

void TestHistoryStore::filesAreForTheUserAlone()
{
    m_store->putConversation({.id = u"a"_s});
    QVERIFY(keep());
    Database source;
    QVERIFY(source.open(file(), Database::Access::ReadOnly));
    QVERIFY(HistoryCopies(file()).make(source));
    constexpr QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    const QStringList files{file(), file() + u"-wal"_s, file() + u"-shm"_s,
                            HistoryCopies(file()).newest()->file};
    for (const QString &name : files) {
        QVERIFY2(QFileInfo::exists(name), qPrintable(name));
        QVERIFY2(!(QFileInfo(name).permissions() & others), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestHistoryStore)
#include "tst_historystore.moc"
