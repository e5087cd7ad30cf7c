// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/records.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <vector>

namespace Aura {

//! A conversation as it is exported.
struct ExportedConversation
{
    StoredConversation conversation{};
    QList<StoredMessage> messages{}; // the whole tree, parents first

    friend bool operator==(const ExportedConversation &, const ExportedConversation &) = default;
};

//! The messages of the active path, the system message first.
QList<Message> activePath(const QList<StoredMessage> &messages);

//! How conversations are written. What it returns is written to the file at once, so that a file
//! of any size is never in memory. To add a format, write a class and give it a row in
//! exportformats.cpp.
class ExportFormat
{
public:
    ExportFormat() = default;
    virtual ~ExportFormat() = default;
    Q_DISABLE_COPY_MOVE(ExportFormat)

    virtual QByteArray begin(const QList<Folder> & /*folders*/) { return {}; }
    virtual QByteArray conversation(const ExportedConversation &exported) = 0;
    virtual QByteArray end() { return {}; }
};

enum class ExportLayout {
    OneFile,     // all conversations in one
    FileForEach, // in folders like those of the sidebar
};

//! A row of the table of formats.
struct ExportFormatRow
{
    QLatin1StringView name; // on the command line: "markdown"
    QLatin1StringView ending;
    ExportLayout layout = ExportLayout::OneFile;
    std::unique_ptr<ExportFormat> (*make)();
};

const std::vector<ExportFormatRow> &exportFormats();

//! By its name on the command line; null: there is none.
const ExportFormatRow *exportFormat(const QString &name);

//! What a dialog calls it: "Markdown, a file for each conversation".
QString exportFormatText(const ExportFormatRow &row);

} // namespace Aura
