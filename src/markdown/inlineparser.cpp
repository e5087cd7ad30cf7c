// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/inlineparser.h"

#include "markdown/richtextbuilder.h"

#include <QSet>

#include <md4c.h>

namespace Aura {

static constexpr unsigned inlineFlags =
    MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_NOHTMLBLOCKS;

namespace {

//! What md4c calls back: only what lies in the paragraph or the row that is asked for counts.
struct Reading
{
    RichTextBuilder builder;
    bool ready = false; // the text begins behind the first line end
    QList<RichText> cells{};
};

Reading *reading(void *data)
{
    return static_cast<Reading *>(data);
}

int enterSpan(MD_SPANTYPE type, void *detail, void *data)
{
    if (reading(data)->ready)
        reading(data)->builder.enterSpan(type, detail);
    return 0;
}

int leaveSpan(MD_SPANTYPE type, void *, void *data)
{
    if (reading(data)->ready)
        reading(data)->builder.leaveSpan(type);
    return 0;
}

int addText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    if (reading(data)->ready)
        reading(data)->builder.addText(type, QByteArrayView(text, size));
    else
        reading(data)->ready = type == MD_TEXT_SOFTBR;
    return 0;
}

int addCellText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    if (reading(data)->ready)
        reading(data)->builder.addText(type, QByteArrayView(text, size));
    return 0;
}

int enterBlock(MD_BLOCKTYPE type, void *, void *data)
{
    if (type == MD_BLOCK_TBODY)
        reading(data)->ready = true;
    return 0;
}

int leaveBlock(MD_BLOCKTYPE type, void *, void *data)
{
    if (type == MD_BLOCK_TD)
        reading(data)->cells.append(reading(data)->builder.take());
    return 0;
}

int ignoreBlock(MD_BLOCKTYPE, void *, void *)
{
    return 0;
}

bool isPunctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`')
        || (c >= '{' && c <= '~');
}

void parseWith(MD_PARSER parser, const QByteArray &text, Reading &result)
{
    parser.enter_span = enterSpan;
    parser.leave_span = leaveSpan;
    md_parse(text.constData(), MD_SIZE(text.size()), &parser, &result);
}

} // namespace

InlineParser::InlineParser(const LinkDefinitions &definitions, bool math)
    : m_definitions(definitions)
    , m_math(math)
{}

// md4c is given one paragraph: a first line of a full stop, dropped again, and then the text with
// each line indented by four columns. So far in nothing but a paragraph's continuation can begin,
// whatever the lines look like: they were found to be a paragraph's already. (md4c 0.4.8 begins a
// fence there all the same, so a guard stands before three backticks or tildes, dropped again too.)
RichText InlineParser::parse(QByteArrayView text)
{
    const MaskedText masked(text, m_math);
    QByteArray feed = usedDefinitions(masked.bytes());
    feed.reserve(feed.size() + masked.bytes().size() * 5 / 4 + 16);
    feed += ".\n    ";
    const QByteArrayView bytes = masked.bytes();
    for (qsizetype begin = 0; begin < bytes.size();) {
        const qsizetype lineEnd = bytes.indexOf('\n', begin);
        const qsizetype next = lineEnd < 0 ? bytes.size() : lineEnd + 1;
        const QByteArrayView line = bytes.sliced(begin, next - begin);
        if (line.startsWith("```") || line.startsWith("~~~"))
            feed += MaskedText::guard;
        feed.append(line);
        if (lineEnd >= 0)
            feed += "    ";
        begin = next;
    }
    Reading result{.builder = RichTextBuilder(masked)};
    MD_PARSER parser{};
    parser.flags = inlineFlags;
    parser.enter_block = ignoreBlock;
    parser.leave_block = ignoreBlock;
    parser.text = addText;
    parseWith(parser, feed, result);
    return result.builder.take();
}

// md4c is given a table of one row, which begins with a pipe so that it cannot begin anything else.
QList<RichText> InlineParser::parseRow(QByteArrayView row, int columns)
{
    const MaskedText masked(row, m_math);
    QByteArray feed = usedDefinitions(masked.bytes());
    feed +=
        QByteArray("|a").repeated(columns) + "|\n" + QByteArray("|---").repeated(columns) + "|\n";
    if (!masked.bytes().startsWith('|'))
        feed += '|';
    feed += masked.bytes();
    Reading result{.builder = RichTextBuilder(masked, RichTextBuilder::Place::TableCell)};
    MD_PARSER parser{};
    parser.flags = inlineFlags | MD_FLAG_TABLES;
    parser.enter_block = enterBlock;
    parser.leave_block = leaveBlock;
    parser.text = addCellText;
    parseWith(parser, feed, result);
    result.cells.resize(columns);
    return result.cells;
}

//! The definitions that the text may refer to: those of every pair of brackets without brackets
//! between. md4c itself decides what is a link.
QByteArray InlineParser::usedDefinitions(QByteArrayView text)
{
    m_unresolved.clear();
    if (!text.contains('['))
        return {};
    QByteArray used;
    QSet<QByteArray> seen;
    qsizetype open = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && isPunctuation(text[i + 1])) {
            ++i;
        } else if (text[i] == '[') {
            open = i + 1;
        } else if (text[i] == ']' && open >= 0) {
            const QByteArrayView label = text.sliced(open, i - open);
            open = -1;
            const QByteArray key = label.size() > 4000 ? QByteArray() : normalizedLabel(label);
            if (key.isEmpty() || seen.contains(key))
                continue;
            seen.insert(key);
            if (const auto *definition = m_definitions.find(key)) {
                QByteArray oneLine = definition->label;
                oneLine.replace('\n', ' ');
                used += '[' + oneLine.trimmed() + "]: " + definition->destination + '\n';
            } else {
                m_unresolved.append(key);
            }
        }
    }
    return used.isEmpty() ? used : used + '\n';
}

} // namespace Aura
