// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asksession.h"

#include "cli/exitcode.h"
#include "demo/demoserver.h"
#include "settings/connectionstore.h"
#include "settings/datafolder.h"
#include "settings/defaultproxy.h"
#include "settings/memorysecretstore.h"
#include "settings/secretvault.h"
#include "settings/settings.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! Runs `aura ask` in this process.
class Asking
{
public:
    Asking(const QString &dataDir, const QStringList &arguments,
           const QProcessEnvironment &environment = {})
        : m_line(parseCommandLine(QStringList{u"--data-dir"_s, dataDir, u"ask"_s} + arguments))
    {
        output.open(QIODevice::WriteOnly);
        problems.open(QIODevice::WriteOnly);
        session = std::make_unique<AskSession>(
            m_line,
            [this](const Connection &connection, const ProxySettings &defaultProxy) {
                usedConnection = connection;
                usedProxy = defaultProxy;
                return makeStockNetworkAccess(connection, defaultProxy);
            },
            environment, AskOutput{.text = output, .problems = problems});
        QObject::connect(session.get(), &AskSession::finished, session.get(),
                         [this](ExitCode code) { codes.append(int(code)); });
        session->start(m_line.ask.prompt);
    }

    QByteArray text() const { return output.data(); }
    QJsonObject json() const { return QJsonDocument::fromJson(output.data()).object(); }

    QBuffer output{};
    QBuffer problems{};
    QList<int> codes{};
    std::optional<Connection> usedConnection{};
    ProxySettings usedProxy{};
    std::unique_ptr<AskSession> session{};

private:
    CommandLine m_line;
};

} // namespace

class TestAskSession : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_folder.reset(); }

    void endsAsTheServerDoes_data();
    void endsAsTheServerDoes();
    void sendsWhatTheOptionsSay();
    void takesSecretsFromTheEnvironment();
    void missesSecretsInTheEnvironment_data();
    void missesSecretsInTheEnvironment();
    void asksTheDemoFirst();
    void asksTheDefaultConnection();
    void asksTheNamedConnection();
    void knowsNoSuchConnection();
    void usesTheProxyOfTheSettings();
    void readsSecretsFromTheirStore();
    void tellsThatSecretsCannotBeRead();
    void refusesWhatTheServerDoesNotTake();
    void speaksTheProtocol_data();
    void speaksTheProtocol();
    void stopsInTheMiddle();
    void stopsBeforeTheRequest();

private:
    QString dataDir() const { return m_folder->path(); }
    QString url() const { return m_server->url().toString(); }
    QString addConnection(const QString &name, bool isDefault = false);
    void keepSecretsInFile(int proxyPort);
    QJsonObject sent() const { return m_server->requests().value(0).json(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DemoServer> m_server;
};

void TestAskSession::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_server = std::make_unique<DemoServer>();
    QVERIFY(m_server->listen());
    m_server->setPace(0ms);
}

//! Adds a connection to the settings that leads to the server.
QString TestAskSession::addConnection(const QString &name, bool isDefault)
{
    MemorySecretStore secrets;
    ConnectionStore store(DataFolder(dataDir()).connectionsFile(), secrets);
    const QString id = store.add({.name = name,
                                  .kind = ServerKind::Aura,
                                  .baseUrl = m_server->url(),
                                  .model = u"model of "_s + name});
    if (isDefault)
        store.setDefaultId(id);
    return id;
}

