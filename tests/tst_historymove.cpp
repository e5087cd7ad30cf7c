// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/messageids.h"
#include "history/historycopies.h"
#include "history/historymove.h"
#include "history/historystore.h"
#include "settings/datafolder.h"
#include "support/futurevalue.h"
#include "support/torturedisk.h"
#include "ui/historymover.h"
#include "ui/settings/fieldlabels.h"
#include "ui/settings/historyplacefield.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

//! The history goes to another folder whole, or not at all.
class TestHistoryMove : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void unsuitableFoldersAreRefused_data();
    void unsuitableFoldersAreRefused();
    void everythingMovesAndIsFoundAgain();
    void whatIsSaidMeanwhileComesAlong();
    void aFullDiskChangesNothing();
    void aCancelledMoveChangesNothing();
    void anotherProgramsWriteIsNotLost();
    void aFolderThatIsMissingIsWaitedFor();
    void itMovesBack();
    void aLostFolderIsReplaced_data();
    void aLostFolderIsReplaced();
    void theFieldTellsHowItWent();

private:
    void put(HistoryStore &store, const QString &id) const
    {
        store.putConversation({.id = id, .title = id});
        store.putMessage(id, {.message = {.id = nextMessageId(), .text = u"in "_s + id}}, 1);
    }
    static QStringList ids(HistoryStore &store)
    {
        QStringList all;
        const auto summaries = valueOf(store.summaries());
        for (const ConversationSummary &summary : summaries)
            all += summary.id;
        all.sort();
        return all;
    }
    QString file() const { return m_data.historyFile(); }
    QString elsewhere() const { return m_folder->filePath(u"elsewhere"_s); }
    QStringList filesElsewhere() const
    {
        return QDir(elsewhere()).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    DataFolder m_data;
    std::unique_ptr<HistoryStore> m_store;
};

void TestHistoryMove::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    QLoggingCategory::setFilterRules(u"aura.history=false"_s); // it complains, as it should
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->filePath(u"config"_s).toUtf8());
    qputenv("XDG_DATA_HOME", m_folder->filePath(u"data"_s).toUtf8());
    m_data = DataFolder();
    QVERIFY(m_data.make());
    QVERIFY(file().startsWith(m_folder->path()));
    m_store = std::make_unique<HistoryStore>(file());
    m_store->open();
    QTRY_COMPARE(m_store->status().condition, HistoryCondition::Working);
    put(*m_store, u"first"_s);
    QVERIFY(valueOf(m_store->kept()));
    Database source;
    QVERIFY(source.open(file(), Database::Access::ReadOnly));
    QVERIFY(HistoryCopies(file()).make(source));
}

void TestHistoryMove::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

void TestHistoryMove::unsuitableFoldersAreRefused_data()
{
    QTest::addColumn<QString>("folder"); // below the test's
    QTest::addColumn<Volume>("volume");
    QTest::addColumn<QString>("sentence");
    const Volume good{"ext4", 1 << 30};
    QTest::newRow("the same") << u"data/tst_historymove"_s << good << u"are in"_s;
    QTest::newRow("not empty") << u"config"_s << good << u"is not empty"_s;
    QTest::newRow("a file") << u"data/tst_historymove/history.sqlite"_s << good
                            << u"is no folder"_s;
    QTest::newRow("a network drive") << u"new"_s << Volume{"nfs4", 1 << 30} << u"network drive"_s;
    QTest::newRow("no room") << u"new"_s << Volume{"ext4", 1000} << u"no room"_s;
#ifdef Q_OS_LINUX
    QTest::newRow("not writable") << u"/proc/aura"_s << good << u"cannot be written"_s;
#endif
}

void TestHistoryMove::unsuitableFoldersAreRefused()
{
    QFETCH(QString, folder);
    QFETCH(Volume, volume);
    QFETCH(QString, sentence);
    HistoryMove move(file(), QDir(m_folder->path()).absoluteFilePath(folder),
                     [volume](const QString &) { return volume; });
    const Result<void> copied = move.copy();
    QVERIFY(!copied);
    QVERIFY2(copied.error().text.contains(sentence), qPrintable(copied.error().text));
    put(*m_store, u"second"_s);
    QVERIFY(valueOf(m_store->kept())); // it may be written again
    QVERIFY(!QFileInfo::exists(m_folder->filePath(u"new"_s)));
}

