// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdowndocument.h"

#include "markdown/entities.h"
#include "markdown/mathtext.h"
#include "markdown/visibletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr quint32 longestCatchUp = 1024 * 1024; // bytes of code scanned at once
constexpr quint32 guessedFrom = 16 * 1024;      // bytes that say how a line begins, beyond it

} // namespace

MarkdownDocument::MarkdownDocument(MarkdownSyntax syntax)
    : m_syntax(syntax)
    , m_splitter(syntax)
    , m_inline(m_splitter.tree().definitions(), syntax.math)
{}

void MarkdownDocument::append(QByteArrayView utf8)
{
    m_splitter.append(utf8);
}

void MarkdownDocument::append(QStringView text)
{
    const QByteArray bytes = m_encoder.encode(text);
    m_splitter.append(bytes);
}

DocumentChange MarkdownDocument::flush()
{
    m_splitter.showTentative();
    return takeChange();
}

DocumentChange MarkdownDocument::finish()
{
    m_splitter.finish();
    return takeChange();
}

DocumentChange MarkdownDocument::takeChange()
{
    DocumentChange change{.firstDirty = m_splitter.takeFirstDirty(), .blockCount = blockCount()};
    const LinkDefinitions &definitions = m_splitter.tree().definitions();
    if (definitions.size() < m_knownDefinitions)
        change.firstDirty = 0; // the text goes on where it had ended, in what was a definition
    for (qsizetype i = m_knownDefinitions; i < definitions.size(); ++i)
        change.resolved += m_waiting.take(definitions.at(i).key);
    m_knownDefinitions = definitions.size();
    change.resolved.removeIf([&change](int block) { return block >= change.firstDirty; });
    std::ranges::sort(change.resolved);
    QList<int> &resolved = change.resolved;
    resolved.resize(std::unique(resolved.begin(), resolved.end()) - resolved.begin());
    return change;
}

QList<int> MarkdownDocument::containersOf(int index) const
{
    QList<int> path;
    for (int i = block(index).container; i >= 0; i = container(i).parent)
        path.prepend(i);
    return path;
}

QByteArray MarkdownDocument::source(int firstBlock, int lastBlock) const
{
    const quint32 begin = block(firstBlock).begin;
    return m_splitter.source().mid(begin, block(lastBlock).end - begin);
}

RichText MarkdownDocument::text(int index)
{
    Block shown = block(index);
    if (shown.kind == BlockKind::Math)
        return mathText(shown);
    if (shown.kind != BlockKind::Paragraph && shown.kind != BlockKind::Heading)
        return {};
    if (shown.kind == BlockKind::Heading && shown.infoEnd > 0)
        shown.end = shown.infoEnd;
    RichText text =
        m_inline.parse(m_splitter.tree().text(m_splitter.source(), shown, 0, shown.lineCount));
    noteUnresolved(index);
    return text;
}

void MarkdownDocument::noteUnresolved(int index)
{
    for (const QByteArray &label : m_inline.unresolvedLabels()) {
        QList<int> &blocks = m_waiting[label]; // clazy:exclude=detaching-member
        if (blocks.isEmpty() || blocks.last() != index)
            blocks.append(index);
    }
}

RichText MarkdownDocument::mathText(const Block &block) const
{
    const QByteArray source =
        m_splitter.tree().text(m_splitter.source(), block, 0, block.lineCount).trimmed();
    RichText text;
    if (block.complete && !block.continues && source.size() >= 4)
        text.text = mathInUnicode(QString::fromUtf8(source.mid(2, source.size() - 4)).simplified());
    const TextStyle style = text.text.isEmpty() ? TextStyle::MathSource : TextStyle::Math;
    if (text.text.isEmpty())
        text.text = QString::fromUtf8(source);
    text.runs = {{.length = text.text.size(), .styles = style}};
    return makeVisible(text);
}

QString MarkdownDocument::codeInfo(int index) const
{
    const Block &code = block(index);
    if (!code.fenced)
        return {};
    const QByteArrayView info(m_splitter.source());
    return makeVisible(unescaped(info.sliced(code.infoBegin, code.infoEnd - code.infoBegin)));
}

//! Whether the line is a part of one that was cut for its length.
bool MarkdownDocument::isCut(const Block &block, quint32 index) const
{
    const BlockTree &tree = m_splitter.tree();
    return tree.line(m_splitter.source(), block, index).joined
        || (index + 1 < block.lineCount && tree.line(m_splitter.source(), block, index + 1).joined);
}

CodeLine MarkdownDocument::codeLine(const Block &block, quint32 index) const
{
    const LineRange range = m_splitter.tree().line(m_splitter.source(), block, index);
    const QByteArray text = m_splitter.tree().text(m_splitter.source(), block, index, 1);
    return {.text = makeVisible(QString::fromUtf8(text)), .joined = range.joined};
}

