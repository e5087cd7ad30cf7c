// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/exportformat.h"

#include <QStringList>

#include <functional>

namespace Aura {

//! Where an export reads from.
class ExportSource
{
public:
    virtual ~ExportSource() = default;

    virtual QList<Folder> folders() = 0;     // parents before their children
    virtual QStringList conversations() = 0; // the ids of all, those of the trash left out
    virtual Result<ExportedConversation> conversation(const QString &id) = 0;
};

struct ExportReport
{
    qint64 conversations = 0;
    QString path{}; // the file; the folder where there are several

    friend bool operator==(const ExportReport &, const ExportReport &) = default;
};

//! What is exported, how, and where to.
struct ExportJob
{
    const ExportFormatRow *format = nullptr;
    QStringList ids{}; // empty: all
    //! The file to write; with several files the folder to put them in. A folder for a single file
    //! gives it its title as its name.
    QString output{};
};

//! Writes conversations to files that others cannot read (0600). A file is there whole or not at
//! all, and one that was there before is only replaced where the output names it.
class Exporter
{
public:
    //! Called after each conversation; false cancels.
    using Progress = std::function<bool(qint64 done, qint64 total)>;

    explicit Exporter(ExportSource &source, Progress progress = {});

    Result<ExportReport> run(const ExportJob &job);

private:
    Result<void> writeTogether(const ExportJob &job, const QStringList &ids, const QString &path);
    Result<void> writeEach(const ExportJob &job, const QStringList &ids);
    Result<void> step();
    bool isAlone(const ExportJob &job) const;

    ExportSource &m_source;
    Progress m_progress;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace Aura
