// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program itself, from its first start to its crash, with keys that are easy to find again, a
// real key store and real proxies; watched by strace. Called with --keep this program is the one
// that enters the connections.
#include "settings/connectionstore.h"
#include "settings/datafolder.h"
#include "settings/secretvault.h"
#include "settings/settings.h"
#include "support/certificates.h"
#include "support/faultserver.h"
#include "support/keyringsession.h"
#include "support/realparts.h"
#include "support/realproxy.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

#include <sys/resource.h>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr ServerKind kinds[] = {ServerKind::Aura, ServerKind::OpenAi, ServerKind::Ollama};

//! One word, so that an index of words keeps it whole; of no use in a regular expression.
QString keyOf(int kind)
{
    return u"skCanary%1x57721566490153"_s.arg(kind);
}
const QByteArray canary = "57721566490153";

//! Enters the connections as the settings do, in a process of its own: libraries remember the
//! D-Bus session that they found first. Arguments: the folder, then JSON of each connection.
int keep(const QStringList &arguments)
{
    const DataFolder folder(arguments.first());
    if (!folder.make())
        return 1;
    Settings settings(folder.settingsFile());
    SecretVault vault(settings, folder.secretsFile());
    vault.setPlace(SecretPlace::Keychain);
    ConnectionStore store(folder.connectionsFile(), vault);
    QObject::connect(&store, &ConnectionStore::secretsNotSaved, &store,
                     [] { QCoreApplication::exit(1); });
    for (const QString &argument : arguments.mid(1)) {
        const QJsonObject json = QJsonDocument::fromJson(argument.toUtf8()).object();
        const int kind = json.value(u"kind"_s).toInt();
        Connection connection{.name = json.value(u"name"_s).toString(),
                              .kind = ServerKind(kind),
                              .baseUrl = QUrl(json.value(u"url"_s).toString()),
                              .model = u"m"_s,
                              .key = Secret(keyOf(kind)),
                              .headers = {{"X-Api-Key", Secret(u"h"_s + keyOf(kind))}},
                              .cookies = Secret(u"session="_s + keyOf(kind)),
                              .proxy = {.type = ProxyType::Http,
                                        .host = u"127.0.0.1"_s,
                                        .port = json.value(u"proxy"_s).toInt()}};
        store.add(connection);
    }
    QTimer::singleShot(3s, qApp, [] { QCoreApplication::exit(0); }); // the key store has answered
    return QCoreApplication::exec();
}

QByteArray chunked(const QList<QByteArray> &pieces)
{
    QByteArray all;
    for (const QByteArray &piece : pieces)
        all += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    return all;
}

QList<QByteArray> goodPieces(ServerKind kind)
{
    switch (kind) {
    case ServerKind::OpenAi:
        return {"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hello \"}}]}\n\n",
                "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"you\"},"
                "\"finish_reason\":\"stop\"}]}\n\n",
                "data: [DONE]\n\n"};
    case ServerKind::Ollama:
        return {"{\"message\":{\"role\":\"assistant\",\"content\":\"hello \"},\"done\":false}\n",
                "{\"message\":{\"role\":\"assistant\",\"content\":\"you\"},\"done\":true,"
                "\"done_reason\":\"stop\"}\n"};
    default: return {"hello ", "you"};
    }
}

constexpr const char *questions[] = {"stream", "refuse", "redirect", "page", "break", "fail"};

