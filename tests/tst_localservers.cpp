// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"
#include "net/localservers.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! What a server says at each path; 404 elsewhere.
using Site = QHash<QByteArray, Scenario>;

Scenario json(const QByteArray &body)
{
    return {.headers = {{"Content-Type", "application/json"}}, .pieces = {body}};
}

const QByteArray llamaList =
    R"({"object":"list","data":[{"id":"/m/q.gguf","owned_by":"llamacpp"}]})";
const QByteArray ollamaList = R"({"models":[{"name":"llama3:8b"},{"name":"qwen:7b"}]})";

//! Answers every connection at ::1 with the same bytes.
class IPv6Server : public QTcpServer
{
public:
    IPv6Server(int port, const QByteArray &body)
        : m_response("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size())
                     + "\r\n\r\n" + body)
    {
        isThere = listen(QHostAddress::LocalHostIPv6, static_cast<quint16>(port));
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            ++connections;
            connect(socket, &QTcpSocket::readyRead, socket,
                    [this, socket] { socket->write(m_response); });
        });
    }

    bool isThere = false;
    int connections = 0;

private:
    QByteArray m_response;
};

} // namespace

class TestLocalServers : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void aServerIsRecognised_data();
    void aServerIsRecognised();
    void whatIsNoServerIsPassedOver_data();
    void whatIsNoServerIsPassedOver();
    void redirectsAreNotFollowed();
    void nothingIsAskedUnlessToldTo();
    void allAreAskedAtOnce();
    void aServerIsToldOfAsSoonAsItAnswers();
    void aServerAtBothAddressesIsOne();
    void aServerAtIPv6AloneIsFound_data();
    void aServerAtIPv6AloneIsFound();
    void noProxyIsAsked();
    void aSearchCanBeEnded();
    void aSearchCanBeRepeated();
    void aSearchForNothingFinishes();

private:
    static int portOf(const DemoServer &server) { return server.url().port(); }
    static void play(DemoServer &server, const Site &site)
    {
        QVERIFY(server.listen());
        server.setScenarioChooser([site](const DemoRequest &request) {
            return site.value(request.target, {.status = 404});
        });
    }
    static LocalPorts only(const QString &product, int port)
    {
        LocalPorts ports{0, 0, 0, 0, 0};
        const auto member = product == u"ollama" ? &LocalPorts::ollama
            : product == u"llama.cpp"            ? &LocalPorts::llamaCpp
            : product == u"lmstudio"             ? &LocalPorts::lmStudio
            : product == u"vllm"                 ? &LocalPorts::vllm
                                                 : &LocalPorts::aura;
        ports.*member = static_cast<quint16>(port);
        return ports;
    }
    //! Searches to the end; what was found.
    static QList<LocalServer> search(const LocalPorts &ports)
    {
        LocalServers servers(ports);
        QSignalSpy found(&servers, &LocalServers::found);
        QSignalSpy finished(&servers, &LocalServers::finished);
        servers.search();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 5000); }();
        [&] { QVERIFY(!servers.isSearching()); }();
        QList<LocalServer> result;
        for (const QList<QVariant> &signal : std::as_const(found))
            result.append(signal.first().value<LocalServer>());
        return result;
    }
};

