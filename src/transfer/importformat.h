// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importedconversation.h"
#include "transfer/importreport.h"
#include "transfer/jsonoutline.h"

#include <functional>
#include <memory>
#include <vector>

namespace Aura {

//! Where a format puts what it reads from one file.
class ImportSink
{
public:
    virtual ~ImportSink() = default;

    virtual void add(ImportedConversation conversation) = 0;

    //! Before the conversations that are in it.
    virtual void add(const ImportedFolder &folder) = 0;

    virtual void warn(ImportWarning::Kind kind, const QString &subject, qint64 count = 1) = 0;
};

//! One part of a file, read.
struct ImportItem
{
    QString member{}; // of the outer object that it stands in; empty: of an array, or the whole
    QJsonValue value{};
    qint64 index = 0; // which one in its array or among the lines, from 0
};

//! The file that an item comes from, and its neighbours.
struct ImportFile
{
    QString name{}; // with '/' between folders; never used as a path
    //! The text of a file beside it, of at most 1 MB; empty where there is none. Null: there are
    //! no neighbours.
    std::function<QByteArray(const QString &fileName)> neighbour{};
};

//! How conversations are read from the files of one program. One object reads one file.
//!
//! It says how the file is cut into items, and makes conversations of them, item by item; the
//! reader keeps nothing else in memory. Whatever it meets, it goes on: what cannot be read is
//! left out with a warning. To add a format, write a class and give it a row in importformats.cpp.
class ImportFormat
{
public:
    enum class Match {
        No,
        Yes,
        Newer, // a version of the format that came after this program
    };

    ImportFormat() = default;
    virtual ~ImportFormat() = default;
    Q_DISABLE_COPY_MOVE(ImportFormat)

    virtual Match match(const JsonOutline &outline, const QString &fileName) const = 0;

    //! An array is cut into its elements; an object, or each line of several, is one item.
    virtual JsonCut cut(const JsonOutline &outline) const
    {
        return outline.isArray ? JsonCut::Elements : JsonCut::Whole;
    }

    //! Members of the outer object that are read before the others, wherever they stand …
    virtual bool comesFirst(const QString & /*member*/) const { return false; }
    //! … and those that are read at all.
    virtual bool wants(const QString & /*member*/) const { return true; }

    virtual void read(const ImportItem &item, const ImportFile &file, ImportSink &sink) = 0;

    //! The file has ended.
    virtual void finish(const ImportFile & /*file*/, ImportSink & /*sink*/) {}
};

//! A row of the table of formats.
struct ImportFormatRow
{
    QLatin1StringView name;   // as its program is called; shown to people
    QLatin1StringView origin; // begins StoredConversation::origin, and never changes
    std::unique_ptr<ImportFormat> (*make)();
};

//! All formats; where several match, the first one counts.
const std::vector<ImportFormatRow> &importFormats();

} // namespace Aura
