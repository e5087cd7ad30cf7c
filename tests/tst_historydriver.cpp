// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A system where Qt's driver for SQLite is not installed.
#include "history/database.h"
#include "history/historyfile.h"
#include "history/historystore.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestHistoryDriver : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theWindowSaysWhatIsMissing();
    void theTerminalSaysWhatIsMissing();

private:
    QString file() const { return m_folder.filePath(u"history.sqlite"_s); }

    QTemporaryDir m_folder;
};

//! Qt finds no plugins at all in an empty folder. (Nothing may have asked for a driver before.)
void TestHistoryDriver::initTestCase()
{
    QCoreApplication::setLibraryPaths({m_folder.path()});
    QVERIFY(QSqlDatabase::drivers().isEmpty());
}

void TestHistoryDriver::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestHistoryDriver::theWindowSaysWhatIsMissing()
{
    HistoryStore store(file());
    store.open();
    QTRY_COMPARE(store.status().condition, HistoryCondition::NoDriver);
    QVERIFY(!store.status().isReadable());
    QVERIFY(!store.status().isKeeping());
    QVERIFY(!store.status().needsChoice());
    QVERIFY(historySentence(store.status()).contains("SQLite"_L1));
    QVERIFY(historyAdvice(store.status()).contains("apt install libqt6sql6-sqlite"_L1));
}

void TestHistoryDriver::theTerminalSaysWhatIsMissing()
{
    const auto opened = HistoryFile::open(file(), HistoryFile::Use::Write);
    QVERIFY(!opened);
    QVERIFY2(opened.error().text.contains("apt install libqt6sql6-sqlite"_L1),
             qPrintable(opened.error().text));
}

QTEST_GUILESS_MAIN(TestHistoryDriver)

#include "tst_historydriver.moc"
