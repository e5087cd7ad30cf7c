// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/plainhttp.h"

#include "chat/conversation.h"
#include "demo/demoserver.h"
#include "providers/auraprovider.h"
#include "settings/connectionstore.h"
#include "settings/datafolder.h"
#include "settings/settings.h"
#include "support/fakehttpproxy.h"
#include "support/findwidget.h"
#include "support/managers.h"
#include "ui/application.h"
#include "ui/composer.h"
#include "ui/conversationpage.h"
#include "ui/mainwindow.h"
#include "ui/messageedit.h"
#include "ui/problembanner.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Aura::Exposure)

namespace {

const QString canary = u"sk-canary-16180339"_s;

ProxySettings through(const FakeHttpProxy &proxy)
{
    return {.type = ProxyType::Http, .host = u"127.0.0.1"_s, .port = proxy.serverPort()};
}

QByteArray allHeaders(const DemoServer &server)
{
    QByteArray all;
    for (const auto &[name, value] : server.requests().last().headers)
        all += name + ": " + value + '\n';
    return all + server.requests().last().body;
}

} // namespace

// What must stay secret does not leave by plain http, unless the user says so.
class TestPlainHttp : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); }
    void exposure_data();
    void exposure();
    void proxyOnTheWay();
    void secrets_data();
    void secrets();
    void nothingLeaves_data();
    void nothingLeaves();
    void bannerAsksInTheLocalNetwork();
    void bannerRefusesOnTheInternet();
};

void TestPlainHttp::exposure_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<Exposure>("expected");
    const auto row = [](const char *address, Exposure exposure) {
        QTest::newRow(address) << QString::fromLatin1(address) << exposure;
    };
    for (const char *here :
         {"http://localhost:3000", "http://LOCALHOST", "http://127.0.0.1", "http://127.8.9.1:1",
          "http://[::1]:80", "http://a.localhost", "http://0.0.0.0:8080", "http://[::]:8080",
          "https://192.168.1.5", "https://example.com"})
        row(here, Exposure::None);
    for (const char *near :
         {"http://192.168.1.5:8080", "http://10.0.0.1", "http://172.16.3.4", "http://172.31.255.1",
          "http://169.254.1.1", "http://100.64.0.1", "http://[fd00::1]", "http://[fe80::1]",
          "http://nas", "http://nas.local", "http://box.lan:11434", "http://a.home.arpa"})
        row(near, Exposure::LocalNetwork);
    for (const char *far : {"http://8.8.8.8", "http://172.32.0.1", "http://192.169.0.1",
                            "http://100.128.0.1", "http://[2001:db8::1]", "http://example.com",
                            "http://localhost.example.com", "http://127.0.0.1.example.com"})
        row(far, Exposure::Internet);
}

void TestPlainHttp::exposure()
{
    QFETCH(QString, address);
    QFETCH(Exposure, expected);
    QCOMPARE(exposureOf(QUrl(address)), expected);
}

void TestPlainHttp::proxyOnTheWay()
{
    const QUrl here(u"http://localhost:3000"_s);
    const auto at = [](const QString &host) {
        return QNetworkProxy(QNetworkProxy::HttpProxy, host, 8080);
    };
    QCOMPARE(exposureOf(here, at(u"127.0.0.1"_s)), Exposure::None);
    QCOMPARE(exposureOf(here, at(u"proxy.lan"_s)), Exposure::LocalNetwork);
    QCOMPARE(exposureOf(here, at(u"proxy.example.com"_s)), Exposure::Internet);
    QCOMPARE(exposureOf(QUrl(u"https://example.com"_s), at(u"proxy.example.com"_s)),
             Exposure::None);
}

void TestPlainHttp::secrets_data()
{
    QTest::addColumn<Connection>("connection");
    QTest::addColumn<bool>("expected");
    const auto header = [](const QByteArray &name, const QString &value) {
        return Connection{.headers = {{name, Secret(value)}}};
    };
    QTest::newRow("nothing") << Connection{} << false;
    QTest::newRow("key") << Connection{.key = Secret(u"k"_s)} << true;
    QTest::newRow("cookies") << Connection{.cookies = Secret(u"a=1"_s)} << true;
    QTest::newRow("Authorization") << header("Authorization", u"Bearer x"_s) << true;
    QTest::newRow("authorization without a value") << header("authorization", {}) << false;
    QTest::newRow("Azure's") << header("api-key", u"x"_s) << true;
    QTest::newRow("a token") << header("X-Auth-Token", u"x"_s) << true;
    QTest::newRow("a harmless header") << header("X-Title", u"Aura"_s) << false;
}

