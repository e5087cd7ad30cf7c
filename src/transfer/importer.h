// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/importreport.h"

#include <QStringList>

#include <functional>

namespace Aura {

class ImportTarget;

//! How far an import is.
struct ImportProgress
{
    qint64 done = 0;  // bytes
    qint64 total = 0; // bytes; of an archive, as it says
    qint64 conversations = 0;

    friend bool operator==(const ImportProgress &, const ImportProgress &) = default;
};

//! Reads files, folders and archives of any format that is known, one conversation at a time.
//!
//! It belongs to one thread, which run() keeps busy until the end. An error ends it: the target is
//! not committed, and nothing has changed.
class Importer
{
public:
    //! Called often, from within run(); false cancels.
    using Progress = std::function<bool(const ImportProgress &progress)>;

    explicit Importer(ImportTarget &target, Progress progress = {});

    //! The report, or a sentence that says which file, what is wrong, and what to do.
    Result<ImportReport> run(const QStringList &paths);

    //! Whether run() ended because it was cancelled.
    bool wasCancelled() const { return m_wasCancelled; }

private:
    ImportTarget &m_target;
    Progress m_progress;
    bool m_wasCancelled = false;
};

} // namespace Aura
