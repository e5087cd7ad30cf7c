// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;
using Command = CommandLine::Command;

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsWhatIsAsked_data();
    void readsWhatIsAsked();
    void readsAskOptions_data();
    void readsAskOptions();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void helpNamesEveryOption();
};

void TestCommandLine::readsWhatIsAsked_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<CommandLine>("line");
    QTest::addColumn<bool>("needsWindow");
    const auto row = [](const char *name, const QString &arguments, const CommandLine &line) {
        const bool isWindow = line.command == Command::Window || line.command == Command::Smoke;
        QTest::newRow(name) << arguments.split(u' ', Qt::SkipEmptyParts) << line << isWindow;
    };
    const auto window = [](const QString &dataDir = {}, const QString &connection = {}) {
        CommandLine line;
        line.dataDir = dataDir;
        line.connection = connection;
        return line;
    };
    const auto command = [](Command which, const QString &dataDir = {}) {
        CommandLine line;
        line.command = which;
        line.dataDir = dataDir;
        return line;
    };

    row("nothing", {}, window());
    row("data folder", u"--data-dir /tmp/x"_s, window(u"/tmp/x"_s));
    row("data folder with =", u"--data-dir=/tmp/x"_s, window(u"/tmp/x"_s));
    row("connection", u"--connection Home"_s, window({}, u"Home"_s));
    row("the toolkit's", u"-platform offscreen --style=fusion -reverse"_s, window());
    row("the toolkit's among ours", u"-platform xcb --data-dir d -style fusion"_s, window(u"d"_s));
    row("help", u"--help"_s, command(Command::Help));
    row("short help", u"-h"_s, command(Command::Help));
    row("help of a command", u"ask --help"_s, command(Command::Help));
    row("version", u"--version"_s, command(Command::Version));
    CommandLine smoke = command(Command::Smoke, u"d"_s);
    smoke.smokeFile = u"a.png"_s;
    row("smoke", u"--smoke a.png --data-dir d"_s, smoke);
    row("demo server", u"demo-server"_s, command(Command::DemoServer));
    CommandLine server = command(Command::DemoServer);
    server.port = 8123;
    row("demo server with a port", u"demo-server --port 8123"_s, server);

    CommandLine ask = command(Command::Ask, u"d"_s);
    ask.ask.prompt = u"hi"_s;
    row("ask, data folder before", u"--data-dir d ask hi"_s, ask);
    row("ask, data folder behind", u"ask --data-dir d hi"_s, ask);
    row("ask, data folder behind with =", u"ask hi --data-dir=d"_s, ask);
    ask.dataDir.clear();
    ask.ask.prompt = u"--help --data-dir d"_s;
    row("ask, words behind --", u"ask -- --help --data-dir d"_s, ask);
}

void TestCommandLine::readsWhatIsAsked()
{
    QFETCH(QStringList, arguments);
    QFETCH(CommandLine, line);
    QFETCH(bool, needsWindow);
    const CommandLine read = parseCommandLine(arguments);
    QCOMPARE(read.problem, QString());
    QCOMPARE(read.command, line.command);
    QCOMPARE(read.ask.prompt, line.ask.prompt);
    QVERIFY(read == line);
    QCOMPARE(read.needsWindow(), needsWindow);
}

void TestCommandLine::readsAskOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<AskOptions>("options");
    const auto row = [](const char *name, const QStringList &arguments, AskOptions options) {
        if (!options.promptFromInput && options.prompt.isEmpty())
            options.prompt = u"hi"_s;
        QTest::newRow(name) << arguments << options;
    };
    const QUrl url(u"http://127.0.0.1:8080"_s);

    row("one word", {u"hi"_s}, {});
    row("several words", {u"what"_s, u"is"_s, u"this?"_s}, {.prompt = u"what is this?"_s});
    row("standard input", {u"-"_s}, {.promptFromInput = true});
    row("a dash among words", {u"3"_s, u"-"_s, u"2"_s}, {.prompt = u"3 - 2"_s});
    row("options behind the words", {u"hi"_s, u"--json"_s}, {.json = true});
    row("connection", {u"--connection"_s, u"My server"_s, u"hi"_s}, {.connection = u"My server"_s});
    row("address", {u"--url"_s, u"http://127.0.0.1:8080"_s, u"hi"_s}, {.url = url});
    row("provider", {u"--provider"_s, u"ollama"_s, u"--url"_s, u"http://127.0.0.1:8080"_s, u"hi"_s},
        {.kind = ServerKind::Ollama, .url = url});
    row("model and system prompt", {u"--model"_s, u"m"_s, u"--system"_s, u"Be brief."_s, u"hi"_s},
        {.model = u"m"_s, .systemPrompt = u"Be brief."_s});
    row("no system prompt", {u"--system"_s, QString(), u"hi"_s}, {.systemPrompt = QString()});
    row("numbers", {u"--temperature"_s, u"0.3"_s, u"--max-tokens"_s, u"99"_s, u"hi"_s},
        {.temperature = 0.3, .maxTokens = 99});
    row("temperature 0", {u"--temperature=0"_s, u"hi"_s}, {.temperature = 0});
    row("proxy", {u"--proxy"_s, u"socks5://me@127.0.0.1:1080"_s, u"hi"_s},
        {.proxy = ProxySettings{ProxyType::Socks5, u"127.0.0.1"_s, 1080, u"me"_s, {}}});
    row("no proxy", {u"--proxy"_s, u"none"_s, u"hi"_s},
        {.proxy = ProxySettings{.type = ProxyType::None}});
    row("proxy's password",
        {u"--proxy"_s, u"http://h:1"_s, u"--proxy-password-env"_s, u"P"_s, u"hi"_s},
        {.proxy = ProxySettings{.type = ProxyType::Http, .host = u"h"_s, .port = 1},
         .proxyPasswordVariable = u"P"_s});
    row("headers", {u"--header"_s, u"X-A: b c"_s, u"--header"_s, u"X-D:e"_s, u"hi"_s},
        {.headers = {{"X-A", Secret(u"b c"_s)}, {"X-D", Secret(u"e"_s)}}});
    row("secrets", {u"--key-env"_s, u"KEY"_s, u"--header-env"_s, u"X-Token=TOKEN"_s, u"hi"_s},
        {.secretHeaders = {{"X-Token", u"TOKEN"_s}}, .keyVariable = u"KEY"_s});
    row("plain http", {u"--send-unencrypted"_s, u"hi"_s}, {.sendsUnencrypted = true});
}

