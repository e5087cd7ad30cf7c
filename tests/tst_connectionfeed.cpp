// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"
#include "providers/connectionpool.h"
#include "support/settingsfixture.h"
#include "ui/connectionfeed.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestConnectionFeed : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void keysThatCannotBeReadLeaveAProvider();

private:
    //! Keeps the connections that the pool was given, as they went to their manager.
    std::unique_ptr<QNetworkAccessManager> makeNetwork(const Connection &connection)
    {
        m_opened.append(connection);
        return std::make_unique<QNetworkAccessManager>();
    }

    QList<Connection> m_opened;
};

void TestConnectionFeed::keysThatCannotBeReadLeaveAProvider()
{
    SettingsFixture fixture;
    const QString id =
        fixture.connections.add({.name = u"Home"_s,
                                 .baseUrl = QUrl(u"http://127.0.0.1:3000"_s),
                                 .key = Secret(u"sk"_s),
                                 .headers = {{.name = "X-A", .value = Secret(u"1"_s)}}});
    QTRY_VERIFY(!ConnectionStore(fixture.data.connectionsFile(), fixture.vault).isReady(id));
    ToldSecretStore &secrets = *fixture.stores.at(SecretPlace::Keychain);
    secrets.status = SecretStatus::Denied;

    ConnectionStore store(fixture.data.connectionsFile(), fixture.vault);
    DemoServer demo;
    ConnectionPool pool([this](const Connection &connection,
                               const ProxySettings &) { return makeNetwork(connection); },
                        {});
    ConnectionFeed feed(store, fixture.proxy, demo, pool);
    QVERIFY(pool.knows(id));
    QVERIFY(!pool.provider(id)); // its keys are being read
    feed.start();
    QTRY_VERIFY(pool.provider(id));
    QCOMPARE(m_opened.size(), 1);
    QVERIFY(m_opened.constLast().key.isEmpty());
    QVERIFY(m_opened.constLast().headers.isEmpty());

    secrets.status = SecretStatus::Ok; // somebody unlocked it
    QSignalSpy ready(&store, &ConnectionStore::ready);
    feed.prepare(id);
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(pool.provider(id));
    QCOMPARE(m_opened.constLast().key, Secret(u"sk"_s));
    QCOMPARE(m_opened.constLast().headers.size(), 1);
}

QTEST_MAIN(TestConnectionFeed)
#include "tst_connectionfeed.moc"
