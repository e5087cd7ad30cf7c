// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/transferarguments.h"

#include "transfer/exportformat.h"

#include <QCommandLineParser>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! The sentences of this file.
struct TransferArguments
{
    Q_DECLARE_TR_FUNCTIONS(Aura::TransferArguments)
};

QString formatNames()
{
    QStringList names;
    for (const ExportFormatRow &row : exportFormats())
        names << row.name;
    return names.join(", "_L1);
}

//! What the ending of a file says about the format that is wanted.
QString formatFor(const QString &output)
{
    for (const ExportFormatRow &row : exportFormats()) {
        if (output.endsWith(row.ending, Qt::CaseInsensitive))
            return row.name;
    }
    return u"markdown"_s;
}

} // namespace

Result<ImportOptions> parseImportArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption(QCommandLineOption(u"dry-run"_s));
    if (!parser.parse(QStringList(u"aura"_s) + arguments))
        return Error{parser.errorText()};
    ImportOptions options{.files = parser.positionalArguments(),
                          .isDryRun = parser.isSet(u"dry-run"_s)};
    if (options.files.isEmpty())
        return Error{TransferArguments::tr("“import” needs a file, an archive or a folder.")};
    return options;
}

Result<ExportOptions> parseExportArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption({u"output"_s, {}, u"PATH"_s});
    parser.addOption({u"format"_s, {}, u"NAME"_s});
    parser.addOption(QCommandLineOption(u"all"_s));
    if (!parser.parse(QStringList(u"aura"_s) + arguments))
        return Error{parser.errorText()};
    ExportOptions options{.output = parser.value(u"output"_s),
                          .format = parser.value(u"format"_s),
                          .all = parser.isSet(u"all"_s),
                          .title = parser.positionalArguments().join(u' ')};
    if (options.output.isEmpty())
        return Error{TransferArguments::tr("“export” needs --output and a file or a folder.")};
    if (!parser.isSet(u"format"_s))
        options.format = formatFor(options.output);
    if (!exportFormat(options.format))
        return Error{TransferArguments::tr("There is no format “%1”. There are: %2.")
                         .arg(options.format, formatNames())};
    if (options.all == !options.title.isEmpty())
        return Error{
            TransferArguments::tr("“export” needs either --all or the title of a conversation.")};
    return options;
}

} // namespace Aura
