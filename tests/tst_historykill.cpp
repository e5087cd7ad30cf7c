// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Kills the program at random moments while it streams and a draft is typed, and looks whether
// everything is in the history that was there a quarter of a second before. AURA_KILLS=N for N
// times.
#include "chat/conversationlistmodel.h"
#include "demo/demoserver.h"
#include "history/conversationrows.h"
#include "history/database.h"
#include "history/historystore.h"
#include "history/messagerows.h"
#include "ui/application.h"
#include "ui/composer.h"
#include "ui/conversationpage.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <chrono>

#include <fcntl.h>
#include <unistd.h>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 promised = 250; // ms that what is on the screen may be lost for

qint64 now() // ms of a clock that all processes share
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

//! The program that is killed: the real one, which also writes down what it shows and when.
class Victim : public QObject
{
public:
    Victim(const QString &folder, const QByteArray &log)
        : m_application(CommandLine{.command = CommandLine::Command::Window, .dataDir = folder})
        , m_log(::open(log.constData(), O_WRONLY | O_CREAT | O_APPEND, 0600))
    {}

    bool start()
    {
        if (!m_application.start())
            return false;
        m_application.demo().setPace(3ms);
        m_typing.setInterval(20ms);
        connect(&m_typing, &QTimer::timeout, this, [this] { type(); });
        m_typing.start();
        QTimer::singleShot(200ms, this, [this] { ask(); });
        return true;
    }

private:
    void write(const QByteArray &line) // at once, and there after a kill
    {
        if (::write(m_log, line.constData(), size_t(line.size())) != line.size())
            qFatal("no log");
    }

    void ask()
    {
        MainWindow &window = m_application.window();
        window.newConversation();
        ConversationModel *model = &window.current()->messages();
        connect(model, &ConversationModel::replyGrew, this,
                [this](MessageId id, qsizetype, const QString &piece) {
                    write("P " + QByteArray::number(now()) + ' ' + QByteArray::number(id.value)
                          + ' ' + piece.toUtf8().toBase64() + '\n');
                });
        connect(model, &ConversationModel::replyEnded, this, [this](MessageId id) {
            write("E " + QByteArray::number(now()) + ' ' + QByteArray::number(id.value) + " -\n");
            QTimer::singleShot(0, this, [this] { ask(); });
        });
        emit window.page().composer().sendRequested(u"What can Aura do?"_s);
    }

    void type()
    {
        Composer &composer = m_application.window().page().composer();
        composer.setText(u"draft %1"_s.arg(++m_typed));
        const QByteArray id = m_application.window().current()->id().toUtf8();
        write("D " + QByteArray::number(now()) + ' ' + id + ' ' + QByteArray::number(m_typed)
              + '\n');
    }

    Application m_application;
    QTimer m_typing;
    int m_log = -1;
    int m_typed = 0;
};

int runVictim(int argc, char **argv)
{
    QApplication qt(argc, argv);
    QCoreApplication::setApplicationName(u"aura-killed"_s);
    Victim victim(QString::fromLocal8Bit(argv[2]), argv[3]);
    return victim.start() ? QApplication::exec() : 1;
}

//! What the victim wrote down.
struct Shown
{
    QString text{};         // all of it
    qsizetype promised = 0; // so much of it long enough ago
    bool hasEnded = false;  // long enough ago
    bool mayHaveEnded = false;
};

} // namespace

class TestHistoryKill : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void nothingShownIsLost();

private:
    //! When it was killed; 0: it did not run.
    qint64 runAndKill(const QString &folder, const QString &log, int after) const;
    static void readLog(const QString &log, qint64 killed, QHash<MessageId, Shown> &replies,
                        QHash<QString, int> &drafts);
    void check(const QString &folder, const QString &log, qint64 killed) const;
};

