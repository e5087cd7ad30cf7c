// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/connectionstore.h"
#include "settings/defaultproxy.h"
#include "settings/memorysecretstore.h"
#include "settings/settings.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

const QString canary = u"canary-sk-71f3"_s;

//! A store that outlives the program, as a real one does; answers as told; counts what it is asked.
class FakeSecretStore : public MemorySecretStore
{
public:
    void read(const QString &name, QObject *context, Callback done) override
    {
        ++reads;
        if (failure != SecretStatus::Ok)
            answer(context, done, {.status = failure, .problem = u"no"_s});
        else
            MemorySecretStore::read(name, context, std::move(done));
    }
    void write(const QString &name, const Secret &secret, QObject *context, Callback done) override
    {
        ++writes;
        if (failure != SecretStatus::Ok)
            answer(context, done, {.status = failure, .problem = u"no"_s});
        else
            MemorySecretStore::write(name, secret, context, std::move(done));
    }
    void remove(const QString &name, QObject *context, Callback done) override
    {
        ++removals;
        MemorySecretStore::remove(name, context, std::move(done));
    }
    bool isPersistent() const override { return true; }

    SecretStatus failure = SecretStatus::Ok;
    int reads = 0;
    int writes = 0;
    int removals = 0;
};

Connection fullConnection()
{
    Connection connection{.name = u"Home"_s, .kind = ServerKind::Aura};
    connection.baseUrl = QUrl(u"https://ann:%1-url@chat.example:8443/base"_s.arg(canary));
    connection.model = u"openchat_3.6"_s;
    connection.key = Secret(canary + u"-key"_s);
    connection.headers = {{.name = "X-Team", .value = Secret(canary + u"-ä"_s)},
                          {.name = "X-Team", .value = Secret(u"second"_s)}};
    connection.cookies = Secret(u"session="_s + canary);
    connection.userAgent = u"Mozilla/5.0"_s;
    connection.proxy = {.type = ProxyType::Socks5,
                        .host = u"127.0.0.1"_s,
                        .port = 1080,
                        .user = u"ann"_s,
                        .password = Secret(canary + u"-proxy"_s)};
    connection.tls = {.caFile = u"/etc/ca.pem"_s,
                      .clientCertificate = u"/c.pem"_s,
                      .clientKey = u"/k.pem"_s,
                      .pinnedPublicKey = QByteArray(32, '\x7f')};
    connection.timeouts = {.connect = std::chrono::seconds(5),
                           .firstByte = std::chrono::seconds(0),
                           .idle = std::chrono::milliseconds(1500)};
    connection.extraBody = {{u"top_p"_s, 0.9}};
    return connection;
}

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList idsOf(const ConnectionStore &store)
{
    QStringList ids;
    for (const Connection &connection : store.connections())
        ids.append(connection.id);
    return ids;
}

} // namespace

class TestConnectionStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_secrets = std::make_unique<FakeSecretStore>();
    }

    void startsWithTheDemo();
    void theLastOneLeavesTheDemoBehind();
    void keepsEveryField();
    void secretsNeverTouchTheFile();
    void withoutSecretsNothingIsAsked();
    void addUpdateRemoveTell();
    void orderAndDefaultAreKept();
    void updateBeforeTheSecretsAreReadKeepsThem();
    void emptiedSecretsAreRemoved();
    void failuresAreTold_data();
    void failuresAreTold();
    void lostSecretsLeaveAConnectionThatWorks();
    void unsavedSecretsAreWrittenLater();
    void handEditedFiles_data();
    void handEditedFiles();
    void brokenPinIsNotNoPin();
    void unreadableFileIsNotOverwritten();
    void sayWhenTheFileCannotBeWritten();
    void defaultProxyKeepsItsPassword();

