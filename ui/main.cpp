// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/version.h"
#include "cli/commandline.h"
#include "cli/runcommand.h"
#include "net/httpaccessmanager.h"
#include "ui/application.h"
#include "ui/platform.h"
#include "ui/smoke.h"
#include "ui/translators.h"
#include "ui/windowfailure.h"

#include <QApplication>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

void complain(const QString &sentence)
{
    std::fprintf(stderr, "aura: %s\n", qUtf8Printable(sentence));
}

void nameProgram()
{
    QCoreApplication::setApplicationName(u"aura"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(Aura::programVersion));
    QCoreApplication::setOrganizationName(QString()); // the folders are called after the program
}

int runInTerminal(int &argc, char **argv, const QStringList &arguments)
{
    const QCoreApplication application(argc, argv);
    nameProgram();
    Aura::Translators translators;
    translators.load({});
    const auto network = Aura::engineNetworkAccess(Aura::makeNetworkThread());
    return Aura::runCommand(Aura::parseCommandLine(arguments),
                            network); // again: its words are translated
}

int complainOfNoDisplay(int &argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Aura::Translators translators;
    translators.load({});
    complain(QCoreApplication::translate("main",
                                         "There is no display to open a window on. "
                                         "Use \"aura ask\" to ask in the terminal."));
    return 1;
}

int runInWindow(int &argc, char **argv, const Aura::CommandLine &line)
{
    std::optional<Aura::WindowFailure> failure(std::in_place);
    const QApplication qt(argc, argv);
    failure.reset();
    nameProgram();
    QGuiApplication::setApplicationDisplayName(u"Aura"_s);
    QGuiApplication::setDesktopFileName(QString::fromLatin1(Aura::programId));
    Aura::Application application(line);
    const Aura::Result<Aura::Application::Started> started = application.start();
    if (!started) {
        complain(started.error().text);
        return 1;
    }
    if (*started == Aura::Application::Started::HandedOver)
        return 0;
    std::optional<Aura::Smoke> smoke;
    if (line.command == Aura::CommandLine::Command::Smoke)
        smoke.emplace(application, line.smokeFile);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    Aura::prepareProcess();
    const QStringList arguments = Aura::programArguments(argc, argv);
    const Aura::CommandLine line = Aura::parseCommandLine(arguments);
    if (!line.needsWindow())
        return runInTerminal(argc, argv, arguments);
    if (!Aura::hasDisplay())
        return complainOfNoDisplay(argc, argv);
    return runInWindow(argc, argv, line);
}