//! Does what the question says, and says the key back where a server could.
FaultServer::Behaviour obedient(ServerKind kind, const QByteArray &elsewhere)
{
    return [=](FaultPeer &peer) {
        const QByteArray key = keyOf(int(kind)).toUtf8();
        const qsizetype last = std::max(peer.body().lastIndexOf("content"), qsizetype(0));
        const QByteArray asked = peer.body().mid(last, 60);
        const auto answer = [&peer](const QByteArray &status, const QByteArray &head,
                                    const QByteArray &body) {
            peer.send("HTTP/1.1 " + status + "\r\n" + head
                      + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        };
        if (asked.contains("refuse"))
            answer("401 No " + key, "X-Echo: " + key + "\r\n",
                   "{\"error\":{\"message\":\"Incorrect key " + key + "\"}}");
        else if (asked.contains("redirect"))
            answer("307 Moved", "Location: " + elsewhere + "?k=" + key + "\r\n", {});
        else if (asked.contains("page"))
            answer("200 OK", "Content-Type: text/html\r\n",
                   "<html><title>" + key + "</title>" + key);
        else if (asked.contains("fail"))
            answer("500 " + key, "Set-Cookie: a=" + key + "\r\n", key);
        else {
            const QList<QByteArray> pieces = goodPieces(kind);
            peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                      + chunked(pieces.mid(0, 1)));
            peer.pause(100ms);
            if (asked.contains("break"))
                return peer.reset();
            peer.send(chunked(pieces.mid(1)) + "0\r\n\r\n");
        }
    };
}

QByteArray contentsOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Whether bytes hold the keys as a file could: in any case, also in UTF-16.
bool holdsKey(const QByteArray &bytes)
{
    QByteArray wide;
    for (const char character : canary)
        wide += QByteArray(1, character) + '\0';
    return bytes.contains(canary) || bytes.contains(wide)
        || bytes.contains(canary.toBase64().mid(4, 12)) || bytes.contains(canary.toHex());
}

//! What strace saw of one program.
struct Watched
{
    QSet<QString> connected{}; // "address:port"
    QSet<QString> own{};       // … of the program itself, such as the demo's
    QSet<QString> written{};   // files
};

Watched readTrace(const QString &file)
{
    static const QRegularExpression toV4(
        u"(connect|sendto)\\(.*sin_port=htons\\((\\d+)\\), sin_addr=inet_addr\\(\"([^\"]+)\"\\)"_s);
    static const QRegularExpression toV6(
        u"(connect|sendto)\\(.*sin6_port=htons\\((\\d+)\\).*inet_pton\\(AF_INET6, \"([^\"]+)\""_s);
    static const QRegularExpression own(
        u"getsockname\\(.*sin_port=htons\\((\\d+)\\), sin_addr=inet_addr\\(\"([^\"]+)\"\\)"_s);
    static const QRegularExpression opened(
        u"openat\\([^\"]*\"([^\"]+)\", [A-Z_|]*O_(?:WRONLY|RDWR)[A-Z_|]*.*\\) = \\d"_s);
    Watched watched;
    const QList<QByteArray> lines = contentsOf(file).split('\n');
    for (const QByteArray &bytes : lines) {
        const QString line = QString::fromLocal8Bit(bytes);
        for (const auto &form : {toV4, toV6}) {
            if (const auto match = form.match(line); match.hasMatch())
                watched.connected.insert(match.captured(3) + u':' + match.captured(2));
        }
        if (const auto match = own.match(line); match.hasMatch())
            watched.own.insert(match.captured(2) + u':' + match.captured(1));
        if (const auto match = opened.match(line); match.hasMatch())
            watched.written.insert(match.captured(1));
    }
    return watched;
}

bool hasPyatspi()
{
    QProcess python;
    python.start(u"/usr/bin/python3"_s, {u"-c"_s, u"import pyatspi"_s});
    return python.waitForFinished() && python.exitCode() == 0;
}

bool isThere(const char *program)
{
    return !QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty();
}

} // namespace

class TestWholeLife : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cleanupTestCase();

    void askInTheTerminal();
    void askInTheWindow_data();
    void askInTheWindow();
    void exportAll_data();
    void exportAll();
    void keyIsNowhereElse();
    void onlyWhatWasEnteredIsConnectedTo();

private:
    QString path(const QString &name) const { return m_home + u'/' + name; }
    QByteArray run(const QString &name, const QStringList &command, int patience = 60'000);
    QStringList traced(const QString &name, const QStringList &arguments) const;
    QString entry(const QString &name, ServerKind kind, const QUrl &url, const RealProxy &proxy);
    bool startDisplay();

    KeyringSession m_keyring;
    RealProxy m_tinyproxy{RealProxy::Program::Tinyproxy};
    RealProxy m_squid{RealProxy::Program::Squid};
    Certificates m_certificates;
    FaultServer m_elsewhere;
    std::map<ServerKind, std::unique_ptr<FaultServer>> m_servers;
    std::unique_ptr<FaultServer> m_untrusted;
    QProcess m_display;
    QProcessEnvironment m_environment;
    QString m_home;
};