void TestLocalServers::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestLocalServers::aServerIsRecognised_data()
{
    QTest::addColumn<QString>("product");
    QTest::addColumn<Site>("site");
    QTest::addColumn<LocalServer>("expected");
    const LocalServer ollama{.kind = ServerKind::Ollama, .name = u"Ollama"_s};

    LocalServer server = ollama;
    server.models = {u"llama3:8b"_s, u"qwen:7b"_s};
    server.version = u"0.5.1"_s;
    QTest::newRow("Ollama") << u"ollama"_s
                            << Site{{"/api/tags", json(ollamaList)},
                                    {"/api/version", json(R"({"version":"0.5.1"})")}}
                            << server;
    QTest::newRow("Ollama without a model")
        << u"ollama"_s << Site{{"/api/tags", json(R"({"models":[]})")}} << ollama;
    server.version.clear();
    QTest::newRow("Ollama that keeps its version for itself")
        << u"ollama"_s
        << Site{{"/api/tags", json(ollamaList)},
                {"/api/version", {.ending = Scenario::Ending::Silence}}}
        << server;

    server = {.name = u"llama.cpp"_s, .models = {u"/m/q.gguf"_s}, .version = u"b4000-abc"_s};
    QTest::newRow("llama.cpp") << u"llama.cpp"_s
                               << Site{{"/v1/models", json(llamaList)},
                                       {"/props", json(R"({"build_info":"b4000-abc"})")}}
                               << server;
    Scenario loading =
        json(R"({"error":{"code":503,"message":"Loading model","type":"unavailable_error"}})");
    loading.status = 503;
    QTest::newRow("llama.cpp that loads its model")
        << u"llama.cpp"_s << Site{{"/v1/models", loading}} << LocalServer{.name = u"llama.cpp"_s};
    QTest::newRow("another at llama.cpp's port")
        << u"llama.cpp"_s
        << Site{{"/v1/models", json(R"({"object":"list","data":[{"id":"phi"}]})")}}
        << LocalServer{.name = u"OpenAI-compatible server"_s, .models = {u"phi"_s}};
    QTest::newRow("LM Studio")
        << u"lmstudio"_s
        << Site{{"/v1/models",
                 json(
                     R"({"data":[{"id":"phi","object":"model","owned_by":"organization_owner"}],"object":"list"})")}}
        << LocalServer{.name = u"LM Studio"_s, .models = {u"phi"_s}};
    QTest::newRow("vLLM")
        << u"vllm"_s
        << Site{{"/v1/models", json(R"({"object":"list","data":[{"id":"m","owned_by":"vllm"}]})")},
                {"/version", json(R"({"version":"0.6.3"})")}}
        << LocalServer{.name = u"vLLM"_s, .models = {u"m"_s}, .version = u"0.6.3"_s};
    QTest::newRow("Aura, as text, in pieces")
        << u"aura"_s
        << Site{{"/api/models",
                 {.headers = {{"Content-Type", "text/plain;charset=UTF-8"}},
                  .pieces = {R"([{"id":"openchat_3.6",)", R"*( "name":"OpenChat 3.6 (latest)"}])*"},
                  .pause = 10ms}}}
        << LocalServer{.kind = ServerKind::Aura, .name = u"Aura"_s, .models = {u"openchat_3.6"_s}};
}

void TestLocalServers::aServerIsRecognised()
{
    QFETCH(QString, product);
    QFETCH(Site, site);
    QFETCH(LocalServer, expected);
    DemoServer server;
    play(server, site);
    expected.baseUrl = server.url();

    const QList<LocalServer> found = search(only(product, portOf(server)));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().name, expected.name);
    QCOMPARE(found.first().models, expected.models);
    QCOMPARE(found.first().version, expected.version);
    QCOMPARE(found.first().baseUrl, expected.baseUrl);
    QCOMPARE(found.first(), expected);
    const DemoRequest &first = server.requests().first();
    QCOMPARE(first.method, product == u"aura" ? "POST"_ba : "GET"_ba);
    QCOMPARE(first.body, product == u"aura" ? R"({"key":""})"_ba : QByteArray());
    QVERIFY(first.header("Cookie").isEmpty());
    QCOMPARE(first.header("Accept-Encoding"), "identity"_ba);
}

void TestLocalServers::whatIsNoServerIsPassedOver_data()
{
    QTest::addColumn<QString>("product");
    QTest::addColumn<Scenario>("answer");
    const QByteArray page = "<!doctype html><title>Dev</title>";
    const Scenario html{.headers = {{"Content-Type", "text/html"}}, .pieces = {page}};
    const QByteArray nested = QByteArray(5000, '[') + QByteArray(5000, ']');
    const QByteArray longId = R"({"models":[{"name":")" + QByteArray(300, 'x') + R"("}]})";
    Scenario unauthorised = json(R"({"status":401,"error":"Unauthorized"})");
    unauthorised.status = 401;
    unauthorised.headers.emplaceBack("WWW-Authenticate", "Basic realm=x");
    Scenario cut = json(ollamaList);
    cut.ending = Scenario::Ending::CutOff;
    cut.pieces.first().chop(5);
    Scenario failing = json(ollamaList);
    failing.status = 500;

    for (const QString &product :
         {u"ollama"_s, u"llama.cpp"_s, u"lmstudio"_s, u"vllm"_s, u"aura"_s}) {
        const QByteArray name = product.toLatin1();
        QTest::addRow("a web page, %s", name.data()) << product << html;
        QTest::addRow("an object, %s", name.data()) << product << json(R"({"object":"list"})");
        QTest::addRow("an empty list, %s", name.data()) << product << json("[]");
        QTest::addRow("texts, %s", name.data()) << product << json(R"(["a","b"])");
    }
    QTest::newRow("an Ollama at another's port") << u"lmstudio"_s << json(ollamaList);
    QTest::newRow("names of other things") << u"aura"_s << json(R"([{"id":7,"name":"x"}])");
    QTest::newRow("a name that is none") << u"ollama"_s << json(longId);
    QTest::newRow("deep nesting") << u"aura"_s << json(nested);
    QTest::newRow("wants a password") << u"llama.cpp"_s << unauthorised;
    QTest::newRow("fails") << u"ollama"_s << failing;
    QTest::newRow("cut off") << u"ollama"_s << cut;
    QTest::newRow("endless") << u"ollama"_s
                             << Scenario{.pieces = {QByteArray(65536, ' ')}, .endless = true};
    QTest::newRow("a list, and 300 KB of spaces")
        << u"ollama"_s << json(ollamaList + QByteArray(300 * 1024, ' '));
    QTest::newRow("not HTTP") << u"aura"_s
                              << Scenario{.pieces = {"SSH-2.0-OpenSSH_9.2\r\n"},
                                          .framing = Scenario::Framing::UntilClose,
                                          .sendHead = false};
    QTest::newRow("silent") << u"ollama"_s
                            << Scenario{.ending = Scenario::Ending::Silence, .cutAfter = 0};
    QTest::newRow("silent after its head")
        << u"ollama"_s << Scenario{.pieces = {"{"}, .ending = Scenario::Ending::Silence};
    QTest::newRow("reset") << u"ollama"_s << Scenario{.ending = Scenario::Ending::Reset};
}

