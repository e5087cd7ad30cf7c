// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/askarguments.h"
#include "cli/transferarguments.h"

#include <QCommandLineParser>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! An argument that QApplication reads itself, and whether its value follows as the next one.
struct ToolkitArgument
{
    QLatin1StringView name{};
    bool hasValue = true;
};

constexpr std::array toolkitArguments{
    ToolkitArgument{"display"_L1},
    ToolkitArgument{"fontengine"_L1},
    ToolkitArgument{"geometry"_L1},
    ToolkitArgument{"platform"_L1},
    ToolkitArgument{"platformpluginpath"_L1},
    ToolkitArgument{"platformtheme"_L1},
    ToolkitArgument{"plugin"_L1},
    ToolkitArgument{"qwindowgeometry"_L1},
    ToolkitArgument{"qwindowicon"_L1},
    ToolkitArgument{"qwindowtitle"_L1},
    ToolkitArgument{"reverse"_L1, false},
    ToolkitArgument{"session"_L1},
    ToolkitArgument{"style"_L1},
    ToolkitArgument{"stylesheet"_L1},
};

const ToolkitArgument *toolkitArgument(const QString &argument)
{
    const QString name = argument.startsWith("--"_L1) ? argument.mid(2) : argument.mid(1);
    const auto *found = std::find_if(
        toolkitArguments.begin(), toolkitArguments.end(), [&name](const ToolkitArgument &known) {
            return name == known.name || name.startsWith(known.name + '='_L1);
        });
    return argument.startsWith(u'-') && found != toolkitArguments.end() ? found : nullptr;
}

//! The arguments without those of the toolkit that stand before the first word.
QStringList withoutToolkitArguments(const QStringList &arguments)
{
    QStringList kept;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == "--"_L1)
            return kept + arguments.mid(i);
        const ToolkitArgument *known = toolkitArgument(argument);
        if (!known)
            kept += argument;
        else if (known->hasValue && !argument.contains(u'='))
            ++i;
    }
    return kept;
}

CommandLine usageError(const QString &problem)
{
    CommandLine line;
    line.command = CommandLine::Command::UsageError;
    line.problem = problem;
    return line;
}

CommandLine parseAsk(CommandLine line, const QStringList &arguments)
{
    QStringList own = arguments;
    if (!line.connection.isEmpty())
        own = QStringList{u"--connection"_s, line.connection} + own;
    const Result<AskOptions> ask = parseAskArguments(own);
    if (!ask)
        return usageError(ask.error().text);
    line.command = CommandLine::Command::Ask;
    line.ask = *ask;
    return line;
}

CommandLine parseDemoServer(CommandLine line, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption({u"port"_s, {}, u"N"_s});
    if (!parser.parse(QStringList(u"aura"_s) + arguments))
        return usageError(parser.errorText());
    const QString port = parser.value(u"port"_s);
    bool isPort = true;
    line.port = parser.isSet(u"port"_s) ? port.toUShort(&isPort) : 0;
    if (!isPort)
        return usageError(
            CommandLine::tr("“%1” is no port. A port is a number from 0 to 65535.").arg(port));
    if (!parser.positionalArguments().isEmpty())
        return usageError(CommandLine::tr("“demo-server” takes no words, only --port."));
    line.command = CommandLine::Command::DemoServer;
    return line;
}

CommandLine parseImport(CommandLine line, const QStringList &arguments)
{
    const Result<ImportOptions> options = parseImportArguments(arguments);
    if (!options)
        return usageError(options.error().text);
    line.command = CommandLine::Command::Import;
    line.importOptions = *options;
    return line;
}

CommandLine parseExport(CommandLine line, const QStringList &arguments)
{
    const Result<ExportOptions> options = parseExportArguments(arguments);
    if (!options)
        return usageError(options.error().text);
    line.command = CommandLine::Command::Export;
    line.exportOptions = *options;
    return line;
}

//! What desktops hand over for "Open with": the window offers to import it.
bool areFiles(const QStringList &words)
{
    return std::ranges::all_of(words, [](const QString &word) { return QFileInfo::exists(word); });
}

CommandLine parseCommand(CommandLine line, const QStringList &words)
{
    const QStringList arguments = words.mid(1);
    // Until a "--", behind which everything is the question.
    const QStringList options = arguments.first(
        arguments.contains("--"_L1) ? arguments.indexOf("--"_L1) : arguments.size());
    if (options.contains("--help"_L1) || options.contains("-h"_L1)) {
        CommandLine help;
        help.command = CommandLine::Command::Help;
        return help;
    }
    if (words.first() == "ask"_L1)
        return parseAsk(line, arguments);
    if (words.first() == "demo-server"_L1)
        return parseDemoServer(line, arguments);
    if (words.first() == "import"_L1)
        return parseImport(line, arguments);
    if (words.first() == "export"_L1)
        return parseExport(line, arguments);
    if (areFiles(words)) {
        for (const QString &word : words)
            line.files << QFileInfo(word).absoluteFilePath(); // another program may read them
        return line;
    }
    return usageError(
        CommandLine::tr("There is no command “%1”. “aura --help” lists them.").arg(words.first()));
}