QString TestWholeLife::entry(const QString &name, ServerKind kind, const QUrl &url,
                             const RealProxy &proxy)
{
    const QJsonObject json{{u"name"_s, name},
                           {u"kind"_s, int(kind)},
                           {u"url"_s, url.toString()},
                           {u"proxy"_s, int(proxy.proxy().port())}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

bool TestWholeLife::startDisplay()
{
    m_display.start(u"Xvfb"_s,
                    {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1200x900x24"_s,
                     u"-nolisten"_s, u"tcp"_s});
    if (!m_display.waitForReadyRead(20'000))
        return false;
    m_environment.insert(u"DISPLAY"_s, u':' + QString::fromLatin1(m_display.readLine()).trimmed());
    return true;
}

void TestWholeLife::initTestCase()
{
    AURA_NEED_REAL_PART(KeyringSession::missingProgram().isEmpty(), "gnome-keyring or dbus");
    AURA_NEED_REAL_PART(RealProxy::isInstalled(RealProxy::Program::Tinyproxy), "tinyproxy");
    AURA_NEED_REAL_PART(RealProxy::isInstalled(RealProxy::Program::Squid), "squid");
    AURA_NEED_REAL_PART(m_certificates.make(), "openssl");
    AURA_NEED_REAL_PART(isThere("strace"), "strace");
    AURA_NEED_REAL_PART(isThere("Xvfb"), "xvfb");
    AURA_NEED_REAL_PART(hasPyatspi(), "python3-pyatspi");
    QVERIFY(m_keyring.startBus());
    QVERIFY(m_keyring.startKeyring(KeyringSession::Lock::Unlocked));
    QVERIFY2(m_tinyproxy.start(), m_tinyproxy.log().constData());
    QVERIFY2(m_squid.start(), m_squid.log().constData());
    m_environment = m_keyring.environment();
    m_home = m_environment.value(u"HOME"_s);
    for (const QString &name : {u"tmp"_s, u"cache"_s, u"out"_s, u"exports"_s, u"traces"_s})
        QVERIFY(QDir(m_home).mkpath(name));
    m_environment.insert(u"TMPDIR"_s, path(u"tmp"_s));
    m_environment.insert(u"XDG_CACHE_HOME"_s, path(u"cache"_s));
    m_environment.insert(u"QT_LOGGING_RULES"_s, u"*.debug=true;qt.*.debug=false"_s);
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.insert(u"ASAN_OPTIONS"_s, u"handle_segv=0"_s); // its crash is our doing
    QVERIFY(startDisplay());
    const rlimit large{RLIM_INFINITY,
                       RLIM_INFINITY}; // a core would be written, if it depended on us
    ::setrlimit(RLIMIT_CORE, &large);

    QStringList entries{QCoreApplication::applicationFilePath(), u"--keep"_s, path(u"aura"_s)};
    m_untrusted = std::make_unique<FaultServer>(m_certificates.selfSigned());
    for (const ServerKind kind : kinds) {
        auto server = std::make_unique<FaultServer>();
        const auto behaviour = obedient(kind, m_elsewhere.url("/x").toEncoded());
        for (const char *place : {"/api/chat", "/v1/chat/completions"})
            server->on(place, behaviour);
        const QString name = u"kind %1"_s.arg(int(kind));
        entries << entry(name, kind, server->url(), m_tinyproxy)
                << entry(name + u" by squid"_s, kind, server->url(), m_squid)
                << entry(name + u" untrusted"_s, kind, m_untrusted->url(), m_squid);
        m_servers[kind] = std::move(server);
    }
    run(u"keep"_s, entries);
    QVERIFY(contentsOf(path(u"aura/connections.json"_s)).contains("untrusted"));
}

void TestWholeLife::cleanupTestCase()
{
    m_display.terminate();
    m_display.waitForFinished();
}

//! Runs a program to its end; what it printed is kept among the files that are searched.
QByteArray TestWholeLife::run(const QString &name, const QStringList &command, int patience)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(path(u"tmp"_s)); // where a core would lie
    process.setStandardOutputFile(path(u"out/"_s + name + u".out"_s));
    process.setStandardErrorFile(path(u"out/"_s + name + u".err"_s));
    process.start(command.first(), command.mid(1));
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished();
        return "no end: " + name.toUtf8();
    }
    return contentsOf(path(u"out/"_s + name + u".out"_s));
}

QStringList TestWholeLife::traced(const QString &name, const QStringList &arguments) const
{
    return QStringList{u"strace"_s,
                       u"-D"_s,
                       u"-f"_s,
                       u"--seccomp-bpf"_s,
                       u"-qq"_s,
                       u"-s"_s,
                       u"0"_s,
                       u"-e"_s,
                       u"trace=connect,sendto,getsockname,openat"_s,
                       u"-e"_s,
                       u"signal=none"_s,
                       u"-o"_s,
                       path(u"traces/"_s + name),
                       QStringLiteral(AURA_PROGRAM)}
    + arguments;
}

//! Every kind of server, by both proxies, whatever the answer: asked by `aura ask`.
void TestWholeLife::askInTheTerminal()
{
    for (const ServerKind kind : kinds) {
        const QString name = u"kind %1"_s.arg(int(kind));
        for (const QString &connection : {name, name + u" by squid"_s, name + u" untrusted"_s}) {
            for (const char *question : questions) {
                const QString step = connection + u' ' + QString::fromLatin1(question);
                const QByteArray said =
                    run(step,
                        traced(step,
                               {u"ask"_s, u"--data-dir"_s, path(u"aura"_s), u"--json"_s,
                                u"--connection"_s, connection, QString::fromLatin1(question)}));
                const QJsonObject answer = QJsonDocument::fromJson(said).object();
                const bool isGood =
                    qstrcmp(question, "stream") == 0 && !connection.endsWith(u"untrusted"_s);
                QVERIFY2((answer.value(u"state"_s) == u"complete"_s) == isGood,
                         qPrintable(step + QString::fromUtf8(said)));
                if (connection.endsWith(u"untrusted"_s))
                    break; // no question gets there
            }
        }
        const QByteArray received = m_servers.at(kind)->everythingReceived();
        QVERIFY(received.contains("h" + keyOf(int(kind)).toUtf8())); // or all this proves nothing
        QVERIFY(received.contains("session=" + keyOf(int(kind)).toUtf8()));
        m_servers.at(kind)->forget();
    }
}

void TestWholeLife::askInTheWindow_data()
{
    QTest::addColumn<QString>("connection");
    QTest::addColumn<QStringList>("asked");
    QTest::addColumn<int>("kind");
    QTest::newRow("the first start") << QString() << QStringList{u"What can Aura do?"_s} << -1;
    QStringList all;
    for (const char *question : questions)
        all << QString::fromLatin1(question);
    for (const ServerKind kind : kinds) {
        const QString name = u"kind %1"_s.arg(int(kind));
        QTest::newRow(qPrintable(name)) << name << all << int(kind);
        QTest::newRow(qPrintable(name + u" untrusted"_s))
            << QString(name + u" untrusted"_s) << QStringList{u"stream"_s} << -1;
    }
}

void TestWholeLife::askInTheWindow()
{
    QFETCH(QString, connection);
    QFETCH(QStringList, asked);
    QFETCH(int, kind);
    QFile questionsFile(path(u"tmp/questions"_s));
    QVERIFY(questionsFile.open(QIODevice::WriteOnly));
    questionsFile.write(asked.join(u'\n').toUtf8());
    questionsFile.close();
    const QString name = u"window "_s + connection;
    const QStringList place = connection.isEmpty()
        ? QStringList{u"--data-dir"_s, path(u"fresh"_s)}
        : QStringList{u"--data-dir"_s, path(u"aura"_s), u"--connection"_s, connection};
    const QByteArray said =
        run(name,
            QStringList{u"/usr/bin/python3"_s, u"-B"_s,
                        QStringLiteral(AURA_SOURCE_DIR) + u"/tests/support/wholelife.py"_s,
                        questionsFile.fileName()}
                + traced(name, place),
            150'000);
    const QByteArray problems = contentsOf(path(u"out/"_s + name + u".err"_s));
    QVERIFY2(said.contains("[crashed] -11"), (said.right(200) + problems.right(800)).constData());
    for (const QString &question : asked)
        QVERIFY(said.contains("[asked] " + question.toUtf8()));
    QVERIFY(said.contains("[curl] curl "));
    QCOMPARE(said.contains("$AURA_KEY"), !connection.isEmpty()); // what stands in for it
    static const QRegularExpression noCore(u"Max core file size +0 +0"_s);
    QVERIFY(noCore.match(QString::fromUtf8(said)).hasMatch());
    if (kind >= 0)
        QVERIFY(m_servers.at(ServerKind(kind))->everythingReceived().contains(canary));
}

void TestWholeLife::exportAll_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"markdown", "json", "html"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void TestWholeLife::exportAll()
{
    QFETCH(QString, format);
    const QString output = path(u"exports/"_s + format);
    run(u"export "_s + format,
        traced(u"export "_s + format,
               {u"export"_s, u"--data-dir"_s, path(u"aura"_s), u"--output"_s, output, u"--format"_s,
                format, u"--all"_s}));
    QByteArray exported = contentsOf(output);
    QDirIterator files(output, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        exported += contentsOf(files.next());
    QVERIFY2(exported.contains("redirect"),
             contentsOf(path(u"out/export "_s + format + u".err"_s)).constData());
}

//! In no file that the program, or whoever it spoke with, has written: settings, history with its
//! journal and its index, exports, what was printed, logs, cores, proxies' logs, the key store.
void TestWholeLife::keyIsNowhereElse()
{
    int files = 0;
    QDirIterator all(m_home, QDir::Files | QDir::Hidden | QDir::System,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString name = all.next();
        QVERIFY2(!holdsKey(contentsOf(name)), qPrintable(name));
        QVERIFY2(!holdsKey(name.toUtf8()), qPrintable(name));
        QVERIFY2(!QFileInfo(name).fileName().startsWith(u"core"_s), qPrintable(name));
        ++files;
    }
    QVERIFY(files > 50);
    QVERIFY(!m_tinyproxy.log().isEmpty() && !m_squid.log().isEmpty());
    QVERIFY(!holdsKey(m_tinyproxy.log()));
    QVERIFY(!holdsKey(m_squid.log()));
    QCOMPARE(m_elsewhere.connections(), 0);
    QVERIFY(!holdsKey(m_untrusted->everythingReceived()));
}

void TestWholeLife::onlyWhatWasEnteredIsConnectedTo()
{
    const QSet<QString> entered{m_tinyproxy.label(), m_squid.label()};
    QSet<QString> connected;
    QSet<QString> written;
    int traces = 0;
    QDirIterator all(path(u"traces"_s), QDir::Files);
    while (all.hasNext()) {
        const QString name = all.next();
        const Watched watched = readTrace(name);
        const QSet<QString> others = watched.connected - watched.own;
        connected |= others;
        written |= watched.written;
        ++traces;
        for (const QString &address : others)
            QVERIFY2(entered.contains(address), qPrintable(name + u": "_s + address));
        for (const QString &file : watched.written) {
            const bool isSearched = file.startsWith(m_home) || file.startsWith(u"/dev/"_s)
                || file.startsWith(u"/proc/"_s);
            QVERIFY2(isSearched, qPrintable(name + u": "_s + file));
        }
    }
    QVERIFY(traces > 40);
    QCOMPARE(connected, entered);
    QVERIFY(written.contains(path(u"aura/history.sqlite"_s))); // or strace saw nothing
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--keep"_s)
        return keep(arguments.mid(2));
    TestWholeLife test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_wholelife.moc"