void TestPlainHttp::secrets()
{
    QFETCH(Connection, connection);
    QFETCH(bool, expected);
    QCOMPARE(carriesSecrets(connection), expected);
}

void TestPlainHttp::nothingLeaves_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<ErrorCause>("cause");
    QTest::newRow("local network") << u"http://nas.lan:3000"_s << ErrorCause::KeyInLocalNetwork;
    QTest::newRow("public") << u"http://ai.example.com"_s << ErrorCause::KeyOverPlainHttp;
}

//! The names lead to a server of this test, by way of a proxy; without one nothing could arrive.
void TestPlainHttp::nothingLeaves()
{
    QFETCH(QString, address);
    QFETCH(ErrorCause, cause);
    DemoServer server;
    QVERIFY(server.listen());
    FakeHttpProxy proxy(quint16(server.url().port()));
    Connection connection{.baseUrl = QUrl(address), .key = Secret(canary), .proxy = through(proxy)};
    const auto network = testManagers().last().make(connection, {});
    const ChatRequest request{.messages = {{.text = u"hi"_s}}};
    {
        AuraProvider provider(*network, connection);
        QSignalSpy finished(&provider, &ChatProvider::finished);
        QSignalSpy checked(&provider, &ChatProvider::checked);
        QSignalSpy listed(&provider, &ChatProvider::modelsFailed);
        provider.send(request);
        provider.check();
        provider.listModels();
        QTRY_COMPARE(finished.count() + checked.count() + listed.count(), 3);
        QCOMPARE(finished.first().at(1).value<Completion>().error->cause, cause);
        QCOMPARE(checked.first().at(1).value<ConnectionCheck>().error->cause, cause);
        QCOMPARE(listed.first().at(1).value<ProviderError>().cause, cause);
    }
    QVERIFY(proxy.requestedHost.isEmpty());
    QVERIFY(server.requests().isEmpty());

    connection.sendsUnencrypted = true;
    AuraProvider provider(*network, connection);
    QSignalSpy finished(&provider, &ChatProvider::finished);
    provider.send(request);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(allHeaders(server).contains(canary.toLatin1()));
}

void TestPlainHttp::bannerAsksInTheLocalNetwork()
{
    QTemporaryDir folder;
    DemoServer server;
    QVERIFY(server.listen());
    FakeHttpProxy proxy(quint16(server.url().port()));
    {
        Settings settings(DataFolder(folder.path()).settingsFile());
        settings.secretStorage.set(u"session"_s);
    }
    Application application(CommandLine{.dataDir = folder.path()});
    QVERIFY(bool(application.start()));
    ConversationPage &page = application.window().page();
    const QString id = application.connections().add({.name = u"NAS"_s,
                                                      .baseUrl = QUrl(u"http://nas.lan:3000"_s),
                                                      .cookies = Secret(u"session="_s + canary),
                                                      .proxy = through(proxy)});
    application.connections().setDefaultId(id);

    page.composer().setText(u"Hello"_s);
    QTest::keyClick(&page.composer().edit(), Qt::Key_Return);
    QTRY_VERIFY(page.banner().isVisible());
    QVERIFY(page.banner().text().contains(u"nas.lan:3000"_s));
    QVERIFY(!page.banner().text().contains(canary));
    QVERIFY(server.requests().isEmpty());

    QAbstractButton *send = findButton(page.banner(), u"Send unencrypted"_s);
    QVERIFY(send && send->isVisible());
    send->click();
    QTRY_COMPARE(server.requests().size(), 1);
    QVERIFY(allHeaders(server).contains(canary.toLatin1()));
    QTRY_VERIFY(page.banner().isHidden());
    QVERIFY(application.connections().connection(id)->sendsUnencrypted);
}

void TestPlainHttp::bannerRefusesOnTheInternet()
{
    ProblemBanner banner;
    banner.showError({.kind = ErrorKind::Address, .cause = ErrorCause::KeyOverPlainHttp});
    QVERIFY(!findButton(banner, u"Send unencrypted"_s)->isVisibleTo(&banner));
    QVERIFY(findButton(banner, u"Connections…"_s)->isVisibleTo(&banner));
}

QTEST_MAIN(TestPlainHttp)
#include "tst_plainhttp.moc"
