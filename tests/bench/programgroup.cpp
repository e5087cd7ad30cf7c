// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole program, on an X server without a screen: its start, its memory, and how it sleeps.
#include "bench/groups.h"
#include "bench/programrun.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QThread>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int rounds = 9;
constexpr auto settling = 4s;
constexpr auto watching = 10s;
constexpr auto watchingBlinks = 8s;
constexpr auto watchingCaret = 40s;

QJsonArray toArray(const QList<double> &values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(value);
    return array;
}

QString aura()
{
    return QStringLiteral(AURA_PROGRAM);
}

//! ms of CPU until …
struct Start
{
    double first = 0; // … the first picture: the window's place and colours
    double whole = 0; // … the one with everything in it
};

Start auraStart(const VirtualDisplay &display, const QString &dataFolder)
{
    ProgramRun run(display, aura(), {u"--data-dir"_s, dataFolder});
    const auto costOf = [&run](const QByteArray &picture) {
        const QByteArray line = run.waitForLine(picture + " after");
        return line.mid(line.indexOf("after ") + 6).split(' ').value(0).toDouble();
    };
    const double first = costOf("first paint");
    return {.first = first, .whole = costOf("whole picture")};
}

double bareStart(const VirtualDisplay &display, const QStringList &arguments = {})
{
    ProgramRun run(display, QStringLiteral(AURA_BARE_WINDOW), arguments);
    return run.waitForLine(".").trimmed().toDouble();
}

//! So that there is a conversation to begin with.
void askOnce(const VirtualDisplay &display, const QString &dataFolder)
{
    const QTemporaryDir folder;
    ProgramRun(display, aura(),
               {u"--smoke"_s, folder.filePath(u"picture.png"_s), u"--data-dir"_s, dataFolder})
        .waitForLine("a line that does not come: it ends");
}

void measureStart(BenchReport &report, const VirtualDisplay &display)
{
    const QTemporaryDir folder;
    askOnce(display, folder.path());
    auraStart(display, folder.path());
    bareStart(display);
    QList<double> ours;
    QList<double> whole;
    QList<double> bare;
    QList<double> bareWithText; // not the goals': how much of the rest is the first font
    for (int round = 0; round < rounds; ++round) {
        const Start start = auraStart(display, folder.path());
        ours.append(start.first);
        whole.append(start.whole);
        bare.append(bareStart(display));
        bareWithText.append(bareStart(display, {u"text"_s}));
    }
    const bool allStarted = !ours.contains(0.0) && !bare.contains(0.0);
    report.atMost(u"program: CPU to the first picture ÷ that of a bare QWidget program"_s,
                  allStarted ? median(ours) / median(bare) : 1e9, 1.5, u"×"_s,
                  {{u"auraMs"_s, toArray(ours)},
                   {u"bareMs"_s, toArray(bare)},
                   {u"bareWithTextMs"_s, toArray(bareWithText)}});
    report.atMost(u"program: CPU to the last conversation ÷ that of a bare QWidget program"_s,
                  allStarted ? median(whole) / median(bare) : 1e9, 2, u"×"_s,
                  {{u"auraMs"_s, toArray(whole)}});
}

double wakeUps(const ProgramRun &run, std::chrono::seconds during)
{
    const QHash<QString, qint64> before = run.sleeps();
    QThread::sleep(during.count());
    const QHash<QString, qint64> after = run.sleeps();
    qint64 sum = 0;
    for (auto thread = after.cbegin(); thread != after.cend(); ++thread)
        sum += thread.value() - before.value(thread.key());
    for (auto thread = before.cbegin(); thread != before.cend(); ++thread)
        sum += after.contains(thread.key()) ? 0 : 1; // it woke up to end
    return double(sum) / double(during.count());
}

QString xdotool(const VirtualDisplay &display, const QStringList &arguments)
{
    QProcess tool;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, display.name());
    tool.setProcessEnvironment(environment);
    tool.start(u"xdotool"_s, arguments);
    tool.waitForFinished();
    return QString::fromLatin1(tool.readAllStandardOutput()).simplified();
}

