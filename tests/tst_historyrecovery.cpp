// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that do not open, disks that refuse, programs that are older or newer.
#include "history/historystore.h"

#include "base/messageids.h"
#include "history/database.h"
#include "history/historycopies.h"
#include "history/schema.h"
#include "support/futurevalue.h"
#include "support/torturedisk.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestHistoryRecovery : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aDamagedFileIsNeverReplaced_data();
    void aDamagedFileIsNeverReplaced();
    void itsCopyIsOpened();
    void onlyTheUserBeginsAnew();
    void aMissingFileIsNotJustMadeAnew();
    void whatIsNewWaitsForTheChoice();
    void aNewerFileIsReadAndNotWritten();
    void fiveCopiesAreKept();
    void aFullDiskIsOnlyWaitedFor();
    void eachReleasedVersionOpens_data();
    void eachReleasedVersionOpens();
    void whatAMigrationCannotDoChangesNothing();
    void halfAMigrationIsNone();

private:
    void open(HistoryCondition expected)
    {
        m_store = std::make_unique<HistoryStore>(file());
        m_store->open();
        QTRY_COMPARE(m_store->status().condition, expected);
    }
    void put(const QString &id)
    {
        m_store->putConversation({.id = id, .title = id});
        m_store->putMessage(id, {.message = {.id = nextMessageId(), .text = u"in "_s + id}}, 1);
    }
    QStringList ids()
    {
        QStringList all;
        const auto summaries = valueOf(m_store->summaries());
        for (const ConversationSummary &summary : summaries)
            all += summary.id;
        all.sort();
        return all;
    }
    void makeCopy() const
    {
        Database source;
        QVERIFY(source.open(file(), Database::Access::ReadOnly));
        QVERIFY(HistoryCopies(file()).make(source));
    }
    //! A history with a conversation "old" and a copy of it, then one "new" more; closed.
    void live()
    {
        open(HistoryCondition::Working);
        put(u"old"_s);
        QVERIFY(valueOf(m_store->kept()));
        makeCopy();
        put(u"new"_s);
        m_store.reset();
    }
    static int versionOf(const QString &file)
    {
        Database database;
        return database.open(file, Database::Access::ReadOnly) ? storedSchemaVersion(database) : -1;
    }
    QStringList filesAside() const
    {
        return QDir(m_folder->path()).entryList({u"*.damaged-*"_s}, QDir::Files);
    }
    QByteArray bytes() const
    {
        QFile content(file());
        return content.open(QIODevice::ReadOnly) ? content.readAll() : QByteArray();
    }
    void overwrite(qint64 offset, const QByteArray &bytes) const
    {
        QFile content(file());
        QVERIFY(content.open(QIODevice::ReadWrite) && content.seek(offset)
                && content.write(bytes) == bytes.size());
    }
    QString file() const { return m_folder->filePath(u"history.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryStore> m_store;
};

void TestHistoryRecovery::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QLoggingCategory::setFilterRules(u"aura.history=false"_s); // it complains, as it should
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestHistoryRecovery::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

void TestHistoryRecovery::aDamagedFileIsNeverReplaced_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a text") << QByteArray(5000, 'x');
    QTest::newRow("a short text") << QByteArray("hello");
    QTest::newRow("a header, and nonsense") << "SQLite format 3" + QByteArray(9000, '\0');
}

void TestHistoryRecovery::aDamagedFileIsNeverReplaced()
{
    QFETCH(QByteArray, content);
    overwrite(0, content);
    for (int start = 0; start < 2; ++start) { // nobody chose anything the first time
        open(HistoryCondition::Damaged);
        QVERIFY(m_store->status().copy.isEmpty());
        m_store.reset();
        QCOMPARE(bytes(), content);
    }
}

void TestHistoryRecovery::itsCopyIsOpened()
{
    live();
    overwrite(0, QByteArray(200, 'x'));
    const QByteArray damaged = bytes();
    open(HistoryCondition::Damaged);
    QVERIFY(m_store->status().copyMadeAt.secsTo(QDateTime::currentDateTimeUtc()) < 60);
    m_store->restoreCopy();
    QTRY_COMPARE(m_store->status().condition, HistoryCondition::Working);
    QCOMPARE(ids(), QStringList{u"old"_s});
    QCOMPARE(valueOf(m_store->messages(u"old"_s)).size(), 1);
    QCOMPARE(filesAside().size(), 1);
    QFile aside(m_folder->filePath(filesAside().first()));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), damaged);
}

void TestHistoryRecovery::onlyTheUserBeginsAnew()
{
    overwrite(0, QByteArray(5000, 'x'));
    open(HistoryCondition::Damaged);
    m_store->restoreCopy(); // there is none
    m_store->startAnew();
    QTRY_COMPARE(m_store->status().condition, HistoryCondition::Working);
    QCOMPARE(ids(), QStringList());
    QCOMPARE(filesAside().size(), 1);
}

void TestHistoryRecovery::aMissingFileIsNotJustMadeAnew()
{
    live();
    QVERIFY(QFile::remove(file()));
    open(HistoryCondition::Missing);
    QVERIFY(!QFile::exists(file()));
    m_store->restoreCopy();
    QTRY_COMPARE(m_store->status().condition, HistoryCondition::Working);
    QCOMPARE(ids(), QStringList{u"old"_s});
}

void TestHistoryRecovery::whatIsNewWaitsForTheChoice()
{
    live();
    overwrite(0, QByteArray(200, 'x'));
    open(HistoryCondition::Damaged);
    put(u"meanwhile"_s);
    QVERIFY(!valueOf(m_store->kept())); // nobody waits for it
    m_store->restoreCopy();
    QTRY_COMPARE(m_store->status().condition, HistoryCondition::Working);
    QVERIFY(valueOf(m_store->kept()));
    QCOMPARE(ids(), (QStringList{u"meanwhile"_s, u"old"_s}));
}