private:
    QString fileName() const { return m_folder->filePath(u"connections.json"_s); }
    std::unique_ptr<ConnectionStore> makeStore()
    {
        return std::make_unique<ConnectionStore>(fileName(), *m_secrets);
    }
    QStringList setAsideFiles() const
    {
        return QDir(m_folder->path()).entryList({u"connections.json.damaged-*"_s});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeSecretStore> m_secrets;
};

void TestConnectionStore::startsWithTheDemo()
{
    const auto store = makeStore();
    QCOMPARE(store->connections().size(), 1);
    const Connection demo = store->connections().constFirst();
    QCOMPARE(demo.kind, ServerKind::Demo);
    QCOMPARE(demo.name, u"Demo"_s);
    QCOMPARE(store->defaultId(), demo.id);
    QVERIFY(store->isReady(demo.id));
    QCOMPARE(idsOf(*makeStore()), QStringList(demo.id)); // the id is stable
}

void TestConnectionStore::theLastOneLeavesTheDemoBehind()
{
    const auto store = makeStore();
    const QString demo = store->defaultId();
    const QString home = store->add(fullConnection());
    store->remove(demo);
    QCOMPARE(idsOf(*store), QStringList(home));
    QCOMPARE(store->defaultId(), home);
    store->remove(home);
    QCOMPARE(store->connections().size(), 1);
    QCOMPARE(store->connections().constFirst().kind, ServerKind::Demo);
    QCOMPARE(store->defaultId(), store->connections().constFirst().id);
}

void TestConnectionStore::keepsEveryField()
{
    Connection connection = fullConnection();
    {
        const auto store = makeStore();
        connection.id = store->add(connection);
        QCOMPARE(store->connection(connection.id), connection);
        QTRY_VERIFY(contentOf(fileName()).contains("\"key\""));
    }
    const auto store = makeStore();
    QVERIFY(!store->isReady(connection.id));
    QCOMPARE(store->connection(connection.id)->headers.constFirst().name, "X-Team"_ba);
    QSignalSpy ready(store.get(), &ConnectionStore::ready);
    store->loadSecrets(connection.id);
    QVERIFY(ready.isEmpty()); // never before it returned
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(store->connection(connection.id), connection);
}

