// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importformat.h"
#include "transfer/importsource.h"

#include <functional>

namespace Aura {

//! Reads one entry of a source by its format.
class ImportReader
{
public:
    enum class Outcome { Read, Cancelled };

    //! What a look at an entry found.
    struct Recognition
    {
        const ImportFormatRow *format = nullptr; // null: none of the table
        QString problem{};                       // why it is no JSON; empty: it is
    };

    //! progress gets the bytes of the entry that were read so far; false cancels.
    ImportReader(ImportSource &source, std::function<bool(qint64 bytes)> progress);

    //! The errors are sentences, without the name of the file. It is one to be unable to read the
    //! file, or to know its format but not its version.
    Result<Recognition> recognise(qsizetype entry);

    //! Reads the entry that was recognised.
    Result<Outcome> read(ImportSink &sink);

private:
    enum class Pass { First, Rest };

    Result<Outcome> readItems(Pass pass, ImportSink &sink);
    void readItem(const JsonItem &item, ImportSink &sink);
    QByteArray neighbour(const QString &fileName);
    bool comesNow(const QString &member, Pass pass) const;

    ImportSource &m_source;
    std::function<bool(qint64)> m_progress;
    qsizetype m_entry = 0;
    std::unique_ptr<ImportFormat> m_format;
    JsonOutline m_outline{};
    ImportFile m_file{};
    qint64 m_bytes = 0;
};

} // namespace Aura
