// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historyimport.h"

#include "history/conversationrows.h"
#include "history/historysearch.h"
#include "history/messagerows.h"
#include "history/schema.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestHistoryImport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatIsCommittedIsThere();
    void aDryRunChangesNothing();
    void theSameAgainAddsNothing();
    void aGrownConversationGetsWhatIsNew();
    void idsFollowTimesAndTheTree();
    void foldersAreFoundAgain();

private:
    static StoredMessage message(int id, int parent, const QString &text,
                                 const QDateTime &time = {})
    {
        return {.message = {.id = {id}, .text = text, .time = time},
                .parent = {parent},
                .origin = u"m%1"_s.arg(id)};
    }
    static StoredConversation conversation(const QString &origin)
    {
        return {.title = u"Imported"_s,
                .hasOwnTitle = true,
                .created = QDateTime::fromSecsSinceEpoch(1'600'000'000, Qt::UTC),
                .origin = origin};
    }
    QString file() const { return m_folder->filePath(u"history.sqlite"_s); }
    QList<StoredMessage> messagesOf(const QString &origin)
    {
        Database database;
        if (!database.open(file()))
            return {};
        return readMessages(
            database,
            database.value(u"SELECT key FROM conversation WHERE origin = ?"_s, {origin})
                .toLongLong());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestHistoryImport::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    Database database;
    QVERIFY(database.open(file()) && database.run(u"PRAGMA journal_mode = WAL"_s)
            && migrate(database));
}

void TestHistoryImport::whatIsCommittedIsThere()
{
    StoredMessage other = message(3, 1, u"another answer"_s);
    other.isActive = false;
    HistoryImport import(file());
    QVERIFY(import.begin());
    QVERIFY(import.add(conversation(u"a:1"_s),
                       {message(1, 0, u"question"_s), message(2, 1, u"answer"_s), other}));
    QCOMPARE(import.counts(), (ImportCounts{.conversations = 1, .messages = 3}));
    QVERIFY(import.commit());

    const auto messages = messagesOf(u"a:1"_s);
    QCOMPARE(messages.size(), 3);
    QVERIFY(messages.at(1).isActive);
    QVERIFY(!messages.at(2).isActive);
    Database database;
    QVERIFY(database.open(file()));
    QCOMPARE(database
                 .value(u"SELECT group_concat(text, '|') FROM (SELECT text FROM message"
                        u" WHERE seq IS NOT NULL ORDER BY seq)"_s)
                 .toString(),
             u"question|answer"_s);
    QCOMPARE(searchHistory(database, u"another"_s, 10, {}, [] { return false; }).hits.size(), 1);
}

void TestHistoryImport::aDryRunChangesNothing()
{
    {
        HistoryImport import(file());
        QVERIFY(import.begin());
        QVERIFY(import.add(conversation(u"a:1"_s), {message(1, 0, u"question"_s)}));
        QCOMPARE(import.counts().messages, 1);
    }
    Database database;
    QVERIFY(database.open(file()));
    QVERIFY(readSummaries(database).isEmpty());
}

void TestHistoryImport::theSameAgainAddsNothing()
{
    for (int round = 0; round < 2; ++round) {
        HistoryImport import(file());
        QVERIFY(import.begin());
        QVERIFY(import.add(conversation(u"a:1"_s), {message(1, 0, u"q"_s), message(2, 1, u"a"_s)}));
        QVERIFY(import.commit());
        if (round == 1)
            QCOMPARE(import.counts(), ImportCounts{.knownConversations = 1});
    }
    QCOMPARE(messagesOf(u"a:1"_s).size(), 2);
}

void TestHistoryImport::aGrownConversationGetsWhatIsNew()
{
    for (int count = 2; count <= 3; ++count) {
        HistoryImport import(file());
        QVERIFY(import.begin());
        const QList<StoredMessage> all{message(1, 0, u"1"_s), message(2, 1, u"2"_s),
                                       message(3, 2, u"3"_s)};
        QVERIFY(import.add(conversation(u"a:1"_s), all.first(count)));
        QVERIFY(import.commit());
        if (count == 3)
            QCOMPARE(import.counts(), (ImportCounts{.grownConversations = 1, .messages = 1}));
    }
    const auto messages = messagesOf(u"a:1"_s);
    QCOMPARE(messages.size(), 3);
    QCOMPARE(messages.at(2).parent, messages.at(1).message.id);
    QVERIFY(messages.at(2).isActive);
}

void TestHistoryImport::idsFollowTimesAndTheTree()
{
    const QDateTime early = QDateTime::fromSecsSinceEpoch(1'500'000'000, Qt::UTC);
    const QDateTime late = early.addYears(100); // a clock that was wrong
    HistoryImport import(file());
    QVERIFY(import.begin());
    QVERIFY(import.add(conversation(u"a:1"_s),
                       {message(1, 0, u"late"_s, late), message(2, 1, u"early"_s, early)}));
    QVERIFY(import.add(conversation(u"a:2"_s),
                       {message(1, 0, u"x"_s, early), message(2, 1, u"y"_s, early)}));
    QVERIFY(import.commit());
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto first = messagesOf(u"a:1"_s);
    QCOMPARE(first.at(0).message.text, u"late"_s);
    QVERIFY(first.at(0).message.id.value >> 20 <= now);
    QCOMPARE(first.at(1).parent, first.at(0).message.id);
    const auto second = messagesOf(u"a:2"_s);
    QCOMPARE(second.at(0).message.id.value >> 20, early.toMSecsSinceEpoch());
}

void TestHistoryImport::foldersAreFoundAgain()
{
    for (int round = 0; round < 2; ++round) {
        HistoryImport import(file());
        QVERIFY(import.begin());
        QVERIFY(import.addFolder({.id = u"1"_s, .name = u"Outer"_s, .origin = u"a:f1"_s}));
        QVERIFY(import.addFolder(
            {.id = u"2"_s, .parentId = u"1"_s, .name = u"Inner"_s, .origin = u"a:f2"_s}));
        StoredConversation inside = conversation(u"a:%1"_s.arg(round));
        inside.folderId = u"2"_s;
        QVERIFY(import.add(inside, {}));
        QVERIFY(import.commit());
    }
    Database database;
    QVERIFY(database.open(file()));
    const auto folders = readFolders(database);
    QCOMPARE(folders.size(), 2);
    const auto summaries = readSummaries(database);
    QCOMPARE(summaries.size(), 2);
    QCOMPARE(summaries.at(0).folderId, summaries.at(1).folderId);
    QVERIFY(!summaries.at(0).folderId.isEmpty());
}

QTEST_GUILESS_MAIN(TestHistoryImport)
#include "tst_historyimport.moc"
