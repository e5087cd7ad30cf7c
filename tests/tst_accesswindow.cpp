// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversation.h"
#include "demo/demoserver.h"
#include "net/connectionlog.h"
#include "settings/connectionstore.h"
#include "settings/datafolder.h"
#include "settings/settings.h"
#include "support/certificates.h"
#include "support/fakehttpproxy.h"
#include "support/faultserver.h"
#include "support/findwidget.h"
#include "ui/application.h"
#include "ui/composer.h"
#include "ui/connectionlogdialog.h"
#include "ui/conversationpage.h"
#include "ui/exchangedialog.h"
#include "ui/mainwindow.h"
#include "ui/messageedit.h"
#include "ui/problembanner.h"
#include "ui/transcript/messageactionbar.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLoggingCategory>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <dlfcn.h>
#include <netdb.h>

#include <algorithm>
#include <limits>
#include <thread>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// libcurl finds this one before the C library's: a name server that takes two seconds.
extern "C" int getaddrinfo(const char *name, const char *service, const addrinfo *hints,
                           addrinfo **result)
{
    using Function = int (*)(const char *, const char *, const addrinfo *, addrinfo **);
    static const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "getaddrinfo"));
    if (name && QByteArrayView(name) == "slow.test") {
        std::this_thread::sleep_for(2s);
        return EAI_NONAME;
    }
    return real(name, service, hints, result);
}