//! Stores a connection with a key, and a proxy with a password, in the file of secrets.
void TestAskSession::keepSecretsInFile(int proxyPort)
{
    const DataFolder folder(dataDir());
    Settings settings(folder.settingsFile());
    SecretVault vault(settings, folder.secretsFile());
    vault.setPlace(SecretPlace::File);
    DefaultProxy proxy(settings, vault);
    proxy.setProxy({ProxyType::Http, u"127.0.0.1"_s, proxyPort, u"me"_s, Secret(u"p-stored"_s)});
    ConnectionStore store(folder.connectionsFile(), vault);
    store.setDefaultId(store.add({.name = u"Home"_s,
                                  .kind = ServerKind::Aura,
                                  .baseUrl = m_server->url(),
                                  .key = Secret(u"sk-stored"_s)}));
    const auto kept = [&folder] {
        QFile file(folder.secretsFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_VERIFY(kept().contains("sk-stored") && kept().contains("p-stored"));
    QTRY_VERIFY(!settings.proxySecret.get().isEmpty());
}

void TestAskSession::endsAsTheServerDoes_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("kind"); // of the error; empty: none
    using Framing = Scenario::Framing;

    QTest::newRow("complete") << Scenario{.pieces = {"Hello, ", "world"}} << 0
                              << QByteArray("Hello, world") << QString();
    QTest::newRow("refused") << Scenario{.status = 500,
                                         .reason = "Out of order",
                                         .pieces = {"Error"}}
                             << 1 << QByteArray() << u"http"_s;
    QTest::newRow("a web page") << Scenario{.headers = {{"Content-Type", "text/html"}},
                                            .pieces = {"<html></html>"}}
                                << 1 << QByteArray() << u"wrongAddress"_s;
    QTest::newRow("the end not confirmed")
        << Scenario{.pieces = {"Hello"}, .framing = Framing::UntilClose} << 3 << QByteArray("Hello")
        << u"endNotConfirmed"_s;
    QTest::newRow("empty") << Scenario{} << 5 << QByteArray() << QString();
}

void TestAskSession::endsAsTheServerDoes()
{
    QFETCH(Scenario, scenario);
    QFETCH(int, code);
    QFETCH(QByteArray, text);
    QFETCH(QString, kind);
    m_server->setScenario(scenario);

    Asking plain(dataDir(), {u"--url"_s, url(), u"hi"_s});
    QTRY_COMPARE(plain.codes, QList{code});
    QCOMPARE(plain.text(), text);
    QCOMPARE(plain.problems.data().isEmpty(), code == 0);

    Asking json(dataDir(), {u"--url"_s, url(), u"--json"_s, u"hi"_s});
    QTRY_COMPARE(json.codes, QList{code});
    QCOMPARE(json.json().value("text"_L1).toString().toUtf8(), text);
    QCOMPARE(json.json().value("error"_L1).toObject().value("kind"_L1).toString(), kind);
    QCOMPARE(json.problems.data(), "");
    QCOMPARE(m_server->requests().size(), 2);
}

void TestAskSession::sendsWhatTheOptionsSay()
{
    Settings(DataFolder(dataDir()).settingsFile()).systemPrompt.set(u"of the settings"_s);
    Asking asking(dataDir(),
                  {u"--url"_s, url(), u"--model"_s, u"m"_s, u"--system"_s, u"Be brief."_s,
                   u"--temperature"_s, u"0.25"_s, u"--max-tokens"_s, u"4096"_s, u"--header"_s,
                   u"X-Mine: yes"_s, u"What"_s, u"now?"_s});
    QTRY_COMPARE(asking.codes, QList{0});
    const QJsonObject model = sent().value("model"_L1).toObject();
    QCOMPARE(model.value("id"_L1).toString(), u"m"_s);
    QCOMPARE(model.value("tokenLimit"_L1).toInt(), 4096);
    QCOMPARE(sent().value("temperature"_L1).toDouble(), 0.25);
    QCOMPARE(sent().value("prompt"_L1).toString(), u"Be brief."_s);
    QCOMPARE(sent()["messages"_L1][0]["content"_L1].toString(), u"What now?"_s);
    QCOMPARE(m_server->requests().first().header("X-Mine"), "yes");
}

void TestAskSession::takesSecretsFromTheEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"MY_KEY"_s, u"sk-canary"_s);
    environment.insert(u"MY_TOKEN"_s, u"t-canary"_s);
    environment.insert(u"MY_PASSWORD"_s, u"p-canary"_s);
    Asking asking(dataDir(),
                  {u"--url"_s, url(), u"--key-env"_s, u"MY_KEY"_s, u"--header-env"_s,
                   u"X-Token=MY_TOKEN"_s, u"hi"_s},
                  environment);
    QTRY_COMPARE(asking.codes, QList{0});
    QCOMPARE(sent().value("key"_L1).toString(), u"sk-canary"_s);
    QCOMPARE(m_server->requests().first().header("X-Token"), "t-canary");
    QVERIFY(!asking.text().contains("canary"));

    // Nobody listens where the proxy would be.
    Asking proxied(dataDir(),
                   {u"--url"_s, url(), u"--proxy"_s, u"http://me@127.0.0.1:1"_s,
                    u"--proxy-password-env"_s, u"MY_PASSWORD"_s, u"hi"_s},
                   environment);
    QTRY_COMPARE(proxied.codes, QList{1});
    QCOMPARE(proxied.usedConnection->proxy.user, u"me"_s);
    QCOMPARE(proxied.usedConnection->proxy.password.reveal(), u"p-canary"_s);
    QVERIFY(!proxied.problems.data().contains("canary"));
    QCOMPARE(m_server->requests().size(), 1);
}

