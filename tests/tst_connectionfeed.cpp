// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatcontroller.h"
#include "demo/demoserver.h"
#include "providers/connectionpool.h"
#include "support/settingsfixture.h"
#include "ui/connectionfeed.h"

#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestConnectionFeed : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_opened.clear();
    }

    void nothingIsSentWithoutItsKeys_data();
    void nothingIsSentWithoutItsKeys();
    void keysThatAreGoneAreToldEachTime();

private:
    //! With a key and a header that its store has.
    static QString addConnection(SettingsFixture &fixture)
    {
        const QString id =
            fixture.connections.add({.name = u"Home"_s,
                                     .baseUrl = QUrl(u"http://127.0.0.1:1"_s), // refused at once
                                     .key = Secret(u"sk"_s),
                                     .headers = {{.name = "X-A", .value = Secret(u"1"_s)}}});
        const auto isWritten = [&] {
            return !ConnectionStore(fixture.data.connectionsFile(), fixture.vault).isReady(id);
        };
        [&] { QTRY_VERIFY(isWritten()); }();
        return id;
    }

    //! Keeps the connections that the pool was given, as they went to their manager.
    std::unique_ptr<QNetworkAccessManager> makeNetwork(const Connection &connection)
    {
        m_opened.append(connection);
        return std::make_unique<QNetworkAccessManager>();
    }

    QList<Connection> m_opened;
};

void TestConnectionFeed::nothingIsSentWithoutItsKeys_data()
{
    QTest::addColumn<SecretStatus>("status");
    QTest::newRow("denied") << SecretStatus::Denied;
    QTest::newRow("locked, and said to be none") << SecretStatus::NotFound;
}

//! Asked by a question that waits already, and found at the second look.
void TestConnectionFeed::nothingIsSentWithoutItsKeys()
{
    QFETCH(SecretStatus, status);
    SettingsFixture fixture;
    const QString id = addConnection(fixture);
    ToldSecretStore &secrets = *fixture.stores.at(SecretPlace::Keychain);
    secrets.status = status;
    ConnectionStore store(fixture.data.connectionsFile(), fixture.vault);
    DemoServer demo;
    ConnectionPool pool([this](const Connection &connection,
                               const ProxySettings &) { return makeNetwork(connection); },
                        {});
    ConnectionFeed feed(store, fixture.proxy, demo, pool);
    ChatController chat(pool);
    Conversation conversation(u"c"_s);
    conversation.setParameters({.connectionId = id});
    chat.ask(conversation, u"?"_s);
    QVERIFY(chat.isAnswering(conversation)); // its keys are being read
    QTRY_VERIFY(!chat.isAnswering(conversation));
    const Message &refused = conversation.messages().messageAt(1);
    QCOMPARE(refused.state, ReplyState::Failed);
    QCOMPARE(refused.error->cause, ErrorCause::KeyRefused);
    if (status == SecretStatus::Denied)
        QCOMPARE(refused.error->detail, u"Told so."_s);
    QVERIFY(m_opened.isEmpty());

    secrets.status = SecretStatus::Ok; // somebody unlocked it
    chat.askAgain(conversation, refused.id);
    QTRY_VERIFY(!chat.isAnswering(conversation));
    QCOMPARE(m_opened.size(), 1);
    QCOMPARE(m_opened.constLast().key, Secret(u"sk"_s));
    QCOMPARE(m_opened.constLast().headers.size(), 1);
}

void TestConnectionFeed::keysThatAreGoneAreToldEachTime()
{
    SettingsFixture fixture;
    const QString id = addConnection(fixture);
    fixture.stores.at(SecretPlace::Keychain)->status = SecretStatus::NotFound;
    ConnectionStore store(fixture.data.connectionsFile(), fixture.vault);
    DemoServer demo;
    ConnectionPool pool([this](const Connection &connection,
                               const ProxySettings &) { return makeNetwork(connection); },
                        {});
    ConnectionFeed feed(store, fixture.proxy, demo, pool);
    feed.start();
    QTRY_VERIFY(store.isReady(id));
    ChatController chat(pool);
    Conversation conversation(u"c"_s);
    conversation.setParameters({.connectionId = id});
    chat.ask(conversation, u"?"_s);
    QTRY_VERIFY(!chat.isAnswering(conversation));
    QCOMPARE(conversation.messages().messageAt(1).error->cause, ErrorCause::KeyRefused);
    QVERIFY(m_opened.isEmpty());

    chat.askAgain(conversation, conversation.messages().messageAt(1).id);
    QTRY_VERIFY(!chat.isAnswering(conversation));
    QVERIFY(m_opened.isEmpty());

    fixture.stores.at(SecretPlace::Keychain)->status = SecretStatus::Ok;
    Connection entered = *store.connection(id);
    entered.key = Secret(u"another"_s);
    store.update(entered);
    chat.askAgain(conversation, conversation.messages().messageAt(1).id);
    QTRY_VERIFY(!chat.isAnswering(conversation));
    QCOMPARE(m_opened.size(), 1);
    QCOMPARE(m_opened.constLast().key, Secret(u"another"_s));
}

QTEST_MAIN(TestConnectionFeed)
#include "tst_connectionfeed.moc"
