// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How an excerpt is written as Markdown.
#include "ui/transcript/excerptblocks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

bool isEscaped(const QString &text, qsizetype at)
{
    const QChar c = text.at(at);
    if (c == u'_') {
        const bool inWord = at > 0 && text.at(at - 1).isLetterOrNumber() && at + 1 < text.size()
            && text.at(at + 1).isLetterOrNumber();
        return !inWord;
    }
    if (c == u'#' || c == u'>')
        return at == 0 || text.at(at - 1) == u'\n';
    return u"\\`*[]<~|"_s.contains(c);
}

QString escaped(const QString &text)
{
    QString all;
    all.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == QChar::LineSeparator) {
            all += u"\\\n"_s;
            continue;
        }
        if (isEscaped(text, i))
            all += u'\\';
        all += text.at(i);
    }
    return all;
}

QString asCodeSpan(const QString &code)
{
    qsizetype longest = 0;
    qsizetype ticks = 0;
    for (const QChar c : code) {
        ticks = c == u'`' ? ticks + 1 : 0;
        longest = std::max(longest, ticks);
    }
    const QString fence(longest + 1, u'`');
    const QString pad = longest > 0 ? u" "_s : QString();
    return fence + pad + code + pad + fence;
}

// Marks of emphasis have no space inside: it goes outside.
QString marked(const QString &text, const TextRun &run)
{
    if (run.styles & TextStyle::MathSource)
        return text;
    QString inner = text.trimmed();
    if (inner.isEmpty())
        return text;
    const qsizetype at = text.indexOf(inner);
    const QString before = text.left(at);
    const QString behind = text.mid(at + inner.size());
    inner = run.styles & TextStyle::Code ? asCodeSpan(inner) : escaped(inner);
    const auto wrap = [&inner, &run](TextStyle style, const QString &mark) {
        if (run.styles & style)
            inner = mark + inner + mark;
    };
    wrap(TextStyle::Strike, u"~~"_s);
    wrap(TextStyle::Italic, u"*"_s);
    wrap(TextStyle::Bold, u"**"_s);
    if (run.styles & TextStyle::Link)
        inner = inner == run.link ? u'<' + text.trimmed() + u'>'
                                  : u'[' + inner + u"](<"_s + run.link + u">)"_s;
    return before + inner + behind;
}

QString inlineMarkdown(const RichText &text)
{
    QString all;
    qsizetype written = 0;
    for (const TextRun &run : text.runs) {
        all += escaped(text.text.sliced(written, run.offset - written));
        all += marked(text.text.sliced(run.offset, run.length), run);
        written = run.offset + run.length;
    }
    return all + escaped(text.text.sliced(written));
}

QString tableMarkdown(const QList<QList<RichText>> &rows)
{
    if (rows.size() == 1
        && std::ranges::count_if(rows[0], [](const RichText &cell) { return !cell.text.isEmpty(); })
            <= 1) {
        QString text;
        for (const RichText &cell : rows[0])
            text += inlineMarkdown(cell);
        return text;
    }
    QString all;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        all += i > 0 ? u"\n|"_s : u"|"_s;
        for (const RichText &cell : rows[i])
            all += u' ' + inlineMarkdown(cell) + u" |"_s;
        if (i == 0)
            all += u"\n|"_s + u" --- |"_s.repeated(rows[0].size());
    }
    return all;
}

QString withoutLastLineEnds(QString text)
{
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

QString cutMarkdown(ExcerptBlocks &blocks, const ExcerptBlocks::Cut &cut)
{
    MarkdownDocument &document = blocks.markdown()->document();
    switch (blocks.content().kind(cut.block)) {
    case BlockKind::Code: {
        const QString code = blocks.code(cut);
        const QString fence = code.contains(u"```"_s) ? u"~~~~"_s : u"```"_s;
        return fence + document.codeInfo(cut.block) + u'\n' + code + u'\n' + fence;
    }
    case BlockKind::Html: return blocks.code(cut);
    case BlockKind::Table: return tableMarkdown(blocks.rows(cut));
    case BlockKind::Heading:
        return cut.from > 0 || blocks.isInsideBlock()
            ? inlineMarkdown(blocks.richText(cut))
            : QString(document.block(cut.block).level, u'#') + u' '
                + inlineMarkdown(blocks.richText(cut));
    default: return inlineMarkdown(blocks.richText(cut));
    }
}

//! The markers that a block's first line begins with.
QString markersOf(MarkdownDocument &document, int block)
{
    QString markers;
    const QList<int> path = document.containersOf(block);
    for (qsizetype level = path.size() - document.block(block).newContainers; level < path.size();
         ++level) {
        const Container &container = document.container(path[level]);
        if (container.kind == ContainerKind::Quote)
            markers += u"> "_s;
        else if (container.kind == ContainerKind::Item)
            markers += container.isNumbered()
                ? QString::number(container.ordinal) + QChar::fromLatin1(container.marker) + u' '
                : QString(QChar::fromLatin1(container.marker)) + u' ';
    }
    return markers;
}

} // namespace

QString markdownOf(const MessageExcerpt &excerpt)
{
    ExcerptBlocks blocks(excerpt);
    if (blocks.cuts().isEmpty())
        return {};
    if (blocks.isWholeMessage())
        return withoutLastLineEnds(excerpt.text);
    if (!blocks.markdown())
        return plainTextOf(excerpt);
    MarkdownDocument &document = blocks.markdown()->document();
    QStringList parts;
    int whole = -1; // the first of the whole blocks that are not written yet
    const auto writeWhole = [&](int last) {
        if (whole >= 0)
            parts.append(blocks.content().sourceText(whole, last));
        whole = -1;
    };
    for (const ExcerptBlocks::Cut &cut : blocks.cuts()) {
        if (cut.isWhole && !blocks.isInsideBlock()) {
            whole = whole < 0 ? cut.block : whole;
            continue;
        }
        writeWhole(cut.block - 1);
        const QString markers =
            cut.from > 0 || blocks.isInsideBlock() ? QString() : markersOf(document, cut.block);
        parts.append(markers + cutMarkdown(blocks, cut));
    }
    writeWhole(blocks.cuts().last().block);
    return parts.join(u"\n\n"_s);
}

} // namespace Aura
