// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/transfercommand.h"

#include "cli/askreport.h"
#include "cli/asksession.h"
#include "cli/exitcode.h"
#include "settings/datafolder.h"
#include "transfer/historytarget.h"
#include "transfer/importer.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QIODevice>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

constexpr int progressEveryMs = 200;

//! The sentences of this file.
struct TransferCommand
{
    Q_DECLARE_TR_FUNCTIONS(Aura::TransferCommand)
};

void print(QIODevice &device, const QString &line)
{
    device.write(line.toUtf8() + '\n');
}

ExitCode fail(const TransferOutput &output, const QString &problem)
{
    output.problems.write(problemLine(problem));
    return ExitCode::Failed;
}

//! A line that shows how far it is, written over itself.
class ProgressLine
{
public:
    explicit ProgressLine(const TransferOutput &output)
        : m_output(output)
    {
        m_timer.start();
    }

    void show(qint64 done, qint64 total)
    {
        if (!m_output.isTerminal || m_timer.elapsed() < progressEveryMs || total <= 0)
            return;
        m_timer.restart();
        m_output.problems.write("\r" + QByteArray::number(qMin<qint64>(100 * done / total, 100))
                                + " %");
        m_wasShown = true;
    }

    ~ProgressLine()
    {
        if (m_wasShown)
            m_output.problems.write("\r      \r");
    }
    Q_DISABLE_COPY_MOVE(ProgressLine)

private:
    const TransferOutput &m_output;
    QElapsedTimer m_timer;
    bool m_wasShown = false;
};

void printReport(const ImportReport &report, ImportTense tense, const TransferOutput &output)
{
    print(output.text, summaryText(report, tense));
    for (const ImportWarning &warning : report.warnings)
        print(output.problems, warningText(warning));
    if (report.moreWarnings > 0)
        print(output.problems,
              TransferCommand::tr("And %n more.", nullptr, int(report.moreWarnings)));
}

Result<ImportReport> importFiles(ImportTarget &target, const QStringList &files,
                                 const TransferOutput &output)
{
    ProgressLine line(output);
    Importer importer(target, [&](const ImportProgress &progress) {
        line.show(progress.done, progress.total);
        return true;
    });
    return importer.run(files);
}

//! The conversations that are meant; an error where none has the title, or several have.
Result<QStringList> chosen(HistorySource &source, const ExportOptions &options)
{
    if (options.all)
        return QStringList();
    QStringList ids = source.withTitle(options.title);
    if (ids.isEmpty())
        return Error{TransferCommand::tr("There is no conversation with the title “%1”.")
                         .arg(options.title)};
    if (ids.size() > 1)
        return Error{TransferCommand::tr("%n conversations have the title “%1”. Rename one, or "
                                         "use --all.",
                                         nullptr, int(ids.size()))
                         .arg(options.title)};
    return ids;
}

} // namespace

ExitCode runImport(const CommandLine &line, const TransferOutput &output)
{
    const DataFolder folder = dataFolderOf(line);
    const bool isDryRun = line.importOptions.isDryRun;
    if (!isDryRun) {
        const Result<void> made = folder.make();
        if (!made)
            return fail(output, made.error().text);
    }
    const auto mode = isDryRun ? HistoryTarget::Mode::DryRun : HistoryTarget::Mode::Write;
    const Result<std::unique_ptr<HistoryTarget>> target =
        HistoryTarget::open(folder.historyFile(), mode);
    if (!target)
        return fail(output, target.error().text);
    const Result<ImportReport> report = importFiles(**target, line.importOptions.files, output);
    if (!report)
        return fail(output, report.error().text);
    printReport(*report, isDryRun ? ImportTense::WouldCome : ImportTense::HasCome, output);
    return ExitCode::Complete;
}

ExitCode runExport(const CommandLine &line, const TransferOutput &output)
{
    const ExportOptions &options = line.exportOptions;
    const Result<std::unique_ptr<HistorySource>> source =
        HistorySource::open(dataFolderOf(line).historyFile());
    if (!source)
        return fail(output, source.error().text);
    const Result<QStringList> ids = chosen(**source, options);
    if (!ids)
        return fail(output, ids.error().text);
    ProgressLine progress(output);
    Exporter exporter(**source, [&](qint64 done, qint64 total) {
        progress.show(done, total);
        return true;
    });
    const Result<ExportReport> report = exporter.run(
        {.format = exportFormat(options.format), .ids = *ids, .output = options.output});
    if (!report)
        return fail(output, report.error().text);
    print(output.text,
          TransferCommand::tr("Exported %n conversation(s) to “%1”.", nullptr,
                              int(report->conversations))
              .arg(report->path));
    return ExitCode::Complete;
}

} // namespace Aura