void TestHistoryMove::everythingMovesAndIsFoundAgain()
{
    const QString old = m_data.dataPath();
    HistoryMover mover(*m_store, m_data, [] { return false; });
    QVERIFY(mover.canMove());
    QSignalSpy moved(&mover, &HistoryMover::moved);
    put(*m_store, u"second"_s); // on its way to the file
    mover.moveTo(elsewhere());
    QTRY_COMPARE(moved.size(), 1);
    QCOMPARE(moved.first().first().toStringList(), QStringList());
    QCOMPARE(mover.place(), elsewhere());
    QCOMPARE(m_store->status().file, elsewhere() + u"/history.sqlite"_s);
    QCOMPARE(m_store->status().condition, HistoryCondition::Working);

    // All of it is there, closed to others, and nothing where it was.
    QCOMPARE(ids(*m_store), (QStringList{u"first"_s, u"second"_s}));
    QVERIFY(HistoryCopies(elsewhere() + u"/history.sqlite"_s).newest());
#ifndef Q_OS_WIN
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther;
    QVERIFY(!(QFile::permissions(elsewhere()) & others));
    QVERIFY(!(QFile::permissions(elsewhere() + u"/history.sqlite"_s) & others));
#endif
    QVERIFY(!QFileInfo::exists(old + u"/history.sqlite"_s));
    QVERIFY(!QFileInfo::exists(old + u"/history.sqlite-wal"_s));
    QVERIFY(!QFileInfo::exists(old + u"/copies"_s));

    // It goes on there, and the next start looks there.
    put(*m_store, u"third"_s);
    QVERIFY(valueOf(m_store->kept()));
    m_store.reset();
    const DataFolder next;
    QCOMPARE(next.historyFile(), elsewhere() + u"/history.sqlite"_s);
    QVERIFY(next.hasMovedHistory());
    QCOMPARE(next.dataPath(), old);
    HistoryStore after(next.historyFile(), HistoryStore::Place::IsKnown);
    after.open();
    QTRY_COMPARE(after.status().condition, HistoryCondition::Working);
    QCOMPARE(ids(after), (QStringList{u"first"_s, u"second"_s, u"third"_s}));
}

void TestHistoryMove::whatIsSaidMeanwhileComesAlong()
{
    HistoryMove move(file(), elsewhere());
    QVERIFY(move.copy());
    put(*m_store, u"meanwhile"_s); // waits: the old file may not be written any more
    QVERIFY(!valueOf(m_store->kept()));
    m_store->moveTo(move.target());
    QVERIFY(valueOf(m_store->kept()));
    QCOMPARE(move.removeOld(), QStringList());
    QCOMPARE(ids(*m_store), (QStringList{u"first"_s, u"meanwhile"_s}));
}

void TestHistoryMove::aFullDiskChangesNothing()
{
    m_store.reset();
    for (int step = 0;; step += 9) {
        TortureDisk disk;
        disk.failAt(step,
                    step % 2 ? TortureDisk::Fault::InputOutput : TortureDisk::Fault::DiskFull);
        HistoryMove move(file(), elsewhere());
        const Result<void> copied = move.copy();
        if (!disk.hasFailed()) {
            QVERIFY(copied);
            QVERIFY2(step > 10, "hardly anything was written");
            return;
        }
        QVERIFY2(!copied || QFileInfo::exists(move.target()), qPrintable(QString::number(step)));
        if (copied) { // what failed was no part of it
            QVERIFY(QDir(elsewhere()).removeRecursively());
            continue;
        }
        QVERIFY(!copied.error().text.isEmpty());
        QVERIFY2(!QFileInfo::exists(elsewhere()), qPrintable(QString::number(step)));
    }
}

void TestHistoryMove::aCancelledMoveChangesNothing()
{
    HistoryMover mover(*m_store, m_data, [] { return false; });
    QSignalSpy cancelled(&mover, &HistoryMover::cancelled);
    mover.moveTo(elsewhere());
    mover.cancel();
    QTRY_COMPARE(cancelled.size(), 1);
    QVERIFY(!mover.isMoving());
    QCOMPARE(filesElsewhere(), QStringList());
    QVERIFY(!DataFolder().hasMovedHistory());
    put(*m_store, u"second"_s);
    QVERIFY(valueOf(m_store->kept()));
}

void TestHistoryMove::anotherProgramsWriteIsNotLost()
{
    Database other;
    QVERIFY(other.open(file()));
    QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
    HistoryMove move(file(), elsewhere());
    const Result<void> copied = move.copy();
    QVERIFY(!copied);
    QVERIFY2(copied.error().text.contains(u"another program"_s), qPrintable(copied.error().text));
    QVERIFY(!QFileInfo::exists(elsewhere()));
}