qint64 TestHistoryKill::runAndKill(const QString &folder, const QString &log, int after) const
{
    QProcess victim;
    victim.setProcessChannelMode(QProcess::ForwardedChannels);
    victim.start(QCoreApplication::applicationFilePath(), {u"--victim"_s, folder, log});
    const bool streams = QTest::qWaitFor(
        [&log, &victim] {
            QFile file(log);
            return victim.state() == QProcess::NotRunning
                || (file.open(QIODevice::ReadOnly) && file.readAll().contains("\nP "));
        },
        30000);
    if (!streams || victim.state() == QProcess::NotRunning)
        return 0;
    QTest::qWait(after);
    const qint64 killed = now();
    victim.kill();
    victim.waitForFinished();
    return killed;
}

void TestHistoryKill::readLog(const QString &log, qint64 killed, QHash<MessageId, Shown> &replies,
                              QHash<QString, int> &drafts)
{
    QFile file(log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    while (!file.atEnd()) {
        const QList<QByteArray> words = file.readLine().trimmed().split(' ');
        if (words.size() != 4)
            continue; // cut off by the kill
        const bool isOld = words.at(1).toLongLong() <= killed - promised;
        if (words.at(0) == "D") {
            if (isOld)
                drafts.insert(QString::fromUtf8(words.at(2)), words.at(3).toInt());
            continue;
        }
        Shown &shown = replies[{words.at(2).toLongLong()}];
        if (words.at(0) == "E") {
            shown.mayHaveEnded = true;
            shown.hasEnded = isOld;
            continue;
        }
        shown.text += QString::fromUtf8(QByteArray::fromBase64(words.at(3)));
        if (isOld)
            shown.promised = shown.text.size();
    }
}

void TestHistoryKill::check(const QString &folder, const QString &log, qint64 killed) const
{
    QHash<MessageId, Shown> replies;
    QHash<QString, int> drafts;
    readLog(log, killed, replies, drafts);

    const QString file = folder + u"/history.sqlite"_s;
    HistoryStore store(file); // ends what was not finished, as the next start does
    store.open();
    QTRY_COMPARE(store.status().condition, HistoryCondition::Working);
    Database database;
    QVERIFY(database.open(file, Database::Access::ReadOnly));
    QCOMPARE(database.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);

    for (auto reply = replies.cbegin(); reply != replies.cend(); ++reply) {
        Rows row =
            database.rows(u"SELECT text, state FROM message WHERE id = ?"_s, {reply.key().value});
        QVERIFY2(row.next(), "a reply that was shown is gone");
        const QString kept = row.text(0);
        QVERIFY2(reply->text.startsWith(kept), "a piece is missing, or there twice");
        QVERIFY2(kept.size() >= reply->promised,
                 qPrintable(u"%1 of %2"_s.arg(kept.size()).arg(reply->promised)));
        if (reply->hasEnded)
            QCOMPARE(row.text(1), u"complete"_s);
        else if (!reply->mayHaveEnded)
            QCOMPARE(row.text(1), u"interrupted"_s);
    }
    for (auto draft = drafts.cbegin(); draft != drafts.cend(); ++draft) {
        const auto kept = readConversation(database, draft.key());
        QVERIFY2(kept, "the draft's conversation is gone");
        QVERIFY2(kept->draft.section(u' ', 1).toInt() >= draft.value(),
                 qPrintable(u"%1, typed: %2"_s.arg(kept->draft).arg(draft.value())));
    }
}

void TestHistoryKill::nothingShownIsLost()
{
    const QTemporaryDir folder;
    const int kills = qEnvironmentVariableIntValue("AURA_KILLS");
    for (int round = 0; round < (kills > 0 ? kills : 30); ++round) {
        const QString log = folder.filePath(u"log-%1"_s.arg(round));
        const int after = QRandomGenerator::global()->bounded(1200);
        const qint64 killed = runAndKill(folder.filePath(u"home"_s), log, after);
        QVERIFY2(killed != 0, "the program did not stream");
        check(folder.filePath(u"home"_s), log, killed);
        if (QTest::currentTestFailed()) {
            qInfo() << "round" << round << "killed after" << after << "ms";
            return;
        }
    }
}

int main(int argc, char *argv[])
{
    if (argc == 4 && QByteArrayView(argv[1]) == "--victim")
        return runVictim(argc, argv);
    QCoreApplication application(argc, argv);
    TestHistoryKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_historykill.moc"
