// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// aura_bench [GROUP…] [--json FILE]: measures, prints JSON, exits 1 where a goal is missed.
#include "bench/groups.h"
#include "ui/platform.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>
#include <memory>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

bool hasWindow(QByteArrayView jobName)
{
    const QList<BenchJob> jobs = benchJobs();
    return std::any_of(jobs.begin(), jobs.end(), [jobName](const BenchJob &job) {
        return jobName == job.name && job.hasWindow;
    });
}

int runJob(const QString &name, const QStringList &arguments)
{
    const QList<BenchJob> jobs = benchJobs();
    for (const BenchJob &job : jobs) {
        if (name == QLatin1StringView(job.name))
            return job.run(arguments);
    }
    return 2;
}

int runGroups(const QStringList &names, const QString &fileName)
{
    BenchReport report;
    const QList<BenchGroup> groups = benchGroups();
    for (const BenchGroup &group : groups) {
        if (names.isEmpty() || names.contains(QLatin1StringView(group.name)))
            group.run(report);
    }
    const QByteArray json = QJsonDocument(report.toJson()).toJson();
    QFile file(fileName);
    const bool isOpen = fileName.isEmpty() ? file.open(stdout, QIODevice::WriteOnly)
                                           : file.open(QIODevice::WriteOnly);
    if (!isOpen || file.write(json) != json.size())
        return 2;
    return report.isReached() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    prepareProcess(); // as the program does
    const bool isJob = argc > 2 && QByteArrayView(argv[1]) == "--job";
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::unique_ptr<QCoreApplication> application = isJob && !hasWindow(argv[2])
        ? std::make_unique<QCoreApplication>(argc, argv)
        : std::make_unique<QApplication>(argc, argv);
    QCommandLineParser parser;
    parser.addOptions(
        {{u"json"_s, u"Write the figures to FILE instead of printing them"_s, u"FILE"_s},
         {u"job"_s, u"(internal)"_s, u"NAME"_s}});
    parser.addPositionalArgument(u"group"_s, u"What to measure; everything where none is given"_s);
    parser.addHelpOption();
    parser.process(*application);
    if (parser.isSet(u"job"_s))
        return runJob(parser.value(u"job"_s), parser.positionalArguments());
    return runGroups(parser.positionalArguments(), parser.value(u"json"_s));
}
