// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/imagewords.h"

#include "ui/transcript/markdowncontent.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

RichText withImagesInWords(const RichText &text)
{
    const bool hasImage = std::ranges::any_of(
        text.runs, [](const TextRun &run) { return bool(run.styles & TextStyle::Image); });
    if (!hasImage)
        return text;
    RichText shown;
    qsizetype copied = 0;
    for (TextRun run : text.runs) {
        shown.text += QStringView(text.text).sliced(copied, run.offset - copied);
        copied = run.offset + run.length;
        QString words = text.text.sliced(run.offset, run.length);
        if (run.styles & TextStyle::Image) {
            words.remove(QChar::ObjectReplacementCharacter);
            const QString host = addressHost(run.image);
            words = MarkdownContent::tr("Image") + (words.isEmpty() ? QString() : u": "_s + words)
                + (host.isEmpty() ? QString() : u" ("_s + host + u')');
        }
        run.offset = shown.text.size();
        run.length = words.size();
        shown.text += words;
        shown.runs.append(run);
    }
    shown.text += QStringView(text.text).sliced(copied);
    return shown;
}

QList<RichText> shownRow(MarkdownDocument &document, int table, int row)
{
    QList<RichText> cells = document.row(table, row);
    for (RichText &cell : cells)
        cell = withImagesInWords(cell);
    return cells;
}

} // namespace Aura
