// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/browser/curlcommand.h"

#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestCurlCommand : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void words_data();
    void words();
    void unclosed_data();
    void unclosed();
    void command_data();
    void command();
    void refused_data();
    void refused();
    void importKeepsWhatItDoesNotHave();
};

void TestCurlCommand::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &text, const QStringList &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("plain", u"curl -H a"_s, {u"curl"_s, u"-H"_s, u"a"_s});
    row("blank lines before", u"\n\n  curl a\n"_s, {u"curl"_s, u"a"_s});
    row("single quotes", u"curl 'a b' '' c'd'e"_s, {u"curl"_s, u"a b"_s, u""_s, u"cde"_s});
    row("double quotes", uR"(curl "a \"b\" \$c \d")"_s, {u"curl"_s, uR"(a "b" $c \d)"_s});
    row("a quote by way of three", uR"(curl 'it'\''s')"_s, {u"curl"_s, u"it's"_s});
    row("ANSI C", uR"(curl $'a\'b\n\x41\u0021\101\U0001F600\q')"_s,
        {u"curl"_s, u"a'b\nA!A\U0001F600\\q"_s});
    row("escaped space", uR"(curl a\ b)"_s, {u"curl"_s, u"a b"_s});
    row("continued", u"curl \\\n -H a \\\r\n b"_s, {u"curl"_s, u"-H"_s, u"a"_s, u"b"_s});
    row("nothing is looked up", u"curl $HOME `id` \"$(id)\" ~ *"_s,
        {u"curl"_s, u"$HOME"_s, u"`id`"_s, u"$(id)"_s, u"~"_s, u"*"_s});
    row("ends at a pipe", u"curl a | sh"_s, {u"curl"_s, u"a"_s});
    row("ends at a semicolon", u"curl a; rm -rf /"_s, {u"curl"_s, u"a"_s});
    row("ends at an ampersand", u"curl a && b"_s, {u"curl"_s, u"a"_s});
    row("ends at a line's end", u"curl a\nrm b"_s, {u"curl"_s, u"a"_s});
    row("cmd, as Chromium writes it", u"curl ^\"http://a/?b^&c^\" ^\n  -H ^\"X: ^\\^\"q^\\^\"^\""_s,
        {u"curl"_s, u"http://a/?b&c"_s, u"-H"_s, u"X: \"q\""_s});
    row("cmd, older", u"curl \"http://a/\" ^\r\n  -H \"X: a \\\"b\\\"\" ^\r\n --compressed"_s,
        {u"curl"_s, u"http://a/"_s, u"-H"_s, u"X: a \"b\""_s, u"--compressed"_s});
}

void TestCurlCommand::words()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    const auto words = splitCommandLine(text);
    QVERIFY(bool(words));
    QCOMPARE(*words, expected);
}

void TestCurlCommand::unclosed_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"curl 'a", "curl \"a", "curl $'a", "curl $'a\\'", "curl ^\"a"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestCurlCommand::unclosed()
{
    QFETCH(QString, text);
    QVERIFY(!splitCommandLine(text));
    QVERIFY(!parseCurlCommand(text));
}

