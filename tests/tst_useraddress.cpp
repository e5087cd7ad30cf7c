// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/useraddress.h"

#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestUserAddress : public QObject
{
    Q_OBJECT

private slots:
    void baseUrl_data();
    void baseUrl();
    void baseUrlOfKind_data();
    void baseUrlOfKind();
    void badBaseUrl_data();
    void badBaseUrl();
    void headerLine_data();
    void headerLine();
    void cookies_data();
    void cookies();
    void proxy_data();
    void proxy();
    void badProxy_data();
    void badProxy();
};

void TestUserAddress::baseUrl_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const QString &text, const QByteArray &url) {
        QTest::newRow(qPrintable(text)) << text << url;
    };
    row(u"http://localhost:3000"_s, "http://localhost:3000");
    row(u"HTTPS://Example.org/"_s, "https://example.org");
    row(u"localhost:3000"_s, "http://localhost:3000");
    row(u"localhost"_s, "http://localhost");
    row(u"aura.localhost:80/x"_s, "http://aura.localhost:80/x");
    row(u"192.168.1.5"_s, "http://192.168.1.5");
    row(u"192.168.1.5:8080/v1"_s, "http://192.168.1.5:8080/v1");
    row(u"192.168.1.5:443"_s, "https://192.168.1.5:443");
    row(u"[::1]:3000"_s, "http://[::1]:3000");
    row(u"::1"_s, "http://[::1]");
    row(u"fe80::1"_s, "http://[fe80::1]");
    row(u"chat.example.org"_s, "https://chat.example.org");
    row(u"chat.example.org:8443/aura/"_s, "https://chat.example.org:8443/aura");
    row(u"http://localhost:3000/api/chat"_s, "http://localhost:3000");
    row(u"http://localhost:3000/api/chat/"_s, "http://localhost:3000");
    row(u"http://localhost:3000/sub/api/models?x=1#y"_s, "http://localhost:3000/sub");
    row(u"http://localhost:8080/v1/chat/completions"_s, "http://localhost:8080/v1");
    row(u"  <http://localhost:3000>\n"_s, "http://localhost:3000");
    row(u"“localhost:3000”"_s, "http://localhost:3000");
    row(u"http:/localhost:3000"_s, "http://localhost:3000");
    row(u"http://localhost:65535"_s, "http://localhost:65535");
    row(u"https://bücher.example"_s, "https://xn--bcher-kva.example");
    row(u"http://host?token=1"_s, "http://host");
}

void TestUserAddress::baseUrl()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, url);
    const Result<QUrl> result = parseBaseUrl(text);
    QVERIFY2(bool(result), qPrintable(result.error().text));
    QCOMPARE(result->toEncoded(), url);
    QVERIFY(result->isValid());
}

void TestUserAddress::baseUrlOfKind_data()
{
    QTest::addColumn<ServerKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](ServerKind kind, const QString &text, const QByteArray &url) {
        QTest::addRow("%d: %s", int(kind), qPrintable(text)) << kind << text << url;
    };
    using Kind = ServerKind;
    row(Kind::Ollama, u"localhost:11434"_s, "http://localhost:11434");
    row(Kind::Ollama, u"http://localhost:11434/v1"_s, "http://localhost:11434");
    row(Kind::Ollama, u"http://localhost:11434/v1/chat/completions"_s, "http://localhost:11434");
    row(Kind::Ollama, u"http://localhost:11434/api/"_s, "http://localhost:11434");
    row(Kind::Ollama, u"http://localhost:11434/api/tags"_s, "http://localhost:11434");
    row(Kind::Ollama, u"https://h/ollama/api/chat"_s, "https://h/ollama");
    row(Kind::OpenAi, u"http://localhost:8080/#/chat/1"_s, "http://localhost:8080");
    row(Kind::OpenAi, u"http://localhost:8080/index.html"_s, "http://localhost:8080");
    row(Kind::OpenAi, u"http://localhost:8080/v1/chat/completions"_s, "http://localhost:8080/v1");
    row(Kind::OpenAi, u"http://localhost:8080/v1/models"_s, "http://localhost:8080");
    row(Kind::OpenAi, u"http://localhost:8080/props"_s, "http://localhost:8080");
    row(Kind::OpenAi, u"https://openrouter.ai/api/v1"_s, "https://openrouter.ai/api/v1");
    row(Kind::OpenAi, u"https://api.perplexity.ai/chat/completions"_s,
        "https://api.perplexity.ai/chat/completions");
    row(Kind::OpenAi, u"https://g.example/v1beta/openai/chat/completions"_s,
        "https://g.example/v1beta/openai");
    row(Kind::OpenAi,
        u"https://x.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-10-21"_s,
        "https://x.openai.azure.com/openai/deployments/d?api-version=2024-10-21");
    row(Kind::Aura, u"http://localhost:3000/api"_s, "http://localhost:3000");
}

