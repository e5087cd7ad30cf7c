// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real window on a history of a million messages: what a key in the search field costs the
// window's thread, and what opening a conversation of 100,000 costs window and workers together.
#include "bench/cputime.h"
#include "bench/generatedhistory.h"
#include "bench/groups.h"
#include "chat/conversationlistmodel.h"
#include "ui/application.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProcess>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int messages = 1'000'000;
constexpr int runs = 3;
constexpr int settleMs = 400; // longer than a key's pause, the search and the picture take

double processCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

//! Lets the window work until the condition holds, and a while longer; the dearest pass of its
//! event loop, in ms of its thread's time.
double run(const std::function<bool()> &isDone)
{
    double worst = 0;
    QElapsedTimer since;
    QElapsedTimer all;
    all.start();
    while (!since.isValid() || since.elapsed() < settleMs) {
        worst = std::max(worst, cpuMilliseconds([] { QCoreApplication::processEvents(); }));
        if (!since.isValid() && (isDone() || all.elapsed() > 60'000))
            since.start();
        QThread::usleep(500);
    }
    return worst;
}

QLineEdit *searchField(const MainWindow &window)
{
    const QList<QLineEdit *> fields = window.findChildren<QLineEdit *>();
    const auto found = std::ranges::find_if(fields, [](const QLineEdit *field) {
        return field->accessibleName() == "Search conversations"_L1;
    });
    return found == fields.end() ? nullptr : *found;
}

//! Types a text and takes half of it away again. Each key's dearest pass.
QJsonArray typeInto(QLineEdit &field, const QString &text)
{
    QJsonArray passes;
    const auto press = [&](int key, const QString &letter) {
        double worst = cpuMilliseconds([&] {
            QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, letter);
            QCoreApplication::sendEvent(&field, &down);
            QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, letter);
            QCoreApplication::sendEvent(&field, &up);
        });
        worst = std::max(worst, run([] { return true; }));
        passes.append(worst);
    };
    field.setFocus();
    for (const QChar letter : text)
        press(0, letter);
    for (qsizetype i = 0; i < text.size() / 2; ++i)
        press(Qt::Key_Backspace, {});
    return passes;
}

//! A daily copy is not what is measured.
void pretendCopy(const QString &folder)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmsszzz"_s);
    QDir(folder).mkpath(u"copies"_s);
    QFile copy(folder + u"/copies/history-%1.sqlite"_s.arg(stamp));
    copy.open(QIODevice::WriteOnly);
}

double largest(const QJsonArray &values)
{
    double most = 0;
    for (const auto &value : values)
        most = std::max(most, value.toDouble());
    return most;
}

} // namespace

int useHistory(const QStringList &arguments)
{
    const QString folder = arguments.value(0);
    pretendCopy(folder);
    Application application({.command = CommandLine::Command::Window, .dataDir = folder});
    if (!application.start())
        return 1;
    ConversationListModel &list = application.conversations();
    run([&list] { return list.rowCount() > messages / messagesOfAConversation; });
    // What any conversation needs: fonts, the transcript.
    MainWindow &window = application.window();
    window.open(u"c5"_s);
    run([&window] { return window.current()->id() == "c5"_L1; });

    const double before = processCpuMs();
    window.open(u"long"_s);
    run([&window] { return window.current()->id() == "long"_L1; });
    const double opening = processCpuMs() - before;
    const double start = processCpuMs();
    run([] { return true; });
    const double idle = processCpuMs() - start; // what merely waiting costs
    const bool isShown = window.current()->id() == "long"_L1;

    QLineEdit *field = searchField(window);
    const QJsonArray keys =
        field == nullptr ? QJsonArray{1e9} : typeInto(*field, generatedWord(1) + u" role:user"_s);
    QTextStream(stdout) << QJsonDocument(
                               QJsonObject{{u"openingMs"_s, isShown ? opening - idle : 1e9},
                                           {u"idleMs"_s, idle},
                                           {u"conversations"_s, list.rowCount()},
                                           {u"keyMs"_s, keys}})
                               .toJson();
    return 0;
}

void benchHistoryWindow(BenchReport &report)
{
    const QString folder = QFileInfo(generatedHistory(messages)).path();
    QList<double> opening;
    QList<double> keys;
    QJsonObject last;
    for (int i = 0; i < runs; ++i) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(),
                      {u"--job"_s, u"historywindow"_s, folder});
        process.waitForFinished(300'000);
        last = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        opening.append(last.value("openingMs"_L1).toDouble(1e9));
        keys.append(last.contains("keyMs"_L1) ? largest(last.value("keyMs"_L1).toArray()) : 1e9);
    }
    report.atMost(u"G11 opening 100,000 messages of a million, window and workers"_s,
                  median(opening), 50, u"ms CPU"_s, last);
    report.atMost(u"G11 a key in the search field, dearest pass of the window's loop"_s,
                  median(keys), 16, u"ms CPU"_s, last);
}

} // namespace Aura