void TestAskSession::missesSecretsInTheEnvironment_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("key") << QStringList{u"--key-env"_s, u"NOT_THERE"_s};
    QTest::newRow("header") << QStringList{u"--header-env"_s, u"X-A=NOT_THERE"_s};
    QTest::newRow("proxy") << QStringList{u"--proxy"_s, u"http://a:1"_s, u"--proxy-password-env"_s,
                                          u"NOT_THERE"_s};
}

void TestAskSession::missesSecretsInTheEnvironment()
{
    QFETCH(QStringList, options);
    Asking asking(dataDir(), QStringList{u"--url"_s, url()} + options + QStringList(u"hi"_s));
    QTRY_COMPARE(asking.codes, QList{2});
    QVERIFY(asking.problems.data().contains("NOT_THERE"));
    QVERIFY(m_server->requests().isEmpty());
}

void TestAskSession::asksTheDemoFirst()
{
    Asking asking(dataDir(), {u"Which settings did you receive?"_s});
    QTRY_COMPARE_WITH_TIMEOUT(asking.codes, QList{0}, 20000);
    QVERIFY(asking.text().startsWith("## What arrived at this server"));
    QVERIFY(asking.text().contains("| Temperature | `0.5` |"));
    QVERIFY(m_server->requests().isEmpty());
}

void TestAskSession::asksTheDefaultConnection()
{
    addConnection(u"Home"_s, true);
    {
        Settings settings(DataFolder(dataDir()).settingsFile());
        settings.systemPrompt.set(u"of the settings"_s);
        settings.temperature.set(0.75);
        settings.maxTokens.set(5000);
    }
    Asking asking(dataDir(), {u"hi"_s});
    QTRY_COMPARE(asking.codes, QList{0});
    QCOMPARE(sent().value("prompt"_L1).toString(), u"of the settings"_s);
    QCOMPARE(sent().value("temperature"_L1).toDouble(), 0.75);
    QCOMPARE(sent()["model"_L1]["tokenLimit"_L1].toInt(), 5000);
    QCOMPARE(sent()["model"_L1]["id"_L1].toString(), u"model of Home"_s);

    Asking other(dataDir(), {u"--system"_s, QString(), u"--model"_s, u"other"_s, u"hi"_s});
    QTRY_COMPARE(other.codes, QList{0});
    const QJsonObject second = m_server->requests().value(1).json();
    QCOMPARE(second.value("prompt"_L1).toString().trimmed(), QString());
    QCOMPARE(second["model"_L1]["id"_L1].toString(), u"other"_s);
}

void TestAskSession::asksTheNamedConnection()
{
    addConnection(u"Home"_s, true);
    addConnection(u"Work"_s);
    Asking asking(dataDir(), {u"--connection"_s, u"work"_s, u"hi"_s});
    QTRY_COMPARE(asking.codes, QList{0});
    QCOMPARE(sent()["model"_L1]["id"_L1].toString(), u"model of Work"_s);
}

void TestAskSession::knowsNoSuchConnection()
{
    addConnection(u"Home"_s);
    Asking asking(dataDir(), {u"--connection"_s, u"Away"_s, u"hi"_s});
    QCOMPARE(asking.codes, QList<int>()); // never before start() returned
    QTRY_COMPARE(asking.codes, QList{2});
    QVERIFY(asking.problems.data().contains("Away"));
    QVERIFY(asking.problems.data().contains("Home"));
}

void TestAskSession::usesTheProxyOfTheSettings()
{
    {
        Settings settings(DataFolder(dataDir()).settingsFile());
        settings.proxyType.set(u"http"_s);
        settings.proxyHost.set(u"127.0.0.1"_s);
        settings.proxyPort.set(1);
    }
    Asking asking(dataDir(), {u"--url"_s, url(), u"hi"_s});
    QTRY_COMPARE(asking.codes, QList{1});
    QCOMPARE(asking.usedProxy.type, ProxyType::Http);
    QCOMPARE(asking.usedProxy.port, 1);

    Asking direct(dataDir(), {u"--url"_s, url(), u"--proxy"_s, u"none"_s, u"hi"_s});
    QTRY_COMPARE(direct.codes, QList{0});
}