void TestUserAddress::baseUrlOfKind()
{
    QFETCH(const ServerKind, kind);
    QFETCH(const QString, text);
    const Result<QUrl> result = parseBaseUrl(text, kind);
    QVERIFY2(bool(result), qPrintable(result.error().text));
    QTEST(result->toEncoded(), "url");
    QCOMPARE(*parseBaseUrl(result->toString(), kind), *result); // right stays right
}

void TestUserAddress::badBaseUrl_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says"); // somewhere in the sentence
    const auto row = [](const char *name, const QString &text, const QString &says) {
        QTest::newRow(name) << text << says;
    };
    row("nothing", QString(), u"for example"_s);
    row("spaces", u" \n\t"_s, u"for example"_s);
    row("two addresses", u"http://a http://b"_s, u"One address"_s);
    row("ftp", u"ftp://host"_s, u"“ftp://”"_s);
    row("file", u"file:///etc/passwd"_s, u"“file://”"_s);
    row("javascript", u"javascript://x"_s, u"http://"_s);
    row("a typing error", u"htp://localhost"_s, u"“htp://”"_s);
    row("no host", u"http://"_s, u"no computer"_s);
    row("no host but a port", u"http://:3000"_s, u"no computer"_s);
    row("port 0", u"localhost:0"_s, u"“0”"_s);
    row("port too high", u"localhost:65536"_s, u"65535"_s);
    row("port far too high", u"localhost:99999999999999999999"_s, u"65535"_s);
    row("a port that is no number", u"localhost:http"_s, u"“http”"_s);
    row("a port without digits", u"localhost:"_s, u"65535"_s);
    row("a negative port", u"localhost:-1"_s, u"“-1”"_s);
    row("a password", u"https://me:secret@host"_s, u"Authorization"_s);
    row("a host that cannot be", u"http://a..b"_s, u"“a..b”"_s);
    row("brackets", u"http://[zz]"_s, u"“zz”"_s);
    row("a NUL", QString(u"http://a\0b"_s), u"cannot be"_s);
    row("a very long one", u"http://"_s + QString(100'000, u'a'), u"cannot be"_s);
}

void TestUserAddress::badBaseUrl()
{
    QFETCH(const QString, text);
    QFETCH(const QString, says);
    const Result<QUrl> result = parseBaseUrl(text);
    QVERIFY(!result);
    QVERIFY2(result.error().text.contains(says, Qt::CaseInsensitive),
             qPrintable(result.error().text));
    QVERIFY(!result.error().text.contains("secret"_L1));
    QVERIFY(result.error().text.endsWith(u'.') && result.error().text.size() < 300);
}

void TestUserAddress::headerLine_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("name"); // empty: refused
    QTest::addColumn<QString>("value");
    QTest::newRow("plain") << u"X-Key: abc"_s << QByteArray("X-Key") << u"abc"_s;
    QTest::newRow("spaces") << u"  X-Key :abc  "_s << QByteArray("X-Key") << u"abc"_s;
    QTest::newRow("colons") << u"Origin: http://a:1"_s << QByteArray("Origin") << u"http://a:1"_s;
    QTest::newRow("no value") << u"X-Empty:"_s << QByteArray("X-Empty") << QString();
    QTest::newRow("Latin-1") << u"X-Name: café"_s << QByteArray("X-Name") << u"café"_s;
    QTest::newRow("no colon") << u"X-Key abc"_s << QByteArray() << QString();
    QTest::newRow("nothing") << QString() << QByteArray() << QString();
    QTest::newRow("no name") << u": abc"_s << QByteArray() << QString();
    QTest::newRow("a space in the name") << u"X Key: abc"_s << QByteArray() << QString();
    QTest::newRow("a letter that is none there") << u"Ключ: abc"_s << QByteArray() << QString();
    QTest::newRow("two lines") << u"X-A: secret\r\nX-B: 2"_s << QByteArray() << QString();
    QTest::newRow("a pseudo-header") << u":authority: x"_s << QByteArray() << QString();
    QTest::newRow("not Latin-1") << u"X-A: secret ключ"_s << QByteArray() << QString();
    QTest::newRow("a NUL") << QString(u"X-A: secret\0"_s) << QByteArray() << QString();
}

