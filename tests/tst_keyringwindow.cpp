// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keys from the settings of the window into a real key store, and back at the next start. Called
// with --window this program is that window: libraries remember the D-Bus session that they found
// first.
#include "chat/conversation.h"
#include "cli/commandline.h"
#include "settings/connectionstore.h"
#include "settings/datafolder.h"
#include "settings/settings.h"
#include "support/faultserver.h"
#include "support/findwidget.h"
#include "support/keyringsession.h"
#include "support/realparts.h"
#include "ui/application.h"
#include "ui/composer.h"
#include "ui/conversationpage.h"
#include "ui/mainwindow.h"
#include "ui/messageedit.h"
#include "ui/problembanner.h"
#include "ui/settings/settingsdialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

const QString canary = u"sk-canary-22360679"_s;

constexpr int patience = 30'000; // ms

void say(const QString &what)
{
    std::printf("%s\n", qUtf8Printable(what));
    std::fflush(stdout);
}

//! The window of one start of the program, and who sits at it.
class Session
{
public:
    explicit Session(const QString &folder)
        : m_folder(folder)
        , m_application(CommandLine{.dataDir = folder})
    {}

    bool start() { return bool(m_application.start()); }

    //! Enters a connection with a key; then answers what is asked, if anything, by a button.
    int enter(const QString &url, const QString &button)
    {
        const QString id =
            m_application.connections().add({.name = u"Mine"_s, .baseUrl = QUrl(url)});
        m_application.connections().setDefaultId(id);
        emit window().connectionsRequested();
        auto *dialog = window().findChild<SettingsDialog *>();
        dialog->showConnection(id);
        auto *key = findNamed<QLineEdit>(*dialog, u"API key"_s);
        QTest::keyClicks(key, canary);
        findButton(*dialog, u"OK"_s)->click();
        QMessageBox *question = nullptr;
        const bool ended = QTest::qWaitFor(
            [&] {
                question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
                return question
                    || Settings(DataFolder(m_folder).settingsFile()).secretStorage.get()
                    == u"keychain"_s;
            },
            patience);
        if (question) {
            say(question->text() + u' ' + question->informativeText());
            findButton(*question, button)->click();
            QTest::qWait(500);
        }
        return ended ? 0 : 1;
    }

    //! Asks; where that fails, says so and tries again once somebody writes a line.
    int ask()
    {
        page().composer().setText(u"Hello"_s);
        QTest::keyClick(&page().composer().edit(), Qt::Key_Return);
        if (!waitForEnd())
            return 1;
        while (!isComplete()) {
            say(u"problem: "_s + page().banner().text());
            if (std::getchar() == EOF)
                return 2;
            QAbstractButton *retry = findButton(page().banner(), u"Retry"_s);
            if (!retry || !retry->isVisible())
                return 3;
            retry->click();
            if (!waitForEnd())
                return 1;
        }
        say(u"complete"_s);
        return 0;
    }

private:
    MainWindow &window() { return m_application.window(); }
    ConversationPage &page() { return window().page(); }
    ReplyState state()
    {
        const ConversationModel &messages = window().current()->messages();
        return messages.messageAt(messages.rowCount() - 1).state;
    }
    bool isComplete() { return state() == ReplyState::Complete; }
    bool waitForEnd()
    {
        return QTest::qWaitFor([&] { return state() != ReplyState::Answering; }, patience);
    }

    QString m_folder;
    Application m_application;
};

int runWindow(const QStringList &arguments)
{
    Session session(arguments.at(1));
    if (!session.start())
        return 9;
    if (arguments.first() == u"enter"_s)
        return session.enter(arguments.at(2), arguments.value(3));
    return session.ask();
}

} // namespace

class TestKeyringWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keyOutlivesTheProgram();
    void lockedKeyringIsSaidAndNothingIsLost();
    void withoutAKeyringItIsAsked();

