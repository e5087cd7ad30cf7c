// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real window, read through AT-SPI as a screen reader does it. Called with --window this
// program is that window.
#include "cli/commandline.h"
#include "chat/conversation.h"
#include "demo/demoserver.h"
#include "support/realparts.h"
#include "ui/application.h"
#include "ui/conversationpage.h"
#include "ui/mainwindow.h"
#include "ui/transcript/accessible/messagereading.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Aura;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int questions = 150;

const QString lastAnswer = u"# Title\n\nSome *text*.\n\n```python\nx = 1\ny = 2\n```\n\n"
                           "|1|2|\n|-|-|\n|3|4|\n\nLook [here](https://example.org).\n"_s;

//! What the driver has to find.
QByteArray shownMessages(TranscriptView &view)
{
    QJsonArray messages;
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        const Message &message = view.model()->messageAt(row);
        const QString who = message.role == Role::User ? u"You: "_s : u"Assistant: "_s;
        messages.append(QJsonObject{{u"name"_s, who + message.text},
                                    {u"text"_s, MessageReading(view.text(), row).text()}});
    }
    return QJsonDocument(messages).toJson(QJsonDocument::Compact) + '\n';
}

int runWindow(const QString &folder)
{
    Application application(CommandLine{.dataDir = folder});
    if (!application.start())
        return 1;
    application.demo().setPace(20ms);
    application.window().activateWindow(); // there is no window manager
    ConversationModel &model = application.window().current()->messages();
    for (int i = 0; i < questions; ++i) {
        const MessageId reply = model.beginReply(model.appendQuestion(u"Question %1"_s.arg(i)));
        model.appendToReply(
            reply, i + 1 < questions ? u"**Answer** %1, with `code`"_s.arg(i) : lastAnswer);
        model.endReply(reply, {});
    }
    const QByteArray messages = shownMessages(application.window().page().transcript());
    std::fwrite(messages.constData(), 1, size_t(messages.size()), stdout);
    std::fflush(stdout);
    return QApplication::exec();
}

bool isThere()
{
    QProcess python;
    python.start(u"/usr/bin/python3"_s, {u"-c"_s, u"import pyatspi"_s});
    return python.waitForFinished() && python.exitCode() == 0
        && QFile::exists(u"/usr/libexec/at-spi-bus-launcher"_s)
        && !QStandardPaths::findExecutable(u"dbus-run-session"_s).isEmpty()
        && !QStandardPaths::findExecutable(u"Xvfb"_s).isEmpty();
}

} // namespace

class TestScreenReader : public QObject
{
    Q_OBJECT

private slots:
    void readsPressesAndFollows();
};

void TestScreenReader::readsPressesAndFollows()
{
    AURA_NEED_REAL_PART(isThere(), "python3-pyatspi, at-spi2-core, dbus or xvfb");
    QProcess display;
    display.start(u"Xvfb"_s,
                  {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1200x900x24"_s, u"-nolisten"_s,
                   u"tcp"_s});
    QVERIFY(display.waitForReadyRead(10'000));
    const QString number = QString::fromLatin1(display.readLine()).trimmed();

    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, u':' + number);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
    environment.insert(u"HOME"_s, home.path());
    QProcess driver;
    driver.setProcessEnvironment(environment);
    driver.start(u"dbus-run-session"_s,
                 {u"--"_s, u"/usr/bin/python3"_s, u"-B"_s,
                  QStringLiteral(AURA_SOURCE_DIR) + u"/tests/support/atspidriver.py"_s,
                  QCoreApplication::applicationFilePath(), home.filePath(u"data"_s)});
    const bool ended = driver.waitForFinished(100'000);
    driver.kill();
    driver.waitForFinished();
    display.terminate();
    display.waitForFinished();
    QVERIFY2(ended, "the driver did not end");
    const QByteArray said = driver.readAllStandardOutput() + driver.readAllStandardError();
    QVERIFY2(driver.exitCode() == 0, said.constData());
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--window") == 0)
        return runWindow(QString::fromLocal8Bit(argv[2]));
    TestScreenReader test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_screenreader.moc"