namespace {

const QString canary = u"sk-canary-14142135"_s;

QByteArray &logged()
{
    static QByteArray all;
    return all;
}

//! Every byte of every file below a folder.
QByteArray contentsOf(const QString &folder)
{
    QByteArray all;
    const QFileInfoList entries =
        QDir(folder).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden);
    for (const QFileInfo &entry : entries) {
        if (entry.isDir()) {
            all += contentsOf(entry.filePath());
            continue;
        }
        QFile file(entry.filePath());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

QByteArray contentsOfFile(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

FaultServer::Behaviour answers(const QByteArray &status, const QByteArray &body,
                               const QByteArray &head = {})
{
    return [=](FaultPeer &peer) {
        peer.send("HTTP/1.1 " + status + "\r\n" + head
                  + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    };
}

} // namespace

// The window, its connections and the truth about what it sends where.
class TestAccessWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void whatWasSentIsShownWithoutTheKey();
    void whatWasSentIsShownWhileItRuns();
    void logNamesOnlyWhatWasEntered();
    void unknownCertificateIsTrustedByTheUserOnly();
    void changedCertificateIsAHardStop();
    void stopIsAtOnce_data();
    void stopIsAtOnce();
    void keyIsNowhereElse();

private:
    ConversationPage &page() { return m_application->window().page(); }
    const Message &last()
    {
        const ConversationModel &messages = m_application->window().current()->messages();
        return messages.messageAt(messages.rowCount() - 1);
    }
    QString use(Connection connection);
    void ask(const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Application> m_application;
};

void TestAccessWindow::initTestCase()
{
    QLoggingCategory::setFilterRules(u"aura.*.debug=true"_s);
}

void TestAccessWindow::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    {
        Settings settings(DataFolder(m_folder->path()).settingsFile());
        settings.secretStorage.set(u"session"_s);
    }
    m_application = std::make_unique<Application>(CommandLine{.dataDir = m_folder->path()});
    QVERIFY(bool(m_application->start()));
}

void TestAccessWindow::cleanup()
{
    m_application.reset();
    m_folder.reset();
}

QString TestAccessWindow::use(Connection connection)
{
    connection.name = u"Mine"_s;
    const QString id = m_application->connections().add(connection);
    m_application->connections().setDefaultId(id);
    return id;
}

void TestAccessWindow::ask(const QString &text)
{
    page().composer().setText(text);
    QTest::keyClick(&page().composer().edit(), Qt::Key_Return);
}

void TestAccessWindow::whatWasSentIsShownWithoutTheKey()
{
    FaultServer server;
    server.on("/api/chat", answers("200 OK", "Yes, " + canary.toUtf8(), "X-Echo: on\r\n"));
    use({.baseUrl = server.url(), .key = Secret(canary)});
    ask(u"Is it?"_s);
    QTRY_COMPARE(last().state, ReplyState::Complete);

    auto *bar = page().findChild<MessageActionBar *>();
    QVERIFY(bar);
    QTRY_COMPARE(bar->messageId(), last().id); // it comes with the next frame
    emit bar->sentRequested();
    auto *dialog = page().findChild<ExchangeDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QString shown;
    const QList<QPlainTextEdit *> pages = dialog->findChildren<QPlainTextEdit *>();
    for (const QPlainTextEdit *text : pages)
        shown += text->toPlainText();
    QVERIFY(shown.contains(u"POST /api/chat HTTP/1.1"_s));
    QVERIFY(shown.contains(u"\"key\":\"$AURA_KEY\""_s));
    QVERIFY(shown.contains(u"X-Echo: on"_s));
    QVERIFY(shown.contains(u"Yes, $AURA_KEY"_s));
    QVERIFY(shown.contains(u"First byte after"_s));
    findButton(*dialog, u"Copy as curl"_s)->click();
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.startsWith(u"curl "_s));
    QVERIFY2(!(shown + copied).contains(canary), qPrintable(shown));
    dialog->close();
}

//! Not only once it has ended: what is going on is asked most while nothing comes.
void TestAccessWindow::whatWasSentIsShownWhileItRuns()
{
    FaultServer server;
    server.on("/api/chat", [](FaultPeer &peer) {
        peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nSome\r\n");
        peer.waitForClose(20s);
    });
    use({.baseUrl = server.url(), .key = Secret(canary)});
    ask(u"Is it?"_s);
    QTRY_COMPARE(last().text, u"Some"_s);
    QCOMPARE(last().state, ReplyState::Answering);
    emit page().transcript().sentRequested(last().id);
    auto *dialog = page().findChild<ExchangeDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QString shown;
    const QList<QPlainTextEdit *> pages = dialog->findChildren<QPlainTextEdit *>();
    for (const QPlainTextEdit *text : pages)
        shown += text->toPlainText();
    QVERIFY2(shown.contains(u"POST /api/chat HTTP/1.1"_s) && shown.contains(u"Some"_s),
             qPrintable(shown));
    QVERIFY(!shown.contains(canary));
    dialog->close();
    QCOMPARE(last().state, ReplyState::Answering);
    page().stop();
}

//! Beside the demo, which this program serves itself, only what the user entered.
void TestAccessWindow::logNamesOnlyWhatWasEntered()
{
    FaultServer server;
    FaultServer elsewhere;
    elsewhere.on("/x", answers("200 OK", "hello"));
    server.on("/api/chat",
              answers("307 Moved", {}, "Location: " + elsewhere.url("/x").toEncoded() + "\r\n"));
    use({.baseUrl = server.url(), .key = Secret(canary)});
    ask(u"![x](http://127.0.0.1:9/x.png) <img src=http://127.0.0.1:9/y>"_s);
    QTRY_COMPARE(last().state, ReplyState::Failed);

    const QList<ConnectionEntry> entries = m_application->connectionLog().entries();
    QVERIFY(!entries.isEmpty());
    for (const ConnectionEntry &entry : entries) {
        QCOMPARE(entry.server, u"127.0.0.1:%1"_s.arg(server.port()));
        QCOMPARE(entry.addresses, QStringList(entry.server));
    }
    QCOMPARE(elsewhere.connections(), 0);
    const auto log = std::make_shared<ConnectionLog>();
    log->end(log->begin(u"a.example:443"_s, u"p:1"_s, RequestPurpose::Question),
             ConnectionEntry::State::Done);
    const ConnectionLogDialog dialog(log);
    QVERIFY(dialog.text().contains(u"a.example:443\tp:1"_s));
}

void TestAccessWindow::unknownCertificateIsTrustedByTheUserOnly()
{
    Certificates certificates;
    if (!certificates.make())
        QSKIP("missing: openssl");
    FaultServer server(certificates.selfSigned());
    server.on("/api/chat", answers("200 OK", "hello"));
    const QString id = use({.baseUrl = server.url(), .key = Secret(canary)});
    ask(u"Hello"_s);
    QTRY_VERIFY(page().banner().isVisible());
    QVERIFY(!server.everythingReceived().contains(canary.toUtf8()));
    const QByteArray pin = Certificates::pinOf(certificates.selfSigned());
    QVERIFY2(page().banner().text().contains(u"SHA-256"_s), qPrintable(page().banner().text()));
    QAbstractButton *trust = findButton(page().banner(), u"Trust this certificate"_s);
    QVERIFY(trust && trust->isVisible());
    trust->click();
    QTRY_COMPARE(last().state, ReplyState::Complete);
    QCOMPARE(m_application->connections().connection(id)->tls.pinnedPublicKey, pin);
}

void TestAccessWindow::changedCertificateIsAHardStop()
{
    Certificates certificates;
    if (!certificates.make())
        QSKIP("missing: openssl");
    FaultServer server(certificates.selfSigned());
    server.on("/api/chat", answers("200 OK", "hello"));
    const TlsSettings tls{.pinnedPublicKey = Certificates::pinOf(certificates.good())};
    use({.baseUrl = server.url(), .key = Secret(canary), .tls = tls});
    ask(u"Hello"_s);
    QTRY_VERIFY(page().banner().isVisible());
    QCOMPARE(last().error->cause, ErrorCause::CertificatePinChanged);
    QVERIFY(!findButton(page().banner(), u"Trust this certificate"_s)->isVisible());
    QCOMPARE(server.posts(), 0);
}

void TestAccessWindow::stopIsAtOnce_data()
{
    QTest::addColumn<QString>("address"); // empty: a server that says nothing
    QTest::addColumn<bool>("isProxied");
    QTest::newRow("silent server") << QString() << false;
    QTest::newRow("a name is looked up") << u"http://slow.test/"_s << false;
    QTest::newRow("behind a proxy") << u"http://server.test/"_s << true;
}

void TestAccessWindow::stopIsAtOnce()
{
    QFETCH(QString, address);
    QFETCH(bool, isProxied);
    FaultServer server;
    server.on("/api/chat", [](FaultPeer &peer) { peer.waitForClose(20s); });
    FakeHttpProxy proxy(server.port());
    Connection connection{.baseUrl = address.isEmpty() ? server.url() : QUrl(address)};
    if (isProxied)
        connection.proxy = {
            .type = ProxyType::Http, .host = u"127.0.0.1"_s, .port = proxy.serverPort()};
    use(connection);
    // The shortest of three: a busy machine may take the processor away once, a wait is in each.
    qint64 shortest = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 3 && shortest >= 100; ++i) {
        ask(u"Hello"_s);
        QTest::qWait(300); // it must have come to where it waits
        QCOMPARE(last().state, ReplyState::Answering);
        QElapsedTimer clock;
        clock.start();
        page().stop();
        QCOMPARE(last().state, ReplyState::Stopped);
        QCoreApplication::sendPostedEvents();
        shortest = std::min(shortest, clock.elapsed());
    }
    QVERIFY2(shortest < 100, qPrintable(QString::number(shortest)));
}