//! Takes "--data-dir DIR" out of the arguments of a command, where it may stand too.
QStringList takeDataDir(const QStringList &arguments, QString *dataDir)
{
    QStringList kept;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == "--"_L1)
            return kept + arguments.mid(i);
        if (argument == "--data-dir"_L1 && i + 1 < arguments.size())
            *dataDir = arguments.at(++i);
        else if (argument.startsWith("--data-dir="_L1))
            *dataDir = argument.mid(argument.indexOf(u'=') + 1);
        else
            kept += argument;
    }
    return kept;
}

} // namespace

CommandLine parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    parser.addOption({u"data-dir"_s, {}, u"DIR"_s});
    parser.addOption({u"connection"_s, {}, u"NAME"_s});
    parser.addOption(QCommandLineOption(u"new-conversation"_s));
    parser.addOption({u"smoke"_s, {}, u"FILE"_s});
    parser.addOption(QCommandLineOption(QStringList{u"h"_s, u"help"_s}));
    parser.addOption(QCommandLineOption(QStringList{u"v"_s, u"version"_s}));
    if (!parser.parse(QStringList(u"aura"_s) + withoutToolkitArguments(arguments)))
        return usageError(parser.errorText());

    CommandLine line;
    line.dataDir = parser.value(u"data-dir"_s);
    line.connection = parser.value(u"connection"_s);
    line.newConversation = parser.isSet(u"new-conversation"_s);
    line.smokeFile = parser.value(u"smoke"_s);
    if (parser.isSet(u"help"_s))
        line.command = CommandLine::Command::Help;
    else if (parser.isSet(u"version"_s))
        line.command = CommandLine::Command::Version;
    else if (!parser.positionalArguments().isEmpty())
        return parseCommand(line, takeDataDir(parser.positionalArguments(), &line.dataDir));
    else if (parser.isSet(u"smoke"_s))
        line.command = CommandLine::Command::Smoke;
    return line;
}

QString helpText()
{
    return CommandLine::tr(
        "Aura, a chat client for language-model servers\n"
        "\n"
        "aura [--data-dir DIR] [--connection NAME] [--new-conversation] [FILE…]\n"
        "    Opens the window, or raises the one that is open, and offers to import the files.\n"
        "    DIR holds everything the program keeps (portable).\n"
        "aura --smoke FILE.png [--data-dir DIR]\n"
        "    Opens the window, asks the demo, saves a picture and FILE.json, and ends.\n"
        "aura ask [options] PROMPT… | -\n"
        "    Prints the reply as it comes; - reads the question from the standard input.\n"
        "aura demo-server [--port N]\n"
        "    Serves the built-in demo on this computer and prints its address.\n"
        "aura import [--dry-run] FILE…\n"
        "    Imports the chats of other programs: their exports, archives and folders.\n"
        "aura export --output PATH [--format FORMAT] --all | TITLE\n"
        "    Writes conversations as markdown (the default), html, json or openchat.\n"
        "aura --help, aura --version\n"
        "\n"
        "Options of ask:\n"
        "  --connection NAME         a connection of yours; otherwise the default one\n"
        "  --provider NAME           aura (the default), openai or ollama, for --url\n"
        "  --url URL                 a server that is no connection of yours; the chat defaults\n"
        "                            of the settings do not count for it\n"
        "  --model MODEL, --system TEXT, --temperature T, --max-tokens N\n"
        "  --proxy URL               http://HOST:PORT, socks5://HOST:PORT, none or system\n"
        "  --header 'Name: value'    sent with the request; may be repeated\n"
        "  --key-env VAR             the key stands in the environment variable VAR\n"
        "  --header-env NAME=VAR     a header whose value stands there; may be repeated\n"
        "  --proxy-password-env VAR  the proxy's password stands there\n"
        "  --send-unencrypted        sends the key by plain http to another machine, too\n"
        "  --json                    prints one JSON object at the end, and nothing else\n"
        "\n"
        "Exit codes of ask: 0 complete, 1 failed, 2 wrong usage, 3 interrupted, 4 cut by a\n"
        "limit, 5 empty, 130 stopped.\n");
}

} // namespace Aura