void TestAskSession::readsSecretsFromTheirStore()
{
    keepSecretsInFile(1);
    Asking direct(dataDir(), {u"--proxy"_s, u"none"_s, u"hi"_s});
    QTRY_COMPARE(direct.codes, QList{0});
    QCOMPARE(sent().value("key"_L1).toString(), u"sk-stored"_s);

    Asking proxied(dataDir(), {u"hi"_s}); // nobody listens where the proxy would be
    QTRY_COMPARE(proxied.codes, QList{1});
    QCOMPARE(proxied.usedProxy.password.reveal(), u"p-stored"_s);
    QCOMPARE(proxied.usedConnection->key.reveal(), u"sk-stored"_s);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestAskSession::tellsThatSecretsCannotBeRead()
{
    keepSecretsInFile(1);
    QVERIFY(QFile::remove(DataFolder(dataDir()).secretsFile()));
    Asking asking(dataDir(), {u"hi"_s});
    QTRY_COMPARE(asking.codes, QList{1});
    QVERIFY(asking.problems.data().size() > 20);
    QVERIFY(m_server->requests().isEmpty());
}

void TestAskSession::refusesWhatTheServerDoesNotTake()
{
    Asking asking(dataDir(), {u"--url"_s, url(), u"--temperature"_s, u"1.5"_s, u"hi"_s});
    QTRY_COMPARE(asking.codes, QList{2});
    QVERIFY(asking.problems.data().contains("from 0 to 1"));
    QVERIFY(m_server->requests().isEmpty());
}

void TestAskSession::speaksTheProtocol_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("problem");
    QTest::newRow("openai")
        << u"openai"_s << QByteArray("/v1/chat/completions")
        << QByteArray(
               "data: {\"model\":\"other\",\"choices\":[{\"delta\":{\"content\":\"Hello\"}}]}\n\n"
               "data: {oops\n\ndata: [DONE]\n\n")
        << u"aura: The model other answered, not m.\naura: 1 part(s) of the reply could not be read.\n"_s;
    QTest::newRow("ollama")
        << u"ollama"_s << QByteArray("/api/chat")
        << QByteArray(
               "{\"model\":\"m:latest\",\"message\":{\"content\":\"Hello\"},\"done\":true}\n")
        << QString();
}

void TestAskSession::speaksTheProtocol()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, problem);
    m_server->setScenario({.pieces = {body}});
    Asking asking(dataDir(),
                  {u"--provider"_s, provider, u"--url"_s, url(), u"--model"_s, u"m"_s,
                   u"--max-tokens"_s, u"7"_s, u"hi"_s});
    QTRY_COMPARE(asking.codes, QList{0});
    QCOMPARE(asking.text(), "Hello");
    QCOMPARE(QString::fromUtf8(asking.problems.data()), problem);
    QCOMPARE(m_server->requests().value(0).target, target);
    QCOMPARE(sent().value("model"_L1), u"m"_s);
    QVERIFY(!sent().contains("temperature"_L1)); // nobody asked for one
    const QJsonValue tokens =
        provider == "ollama"_L1 ? sent()["options"_L1]["num_predict"_L1] : sent()["max_tokens"_L1];
    QCOMPARE(tokens, 7);
}

void TestAskSession::stopsInTheMiddle()
{
    m_server->setScenario({.pieces = {"begun "}, .ending = Scenario::Ending::Silence});
    QSignalSpy left(m_server.get(), &DemoServer::clientLeft);
    Asking asking(dataDir(), {u"--url"_s, url(), u"hi"_s});
    QTRY_COMPARE(asking.text(), "begun ");
    asking.session->stop();
    QTRY_COMPARE(asking.codes, QList{130});
    QCOMPARE(asking.text(), "begun ");
    QCOMPARE(asking.problems.data(), "");
    QTRY_COMPARE(left.size(), 1);
}

void TestAskSession::stopsBeforeTheRequest()
{
    Asking asking(dataDir(), {u"--url"_s, url(), u"hi"_s});
    asking.session->stop();
    QCOMPARE(asking.codes, QList{130});
    QTest::qWait(50); // nothing may follow
    QCOMPARE(asking.codes, QList{130});
    QVERIFY(m_server->requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestAskSession)
#include "tst_asksession.moc"
