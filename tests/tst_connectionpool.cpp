// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/connectionpool.h"

#include "demo/demoserver.h"
#include "providers/chatprovider.h"

#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestConnectionPool : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keysAreAwaited();
    void oneProviderForEachConnection();
    void changedConnectionGetsANewProvider();
    void sameConnectionKeepsItsProvider();
    void runningRequestOutlivesTheChange_data();
    void runningRequestOutlivesTheChange();
    void requestCanBeStoppedAfterTheChange();
    void defaultProxyChanges();
    void destroyedWhileRunning();

private:
    Connection connection(const QString &id) const
    {
        return {.id = id, .baseUrl = m_server->url()};
    }

    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<ConnectionPool> m_pool;
    QList<ProxyType> m_madeFor; // the default proxy of every manager that was built
};

void TestConnectionPool::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_server = std::make_unique<DemoServer>();
    QVERIFY(m_server->listen());
    m_server->setScenario({.pieces = {"a", "b", "c"}});
    m_madeFor.clear();
    const auto make = [this](const Connection &connection, const ProxySettings &defaultProxy) {
        m_madeFor += defaultProxy.type;
        return makeStockNetworkAccess(connection, {});
    };
    m_pool = std::make_unique<ConnectionPool>(make, ProxySettings());
}

void TestConnectionPool::cleanup()
{
    m_pool.reset();
    m_server.reset();
}

void TestConnectionPool::keysAreAwaited()
{
    QSignalSpy ready(m_pool.get(), &ProviderSource::providerReady);
    QVERIFY(!m_pool->knows(u"a"_s));
    QVERIFY(!m_pool->provider(u"a"_s));
    m_pool->expectConnection(u"a"_s);
    QVERIFY(m_pool->knows(u"a"_s));
    QVERIFY(!m_pool->provider(u"a"_s));
    QVERIFY(ready.isEmpty());
    m_pool->setConnection(connection(u"a"_s));
    QCOMPARE(ready.size(), 1);
    QCOMPARE(ready[0][0].toString(), u"a"_s);
    QVERIFY(m_pool->provider(u"a"_s));
    m_pool->removeConnection(u"a"_s);
    QVERIFY(!m_pool->knows(u"a"_s));
    QVERIFY(!m_pool->provider(u"a"_s));
}

void TestConnectionPool::oneProviderForEachConnection()
{
    m_pool->setConnection(connection(u"a"_s));
    m_pool->setConnection(connection(u"b"_s));
    QVERIFY(m_madeFor.isEmpty()); // at first use
    ChatProvider *a = m_pool->provider(u"a"_s);
    QVERIFY(a && m_pool->provider(u"a"_s) == a);
    QVERIFY(m_pool->provider(u"b"_s) != a);
    QCOMPARE(m_madeFor.size(), 2);
}

void TestConnectionPool::changedConnectionGetsANewProvider()
{
    m_pool->setConnection(connection(u"a"_s));
    const QPointer<ChatProvider> old = m_pool->provider(u"a"_s);
    Connection changed = connection(u"a"_s);
    changed.name = u"renamed"_s;
    m_pool->setConnection(changed);
    QCOMPARE(m_pool->provider(u"a"_s)->displayName(), u"renamed"_s);
    QTRY_VERIFY(!old); // nothing ran on it
}

void TestConnectionPool::sameConnectionKeepsItsProvider()
{
    m_pool->setConnection(connection(u"a"_s));
    ChatProvider *provider = m_pool->provider(u"a"_s);
    m_pool->setConnection(connection(u"a"_s));
    m_pool->setDefaultProxy({});
    QCOMPARE(m_pool->provider(u"a"_s), provider);
}

void TestConnectionPool::runningRequestOutlivesTheChange_data()
{
    QTest::addColumn<bool>("removed");
    QTest::newRow("changed") << false;
    QTest::newRow("removed") << true;
}

void TestConnectionPool::runningRequestOutlivesTheChange()
{
    QFETCH(const bool, removed);

    m_server->setScenario({.pieces = {"a", "b", "c"}, .pause = 200ms});
    m_pool->setConnection(connection(u"a"_s));
    const QPointer<ChatProvider> old = m_pool->provider(u"a"_s);
    QString text;
    QList<ReplyState> ends;
    connect(old, &ChatProvider::chunkReceived, this,
            [&text](RequestId, const QString &chunk) { text += chunk; });
    connect(old, &ChatProvider::finished, this,
            [&ends](RequestId, const Completion &end) { ends += end.state; });
    old->send({.messages = {{.text = u"Hello"_s}}});
    QTRY_VERIFY(!text.isEmpty()); // on a slow machine perhaps more than "a"

    Connection changed = connection(u"a"_s);
    changed.name = u"renamed"_s;
    if (removed)
        m_pool->removeConnection(u"a"_s);
    else
        m_pool->setConnection(changed);
    QVERIFY(m_pool->provider(u"a"_s) != old);
    QTRY_COMPARE(ends, QList<ReplyState>{ReplyState::Complete});
    QCOMPARE(text, u"abc"_s);
    QTRY_VERIFY(!old);
}

void TestConnectionPool::requestCanBeStoppedAfterTheChange()
{
    m_server->setScenario({.ending = Scenario::Ending::Silence});
    m_pool->setConnection(connection(u"a"_s));
    const QPointer<ChatProvider> old = m_pool->provider(u"a"_s);
    QSignalSpy finished(old, &ChatProvider::finished);
    const RequestId id = old->send({.messages = {{.text = u"Hello"_s}}});
    m_pool->removeConnection(u"a"_s);
    QTest::qWait(50); // it stays
    QVERIFY(old);
    old->cancel(id);
    QCOMPARE(finished.size(), 1);
    QTRY_VERIFY(!old);
}

void TestConnectionPool::defaultProxyChanges()
{
    m_pool->setConnection(connection(u"a"_s));
    Connection own = connection(u"b"_s);
    own.proxy = {.type = ProxyType::None};
    m_pool->setConnection(own);
    ChatProvider *a = m_pool->provider(u"a"_s);
    ChatProvider *b = m_pool->provider(u"b"_s);
    m_pool->setDefaultProxy({.type = ProxyType::System});
    QVERIFY(m_pool->provider(u"a"_s) != a);
    QCOMPARE(m_pool->provider(u"b"_s), b);
    QCOMPARE(m_madeFor, (QList<ProxyType>{ProxyType::None, ProxyType::None, ProxyType::System}));
}

void TestConnectionPool::destroyedWhileRunning()
{
    m_pool->setConnection(connection(u"a"_s));
    m_pool->provider(u"a"_s)->send({.messages = {{.text = u"Hello"_s}}});
    m_pool->removeConnection(u"a"_s);
    QTRY_COMPARE(m_server->requests().size(), 1);
    m_pool.reset();
    QTRY_COMPARE(m_server->openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestConnectionPool)
#include "tst_connectionpool.moc"