//! Whether the program's window has the focus afterwards. Search and focus are two commands: in
//! one, xdotool prints the window and focuses nothing.
bool giveFocus(const VirtualDisplay &display, qint64 process)
{
    const QString window =
        xdotool(display, {u"search"_s, u"--onlyvisible"_s, u"--pid"_s, QString::number(process)});
    xdotool(display, {u"windowfocus"_s, u"--sync"_s, window});
    return !window.isEmpty() && xdotool(display, {u"getwindowfocus"_s}) == window;
}

void measureRest(BenchReport &report, const VirtualDisplay &display)
{
    const QTemporaryDir folder;
    ProgramRun run(display, aura(), {u"--data-dir"_s, folder.path()});
    run.waitForLine("first paint after");
    QThread::sleep(std::chrono::seconds(settling).count());
    const double memory = run.memory();
    report.atMost(u"program: wake-ups a second when idle and unfocused"_s, wakeUps(run, watching),
                  0, u"/s"_s);
    if (QStandardPaths::findExecutable(u"xdotool"_s).isEmpty()) {
        report.leaveOut(u"program: wake-ups a second with the caret, its first 40 s"_s,
                        u"xdotool is not installed"_s);
    } else if (!giveFocus(display, run.processId())) {
        report.leaveOut(u"program: wake-ups a second with the caret, its first 40 s"_s,
                        u"the window takes no focus"_s);
    } else {
        // It blinks for ten seconds after the last key and then stands.
        const double blinking = wakeUps(run, watchingBlinks);
        const double whole = (blinking * watchingBlinks.count()
                              + wakeUps(run, watchingCaret - watchingBlinks)
                                  * (watchingCaret - watchingBlinks).count())
            / watchingCaret.count();
        report.atMost(u"program: wake-ups a second with the caret, its first 40 s"_s, whole, 2.5,
                      u"/s"_s, {{u"whileItBlinks"_s, blinking}});
    }
    const QString browser = QStandardPaths::findExecutable(u"chromium"_s);
    if (browser.isEmpty()) {
        report.leaveOut(u"program: memory ÷ a blank Chromium's"_s, u"chromium is not installed"_s);
        return;
    }
    const QTemporaryDir profile;
    ProgramRun chromium(display, browser,
                        {u"--no-sandbox"_s, u"--no-first-run"_s, u"--disable-gpu"_s,
                         u"--user-data-dir="_s + profile.path(), u"about:blank"_s});
    QThread::sleep(2 * std::chrono::seconds(settling).count());
    const double others = chromium.memory();
    report.atMost(u"program: memory (PSS) ÷ a blank Chromium's"_s, memory / others, 0.125, u"×"_s,
                  {{u"auraMb"_s, memory}, {u"chromiumMb"_s, others}});
}

double residentAfter(int megabytes)
{
    QProcess job;
    job.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    job.start(QCoreApplication::applicationFilePath(),
              {u"--job"_s, u"memory"_s, QString::number(megabytes)});
    job.waitForFinished(120'000);
    return QJsonDocument::fromJson(job.readAllStandardOutput())
        .object()["withoutTextMb"_L1]
        .toDouble();
}

void measureLongReply(BenchReport &report)
{
    const double brief = residentAfter(1);
    const double vast = residentAfter(10);
    report.atMost(u"program: memory after a reply of 10 MB ÷ of 1 MB, its text left out"_s,
                  vast / brief, 1.2, u"×"_s, {{u"after10"_s, vast}, {u"after1"_s, brief}});
}

} // namespace

void benchProgram(BenchReport &report)
{
    measureLongReply(report);
    const VirtualDisplay display;
    if (!display.isRunning()) {
        report.leaveOut(u"program: start, memory and rest"_s, u"Xvfb is not installed"_s);
        return;
    }
    measureStart(report, display);
    measureRest(report, display);
}

} // namespace Aura