void TestUserAddress::headerLine()
{
    QFETCH(const QString, line);
    QFETCH(const QByteArray, name);
    QFETCH(const QString, value);
    const Result<HttpHeader> result = parseHeaderLine(line);
    QCOMPARE(bool(result), !name.isEmpty());
    if (result) {
        QCOMPARE(result->name, name);
        QCOMPARE(result->value.reveal(), value);
    } else {
        QVERIFY(result.error().text.endsWith(u'.'));
        QVERIFY(!result.error().text.contains("secret"_L1));
    }
}

void TestUserAddress::cookies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value"); // null: refused
    QTest::newRow("one") << u"a=1"_s << u"a=1"_s;
    QTest::newRow("as in the header") << u"Cookie: a=1; b=2"_s << u"a=1; b=2"_s;
    QTest::newRow("careless") << u" cookie:a=1;;b=2 ; "_s << u"a=1; b=2"_s;
    QTest::newRow("one a line") << u"a=1\r\nb=x=y\n"_s << u"a=1; b=x=y"_s;
    QTest::newRow("an empty value") << u"a="_s << u"a="_s;
    QTest::newRow("nothing") << QString() << u""_s;
    QTest::newRow("no name") << u"=secret"_s << QString();
    QTest::newRow("no pair") << u"secret"_s << QString();
    QTest::newRow("not Latin-1") << u"a=secret печенье"_s << QString();
    QTest::newRow("a NUL") << QString(u"a=secret\0"_s) << QString();
}

void TestUserAddress::cookies()
{
    QFETCH(const QString, text);
    QFETCH(const QString, value);
    const Result<QString> result = parseCookies(text);
    QCOMPARE(bool(result), !value.isNull());
    if (result) {
        QCOMPARE(*result, value);
    } else {
        QVERIFY(result.error().text.endsWith(u'.'));
        QVERIFY(!result.error().text.contains("secret"_L1));
    }
}

void TestUserAddress::proxy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ProxySettings>("proxy");
    const auto row = [](const QString &text, const ProxySettings &proxy) {
        QTest::newRow(qPrintable(text)) << text << proxy;
    };
    row(u""_s, {});
    row(u"none"_s, {});
    row(u"system"_s, {.type = ProxyType::System});
    row(u"socks5://user:pw@host:1081"_s,
        {ProxyType::Socks5, u"host"_s, 1081, u"user"_s, Secret(u"pw"_s)});
    row(u"socks5h://host"_s, {ProxyType::Socks5, u"host"_s, 1080});
    row(u"socks5://us%40er:p%3Aw%2F@[::1]:9"_s,
        {ProxyType::Socks5, u"::1"_s, 9, u"us@er"_s, Secret(u"p:w/"_s)});
    row(u"http://proxy.example:8080/"_s, {ProxyType::Http, u"proxy.example"_s, 8080});
    row(u"127.0.0.1:3128"_s, {ProxyType::Http, u"127.0.0.1"_s, 3128});
    row(u"user@host:1"_s, {ProxyType::Http, u"host"_s, 1, u"user"_s});
}

void TestUserAddress::proxy()
{
    QFETCH(const QString, text);
    QFETCH(const ProxySettings, proxy);
    const Result<ProxySettings> result = parseProxyUrl(text);
    QVERIFY2(bool(result), qPrintable(result.error().text));
    QCOMPARE(int(result->type), int(proxy.type));
    QCOMPARE(result->host, proxy.host);
    QCOMPARE(result->port, proxy.port);
    QCOMPARE(result->user, proxy.user);
    QCOMPARE(result->password.reveal(), proxy.password.reveal());
}

void TestUserAddress::badProxy_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no port") << u"http://user:secret@host"_s;
    QTest::newRow("a bad port") << u"socks5://host:70000"_s;
    QTest::newRow("https") << u"https://user:secret@host:1"_s;
    QTest::newRow("socks4") << u"socks4://host:1"_s;
    QTest::newRow("no host") << u"socks5://user:secret@:1080"_s;
    QTest::newRow("a bad host") << u"http://a b:1"_s;
}

void TestUserAddress::badProxy()
{
    QFETCH(const QString, text);
    const Result<ProxySettings> result = parseProxyUrl(text);
    QVERIFY(!result);
    QVERIFY(result.error().text.endsWith(u'.'));
    QVERIFY(!result.error().text.contains("secret"_L1));
}

QTEST_GUILESS_MAIN(TestUserAddress)
#include "tst_useraddress.moc"
