// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/browser/browsersession.h"

#include "support/faultserver.h"
#include "support/realparts.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QUuid>

#include <cstdio>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

const QByteArray marker = "AURA_BROWSER_TEST";
const QStringList rootNeedsIt{u"--no-sandbox"_s, u"--no-first-run"_s,
                              u"--disable-background-networking"_s};

QByteArray http(const QByteArray &body, const QByteArray &head = {},
                const QByteArray &status = "200 OK")
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
        + head + "\r\n" + body;
}

//! How many processes of this computer carry the mark that this test gave to its children.
int markedProcesses(const QByteArray &mark)
{
    int count = 0;
    const QStringList ids = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &id : ids) {
        QFile environment(u"/proc/"_s + id + u"/environ"_s);
        if (id.toLongLong() != QCoreApplication::applicationPid()
            && environment.open(QIODevice::ReadOnly) && environment.readAll().contains(mark))
            ++count;
    }
    return count;
}

//! An X server of the test's own.
class XServer
{
public:
    ~XServer()
    {
        m_process.terminate();
        m_process.waitForFinished(5000);
    }

    bool start()
    {
        m_process.start(u"Xvfb"_s,
                        {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"800x600x24"_s});
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(10000))
                return false;
        }
        qputenv("DISPLAY", ':' + m_process.readLine().trimmed());
        return true;
    }

private:
    QProcess m_process;
};

} // namespace

// Chromium, by its own driver, on an X server of the test's own.
class TestRealBrowser : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void aRealBrowser();
    void aCrashLeavesNoBrowser();
};

void TestRealBrowser::aRealBrowser()
{
    const QString chromedriver = QStandardPaths::findExecutable(u"chromedriver"_s);
    AURA_NEED_REAL_PART(!chromedriver.isEmpty(), "chromium-driver");
    AURA_NEED_REAL_PART(!QStandardPaths::findExecutable(u"Xvfb"_s).isEmpty(), "xvfb");
    XServer display;
    QVERIFY(display.start());
    const QByteArray mark = QUuid::createUuid().toByteArray();
    qputenv(marker.constData(), mark);

    FaultServer site; // signs everybody in
    site.on("/", [](FaultPeer &peer) {
        peer.send(http("<!doctype html><title>in</title>Welcome",
                       "Content-Type: text/html\r\n"
                       "Set-Cookie: sid=canary-27; Path=/; HttpOnly; SameSite=Lax\r\n"
                       "Set-Cookie: lang=en; Max-Age=3600\r\n"
                       "Set-Cookie: elsewhere=1; Path=/admin\r\n"
                       "Set-Cookie: gone=1; Max-Age=0\r\n"));
    });
    BrowserSession session(makeNetworkThread());
    session.setBrowserArguments(rootNeedsIt);
    QSignalSpy opened(&session, &BrowserSession::opened);
    QSignalSpy taken(&session, &BrowserSession::taken);
    QSignalSpy failed(&session, &BrowserSession::failed);
    QSignalSpy closed(&session, &BrowserSession::closed);
    session.open(chromedriver, site.url());
    QTRY_VERIFY_WITH_TIMEOUT(opened.count() + failed.count() > 0, 160'000);
    QVERIFY2(failed.isEmpty(),
             failed.isEmpty() ? "" : qPrintable(failed.first().first().toString()));
    QVERIFY(markedProcesses(mark) > 2);
    session.takeCookies();
    QTRY_COMPARE_WITH_TIMEOUT(taken.count(), 1, 60'000);
    const auto import = taken.first().first().value<BrowserImport>();
    QStringList names = import.cookieNames;
    names.sort();
    QCOMPARE(names, (QStringList{u"lang"_s, u"sid"_s}));
    QVERIFY(import.cookies.reveal().contains(u"sid=canary-27"_s));
    QVERIFY(import.userAgent.contains(u"Chrome/"_s));
    session.close();
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(markedProcesses(mark), 0, 10'000);
}

//! A process with an open browser is killed as a crash would; driver and browser must not stay.
void TestRealBrowser::aCrashLeavesNoBrowser()
{
    AURA_NEED_REAL_PART(!QStandardPaths::findExecutable(u"chromedriver"_s).isEmpty(),
                        "chromium-driver");
    AURA_NEED_REAL_PART(!QStandardPaths::findExecutable(u"Xvfb"_s).isEmpty(), "xvfb");
    XServer display;
    QVERIFY(display.start());
    const QByteArray mark = QUuid::createUuid().toByteArray();
    qputenv(marker.constData(), mark);
    QProcess holder;
    holder.start(QCoreApplication::applicationFilePath(), {u"--hold"_s});
    QTRY_VERIFY_WITH_TIMEOUT(holder.canReadLine(), 160'000);
    QCOMPARE(holder.readLine().trimmed(), "opened");
    QVERIFY(markedProcesses(mark) > 3);
    holder.kill(); // SIGKILL
    QVERIFY(holder.waitForFinished(5000));
    QTRY_COMPARE_WITH_TIMEOUT(markedProcesses(mark), 0, 10'000);
}

namespace {

int hold()
{
    BrowserSession session(makeNetworkThread());
    session.setBrowserArguments(rootNeedsIt);
    const auto tell = [](const char *word) {
        std::fputs(word, stdout);
        std::fflush(stdout);
    };
    QObject::connect(&session, &BrowserSession::opened, &session, [&] { tell("opened\n"); });
    QObject::connect(&session, &BrowserSession::failed, &session, [&] { tell("failed\n"); });
    session.open(QStandardPaths::findExecutable(u"chromedriver"_s), QUrl(u"about:blank"_s));
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == "--hold"_L1)
        return hold();
    TestRealBrowser test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_realbrowser.moc"
