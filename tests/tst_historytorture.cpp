// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historywriter.h"

#include "base/messageids.h"
#include "history/conversationrows.h"
#include "history/messagerows.h"
#include "history/schema.h"
#include "support/torturedisk.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

constexpr int powerCuts = 200;

//! A life of the program: it asks, gets answers in pieces, changes its mind, and says what is kept.
class Life
{
public:
    explicit Life(const QString &folder)
        : m_writer(folder + u"/history.sqlite"_s)
    {
        m_writer.open();
        post([](Database &database) {
            return putConversation(database, {.id = u"a"_s, .title = u"title"_s});
        });
    }

    void live(TortureDisk &disk, int questions)
    {
        for (int i = 0; i < questions; ++i) {
            const Message asked{.id = nextMessageId(), .text = u"question %1"_s.arg(i)};
            const Message reply{
                .id = nextMessageId(), .role = Role::Assistant, .state = ReplyState::Answering};
            put({.message = asked}, i);
            put({.message = reply, .parent = asked.id}, i + 1);
            commit(disk, asked);
            Message ended = reply;
            for (int piece = 0; piece < 4; ++piece) {
                const QString text = QString(200, QChar(u'a' + piece));
                ended.text += text;
                post([reply, text](Database &database) {
                    return appendPiece(database, reply.id, text, {});
                });
                m_writer.drain();
            }
            ended.state = ReplyState::Complete;
            put({.message = ended, .parent = asked.id}, {});
            commit(disk, ended);
        }
    }

    HistoryWriter &writer() { return m_writer; }

    //! Texts that are kept, and after how many steps of the disk they were.
    QHash<MessageId, std::pair<QString, int>> kept;
    QHash<MessageId, QString> all;

private:
    void post(const HistoryJob &job) { m_writer.post(job); }
    void put(const StoredMessage &stored, std::optional<int> seq)
    {
        post([stored, seq](Database &database) {
            return putMessage(database, conversationKey(database, u"a"_s), stored, seq);
        });
    }
    void commit(TortureDisk &disk, const Message &message)
    {
        all.insert(message.id, message.text);
        m_writer.post([](Database &) { return true; },
                      [this, &disk, message](bool isKept) {
                          if (isKept)
                              kept.insert(message.id, {message.text, disk.steps()});
                      });
        m_writer.drain();
    }

    HistoryWriter m_writer;
};

QString textOf(Database &database, MessageId id)
{
    return database.value(u"SELECT text FROM message WHERE id = ?"_s, {id.value}).toString();
}

bool isWhole(Database &database)
{
    return database.value(u"PRAGMA integrity_check"_s).toString() == "ok"_L1
        && database.run(u"INSERT INTO message_index(message_index) VALUES('integrity-check')"_s);
}

} // namespace

class TestHistoryTorture : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyStepFailsOnce_data();
    void everyStepFailsOnce();
    void everyStepOfAMigrationFailsOnce();
    void powerCuts();
};

void TestHistoryTorture::initTestCase()
{
    QLoggingCategory::setFilterRules(u"aura.history=false"_s); // it complains, as it should
}

void TestHistoryTorture::everyStepFailsOnce_data()
{
    QTest::addColumn<TortureDisk::Fault>("fault");
    QTest::newRow("disk full") << TortureDisk::Fault::DiskFull;
    QTest::newRow("input/output error") << TortureDisk::Fault::InputOutput;
}

void TestHistoryTorture::everyStepFailsOnce()
{
    QFETCH(TortureDisk::Fault, fault);
    for (int step = 0;; ++step) {
        TortureDisk disk;
        disk.failAt(step, fault);
        const QTemporaryDir folder;
        Life life(folder.path());
        life.live(disk, 4);
        if (!disk.hasFailed()) {
            QVERIFY2(step > 100, "hardly anything was written");
            return;
        }
        life.writer().open(); // as the timer does a moment later
        QVERIFY2(life.writer().drain(), qPrintable(u"step %1"_s.arg(step)));
        life.writer().close();

        Database database;
        QVERIFY(database.open(folder.filePath(u"history.sqlite"_s)));
        QVERIFY2(isWhole(database), qPrintable(u"step %1"_s.arg(step)));
        for (auto message = life.all.cbegin(); message != life.all.cend(); ++message)
            QVERIFY2(textOf(database, message.key()) == message.value(),
                     qPrintable(u"step %1"_s.arg(step)));
    }
}

void TestHistoryTorture::everyStepOfAMigrationFailsOnce()
{
    for (int step = 0;; ++step) {
        TortureDisk disk;
        disk.failAt(step, TortureDisk::Fault::DiskFull);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"history.sqlite"_s);
        QVERIFY(QFile::copy(u"" AURA_TEST_DATA "/history/version-1.sqlite"_s, file));
        HistoryWriter writer(file);
        writer.open();
        writer.open(); // as the timer does a moment later
        QVERIFY2(writer.drain(), qPrintable(u"step %1"_s.arg(step)));
        writer.close();

        Database database;
        QVERIFY(database.open(file));
        QVERIFY2(isWhole(database), qPrintable(u"step %1"_s.arg(step)));
        QCOMPARE(storedSchemaVersion(database), schemaVersion);
        QCOMPARE(database.value(u"SELECT count(*) FROM message"_s).toInt(), 4);
        QVERIFY(HistoryCopies(file).newest());
        if (!disk.hasFailed()) {
            QVERIFY2(step > 20, "hardly anything was written");
            return;
        }
    }
}

void TestHistoryTorture::powerCuts()
{
    QList<TortureDisk::Step> log;
    QHash<MessageId, std::pair<QString, int>> kept;
    QString home;
    {
        TortureDisk disk;
        const QTemporaryDir folder;
        home = folder.path();
        Life life(folder.path());
        life.live(disk, 12);
        QCOMPARE(life.kept.size(), life.all.size());
        kept = life.kept;
        life.writer().close();
        log = disk.log();
    }
    for (int cut = 0; cut < ::powerCuts; ++cut) {
        const qsizetype steps = 1 + cut * (log.size() - 1) / (::powerCuts - 1);
        const QTemporaryDir folder;
        const auto files = TortureDisk::filesAfterPowerCut(log, steps, quint32(cut));
        for (auto left = files.cbegin(); left != files.cend(); ++left) {
            QFile file(folder.path() + left.key().sliced(home.size()));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(left.value()) >= 0);
        }
        HistoryWriter next(folder.filePath(u"history.sqlite"_s)); // the next start
        next.open();
        QVERIFY2(next.drain(), qPrintable(u"cut %1"_s.arg(cut)));
        next.close();
        Database database;
        QVERIFY(database.open(folder.filePath(u"history.sqlite"_s)));
        QVERIFY2(isWhole(database), qPrintable(u"cut %1"_s.arg(cut)));
        for (auto message = kept.cbegin(); message != kept.cend(); ++message) {
            if (message->second <= steps)
                QVERIFY2(textOf(database, message.key()) == message->first,
                         qPrintable(u"cut %1 at step %2"_s.arg(cut).arg(steps)));
        }
    }
}

QTEST_GUILESS_MAIN(TestHistoryTorture)
#include "tst_historytorture.moc"