//! Answers that say the key back, in every way there is; then it is looked for in every place.
void TestAccessWindow::keyIsNowhereElse()
{
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &message) {
        logged() += message.toUtf8() + '\n';
    });
    const QByteArray said = canary.toUtf8();
    FaultServer elsewhere;
    const QByteArray target = elsewhere.url("/x").toEncoded() + "?k=" + said;
    const QList<FaultServer::Behaviour> behaviours{
        answers("401 No " + said, "{\"error\":{\"message\":\"bad key " + said + "\"}}"),
        answers("500 " + said, said), answers("307 Moved", {}, "Location: " + target + "\r\n"),
        answers("200 OK", "<html><title>" + said + "</title>", "Content-Type: text/html\r\n"),
        [said](FaultPeer &peer) {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\npart");
            peer.reset();
        }};
    QByteArray shown;
    for (const FaultServer::Behaviour &behaviour : behaviours) {
        FaultServer server;
        server.on("/api/chat", behaviour);
        use({.baseUrl = server.url(), .key = Secret(canary), .cookies = Secret(u"s="_s + canary)});
        m_application->window().newConversation();
        ask(u"Hello"_s);
        QTRY_VERIFY(last().state != ReplyState::Answering);
        QVERIFY(server.everythingReceived().contains(said)); // it did get where it should
        shown += page().banner().text().toUtf8();
        emit page().transcript().sentRequested(last().id);
        auto *dialog = page().findChild<ExchangeDialog *>();
        QVERIFY(dialog);
        const QList<QPlainTextEdit *> texts = dialog->findChildren<QPlainTextEdit *>();
        for (const QPlainTextEdit *text : texts)
            shown += text->toPlainText().toUtf8();
        delete dialog;
    }
    QCOMPARE(elsewhere.connections(), 0);
    const QList<ConnectionEntry> entries = m_application->connectionLog().entries();
    for (const ConnectionEntry &entry : entries) {
        shown += entry.server.toUtf8();
        if (entry.error)
            shown += entry.error->detail.toUtf8() + entry.error->subject.toUtf8();
    }
    m_application.reset(); // writes what it keeps
    qInstallMessageHandler(nullptr);
    QVERIFY2(!shown.contains(said), shown.constData());
    QVERIFY2(!logged().contains(said), logged().constData());
    QVERIFY(!contentsOf(m_folder->path()).contains(said));
    QVERIFY(!contentsOfFile(u"/proc/self/cmdline"_s).contains(said));
    QVERIFY(!contentsOfFile(u"/proc/self/environ"_s).contains(said));
}

QTEST_MAIN(TestAccessWindow)
#include "tst_accesswindow.moc"
