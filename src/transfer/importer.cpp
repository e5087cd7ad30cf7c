// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importer.h"

#include "transfer/importplacement.h"
#include "transfer/importreader.h"
#include "transfer/importtarget.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <memory>
#include <vector>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! The sentences of this file.
struct ImporterText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::Importer)
};

//! A source, and what is said about it.
struct OpenSource
{
    QString path{};
    QDateTime modified{};
    std::unique_ptr<ImportSource> source{};
};

Result<std::vector<OpenSource>> openAll(const QStringList &paths)
{
    std::vector<OpenSource> opened;
    for (const QString &path : paths) {
        Result<std::unique_ptr<ImportSource>> source = ImportSource::open(path);
        if (!source)
            return source.error();
        const QDateTime modified = QFileInfo(path).lastModified().toUTC();
        opened.push_back({path, modified, std::move(source).value()});
    }
    return opened;
}

Error aboutFile(const OpenSource &opened, const QString &entry, const QString &problem)
{
    const bool isOne = opened.source->entries().size() == 1;
    const QString name = isOne ? QFileInfo(opened.path).fileName() : entry;
    return Error{
        ImporterText::tr("“%1” was not imported, and nothing has changed. %2").arg(name, problem)};
}

//! Reads all entries of one source.
class SourceRun
{
public:
    SourceRun(const OpenSource &opened, ImportPlacement &placement,
              std::function<bool(qint64)> progress)
        : m_opened(opened)
        , m_placement(placement)
        , m_progress(std::move(progress))
        , m_reader(*opened.source, [this](qint64 bytes) { return m_progress(m_before + bytes); })
    {}

    //! Whether it ran to its end and was not cancelled.
    Result<bool> run()
    {
        const QList<ImportEntry> &entries = m_opened.source->entries();
        for (qsizetype i = 0; i < entries.size(); ++i) {
            const Result<bool> ended = runEntry(i);
            if (!ended)
                return aboutFile(m_opened, entries.at(i).name, ended.error().text);
            if (!m_placement.problem().isEmpty())
                return Error{m_placement.problem()};
            if (!*ended)
                return false;
            m_before += entries.at(i).size;
        }
        if (m_known == 0)
            return aboutFile(m_opened, QFileInfo(m_opened.path).fileName(),
                             ImporterText::tr("It is no chat export that Aura knows."));
        return true;
    }

private:
    Result<bool> runEntry(qsizetype entry)
    {
        const Result<ImportReader::Recognition> known = m_reader.recognise(entry);
        if (!known)
            return known.error();
        // An archive or a folder holds other files too.
        const bool isOne = m_opened.source->entries().size() == 1;
        if (!known->problem.isEmpty() && isOne)
            return Error{known->problem};
        if (!known->problem.isEmpty())
            m_placement.warn(ImportWarning::Kind::FileUnreadable,
                             m_opened.source->entries().at(entry).name, 1);
        if (!known->format)
            return true;
        ++m_known;
        m_placement.beginFile(*known->format, m_opened.modified);
        const Result<ImportReader::Outcome> outcome = m_reader.read(m_placement);
        if (!outcome)
            return outcome.error();
        return *outcome == ImportReader::Outcome::Read;
    }

    const OpenSource &m_opened;
    ImportPlacement &m_placement;
    std::function<bool(qint64)> m_progress;
    ImportReader m_reader;
    qint64 m_before = 0; // bytes of the entries that were read
    int m_known = 0;
};

} // namespace

Importer::Importer(ImportTarget &target, Progress progress)
    : m_target(target)
    , m_progress(std::move(progress))
{}

Result<ImportReport> Importer::run(const QStringList &paths)
{
    m_wasCancelled = false;
    const Result<std::vector<OpenSource>> opened = openAll(paths);
    if (!opened)
        return opened.error();
    ImportProgress progress;
    for (const OpenSource &each : *opened) {
        for (const ImportEntry &entry : each.source->entries())
            progress.total += entry.size;
    }
    ImportPlacement placement(m_target);
    qint64 before = 0;
    for (const OpenSource &each : *opened) {
        SourceRun run(each, placement, [&](qint64 bytes) {
            progress.done = before + bytes;
            progress.conversations = placement.report().conversations;
            return placement.problem().isEmpty() && (!m_progress || m_progress(progress));
        });
        const Result<bool> ended = run.run();
        if (!ended)
            return ended.error();
        m_wasCancelled = !*ended;
        if (m_wasCancelled)
            return Error{ImporterText::tr("The import was cancelled; nothing has changed.")};
        for (const ImportEntry &entry : each.source->entries())
            before += entry.size;
    }
    const Result<void> committed = m_target.commit();
    if (!committed)
        return committed.error();
    return placement.report();
}

} // namespace Aura
