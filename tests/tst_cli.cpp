// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"

#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Aura;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! The program itself, in a process of its own, without a display and with a home of its own.
class Program
{
public:
    explicit Program(const QString &home)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto name : {"DISPLAY"_L1, "WAYLAND_DISPLAY"_L1, "http_proxy"_L1, "LANG"_L1})
            environment.remove(name);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s); // would abort without a display
        environment.insert(u"HOME"_s, home);
        environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
        environment.insert(u"XDG_DATA_HOME"_s, home + u"/data"_s);
        environment.insert(u"MY_KEY"_s, u"sk-canary"_s);
        process.setProcessEnvironment(environment);
        QObject::connect(&process, &QProcess::readyReadStandardOutput, &process,
                         [this] { output += process.readAllStandardOutput(); });
        QObject::connect(&process, &QProcess::readyReadStandardError, &process,
                         [this] { problems += process.readAllStandardError(); });
    }
    ~Program()
    {
        process.kill();
        process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Program)

    void start(const QStringList &arguments)
    {
        process.start(QStringLiteral(AURA_PROGRAM), arguments);
    }
    void send(int signal) const { ::kill(pid_t(process.processId()), signal); }

    bool hasEnded() const { return process.state() == QProcess::NotRunning; }
    int code() const
    {
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    QProcess process{};
    QByteArray output{};
    QByteArray problems{};
};

} // namespace

//! The command line as scripts see it: what is printed where, and the exit codes.
class TestCli : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void answersWithoutADisplay_data();
    void answersWithoutADisplay();
    void saysThatLibcurlIsMissing();
    void endsWithTheCodeOfTheReply_data();
    void endsWithTheCodeOfTheReply();
    void printsTheReplyAsItComes();
    void readsTheQuestionFromTheInput_data();
    void readsTheQuestionFromTheInput();
    void takesTheKeyFromTheEnvironment();
    void asksTheDemoOnTheFirstStart();
    void stopsOnASignal_data();
    void stopsOnASignal();
    void stopsAtOnceOnTheSecondSignal();
    void endsWhenNobodyReads();
    void servesTheDemo_data();
    void servesTheDemo();
    void tellsThatThePortIsTaken();

private:
    QStringList ask(const QStringList &more) const
    {
        return QStringList{u"ask"_s, u"--url"_s, m_server->url().toString()} + more;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<Program> m_program;
};

void TestCli::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    m_server = std::make_unique<DemoServer>();
    QVERIFY(m_server->listen());
    m_server->setPace(0ms);
    m_program = std::make_unique<Program>(m_home->path());
}

void TestCli::cleanup()
{
    m_program.reset();
    m_server.reset();
    m_home.reset();
}

void TestCli::answersWithoutADisplay_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("problems");
    const auto row = [](const char *name, const QStringList &arguments, int code,
                        const QByteArray &output, const QByteArray &problems) {
        QTest::newRow(name) << arguments << code << output << problems;
    };
    row("version", {u"--version"_s}, 0, "^Aura \\d+\\.\\d+\\.\\d+\n$", "^$");
    row("help", {u"--help"_s}, 0, "aura ask \\[options\\]", "^$");
    row("help of ask", {u"ask"_s, u"--help"_s}, 0, "aura ask \\[options\\]", "^$");
    row("unknown command", {u"dance"_s}, 2, "^$", "^aura: [^\n]*dance[^\n]*\n$");
    row("unknown option", {u"ask"_s, u"--dance"_s, u"hi"_s}, 2, "^$",
        "^aura: [^\n]*dance[^\n]*\n$");
    row("no question", {u"ask"_s}, 2, "^$", "^aura: [^\n]+\n$");
    row("unknown provider",
        {u"ask"_s, u"--provider"_s, u"gemini"_s, u"--url"_s, u"http://a"_s, u"hi"_s}, 2, "^$",
        "^aura: [^\n]+\n$");
    row("nobody there", {u"ask"_s, u"--url"_s, u"http://127.0.0.1:1"_s, u"hi"_s}, 1, "^$",
        "^aura: [^\n]*127\\.0\\.0\\.1[^\n]*\n$");
}