void TestLocalServers::whatIsNoServerIsPassedOver()
{
    QFETCH(QString, product);
    QFETCH(Scenario, answer);
    DemoServer server;
    QVERIFY(server.listen());
    server.setScenarioChooser([answer](const DemoRequest &) { return answer; });
    QElapsedTimer timer;
    timer.start();
    QVERIFY(search(only(product, portOf(server))).isEmpty());
    QVERIFY2(timer.elapsed() < 2500, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!server.requests().isEmpty());
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestLocalServers::redirectsAreNotFollowed()
{
    DemoServer target;
    play(target, {{"/api/tags", json(ollamaList)}});
    for (const int status : {301, 302, 307, 308}) {
        DemoServer redirecting;
        play(redirecting,
             {{"/api/tags",
               {.status = status,
                .headers = {{"Location", target.url().toEncoded() + "/api/tags"}}}}});
        QVERIFY(search(only(u"ollama"_s, portOf(redirecting))).isEmpty());
    }
    QVERIFY(target.requests().isEmpty());
}

void TestLocalServers::nothingIsAskedUnlessToldTo()
{
    DemoServer server;
    QVERIFY(server.listen());
    LocalServers servers(only(u"aura"_s, portOf(server)));
    QTest::qWait(50); // nothing happens
    QVERIFY(server.requests().isEmpty());
    QCOMPARE(server.openConnections(), 0);
    QVERIFY(!servers.isSearching());
}

void TestLocalServers::allAreAskedAtOnce()
{
    std::array<DemoServer, 5> silent;
    for (DemoServer &server : silent) {
        QVERIFY(server.listen());
        server.setScenarioChooser([](const DemoRequest &) {
            return Scenario{.ending = Scenario::Ending::Silence, .cutAfter = 0};
        });
    }
    const auto port = [&silent](size_t i) {
        return static_cast<quint16>(silent.at(i).url().port());
    };
    QElapsedTimer timer;
    timer.start();
    QVERIFY(search({port(0), port(1), port(2), port(3), port(4)}).isEmpty());
    QVERIFY(timer.elapsed() >= 1400);
    QVERIFY2(timer.elapsed() < 2500, qPrintable(QString::number(timer.elapsed())));
    for (const DemoServer &server : silent)
        QCOMPARE(server.requests().size(), 1);
}

void TestLocalServers::aServerIsToldOfAsSoonAsItAnswers()
{
    DemoServer quick;
    play(quick, {{"/api/tags", json(ollamaList)}});
    DemoServer slow;
    Scenario late = json(llamaList);
    late.delay = 400ms;
    play(slow, {{"/v1/models", late}});
    LocalPorts ports = only(u"ollama"_s, portOf(quick));
    ports.llamaCpp = static_cast<quint16>(portOf(slow));

    LocalServers servers(ports);
    QSignalSpy found(&servers, &LocalServers::found);
    servers.search();
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, 350);
    QVERIFY(servers.isSearching());
    QTRY_COMPARE(found.count(), 2);
    QTRY_VERIFY(!servers.isSearching());
    QCOMPARE(found.last().first().value<LocalServer>().name, u"llama.cpp"_s);
}