void TestCommandLine::readsAskOptions()
{
    QFETCH(QStringList, arguments);
    QFETCH(AskOptions, options);
    const CommandLine line = parseCommandLine(QStringList(u"ask"_s) + arguments);
    QCOMPARE(line.problem, QString());
    QCOMPARE(line.command, Command::Ask);
    QCOMPARE(line.ask.prompt, options.prompt);
    QVERIFY(line.ask == options);
}

void TestCommandLine::tellsWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("mention");
    const auto row = [](const QStringList &arguments, const QString &mention) {
        QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << mention;
    };
    row({u"frobnicate"_s}, u"frobnicate"_s);
    row({u"--frobnicate"_s}, u"frobnicate"_s);
    row({u"--data-dir"_s}, u"data-dir"_s);
    row({u"import"_s}, u"import"_s);
    row({u"export"_s, u"Title"_s}, u"--output"_s);
    row({u"demo-server"_s, u"--port"_s, u"70000"_s}, u"70000"_s);
    row({u"demo-server"_s, u"--port"_s, u"http"_s}, u"http"_s);
    row({u"demo-server"_s, u"now"_s}, u"--port"_s);
    row({u"ask"_s}, u"nothing to ask"_s);
    row({u"ask"_s, u"  "_s}, u"nothing to ask"_s);
    row({u"ask"_s, u"--frobnicate"_s, u"hi"_s}, u"frobnicate"_s);
    row({u"ask"_s, u"--provider"_s, u"hal"_s, u"--url"_s, u"http://a"_s, u"hi"_s}, u"hal"_s);
    row({u"ask"_s, u"--provider"_s, u"openai"_s, u"hi"_s}, u"--url"_s);
    row({u"ask"_s, u"--url"_s, u"ftp://a"_s, u"hi"_s}, u"http"_s);
    row({u"ask"_s, u"--url"_s, u"http://u:p@a"_s, u"hi"_s}, u"password"_s);
    row({u"ask"_s, u"--url"_s, u"http://a"_s, u"--connection"_s, u"b"_s, u"hi"_s}, u"not both"_s);
    row({u"ask"_s, u"--temperature"_s, u"hot"_s, u"hi"_s}, u"temperature"_s);
    row({u"ask"_s, u"--temperature"_s, u"2.5"_s, u"hi"_s}, u"temperature"_s);
    row({u"ask"_s, u"--temperature"_s, u"nan"_s, u"hi"_s}, u"temperature"_s);
    row({u"ask"_s, u"--max-tokens"_s, u"0"_s, u"hi"_s}, u"tokens"_s);
    row({u"ask"_s, u"--max-tokens"_s, u"many"_s, u"hi"_s}, u"tokens"_s);
    row({u"ask"_s, u"--header"_s, u"no colon"_s, u"hi"_s}, QString());
    row({u"ask"_s, u"--header-env"_s, u"TOKEN"_s, u"hi"_s}, u"NAME=VARIABLE"_s);
    row({u"ask"_s, u"--header-env"_s, u"a b=TOKEN"_s, u"hi"_s}, u"NAME=VARIABLE"_s);
    row({u"ask"_s, u"--proxy"_s, u"ftp://a:1"_s, u"hi"_s}, QString());
    row({u"ask"_s, u"--proxy"_s, u"http://me:secret@a:1"_s, u"hi"_s}, u"--proxy-password-env"_s);
    row({u"ask"_s, u"--proxy-password-env"_s, u"P"_s, u"hi"_s}, u"--proxy"_s);
}

void TestCommandLine::tellsWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, mention);
    const CommandLine line = parseCommandLine(arguments);
    QCOMPARE(line.command, Command::UsageError);
    QVERIFY(!line.needsWindow());
    QVERIFY(!line.problem.isEmpty());
    QVERIFY2(line.problem.contains(mention), qPrintable(line.problem));
    QVERIFY(!line.problem.contains(u'\n'));
    QVERIFY(!line.problem.contains("secret"_L1)); // what was typed as a password
}

void TestCommandLine::helpNamesEveryOption()
{
    const QString help = helpText();
    for (const auto option : {"--data-dir"_L1,   "--connection"_L1,
                              "--smoke"_L1,      "--provider"_L1,
                              "--url"_L1,        "--model"_L1,
                              "--system"_L1,     "--temperature"_L1,
                              "--max-tokens"_L1, "--proxy"_L1,
                              "--header"_L1,     "--key-env"_L1,
                              "--header-env"_L1, "--proxy-password-env"_L1,
                              "--json"_L1,       "--send-unencrypted"_L1,
                              "demo-server"_L1,  "--port"_L1,
                              "--version"_L1,    "130"_L1})
        QVERIFY2(help.contains(option), option.data());
    for (const QString &line : help.split(u'\n'))
        QVERIFY2(line.size() <= 90, qPrintable(line));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