private:
    //! Starts the window and waits for a line of it.
    QByteArray start(QProcess &process, const KeyringSession &session,
                     const QStringList &arguments) const;
    QByteArray run(const KeyringSession &session, const QStringList &arguments) const;
    QString data() const { return m_folder->filePath(u"aura"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FaultServer> m_server;
};

void TestKeyringWindow::init()
{
    AURA_NEED_REAL_PART(KeyringSession::missingProgram().isEmpty(), "gnome-keyring or dbus");
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FaultServer>();
    m_server->on("/api/chat", [](FaultPeer &peer) {
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    });
}

QByteArray TestKeyringWindow::start(QProcess &process, const KeyringSession &session,
                                    const QStringList &arguments) const
{
    process.setProcessEnvironment(session.environment());
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  QStringList{u"--window"_s, arguments.first(), data()} + arguments.mid(1));
    while (!process.canReadLine() && process.waitForReadyRead(2 * patience)) {}
    return process.readLine();
}

QByteArray TestKeyringWindow::run(const KeyringSession &session, const QStringList &arguments) const
{
    QProcess process;
    const QByteArray line = start(process, session, arguments);
    process.closeWriteChannel();
    process.waitForFinished(2 * patience);
    return line + process.readAll();
}

void TestKeyringWindow::keyOutlivesTheProgram()
{
    KeyringSession session;
    QVERIFY(session.startBus());
    QVERIFY(session.startKeyring(KeyringSession::Lock::Unlocked));
    QCOMPARE(run(session, {u"enter"_s, m_server->url().toString()}), QByteArray()); // no question
    QVERIFY(!QFile::exists(DataFolder(data()).secretsFile()));
    session.stopKeyring(); // as at the end of the day
    QVERIFY(session.startKeyring(KeyringSession::Lock::Unlocked));
    QCOMPARE(run(session, {u"ask"_s}), QByteArray("complete\n"));
    QVERIFY(m_server->everythingReceived().contains(canary.toUtf8()));
}

void TestKeyringWindow::lockedKeyringIsSaidAndNothingIsLost()
{
    KeyringSession session;
    QVERIFY(session.startBus());
    QVERIFY(session.startKeyring(KeyringSession::Lock::Unlocked));
    QCOMPARE(run(session, {u"enter"_s, m_server->url().toString()}), QByteArray());
    session.stopKeyring();
    QVERIFY(session.startKeyring(KeyringSession::Lock::Locked));

    QProcess window;
    const QByteArray said = start(window, session, {u"ask"_s});
    QVERIFY2(said.startsWith("problem: "), said.constData());
    QVERIFY2(said.contains("Unlock the key store"), said.constData());
    QCOMPARE(m_server->connections(), 0);
    QCOMPARE(m_server->posts(), 0); // nothing goes out without its key
    QVERIFY(session.unlock());
    window.write("\n");
    while (!window.canReadLine() && window.waitForReadyRead(2 * patience)) {}
    QCOMPARE(window.readLine(), QByteArray("complete\n"));
    QVERIFY(window.waitForFinished());
    QVERIFY(m_server->everythingReceived().contains(canary.toUtf8()));
    QCOMPARE(m_server->posts(), 1);
}

void TestKeyringWindow::withoutAKeyringItIsAsked()
{
    KeyringSession session;
    QVERIFY(session.startBus());
    const QByteArray asked =
        run(session, {u"enter"_s, m_server->url().toString(), u"Keep in a file"_s});
    QVERIFY2(asked.contains("no key store"), asked.constData());
    QVERIFY2(asked.contains("not encrypted"), asked.constData());
    const QString file = DataFolder(data()).secretsFile();
    QVERIFY(QFile::exists(file));
    QCOMPARE(QFile::permissions(file) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(run(session, {u"ask"_s}), QByteArray("complete\n"));
    QVERIFY(m_server->everythingReceived().contains(canary.toUtf8()));
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--window"_s)
        return runWindow(arguments.mid(2));
    TestKeyringWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keyringwindow.moc"
