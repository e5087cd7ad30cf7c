// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportformat.h"

#include "transfer/formats/auraexport.h"
#include "transfer/formats/htmlexport.h"
#include "transfer/formats/markdownexport.h"
#include "transfer/formats/openchatexport.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! The sentences of this file.
struct ExportFormatText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ExportFormat)
};

} // namespace

QList<Message> activePath(const QList<StoredMessage> &messages)
{
    QList<Message> path;
    QHash<MessageId, qsizetype> active; // by parent
    for (qsizetype row = 0; row < messages.size(); ++row) {
        const StoredMessage &stored = messages.at(row);
        if (stored.message.role == Role::System)
            path << stored.message;
        else if (stored.isActive)
            active.insert(stored.parent, row);
    }
    MessageId at{};
    while (active.contains(at)) {
        const Message &message = messages.at(active.take(at)).message;
        path << message;
        at = message.id;
    }
    return path;
}

const std::vector<ExportFormatRow> &exportFormats()
{
    static const std::vector<ExportFormatRow> table{
        {"markdown"_L1, ".md"_L1, ExportLayout::FileForEach, MarkdownExport::make},
        {"html"_L1, ".html"_L1, ExportLayout::FileForEach, HtmlExport::make},
        {"json"_L1, ".json"_L1, ExportLayout::OneFile, AuraExport::make},
        {"openchat"_L1, ".json"_L1, ExportLayout::OneFile, OpenchatExport::make},
    };
    return table;
}

const ExportFormatRow *exportFormat(const QString &name)
{
    const std::vector<ExportFormatRow> &table = exportFormats();
    const auto found = std::ranges::find(table, name, &ExportFormatRow::name);
    return found == table.end() ? nullptr : &*found;
}

QString exportFormatText(const ExportFormatRow &row)
{
    if (row.name == "markdown"_L1)
        return ExportFormatText::tr("Markdown: the shown versions, to read and to keep as notes");
    if (row.name == "html"_L1)
        return ExportFormatText::tr("Web page: the shown versions, to read and to pass on");
    if (row.name == "json"_L1)
        return ExportFormatText::tr("Aura (JSON): everything, to import it again");
    return ExportFormatText::tr("openchat-ui (JSON): the shown versions, for openchat-ui");
}

} // namespace Aura