void TestHistoryRecovery::aNewerFileIsReadAndNotWritten()
{
    live();
    {
        Database newer;
        QVERIFY(newer.open(file()));
        QVERIFY(newer.run(u"PRAGMA user_version = %1"_s.arg(schemaVersion + 1)));
    }
    open(HistoryCondition::Newer);
    QCOMPARE(ids(), (QStringList{u"new"_s, u"old"_s}));
    QVERIFY(!historySentence(m_store->status()).isEmpty());
    put(u"another"_s);
    QVERIFY(!valueOf(m_store->kept()));
    QCOMPARE(ids(), (QStringList{u"new"_s, u"old"_s}));
}

void TestHistoryRecovery::fiveCopiesAreKept()
{
    open(HistoryCondition::Working);
    QVERIFY(HistoryCopies(file()).isDue());
    QString last;
    for (int i = 0; i < 7; ++i) {
        makeCopy();
        last = HistoryCopies(file()).newest()->file;
    }
    QVERIFY(!HistoryCopies(file()).isDue());
    const QStringList copies = QDir(m_folder->filePath(u"copies"_s)).entryList(QDir::Files);
    QCOMPARE(copies.size(), 5);
    QVERIFY(last.endsWith(copies.last()));
}

void TestHistoryRecovery::aFullDiskIsOnlyWaitedFor()
{
    TortureDisk disk;
    open(HistoryCondition::Working);
    put(u"before"_s);
    QVERIFY(valueOf(m_store->kept()));
    disk.failFrom(disk.steps(), TortureDisk::Fault::DiskFull);
    put(u"while full"_s);
    QVERIFY(!valueOf(m_store->kept()));
    QTRY_COMPARE(m_store->status().condition, HistoryCondition::DiskFull);
    QCOMPARE(ids(), QStringList{u"before"_s}); // what is there can be read
    put(u"still full"_s);
    disk.failFrom(-1, TortureDisk::Fault::DiskFull);
    QTRY_COMPARE(m_store->status().condition, HistoryCondition::Working); // by itself
    QVERIFY(valueOf(m_store->kept()));
    QCOMPARE(ids(), (QStringList{u"before"_s, u"still full"_s, u"while full"_s}));
    m_store.reset(); // before its disk
}

void TestHistoryRecovery::eachReleasedVersionOpens_data()
{
    QTest::addColumn<QString>("fixture");
    const QDir fixtures(u"" AURA_TEST_DATA "/history"_s);
    const QStringList all = fixtures.entryList({u"version-*.sqlite"_s}, QDir::Files);
    QCOMPARE(all.size(), schemaVersion); // one for each
    for (const QString &name : all)
        QTest::newRow(qPrintable(name)) << fixtures.filePath(name);
}

void TestHistoryRecovery::eachReleasedVersionOpens()
{
    QFETCH(QString, fixture);
    QVERIFY(QFile::copy(fixture, file()));
    open(HistoryCondition::Working);
    QCOMPARE(ids(), QStringList{u"first"_s});
    const auto messages = valueOf(m_store->messages(u"first"_s));
    QCOMPARE(messages.size(), 4);
    QCOMPARE(messages.at(0).message.text, u"Why is the sky blue?"_s);
    QCOMPARE(messages.at(2).message.state, ReplyState::Interrupted); // it was Answering
    QCOMPARE(messages.at(2).message.text, u"Because of"_s);
    QVERIFY(messages.at(2).isActive);
    QCOMPARE(valueOf(m_store->conversation(u"first"_s))->draft, u"And at"_s);
    QCOMPARE(valueOf(m_store->folders()).size(), 1);
    QCOMPARE(valueOf(m_store->search(u"rayleigh"_s, 5)).hits.size(), 1);
    QCOMPARE(valueOf(m_store->search(u"rayl"_s, 5)).hits.size(), 1);
    m_store.reset();

    // Before it was changed, it was copied as it was.
    const int version = versionOf(fixture);
    QCOMPARE(versionOf(file()), schemaVersion);
    const auto copy = HistoryCopies(file()).newest();
    QCOMPARE(copy.has_value(), version < schemaVersion);
    if (copy)
        QCOMPARE(versionOf(copy->file), version);
}

void TestHistoryRecovery::whatAMigrationCannotDoChangesNothing()
{
    Database database;
    QVERIFY(database.open(file()));
    QVERIFY(database.run(u"CREATE TABLE message(something)"_s)); // in the way of the first step
    QVERIFY(!migrate(database));
    QVERIFY(database.error().code != 0);
    QCOMPARE(storedSchemaVersion(database), 0);
    QCOMPARE(database.value(u"SELECT count(*) FROM sqlite_schema"_s).toInt(), 1);
}

void TestHistoryRecovery::halfAMigrationIsNone()
{
    QVERIFY(QFile::copy(u"" AURA_TEST_DATA "/history/version-1.sqlite"_s, file()));
    Database database;
    QVERIFY(database.open(file()));
    QVERIFY(database.run(u"DROP TABLE title_index"_s)); // which the second step wants to take away
    QVERIFY(!migrate(database));
    QCOMPARE(storedSchemaVersion(database), 1);
    QVERIFY(database.value(u"SELECT rowid FROM message_index WHERE message_index MATCH 'sky'"_s)
                .isValid());
}

QTEST_GUILESS_MAIN(TestHistoryRecovery)
#include "tst_historyrecovery.moc"