//! A disk that is not plugged in: nothing is made in its place, and it is there when it comes.
void TestHistoryMove::aFolderThatIsMissingIsWaitedFor()
{
    m_store.reset();
    const QString place = m_folder->filePath(u"disk/history.sqlite"_s);
    HistoryStore store(place, HistoryStore::Place::IsKnown);
    store.open();
    QTRY_COMPARE(store.status().condition, HistoryCondition::DiskError);
    QVERIFY(!QFileInfo::exists(m_folder->filePath(u"disk"_s)));
    put(store, u"meanwhile"_s);
    const QString mounting = m_folder->filePath(u"mounting"_s);
    QVERIFY(QDir().mkpath(mounting));
    QVERIFY(QFile::copy(file(), mounting + u"/history.sqlite"_s));
    QVERIFY(QDir().rename(mounting, m_folder->filePath(u"disk"_s)));   // all of it at once
    QTRY_COMPARE(store.status().condition, HistoryCondition::Working); // by itself
    QVERIFY(valueOf(store.kept()));
    QCOMPARE(ids(store), (QStringList{u"first"_s, u"meanwhile"_s}));
}

//! Where lock and keys lie already.
void TestHistoryMove::itMovesBack()
{
    QFile lock(m_data.dataPath() + u"/aura.lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    HistoryMover mover(*m_store, m_data, [] { return false; });
    QSignalSpy moved(&mover, &HistoryMover::moved);
    mover.moveTo(elsewhere());
    QTRY_COMPARE(moved.size(), 1);
    mover.moveTo(m_data.dataPath());
    QTRY_COMPARE(moved.size(), 2);
    QVERIFY(!QFileInfo::exists(elsewhere())); // nothing is left, not even the folder
    QVERIFY(!DataFolder().hasMovedHistory());
    QCOMPARE(ids(*m_store), QStringList{u"first"_s});
    QCOMPARE(m_store->status().file, file());
}

void TestHistoryMove::aLostFolderIsReplaced_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("where the history is now") << true;
    QTest::newRow("by an empty one") << false;
}

void TestHistoryMove::aLostFolderIsReplaced()
{
    QFETCH(bool, isThere);
    const QString history = file();
    m_store.reset();
    QVERIFY(m_data.setHistoryPath(m_folder->filePath(u"lost"_s)));
    HistoryStore store(m_data.historyFile(), HistoryStore::Place::IsKnown);
    store.open();
    QTRY_COMPARE(store.status().condition, HistoryCondition::DiskError);
    put(store, u"meanwhile"_s);
    if (isThere) {
        QVERIFY(QDir().mkpath(elsewhere()));
        QVERIFY(QFile::copy(history, elsewhere() + u"/history.sqlite"_s));
    }
    HistoryMover mover(store, m_data, [] { return false; });
    QVERIFY(mover.isMissing());
    QSignalSpy failed(&mover, &HistoryMover::failed);
    mover.moveTo(m_folder->filePath(u"config"_s));
    QCOMPARE(failed.size(), 1); // it is in use
    mover.moveTo(elsewhere());
    QTRY_COMPARE(store.status().condition, HistoryCondition::Working);
    QVERIFY(valueOf(store.kept()));
    QCOMPARE(ids(store),
             isThere ? (QStringList{u"first"_s, u"meanwhile"_s}) : QStringList{u"meanwhile"_s});
    QCOMPARE(DataFolder().historyFile(), elsewhere() + u"/history.sqlite"_s);
    QVERIFY(!QFileInfo::exists(m_folder->filePath(u"lost"_s)));
}

void TestHistoryMove::theFieldTellsHowItWent()
{
    bool isBusy = true;
    HistoryMover mover(*m_store, m_data, [&isBusy] { return isBusy; });
    HistoryPlaceField field(mover);
    auto *problem = field.findChild<ProblemLabel *>();
    QSignalSpy failed(&mover, &HistoryMover::failed);
    mover.moveTo(elsewhere());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(problem->text(), failed.first().first().toString());
    isBusy = false;
    QFile settings(m_data.settingsFile());
    QVERIFY(settings.open(QIODevice::WriteOnly));
    mover.moveTo(m_data.configPath());
    QTRY_COMPARE(failed.size(), 2);
    QVERIFY(problem->text().contains(u"not empty"_s));
    QSignalSpy moved(&mover, &HistoryMover::moved);
    mover.moveTo(elsewhere());
    QTRY_COMPARE(moved.size(), 1);
    const QList<QLabel *> labels = field.findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(
        labels, [this](const QLabel *label) { return label->text() == elsewhere(); }));

    // With --data-dir there is nothing to choose.
    HistoryMover fixed(*m_store, DataFolder(m_folder->path()), [] { return false; });
    HistoryPlaceField fixedField(fixed);
    QVERIFY(!fixedField.findChild<QPushButton *>()->isEnabled());
}

QTEST_MAIN(TestHistoryMove)
#include "tst_historymove.moc"