void TestCurlCommand::command_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<BrowserImport>("expected");
    const QUrl chat(u"https://ai.example.com"_s);
    QTest::newRow("Chromium") << u"curl 'https://ai.example.com/api/chat' \\\n"
                                 "  -H 'accept: */*' \\\n"
                                 "  -H 'content-type: application/json' \\\n"
                                 "  -b 'cf_clearance=a.b-c; session=xyz=1' \\\n"
                                 "  -H 'origin: https://ai.example.com' \\\n"
                                 "  -H 'user-agent: Mozilla/5.0 (X11)' \\\n"
                                 "  -H 'x-team: blue' \\\n"
                                 "  --data-raw $'{\"a\":\"it\\'s\"}' --compressed"_s
                              << BrowserImport{
                                     .address = chat,
                                     .cookies = Secret(u"cf_clearance=a.b-c; session=xyz=1"_s),
                                     .cookieNames = {u"cf_clearance"_s, u"session"_s},
                                     .userAgent = u"Mozilla/5.0 (X11)"_s,
                                     .headers = {{"x-team", Secret(u"blue"_s)}},
                                     .notTaken = {u"accept"_s, u"content-type"_s, u"origin"_s}};
    QTest::newRow("Firefox") << u"curl 'https://ai.example.com/' --compressed -X POST "
                                "-H 'Cookie: a=1; b=2' -H 'Authorization: Bearer k'"_s
                             << BrowserImport{
                                    .address = chat,
                                    .cookies = Secret(u"a=1; b=2"_s),
                                    .cookieNames = {u"a"_s, u"b"_s},
                                    .headers = {{"Authorization", Secret(u"Bearer k"_s)}}};
    QTest::newRow("short options run together")
        << u"/usr/bin/curl -sSLXPOST -Aagent -Hx:y --url https://ai.example.com -u me:pw "
           "-xhttp://p:1"_s
        << BrowserImport{
               .address = chat,
               .userAgent = u"agent"_s,
               .headers = {{"x", Secret(u"y"_s)}, {"Authorization", Secret(u"Basic bWU6cHc="_s)}},
               .proxy = ProxySettings{.type = ProxyType::Http, .host = u"p"_s, .port = 1}};
    QTest::newRow("files and certificates are not taken")
        << u"curl.exe -k -b jar.txt --cacert=ca.pem -o out https://ai.example.com -H @file"_s
        << BrowserImport{
               .address = chat,
               .notTaken = {u"--insecure"_s, u"--cookie"_s, u"--cacert"_s, u"--output"_s}};
    QTest::newRow("the first address counts")
        << u"curl https://ai.example.com https://other.example.com"_s
        << BrowserImport{.address = chat};
}

void TestCurlCommand::command()
{
    QFETCH(QString, text);
    QFETCH(BrowserImport, expected);
    const auto taken = parseCurlCommand(text);
    QVERIFY2(bool(taken), taken ? "" : qPrintable(taken.error().text));
    QCOMPARE(taken->address, expected.address);
    QCOMPARE(taken->cookies.reveal(), expected.cookies.reveal());
    QCOMPARE(taken->userAgent, expected.userAgent);
    QCOMPARE(taken->notTaken, expected.notTaken);
    QVERIFY(*taken == expected);
}

void TestCurlCommand::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QString() << u"no curl command"_s;
    QTest::newRow("PowerShell") << u"Invoke-WebRequest -Uri \"https://a\""_s
                                << u"no curl command"_s;
    QTest::newRow("no address") << u"curl -H 'a: b'"_s << u"no address"_s;
    QTest::newRow("a value is missing") << u"curl -H"_s << u"no address"_s;
    QTest::newRow("not http") << u"curl ftp://a"_s << u"http"_s;
    QTest::newRow("a line break in a header")
        << u"curl https://a.example -H $'X: a\\r\\nY: b'"_s << u"cannot be sent"_s;
    QTest::newRow("too long") << u"curl "_s + QString(1024 * 1024, u'a') << u"too long"_s;
}

void TestCurlCommand::refused()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto taken = parseCurlCommand(text);
    QVERIFY(!taken);
    QVERIFY2(taken.error().text.contains(says), qPrintable(taken.error().text));
}

void TestCurlCommand::importKeepsWhatItDoesNotHave()
{
    const Connection before{.baseUrl = QUrl(u"https://a.example/v1"_s),
                            .headers = {{"X-A", Secret(u"1"_s)}, {"X-B", Secret(u"2"_s)}},
                            .cookies = Secret(u"old=1"_s),
                            .userAgent = u"agent"_s};
    const Connection after = withImport(
        before, {.address = QUrl(u"https://b.example"_s), .headers = {{"x-b", Secret(u"3"_s)}}});
    QCOMPARE(after.baseUrl, before.baseUrl);
    QVERIFY(after.cookies == before.cookies);
    QCOMPARE(after.userAgent, before.userAgent);
    QVERIFY((after.headers == QList<HttpHeader>{{"X-A", Secret(u"1"_s)}, {"x-b", Secret(u"3"_s)}}));
    QCOMPARE(withImport({}, {.address = QUrl(u"https://b.example/x"_s)}).baseUrl,
             QUrl(u"https://b.example/x"_s));
}

QTEST_GUILESS_MAIN(TestCurlCommand)
#include "tst_curlcommand.moc"