void TestCli::answersWithoutADisplay()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, problems);
    m_program->start(arguments);
    QTRY_VERIFY(m_program->hasEnded());
    const auto matches = [](const QByteArray &text, const QByteArray &pattern) {
        return QRegularExpression(QString::fromLatin1(pattern))
            .match(QString::fromUtf8(text))
            .hasMatch();
    };
    QVERIFY2(matches(m_program->output, output), m_program->output.constData());
    QVERIFY2(matches(m_program->problems, problems), m_program->problems.constData());
    QCOMPARE(m_program->code(), code);
}

// It is loaded with the first request, and not with the program.
void TestCli::saysThatLibcurlIsMissing()
{
    QFile broken(m_home->filePath(u"libcurl.so.4"_s)); // found first, and empty
    QVERIFY(broken.open(QIODevice::WriteOnly));
    QProcessEnvironment environment = m_program->process.processEnvironment();
    environment.insert(u"LD_LIBRARY_PATH"_s, m_home->path());
    m_program->process.setProcessEnvironment(environment);
    m_program->start(ask({u"hi"_s}));
    QTRY_VERIFY(m_program->hasEnded());
    QCOMPARE(m_program->code(), 1);
    QVERIFY2(m_program->problems.contains("libcurl"), m_program->problems.constData());
}

void TestCli::endsWithTheCodeOfTheReply_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("state");
    QTest::newRow("complete") << Scenario{.pieces = {"text"}} << 0 << u"complete"_s;
    QTest::newRow("failed") << Scenario{.status = 500, .pieces = {"Error"}} << 1 << u"failed"_s;
    QTest::newRow("interrupted") << Scenario{.pieces = {"text"},
                                             .framing = Scenario::Framing::UntilClose}
                                 << 3 << u"interrupted"_s;
    QTest::newRow("empty") << Scenario{} << 5 << u"empty"_s;
}

void TestCli::endsWithTheCodeOfTheReply()
{
    QFETCH(Scenario, scenario);
    QFETCH(int, code);
    QFETCH(QString, state);
    m_server->setScenario(scenario);
    m_program->start(ask({u"hi"_s}));
    QTRY_VERIFY(m_program->hasEnded());
    QCOMPARE(m_program->code(), code);
    QCOMPARE(m_program->output, code == 1 ? QByteArray() : scenario.pieces.join());
    QCOMPARE(m_program->problems.isEmpty(), code == 0);

    Program json(m_home->path());
    json.start(ask({u"--json"_s, u"hi"_s}));
    QTRY_VERIFY(json.hasEnded());
    QCOMPARE(json.code(), code);
    QCOMPARE(json.problems, "");
    const QJsonObject object = QJsonDocument::fromJson(json.output).object();
    QCOMPARE(object.value("state"_L1).toString(), state);
    QCOMPARE(m_server->requests().size(), 2);
}

void TestCli::printsTheReplyAsItComes()
{
    m_server->setScenario({.pieces = {"one ", "two"}, .pause = 300ms, .headWaits = true});
    m_program->start(ask({u"hi"_s}));
    QTRY_COMPARE(m_program->output, "one ");
    QVERIFY(!m_program->hasEnded());
    QTRY_VERIFY(m_program->hasEnded());
    QCOMPARE(m_program->output, "one two");
}

void TestCli::readsTheQuestionFromTheInput_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("question"); // empty: refused
    QTest::newRow("one line") << QByteArray("What is this?\n") << u"What is this?"_s;
    QTest::newRow("several lines, Cyrillic") << u"Что\nэто\n\n"_s.toUtf8() << u"Что\nэто\n"_s;
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestCli::readsTheQuestionFromTheInput()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, question);
    m_program->start(ask({u"-"_s}));
    QVERIFY(m_program->process.waitForStarted());
    m_program->process.write(input);
    m_program->process.closeWriteChannel();
    QTRY_VERIFY(m_program->hasEnded());
    QCOMPARE(m_program->code(), question.isEmpty() ? 2 : 0);
    QCOMPARE(m_server->requests().value(0).json()["messages"_L1][0]["content"_L1].toString(),
             question);
}

void TestCli::takesTheKeyFromTheEnvironment()
{
    m_program->start(ask({u"--key-env"_s, u"MY_KEY"_s, u"--json"_s, u"hi"_s}));
    QTRY_VERIFY(m_program->hasEnded());
    QCOMPARE(m_program->code(), 0);
    QCOMPARE(m_server->requests().first().json().value("key"_L1).toString(), u"sk-canary"_s);
    QVERIFY(!m_program->output.contains("canary"));
}

