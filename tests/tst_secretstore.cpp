// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"
#include "settings/filesecretstore.h"
#include "settings/memorysecretstore.h"
#include "settings/secretvault.h"
#include "settings/settings.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

const QString canary = u"canary-sk-71f3 ünï\n\"x\""_s;

constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
    | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

//! A store in memory that refuses when told to.
class MoodyStore : public MemorySecretStore
{
public:
    void read(const QString &name, QObject *context, Callback done) override
    {
        if (!refuses(context, done))
            MemorySecretStore::read(name, context, std::move(done));
    }
    void write(const QString &name, const Secret &secret, QObject *context, Callback done) override
    {
        if (name != refusedName && !refuses(context, done))
            MemorySecretStore::write(name, secret, context, std::move(done));
        else if (name == refusedName)
            answer(context, done, {.status = SecretStatus::Failed});
    }
    bool isPersistent() const override { return true; }

    SecretStatus mood = SecretStatus::Ok;
    QString refusedName = u"-"_s;

private:
    bool refuses(QObject *context, const Callback &done) const
    {
        if (mood == SecretStatus::Ok)
            return false;
        answer(context, done, {.status = mood});
        return true;
    }
};

//! Waits for the one answer to a question.
template<typename Ask> SecretResult answerTo(Ask ask)
{
    QObject context;
    std::optional<SecretResult> result;
    int answers = 0;
    ask(&context, [&](const SecretResult &given) {
        result = given;
        ++answers;
    });
    if (answers != 0)
        qFatal("answered before the question returned");
    if (!QTest::qWaitFor([&] { return answers > 0; }))
        qFatal("no answer");
    return *result;
}

SecretResult read(SecretStore &store, const QString &name)
{
    return answerTo([&](QObject *context, auto done) { store.read(name, context, done); });
}

SecretResult write(SecretStore &store, const QString &name, const QString &text)
{
    return answerTo(
        [&](QObject *context, auto done) { store.write(name, Secret(text), context, done); });
}

SecretResult remove(SecretStore &store, const QString &name)
{
    return answerTo([&](QObject *context, auto done) { store.remove(name, context, done); });
}

QString logged;

void remember(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged += message;
}

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_stores.clear();
    }

    void keepsByName_data();
    void keepsByName();
    void noAnswerWhereNobodyWaits();
    void fileIsClosedToOthers();
    void fileOpenToOthersIsMended();
    void garbledFileIsSetAside();
    void fileThatCannotBeWritten();
    void nothingIsLogged();
    void undecidedBecomesKeychain();
    void undecidedStaysWithoutKeychain();
    void vaultFollowsTheSetting();
    void moveCarriesAllOver();
    void moveThatFailsChangesNothing_data();
    void moveThatFailsChangesNothing();

