// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keychainsecretstore.h"
#include "support/keyringsession.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>

#include <cstdio>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

const QString canary = u"canary-sk-71f3 ünï\n\"x\""_s;

//! One question to the key store in a process of its own, as libraries remember the D-Bus session
//! that they found first. Prints the status, then the secret.
int runChild(const QStringList &arguments)
{
    KeychainSecretStore store;
    const auto done = [](const SecretResult &result) {
        std::printf("%d\n%s", static_cast<int>(result.status),
                    qUtf8Printable(result.secret.reveal()));
        QCoreApplication::quit();
    };
    const QString verb = arguments.value(0);
    const QString name = arguments.value(1);
    if (verb == u"write"_s)
        store.write(name, Secret(canary), qApp, done);
    else if (verb == u"read"_s)
        store.read(name, qApp, done);
    else
        store.remove(name, qApp, done);
    return QCoreApplication::exec();
}

struct Answer
{
    SecretStatus status = SecretStatus::Failed;
    QString secret{};
    QByteArray log{};
};

Answer ask(const QProcessEnvironment &environment, const QStringList &question)
{
    QProcess child;
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), QStringList(u"--child"_s) + question);
    if (!child.waitForFinished(30000))
        return {.log = "no answer within 30 s"};
    const QByteArray said = child.readAllStandardOutput();
    const qsizetype lineEnd = said.indexOf('\n');
    return {.status = static_cast<SecretStatus>(said.left(lineEnd).toInt()),
            .secret = QString::fromUtf8(said.mid(lineEnd + 1)),
            .log = child.readAllStandardError()};
}

} // namespace

class TestKeychainSecretStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void unavailableWithoutBus();
    void unavailableWithoutService();
    void keepsByName();
    void lockedStoreIsNotUnavailable();

private:
    static bool isMissing(QString &what)
    {
#ifdef AURA_KEYCHAIN
        what = KeyringSession::missingProgram();
#else
        what = u"QtKeychain"_s;
#endif
        return !what.isEmpty();
    }
};

#define NEED_KEYRING()                                                                             \
    QString missing;                                                                               \
    if (isMissing(missing)) {                                                                      \
        if (qEnvironmentVariableIsSet("AURA_TESTS_ALL"))                                           \
            QFAIL(qPrintable(missing + u" is not installed"_s));                                   \
        QSKIP(qPrintable(missing + u" is not installed"_s));                                       \
    }

void TestKeychainSecretStore::unavailableWithoutBus()
{
    const KeyringSession none;
    const Answer written = ask(none.environment(), {u"write"_s, u"test/a"_s});
    QCOMPARE(written.status, SecretStatus::Unavailable);
    QVERIFY(!written.log.contains("canary"));
    QCOMPARE(ask(none.environment(), {u"read"_s, u"test/a"_s}).status, SecretStatus::Unavailable);
}

void TestKeychainSecretStore::unavailableWithoutService()
{
    NEED_KEYRING();
    KeyringSession session;
    QVERIFY(session.startBus());
    QCOMPARE(ask(session.environment(), {u"write"_s, u"test/a"_s}).status,
             SecretStatus::Unavailable);
    QCOMPARE(ask(session.environment(), {u"read"_s, u"test/a"_s}).status,
             SecretStatus::Unavailable);
}

void TestKeychainSecretStore::keepsByName()
{
    NEED_KEYRING();
    KeyringSession session;
    QVERIFY(session.startBus());
    QVERIFY(session.startKeyring(KeyringSession::Lock::Unlocked));
    const QProcessEnvironment environment = session.environment();

    QCOMPARE(ask(environment, {u"read"_s, u"test/a"_s}).status, SecretStatus::NotFound);
    QCOMPARE(ask(environment, {u"remove"_s, u"test/a"_s}).status, SecretStatus::Ok);
    const Answer written = ask(environment, {u"write"_s, u"test/a"_s});
    QCOMPARE(written.status, SecretStatus::Ok);
    QVERIFY(!written.log.contains("canary"));
    const Answer found = ask(environment, {u"read"_s, u"test/a"_s});
    QCOMPARE(found.status, SecretStatus::Ok);
    QCOMPARE(found.secret, canary);
    QCOMPARE(ask(environment, {u"read"_s, u"test/b"_s}).status, SecretStatus::NotFound);
    QCOMPARE(ask(environment, {u"remove"_s, u"test/a"_s}).status, SecretStatus::Ok);
    QCOMPARE(ask(environment, {u"read"_s, u"test/a"_s}).status, SecretStatus::NotFound);
}

void TestKeychainSecretStore::lockedStoreIsNotUnavailable()
{
    NEED_KEYRING();
    KeyringSession session;
    QVERIFY(session.startBus());
    QVERIFY(session.startKeyring(KeyringSession::Lock::Unlocked));
    QCOMPARE(ask(session.environment(), {u"write"_s, u"test/a"_s}).status, SecretStatus::Ok);
    session.stopKeyring();
    QVERIFY(session.startKeyring(KeyringSession::Lock::Locked));
    const Answer found = ask(session.environment(), {u"read"_s, u"test/a"_s});
    QVERIFY2(found.status == SecretStatus::NotFound || found.status == SecretStatus::Denied,
             found.log.constData());
    QCOMPARE(ask(session.environment(), {u"write"_s, u"test/a"_s}).status, SecretStatus::Denied);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--child"_s)
        return runChild(arguments.mid(2));
    TestKeychainSecretStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychainsecretstore.moc"