void TestCli::asksTheDemoOnTheFirstStart()
{
    m_program->start({u"ask"_s, u"What is the weather like?"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_program->hasEnded(), 20000);
    QCOMPARE(m_program->code(), 0);
    QVERIFY(m_program->output.contains("not a language model"));
    QCOMPARE(m_program->problems, "");
}

void TestCli::stopsOnASignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestCli::stopsOnASignal()
{
    QFETCH(int, signal);
    QSignalSpy left(m_server.get(), &DemoServer::clientLeft);
    m_server->setScenario({.pieces = {"begun "}, .ending = Scenario::Ending::Silence});
    m_program->start(ask({u"hi"_s}));
    QTRY_COMPARE(m_program->output, "begun ");
    m_program->send(signal);
    QTRY_VERIFY(m_program->hasEnded());
    QCOMPARE(m_program->code(), 130);
    QCOMPARE(m_program->output, "begun ");
    QCOMPARE(m_program->problems, "");
    QTRY_COMPARE(left.size(), 1);

    m_server->setScenario({.ending = Scenario::Ending::Silence, .sendHead = false});
    Program json(m_home->path());
    json.start(ask({u"--json"_s, u"hi"_s}));
    QTRY_COMPARE(m_server->requests().size(), 2);
    json.send(signal);
    QTRY_VERIFY(json.hasEnded());
    QCOMPARE(json.code(), 130);
    QCOMPARE(QJsonDocument::fromJson(json.output)["state"_L1].toString(), u"stopped"_s);
}

void TestCli::stopsAtOnceOnTheSecondSignal()
{
    m_server->setScenario({.ending = Scenario::Ending::Silence, .sendHead = false});
    m_program->start(ask({u"hi"_s}));
    QTRY_COMPARE(m_server->requests().size(), 1);
    m_program->send(SIGSTOP); // so that it cannot act on the first one
    m_program->send(SIGINT);
    m_program->send(SIGTERM);
    m_program->send(SIGCONT);
    QTRY_VERIFY(m_program->hasEnded());
}

void TestCli::endsWhenNobodyReads()
{
    m_server->setScenario({.pieces = {QByteArray(1000, 'x')}, .pause = 1ms, .endless = true});
    const QString pipe = u"\"$0\" \"$@\" | head -c 5"_s;
    m_program->process.start(
        u"/bin/sh"_s, QStringList{u"-c"_s, pipe, QStringLiteral(AURA_PROGRAM)} + ask({u"hi"_s}));
    QTRY_VERIFY(m_program->hasEnded());
    QCOMPARE(m_program->output, "xxxxx");
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestCli::servesTheDemo_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestCli::servesTheDemo()
{
    QFETCH(int, signal);
    m_program->start({u"demo-server"_s});
    QTRY_VERIFY(m_program->output.endsWith('\n'));
    const QUrl url(QString::fromUtf8(m_program->output.trimmed()));
    QCOMPARE(url.host(), u"127.0.0.1"_s);
    QTcpSocket client;
    client.connectToHost(url.host(), quint16(url.port()));
    client.write("POST /api/models HTTP/1.1\r\nContent-Length: 10\r\n\r\n{\"key\":\"\"}");
    QByteArray answer;
    connect(&client, &QTcpSocket::readyRead, this, [&] { answer += client.readAll(); });
    QTRY_VERIFY(answer.contains(R"([{"id":"demo","name":"Aura demo"}])"));
    m_program->send(signal);
    QTRY_VERIFY(m_program->hasEnded());
    QCOMPARE(m_program->code(), 0);
    QCOMPARE(m_program->problems, "");
}

void TestCli::tellsThatThePortIsTaken()
{
    const QString port = QString::number(m_server->url().port());
    m_program->start({u"demo-server"_s, u"--port"_s, port});
    QTRY_VERIFY(m_program->hasEnded());
    QCOMPARE(m_program->code(), 1);
    QVERIFY(m_program->problems.contains(port.toUtf8()));
    QCOMPARE(m_program->output, "");
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