void TestLocalServers::aServerAtBothAddressesIsOne()
{
    DemoServer server;
    Scenario late = json(ollamaList);
    late.delay = 150ms; // ::1 is the first to answer
    play(server, {{"/api/tags", late}});
    IPv6Server other(portOf(server), ollamaList);
    if (!other.isThere)
        QSKIP("no IPv6 here");
    const QList<LocalServer> found = search(only(u"ollama"_s, portOf(server)));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().baseUrl, server.url());
    QVERIFY(other.connections > 0);
}

void TestLocalServers::aServerAtIPv6AloneIsFound_data()
{
    QTest::addColumn<bool>("isAnotherAtIPv4");
    QTest::newRow("nothing at 127.0.0.1") << false;
    QTest::newRow("something else at 127.0.0.1") << true;
}

void TestLocalServers::aServerAtIPv6AloneIsFound()
{
    QFETCH(bool, isAnotherAtIPv4);
    DemoServer page;
    if (isAnotherAtIPv4)
        play(page, {{"/v1/models", {.pieces = {"<html>"}, .pause = 100ms}}});
    IPv6Server server(isAnotherAtIPv4 ? portOf(page) : 0, llamaList);
    if (!server.isThere)
        QSKIP("no IPv6 here");
    const QList<LocalServer> found = search(only(u"llama.cpp"_s, server.serverPort()));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().baseUrl, QUrl(u"http://[::1]:%1"_s.arg(server.serverPort())));
    QCOMPARE(found.first().models, QStringList{u"/m/q.gguf"_s});
}

void TestLocalServers::noProxyIsAsked()
{
    DemoServer proxy;
    QVERIFY(proxy.listen());
    DemoServer server;
    play(server, {{"/api/tags", json(ollamaList)}});
    const QNetworkProxy before = QNetworkProxy::applicationProxy();
    QNetworkProxy::setApplicationProxy(
        {QNetworkProxy::HttpProxy, u"127.0.0.1"_s, static_cast<quint16>(portOf(proxy))});
    const QList<LocalServer> found = search(only(u"ollama"_s, portOf(server)));
    QNetworkProxy::setApplicationProxy(before);
    QCOMPARE(found.size(), 1);
    QVERIFY(proxy.requests().isEmpty());
}

void TestLocalServers::aSearchCanBeEnded()
{
    DemoServer server;
    Scenario late = json(ollamaList);
    late.delay = 100ms;
    play(server, {{"/api/tags", late}});
    auto servers = std::make_unique<LocalServers>(only(u"ollama"_s, portOf(server)));
    QSignalSpy found(servers.get(), &LocalServers::found);
    QSignalSpy finished(servers.get(), &LocalServers::finished);
    servers->search();
    QTRY_COMPARE(server.requests().size(), 1);
    servers->cancel();
    QVERIFY(!servers->isSearching());
    QTRY_COMPARE(server.openConnections(), 0);
    QTest::qWait(150); // nothing happens
    QCOMPARE(found.count() + finished.count(), 0);

    servers->search();
    QTRY_COMPARE(server.requests().size(), 2);
    servers.reset();
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestLocalServers::aSearchCanBeRepeated()
{
    DemoServer server;
    play(server, {{"/api/tags", json(ollamaList)}});
    LocalServers servers(only(u"ollama"_s, portOf(server)));
    QSignalSpy found(&servers, &LocalServers::found);
    QSignalSpy finished(&servers, &LocalServers::finished);
    servers.search();
    servers.search(); // runs already
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(found.count(), 1);
    servers.search();
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(found.count(), 2);
    connect(&servers, &LocalServers::found, &servers, &LocalServers::cancel); // from its own signal
    servers.search();
    QTRY_COMPARE(found.count(), 3);
    QVERIFY(!servers.isSearching());
    QTest::qWait(50); // nothing happens
    QCOMPARE(finished.count(), 2);
}

void TestLocalServers::aSearchForNothingFinishes()
{
    LocalServers servers(LocalPorts{0, 0, 0, 0, 0});
    QSignalSpy finished(&servers, &LocalServers::finished);
    servers.search();
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const int port = closed.serverPort();
    closed.close();
    QVERIFY(search(only(u"ollama"_s, port)).isEmpty());
}

QTEST_GUILESS_MAIN(TestLocalServers)
#include "tst_localservers.moc"