private:
    QString fileName() const { return m_folder->filePath(u"keys/keys.json"_s); }
    std::unique_ptr<Settings> makeSettings() const
    {
        return std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
    }
    //! A vault on moody stores, found by their place in m_stores.
    std::unique_ptr<SecretVault> makeVault(Settings &settings)
    {
        return std::make_unique<SecretVault>(settings, [this](SecretPlace place) {
            auto store = std::make_unique<MoodyStore>();
            m_stores[place] = store.get();
            return store;
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::map<SecretPlace, MoodyStore *> m_stores;
};

void TestSecretStore::keepsByName_data()
{
    QTest::addColumn<bool>("isFile");
    QTest::newRow("memory") << false;
    QTest::newRow("file") << true;
}

void TestSecretStore::keepsByName()
{
    QFETCH(const bool, isFile);
    std::unique_ptr<SecretStore> store;
    if (isFile)
        store = std::make_unique<FileSecretStore>(fileName());
    else
        store = std::make_unique<MemorySecretStore>();
    QCOMPARE(store->isPersistent(), isFile);

    QCOMPARE(read(*store, u"a"_s).status, SecretStatus::NotFound);
    QVERIFY(remove(*store, u"a"_s));
    QVERIFY(write(*store, u"a"_s, canary));
    QVERIFY(write(*store, u"b"_s, u"other"_s));
    QCOMPARE(read(*store, u"a"_s).secret, Secret(canary));
    QVERIFY(write(*store, u"a"_s, u"second"_s));
    if (isFile)
        store = std::make_unique<FileSecretStore>(fileName());
    QCOMPARE(read(*store, u"a"_s).secret, Secret(u"second"_s));
    QVERIFY(remove(*store, u"a"_s));
    QCOMPARE(read(*store, u"a"_s).status, SecretStatus::NotFound);
    QCOMPARE(read(*store, u"b"_s).secret, Secret(u"other"_s));
}

void TestSecretStore::noAnswerWhereNobodyWaits()
{
    FileSecretStore file(fileName());
    MemorySecretStore memory;
    for (SecretStore *store : std::initializer_list<SecretStore *>{&file, &memory}) {
        int answers = 0;
        auto context = std::make_unique<QObject>();
        store->read(u"a"_s, context.get(), [&answers](const SecretResult &) { ++answers; });
        context.reset();
        QCoreApplication::processEvents();
        QCOMPARE(answers, 0);
    }
}

void TestSecretStore::fileIsClosedToOthers()
{
    FileSecretStore store(fileName());
    QVERIFY(write(store, u"a"_s, canary));
    QCOMPARE(QFile::permissions(fileName()) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(m_folder->filePath(u"keys"_s)) & others, QFile::Permissions());
    QVERIFY(write(store, u"a"_s, canary)); // replacing keeps the mode
    QCOMPARE(QFile::permissions(fileName()) & others, QFile::Permissions());
}

void TestSecretStore::fileOpenToOthersIsMended()
{
    FileSecretStore store(fileName());
    QVERIFY(write(store, u"a"_s, canary));
    QFile::setPermissions(fileName(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    QFile::setPermissions(m_folder->filePath(u"keys"_s),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeOther);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"was open to other users"_s));
    QCOMPARE(read(store, u"a"_s).secret, Secret(canary));
    QCOMPARE(QFile::permissions(fileName()) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(m_folder->filePath(u"keys"_s)) & others, QFile::Permissions());
}

void TestSecretStore::garbledFileIsSetAside()
{
    FileSecretStore store(fileName());
    QVERIFY(write(store, u"a"_s, canary));
    QFile file(fileName());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"a\": \"half");
    file.close();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be read; a copy is"_s));
    QCOMPARE(read(store, u"a"_s).status, SecretStatus::NotFound);
    QVERIFY(write(store, u"b"_s, canary));
    QCOMPARE(read(store, u"b"_s).secret, Secret(canary));
    const QStringList aside = QDir(m_folder->filePath(u"keys"_s)).entryList({u"*.damaged-*"_s});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(QFile::permissions(m_folder->filePath(u"keys/"_s + aside.constFirst())) & others,
             QFile::Permissions());
}

void TestSecretStore::fileThatCannotBeWritten()
{
    QFile blocker(m_folder->filePath(u"keys"_s)); // where the folder should be
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    FileSecretStore store(fileName());
    const SecretResult result = write(store, u"a"_s, canary);
    QCOMPARE(result.status, SecretStatus::Failed);
    QVERIFY(!result.problem.isEmpty());
    QVERIFY(!result.problem.contains(u"canary"_s));
}

void TestSecretStore::nothingIsLogged()
{
    QLoggingCategory::setFilterRules(u"aura.*.debug=true"_s);
    logged.clear();
    const auto previous = qInstallMessageHandler(remember);
    FileSecretStore store(fileName());
    write(store, u"a"_s, canary);
    QFile(fileName()).open(QIODevice::WriteOnly | QIODevice::Append)
        ? QFile::setPermissions(fileName(), QFile::ReadOwner | QFile::ReadOther | QFile::WriteOwner)
        : false;
    read(store, u"a"_s);
    remove(store, u"a"_s);
    qInstallMessageHandler(previous);
    QLoggingCategory::setFilterRules({});
    QVERIFY(logged.contains(u"open to other users"_s)); // the log was on
    QVERIFY(!logged.contains(u"canary"_s));
}

void TestSecretStore::undecidedBecomesKeychain()
{
    const auto settings = makeSettings();
    const auto vault = makeVault(*settings);
    QCOMPARE(vault->place(), SecretPlace::Undecided);
    QCOMPARE(read(*vault, u"a"_s).status, SecretStatus::NotFound);
    QCOMPARE(vault->place(), SecretPlace::Undecided);
    QVERIFY(write(*vault, u"a"_s, canary));
    QCOMPARE(vault->place(), SecretPlace::Keychain);
    QVERIFY(m_stores.contains(SecretPlace::Keychain));
    QCOMPARE(settings->secretStorage.get(), u"keychain"_s);
}

void TestSecretStore::undecidedStaysWithoutKeychain()
{
    const auto settings = makeSettings();
    const auto vault = makeVault(*settings);
    QCOMPARE(read(*vault, u"a"_s).status, SecretStatus::NotFound);
    m_stores[SecretPlace::Keychain]->mood = SecretStatus::Unavailable;
    QCOMPARE(write(*vault, u"a"_s, canary).status, SecretStatus::Unavailable);
    QCOMPARE(vault->place(), SecretPlace::Undecided);
    QVERIFY(!m_stores.contains(SecretPlace::File)); // never silently to a file
    vault->setPlace(SecretPlace::File);
    QVERIFY(write(*vault, u"a"_s, canary));
    QCOMPARE(read(*m_stores[SecretPlace::File], u"a"_s).secret, Secret(canary));
}

void TestSecretStore::vaultFollowsTheSetting()
{
    const auto settings = makeSettings();
    settings->secretStorage.set(u"teapot"_s);
    SecretVault vault(*settings, fileName());
    QCOMPARE(vault.place(), SecretPlace::Undecided);
    settings->secretStorage.set(u"file"_s);
    QVERIFY(vault.isPersistent());
    QVERIFY(write(vault, u"a"_s, canary));
    FileSecretStore file(fileName());
    QCOMPARE(read(file, u"a"_s).secret, Secret(canary));
    vault.setPlace(SecretPlace::Session);
    QVERIFY(!vault.isPersistent());
    QCOMPARE(read(vault, u"a"_s).status, SecretStatus::NotFound);
    QVERIFY(write(vault, u"a"_s, u"session"_s));
    vault.setPlace(SecretPlace::File);
    QCOMPARE(read(vault, u"a"_s).secret, Secret(canary));
    vault.setPlace(SecretPlace::Session);
    QCOMPARE(read(vault, u"a"_s).secret, Secret(u"session"_s));
}

void TestSecretStore::moveCarriesAllOver()
{
    const auto settings = makeSettings();
    const auto vault = makeVault(*settings);
    QVERIFY(write(*vault, u"a"_s, u"1"_s));
    QVERIFY(write(*vault, u"b"_s, u"2"_s));
    const QStringList names{u"a"_s, u"nothing"_s, u"b"_s};
    QVERIFY(answerTo([&](QObject *context, auto done) {
        vault->moveTo(SecretPlace::File, names, context, done);
    }));
    QCOMPARE(vault->place(), SecretPlace::File);
    QCOMPARE(read(*vault, u"a"_s).secret, Secret(u"1"_s));
    QCOMPARE(read(*vault, u"b"_s).secret, Secret(u"2"_s));
    for (const QString &name : names)
        QCOMPARE(read(*m_stores[SecretPlace::Keychain], name).status, SecretStatus::NotFound);
    QVERIFY(answerTo([&](QObject *context, auto done) {
        vault->moveTo(SecretPlace::File, names, context, done); // where they are
    }));
    QCOMPARE(read(*vault, u"a"_s).secret, Secret(u"1"_s));
}

void TestSecretStore::moveThatFailsChangesNothing_data()
{
    QTest::addColumn<SecretStatus>("sourceMood");
    QTest::addColumn<QString>("refusedName");
    QTest::newRow("the old place is gone") << SecretStatus::Unavailable << u"-"_s;
    QTest::newRow("the new place refuses the second") << SecretStatus::Ok << u"b"_s;
}

void TestSecretStore::moveThatFailsChangesNothing()
{
    QFETCH(const SecretStatus, sourceMood);
    QFETCH(const QString, refusedName);
    const auto settings = makeSettings();
    const auto vault = makeVault(*settings);
    QVERIFY(write(*vault, u"a"_s, u"1"_s));
    QVERIFY(write(*vault, u"b"_s, u"2"_s));
    vault->setPlace(SecretPlace::File);
    QCOMPARE(read(*vault, u"a"_s).status, SecretStatus::NotFound); // makes the store
    vault->setPlace(SecretPlace::Keychain);
    m_stores[SecretPlace::File]->refusedName = refusedName;
    m_stores[SecretPlace::Keychain]->mood = sourceMood;

    QVERIFY(!answerTo([&](QObject *context, auto done) {
        vault->moveTo(SecretPlace::File, {u"a"_s, u"b"_s}, context, done);
    }));
    QCOMPARE(vault->place(), SecretPlace::Keychain);
    m_stores[SecretPlace::Keychain]->mood = SecretStatus::Ok;
    QCOMPARE(read(*vault, u"a"_s).secret, Secret(u"1"_s));
    QCOMPARE(read(*vault, u"b"_s).secret, Secret(u"2"_s));
    QCOMPARE(read(*m_stores[SecretPlace::File], u"a"_s).status, SecretStatus::NotFound);
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