void TestConnectionStore::secretsNeverTouchTheFile()
{
    const auto store = makeStore();
    Connection connection = fullConnection();
    connection.id = store->add(connection);
    QTRY_VERIFY(contentOf(fileName()).contains("\"cookies\""));
    connection.key = Secret(canary + u"-second"_s);
    store->update(connection);
    QTRY_COMPARE(m_secrets->writes, 2);
    QVERIFY(!contentOf(fileName()).contains(canary.toUtf8()));
    QVERIFY(contentOf(fileName()).contains("chat.example")); // the rest is there
    QCOMPARE(QFile::permissions(fileName())
                 & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
}

void TestConnectionStore::withoutSecretsNothingIsAsked()
{
    Connection connection{.name = u"Open"_s, .baseUrl = QUrl(u"http://127.0.0.1:3000"_s)};
    connection.id = makeStore()->add(connection);
    const auto store = makeStore();
    QVERIFY(store->isReady(connection.id));
    QSignalSpy ready(store.get(), &ConnectionStore::ready);
    store->loadSecrets(connection.id);
    QTRY_COMPARE(ready.size(), 1);
    connection.name = u"Renamed"_s;
    store->update(connection);
    store->remove(connection.id);
    QCOMPARE(m_secrets->reads + m_secrets->writes + m_secrets->removals, 0);
}

void TestConnectionStore::addUpdateRemoveTell()
{
    const auto store = makeStore();
    QSignalSpy added(store.get(), &ConnectionStore::added);
    QSignalSpy changed(store.get(), &ConnectionStore::changed);
    QSignalSpy removed(store.get(), &ConnectionStore::removed);
    Connection connection = fullConnection();
    connection.name = u"  "_s;
    connection.id = store->add(connection);
    QCOMPARE(added, QList<QVariantList>({{connection.id}}));
    connection.name = store->connection(connection.id)->name;
    QCOMPARE(connection.name, u"chat.example"_s);
    store->update(connection); // nothing new
    QCOMPARE(changed.size(), 0);
    connection.model = u"other"_s;
    store->update(connection);
    QCOMPARE(changed, QList<QVariantList>({{connection.id}}));
    store->remove(connection.id);
    QCOMPARE(removed, QList<QVariantList>({{connection.id}}));
    QCOMPARE(store->connection(connection.id), std::nullopt);
    QTRY_COMPARE(m_secrets->removals, 1);
    store->remove(u"unknown"_s);
    store->update({.id = u"unknown"_s});
    store->setDefaultId(u"unknown"_s);
    QCOMPARE(store->connections().size(), 1);
}

void TestConnectionStore::orderAndDefaultAreKept()
{
    const auto store = makeStore();
    const QString demo = store->defaultId();
    const QString a = store->add({.name = u"A"_s});
    const QString b = store->add({.name = u"B"_s});
    QSignalSpy reordered(store.get(), &ConnectionStore::reordered);
    store->move(b, 0);
    QCOMPARE(idsOf(*store), QStringList({b, demo, a}));
    store->move(b, 99);
    QCOMPARE(idsOf(*store), QStringList({demo, a, b}));
    store->move(a, 0);
    store->move(a, -5); // where it is
    QCOMPARE(reordered.size(), 3);
    store->setDefaultId(b);
    const auto again = makeStore();
    QCOMPARE(idsOf(*again), QStringList({a, demo, b}));
    QCOMPARE(again->defaultId(), b);
}

void TestConnectionStore::updateBeforeTheSecretsAreReadKeepsThem()
{
    QString id;
    {
        const auto store = makeStore();
        id = store->add(fullConnection());
        QTRY_VERIFY(contentOf(fileName()).contains("\"key\""));
    }
    {
        const auto store = makeStore();
        Connection connection = *store->connection(id);
        connection.name = u"Renamed"_s;
        store->update(connection);
    }
    const auto store = makeStore();
    QSignalSpy ready(store.get(), &ConnectionStore::ready);
    store->loadSecrets(id);
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(store->connection(id)->name, u"Renamed"_s);
    QCOMPARE(store->connection(id)->key, fullConnection().key);
}

void TestConnectionStore::emptiedSecretsAreRemoved()
{
    const auto store = makeStore();
    Connection connection{.name = u"A"_s, .key = Secret(canary)};
    connection.id = store->add(connection);
    QTRY_VERIFY(contentOf(fileName()).contains("\"key\""));
    QCOMPARE(store->secretKeys().size(), 1);
    connection.key = {};
    store->update(connection);
    QTRY_COMPARE(m_secrets->removals, 1);
    QTRY_VERIFY(!contentOf(fileName()).contains("\"key\""));
    QCOMPARE(store->secretKeys().size(), 0);
    QVERIFY(makeStore()->isReady(connection.id));
}

void TestConnectionStore::failuresAreTold_data()
{
    QTest::addColumn<SecretStatus>("status");
    QTest::newRow("unavailable") << SecretStatus::Unavailable;
    QTest::newRow("denied") << SecretStatus::Denied;
    QTest::newRow("failed") << SecretStatus::Failed;
}

void TestConnectionStore::failuresAreTold()
{
    QFETCH(const SecretStatus, status);
    QString id;
    {
        const auto store = makeStore();
        id = store->add(fullConnection());
        QTRY_VERIFY(contentOf(fileName()).contains("\"key\""));
    }
    m_secrets->failure = status;
    const auto store = makeStore();
    QSignalSpy ready(store.get(), &ConnectionStore::ready);
    QSignalSpy failed(store.get(), &ConnectionStore::secretsNotRead);
    store->loadSecrets(id);
    store->loadSecrets(id); // still one question, one answer
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(m_secrets->reads, 1);
    QCOMPARE(failed.constFirst().at(0).toString(), id);
    QCOMPARE(failed.constFirst().at(1).value<SecretResult>().status, status);
    QVERIFY(ready.isEmpty());
    m_secrets->failure = SecretStatus::Ok;
    store->loadSecrets(id);
    QTRY_COMPARE(ready.size(), 1);
}

void TestConnectionStore::lostSecretsLeaveAConnectionThatWorks()
{
    QString id;
    {
        const auto store = makeStore();
        id = store->add(fullConnection());
        QTRY_VERIFY(contentOf(fileName()).contains("\"key\""));
    }
    m_secrets = std::make_unique<FakeSecretStore>();
    const auto store = makeStore();
    QSignalSpy failed(store.get(), &ConnectionStore::secretsNotRead);
    QSignalSpy ready(store.get(), &ConnectionStore::ready);
    store->loadSecrets(id);
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().at(1).value<SecretResult>().status, SecretStatus::NotFound);
    QVERIFY(store->connection(id)->key.isEmpty());
    // A locked store does not find them either: the file must not forget.
    QVERIFY(!makeStore()->isReady(id));
}

