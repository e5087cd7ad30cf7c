// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exporter.h"

#include "transfer/exportfolders.h"
#include "transfer/exportwords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! The sentences of this file.
struct ExporterText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::Exporter)
};

//! A file that only its owner can read, and that is there when it is whole.
class PrivateSaveFile
{
public:
    explicit PrivateSaveFile(const QString &path)
        : m_file(path)
    {
        if (m_file.open(QIODevice::WriteOnly))
            m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }

    //! commit() tells of errors.
    void write(const QByteArray &bytes)
    {
        if (m_file.isOpen())
            m_file.write(bytes);
    }

    Result<void> commit()
    {
        if (m_file.isOpen() && m_file.commit())
            return {};
        return Error{ExporterText::tr("“%1” cannot be written: %2")
                         .arg(m_file.fileName(), m_file.errorString())};
    }

private:
    QSaveFile m_file;
};

QString titleOf(const ExportedConversation &exported)
{
    const QString &title = exported.conversation.title;
    return title.isEmpty() ? untitledText() : title;
}

} // namespace

Exporter::Exporter(ExportSource &source, Progress progress)
    : m_source(source)
    , m_progress(std::move(progress))
{}

bool Exporter::isAlone(const ExportJob &job) const
{
    return job.format->layout == ExportLayout::OneFile || job.ids.size() == 1;
}

Result<void> Exporter::step()
{
    ++m_done;
    if (m_progress && !m_progress(m_done, m_total))
        return Error{ExporterText::tr("The export was cancelled.")};
    return {};
}

Result<ExportReport> Exporter::run(const ExportJob &job)
{
    const QStringList ids = job.ids.isEmpty() ? m_source.conversations() : job.ids;
    m_done = 0;
    m_total = ids.size();
    if (ids.isEmpty())
        return Error{ExporterText::tr("There is no conversation to export.")};
    ExportReport report{.path = job.output};
    Result<void> written;
    if (!isAlone(job)) {
        written = writeEach(job, ids);
    } else {
        if (QFileInfo(job.output).isDir()) {
            const Result<ExportedConversation> first = m_source.conversation(ids.constFirst());
            if (!first)
                return first.error();
            const QString title = ids.size() == 1 ? titleOf(*first) : u"Aura"_s;
            ExportFolders folder(job.output, {});
            const Result<QString> path = folder.pathFor({}, title, job.format->ending);
            if (!path)
                return path.error();
            report.path = *path;
        }
        written = writeTogether(job, ids, report.path);
    }
    if (!written)
        return written.error();
    report.conversations = m_done;
    return report;
}

Result<void> Exporter::writeTogether(const ExportJob &job, const QStringList &ids,
                                     const QString &path)
{
    PrivateSaveFile file(path);
    const std::unique_ptr<ExportFormat> format = job.format->make();
    file.write(format->begin(m_source.folders()));
    for (const QString &id : ids) {
        const Result<ExportedConversation> exported = m_source.conversation(id);
        if (!exported)
            return exported.error();
        file.write(format->conversation(*exported));
        Result<void> goesOn = step();
        if (!goesOn)
            return goesOn;
    }
    file.write(format->end());
    return file.commit();
}

Result<void> Exporter::writeEach(const ExportJob &job, const QStringList &ids)
{
    if (QFileInfo(job.output).isFile())
        return Error{ExporterText::tr("“%1” is a file. Several conversations need a folder.")
                         .arg(job.output)};
    ExportFolders folders(job.output, m_source.folders());
    for (const QString &id : ids) {
        const Result<ExportedConversation> exported = m_source.conversation(id);
        if (!exported)
            return exported.error();
        const Result<QString> path = folders.pathFor(exported->conversation.folderId,
                                                     titleOf(*exported), job.format->ending);
        if (!path)
            return path.error();
        PrivateSaveFile file(*path);
        const std::unique_ptr<ExportFormat> format = job.format->make();
        file.write(format->begin({}) + format->conversation(*exported) + format->end());
        Result<void> done = file.commit();
        if (done)
            done = step();
        if (!done)
            return done;
    }
    return {};
}

} // namespace Aura