int MarkdownDocument::lineLength(int index, int line) const
{
    const Block &code = block(index);
    const bool goesOn = quint32(line) + 1 >= code.lineCount
        || m_splitter.tree().line(m_splitter.source(), code, quint32(line) + 1).joined;
    return int(codeLine(code, quint32(line)).text.size()) + (goesOn ? 0 : 1);
}

CodeState MarkdownDocument::stateBefore(ScannedCode &code, const CodeScanner &scanner,
                                        const Block &block, quint32 line) const
{
    const BlockTree &tree = m_splitter.tree();
    const QByteArray &source = m_splitter.source();
    const auto stateBehind = [&](quint32 index, CodeState state) {
        return isCut(block, index) ? state
                                   : scanner.scanLine(codeLine(block, index).text, state, nullptr);
    };
    if (code.before.empty())
        code.before.push_back({});
    const quint32 wanted = tree.line(source, block, line).begin;
    quint32 first = quint32(code.before.size()) - 1;
    if (line > first && wanted - tree.line(source, block, first).begin > longestCatchUp) {
        for (first = line; first > 0; --first) {
            if (wanted - tree.line(source, block, first - 1).begin > guessedFrom)
                break;
        }
        CodeState state;
        for (; first < line; ++first)
            state = stateBehind(first, state);
        return state;
    }
    while (code.before.size() <= line)
        code.before.push_back(stateBehind(quint32(code.before.size()) - 1, code.before.back()));
    return code.before[line];
}

QList<CodeLine> MarkdownDocument::codeLines(int index, int first, int count)
{
    const Block &code = block(index);
    QList<CodeLine> lines;
    const quint32 end = quint32(qBound(0, first + count, int(code.lineCount)));
    for (quint32 i = quint32(qMax(0, first)); i < end; ++i)
        lines.append(codeLine(code, i));
    const QString info = codeInfo(index);
    const CodeLanguage *language = code.kind == BlockKind::Code ? codeLanguage(info) : nullptr;
    if (!language || lines.isEmpty())
        return lines;
    ScannedCode &scanned = m_scanned[index]; // clazy:exclude=detaching-member
    if (scanned.begin != code.begin || scanned.info != info)
        scanned = {.begin = code.begin, .info = info};
    const CodeScanner scanner(*language);
    CodeState state = stateBefore(scanned, scanner, code, quint32(first));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!isCut(code, quint32(first + i)))
            state = scanner.scanLine(lines[i].text, state, &lines[i].tokens);
    }
    return lines;
}

QString MarkdownDocument::codeText(int index) const
{
    const Block &code = block(index);
    QString text =
        QString::fromUtf8(m_splitter.tree().text(m_splitter.source(), code, 0, code.lineCount));
    text.removeIf([](QChar c) {
        return (c.unicode() < 0x20 && c != u'\n' && c != u'\t')
            || (c.unicode() >= 0x7f && c.unicode() < 0xa0);
    });
    return text;
}

QList<Qt::Alignment> MarkdownDocument::columns(int table) const
{
    const Block &block = this->block(table);
    QByteArray row =
        m_splitter.source().mid(block.infoBegin, block.infoEnd - block.infoBegin).trimmed();
    if (row.startsWith('|'))
        row.remove(0, 1);
    if (row.endsWith('|'))
        row.chop(1);
    QList<Qt::Alignment> alignments;
    for (const QByteArray &cell : row.split('|')) {
        const QByteArray mark = cell.trimmed();
        const bool left = mark.startsWith(':');
        const bool right = mark.endsWith(':');
        alignments.append(left && right ? Qt::AlignHCenter
                              : right   ? Qt::AlignRight
                              : left    ? Qt::AlignLeft
                                        : Qt::Alignment());
    }
    return alignments;
}

QList<RichText> MarkdownDocument::row(int table, int row)
{
    const Block &block = this->block(table);
    const QByteArray source = m_splitter.tree().text(m_splitter.source(), block, quint32(row), 1);
    QList<RichText> cells = m_inline.parseRow(source, int(columns(table).size()));
    noteUnresolved(table);
    return cells;
}

QString MarkdownDocument::plainText(int index)
{
    QStringList parts;
    switch (block(index).kind) {
    case BlockKind::Table:
        for (int i = 0; i < lineCount(index); ++i) {
            QStringList cells;
            for (const RichText &cell : row(index, i))
                cells.append(cell.text);
            parts.append(cells.join(u'\t'));
        }
        return parts.join(u'\n');
    case BlockKind::Code:
    case BlockKind::Html:
        return makeVisible(QString::fromUtf8(
            m_splitter.tree().text(m_splitter.source(), block(index), 0, block(index).lineCount)));
    default: return text(index).text;
    }
}

} // namespace Aura