void TestConnectionStore::unsavedSecretsAreWrittenLater()
{
    m_secrets->failure = SecretStatus::Unavailable;
    const auto store = makeStore();
    QSignalSpy failed(store.get(), &ConnectionStore::secretsNotSaved);
    const QString id = store->add({.name = u"A"_s, .key = Secret(canary)});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(store->connection(id)->key, Secret(canary)); // it works until the program ends
    QVERIFY(makeStore()->isReady(id));                    // and nothing is promised beyond
    m_secrets->failure = SecretStatus::Ok;
    store->retrySecrets();
    QTRY_VERIFY(!makeStore()->isReady(id));
}

void TestConnectionStore::handEditedFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<bool>("isDamaged");

    QTest::newRow("good")
        << R"({"version":1,"default":"b","connections":[{"id":"a","name":"A","kind":"aura"},
              {"id":"b","name":"B","kind":"demo"}]})"_ba
        << QStringList{u"A"_s, u"B"_s} << false;
    QTest::newRow("empty file") << ""_ba << QStringList{u"Demo"_s} << true;
    QTest::newRow("half a file") << R"({"version":1,"connections":[{"id":"a")"_ba
                                 << QStringList{u"Demo"_s} << true;
    QTest::newRow("binary") << QByteArray(4096, '\xfe') << QStringList{u"Demo"_s} << true;
    QTest::newRow("deep") << QByteArray(100000, '[') << QStringList{u"Demo"_s} << true;
    QTest::newRow("a list") << "[]"_ba << QStringList{u"Demo"_s} << true;
    QTest::newRow("connections is text")
        << R"({"version":1,"connections":"x"})"_ba << QStringList{u"Demo"_s} << true;
    QTest::newRow("no connections")
        << R"({"version":1,"connections":[]})"_ba << QStringList{u"Demo"_s} << false;
    QTest::newRow("from the future")
        << R"({"version":2,"connections":[{"id":"a","name":"A","kind":"aura"}]})"_ba
        << QStringList{u"A"_s} << true;
    QTest::newRow("one of them is a number")
        << R"({"version":1,"connections":[7,{"id":"a","name":"A","kind":"aura"}]})"_ba
        << QStringList{u"A"_s} << true;
    QTest::newRow("the same id twice")
        << R"({"version":1,"connections":[{"id":"a","name":"A","kind":"aura"},
              {"id":"a","name":"B","kind":"aura"}]})"_ba
        << QStringList{u"A"_s, u"B"_s} << true;
    QTest::newRow("every value is wrong")
        << R"({"version":1,"connections":[{"id":5,"name":[],"kind":"teapot","baseUrl":"http://[",
              "model":{},"headers":"x","proxy":{"type":"carrier pigeon","port":70000,"host":1},
              "tls":7,"timeouts":{"connectMs":-1,"firstByteMs":"soon","idleMs":1e99},
              "extraBody":[1],"secrets":7}]})"_ba
        << QStringList{u"Server"_s} << true;
}

