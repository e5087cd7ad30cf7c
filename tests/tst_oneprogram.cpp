// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/oneprogram.h"

#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Aura;
using namespace Qt::StringLiterals;

// Run with arguments, this program is the one that starts second: it claims the folder and says how
// that went.
static int startSecond(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    OneProgram program(QString::fromLocal8Bit(argv[1]));
    const auto place = program.claim({.newConversation = true, .files = {u"/a file"_s, u"no"_s}});
    std::puts(!place ? "error" : *place == OneProgram::Place::First ? "first" : "handed over");
    if (argc > 2) { // hold the folder until killed
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    return 0;
}

class TestOneProgram : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theSecondHandsOver();
    void aRequestWaitsUntilItIsServed();
    void aKilledOneIsNoHindrance();
    void anotherFolderIsAnotherProgram();
    void nonsenseIsNoRequest();

private:
    //! What the program that starts now says.
    QByteArray start(const QString &folder)
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {folder});
        const bool isDone =
            QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 20000);
        return isDone ? process.readAllStandardOutput().trimmed() : "hangs";
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOneProgram::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_RUNTIME_DIR", m_folder->path().toLocal8Bit());
}

void TestOneProgram::theSecondHandsOver()
{
    OneProgram first(m_folder->path());
    QSignalSpy requested(&first, &OneProgram::requested);
    const auto place = first.claim({});
    QVERIFY(place);
    QCOMPARE(*place, OneProgram::Place::First);
    first.serve();

    QCOMPARE(start(m_folder->path()), "handed over");
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().value<StartRequest>(),
             (StartRequest{.newConversation = true, .files = {u"/a file"_s}}));
    QCOMPARE(start(m_folder->path() + u"/."_s), "handed over"); // written in another way
}

void TestOneProgram::aRequestWaitsUntilItIsServed()
{
    OneProgram first(m_folder->path());
    QSignalSpy requested(&first, &OneProgram::requested);
    QVERIFY(first.claim({}));
    QProcess second;
    second.start(QCoreApplication::applicationFilePath(), {m_folder->path()});
    QVERIFY(second.waitForStarted());
    QTest::qWait(300); // it asks meanwhile, and nobody answers
    QCOMPARE(requested.count(), 0);
    QCOMPARE(second.state(), QProcess::Running);
    first.serve();
    QTRY_COMPARE(requested.count(), 1);
    QTRY_COMPARE(second.state(), QProcess::NotRunning);
    QCOMPARE(second.readAllStandardOutput().trimmed(), "handed over");
}

void TestOneProgram::aKilledOneIsNoHindrance()
{
    QProcess killed;
    killed.start(QCoreApplication::applicationFilePath(), {m_folder->path(), u"hold"_s});
    QVERIFY(killed.waitForReadyRead());
    QCOMPARE(killed.readLine().trimmed(), "first");
    killed.kill();
    QVERIFY(killed.waitForFinished());
    QCOMPARE(start(m_folder->path()), "first");
}

void TestOneProgram::anotherFolderIsAnotherProgram()
{
    const QTemporaryDir other;
    OneProgram first(m_folder->path());
    QVERIFY(first.claim({}));
    QCOMPARE(start(other.path()), "first");
}

void TestOneProgram::nonsenseIsNoRequest()
{
    OneProgram first(m_folder->path());
    QSignalSpy requested(&first, &OneProgram::requested);
    QVERIFY(first.claim({}));
    first.serve();
    const QStringList sockets =
        QDir(m_folder->path()).entryList({u"aura-*"_s}, QDir::System | QDir::Files);
    QCOMPARE(sockets.size(), 1);
    const QString address = m_folder->filePath(sockets.first());
    QVERIFY(!(QFile::permissions(address)
              & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));

    QLocalSocket socket;
    socket.connectToServer(address);
    QVERIFY(socket.waitForConnected());
    socket.write("[]]\n");
    QTRY_COMPARE(requested.count(), 1); // it raises the window, and no more
    QCOMPARE(requested.first().first().value<StartRequest>(), StartRequest());

    QLocalSocket endless;
    endless.connectToServer(address);
    QVERIFY(endless.waitForConnected());
    endless.write(QByteArray(1'000'000, 'x'));
    QTRY_COMPARE_WITH_TIMEOUT(endless.state(), QLocalSocket::UnconnectedState, 10000);
    QCOMPARE(requested.count(), 1);
}

int main(int argc, char *argv[])
{
    if (argc > 1 && argv[1][0] == '/')
        return startSecond(argc, argv);
    QCoreApplication application(argc, argv);
    TestOneProgram test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_oneprogram.moc"