void TestConnectionStore::handEditedFiles()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QStringList, names);
    QFETCH(const bool, isDamaged);
    QFile file(fileName());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();

    if (isDamaged) // one warning, not one each
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"file of connections makes no sense"_s));
    const auto store = makeStore();
    QStringList found;
    for (const Connection &connection : store->connections()) {
        found.append(connection.name);
        QVERIFY(!connection.id.isEmpty());
        QVERIFY(connection.timeouts == Timeouts());
        QVERIFY(connection.proxy == Connection().proxy);
        QVERIFY(store->isReady(connection.id));
    }
    QCOMPARE(found, names);
    QVERIFY(store->contains(store->defaultId()));
    QCOMPARE(setAsideFiles().size(), isDamaged ? 1 : 0);
    if (isDamaged)
        QCOMPARE(contentOf(m_folder->filePath(setAsideFiles().constFirst())), content);
}

void TestConnectionStore::brokenPinIsNotNoPin()
{
    QFile file(fileName());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version":1,"connections":[{"id":"a","name":"A","kind":"aura",
                   "tls":{"pinnedPublicKey":"abc"}}]})");
    file.close();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"tls/pinnedPublicKey"_s));
    QCOMPARE(makeStore()->connection(u"a"_s)->tls.pinnedPublicKey, QByteArray(32, '\0'));
}

void TestConnectionStore::unreadableFileIsNotOverwritten()
{
    QVERIFY(QDir().mkdir(fileName())); // unreadable to anybody, also to root
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"makes no sense"_s));
    QCOMPARE(makeStore()->connections().size(), 1);
    QCOMPARE(QDir(m_folder->path()).entryList({u"connections.json.damaged-*"_s}).size(), 1);
    QVERIFY(!contentOf(fileName()).isEmpty());
}

void TestConnectionStore::sayWhenTheFileCannotBeWritten()
{
    const auto store = makeStore();
    QSignalSpy failed(store.get(), &ConnectionStore::saveFailed);
    QVERIFY(QFile::remove(fileName()));
    QVERIFY(QDir().mkdir(fileName())); // what cannot be replaced, whoever runs this
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be written"_s));
    const QString id = store->add({.name = u"A"_s});
    QCOMPARE(failed.size(), 1);
    QVERIFY(store->contains(id));
}

void TestConnectionStore::defaultProxyKeepsItsPassword()
{
    const QString ini = m_folder->filePath(u"settings.ini"_s);
    const ProxySettings wanted{.type = ProxyType::Http,
                               .host = u"proxy.example"_s,
                               .port = 3128,
                               .user = u"ann"_s,
                               .password = Secret(canary)};
    {
        Settings settings(ini);
        DefaultProxy proxy(settings, *m_secrets);
        QVERIFY(proxy.isReady());
        QCOMPARE(proxy.proxy().type, ProxyType::System);
        QSignalSpy changed(&proxy, &DefaultProxy::changed);
        proxy.setProxy(wanted);
        QCOMPARE(changed.size(), 1);
        QTRY_VERIFY(!settings.proxySecret.get().isEmpty());
    }
    QVERIFY(!contentOf(ini).contains(canary.toUtf8()));
    Settings settings(ini);
    DefaultProxy proxy(settings, *m_secrets);
    QVERIFY(!proxy.isReady());
    QSignalSpy ready(&proxy, &DefaultProxy::ready);
    proxy.loadSecrets();
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(proxy.proxy(), wanted);
    proxy.setProxy({.type = ProxyType::None});
    QTRY_VERIFY(settings.proxySecret.get().isEmpty());
    QCOMPARE(m_secrets->removals, 1);
}

QTEST_GUILESS_MAIN(TestConnectionStore)
#include "tst_connectionstore.moc"
