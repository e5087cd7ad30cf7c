// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/softsplit.h"

#include "markdown/mathspans.h"

#include <QByteArray>

#include <md4c.h>

#include <algorithm>

namespace Aura {

static constexpr qsizetype earliest = 1024;
static constexpr qsizetype latest = 3072;

namespace {

//! Where text lies outside any span. md4c hands out pieces of its input, so a piece's address says
//! where it stands.
struct Search
{
    QByteArrayView text{};
    const char *begin = nullptr;
    int depth = 0;
    qsizetype lineEnd = -1;
    qsizetype sentence = -1;
    qsizetype space = -1;

    void look(qsizetype from, QByteArrayView piece); // the piece stands at from in the text
};

void Search::look(qsizetype from, QByteArrayView piece)
{
    const qsizetype end = qMin(from + piece.size(), latest);
    for (qsizetype at = qMax(from, earliest); at < end; ++at) {
        if (text[at] == '\n')
            lineEnd = at + 1;
        if (text[at] != ' ')
            continue;
        const char before = text[at - 1];
        if (before == '.' || before == '!' || before == '?' || before == ':')
            sentence = at + 1;
        space = at + 1;
    }
}

int addText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    Search &search = *static_cast<Search *>(data);
    if (search.depth == 0 && type == MD_TEXT_NORMAL && text >= search.begin)
        search.look(text - search.begin, QByteArrayView(text, size));
    return 0;
}

int enterSpan(MD_SPANTYPE, void *, void *data)
{
    ++static_cast<Search *>(data)->depth;
    return 0;
}

int leaveSpan(MD_SPANTYPE, void *, void *data)
{
    --static_cast<Search *>(data)->depth;
    return 0;
}

int ignoreBlock(MD_BLOCKTYPE, void *, void *)
{
    return 0;
}

} // namespace

qsizetype softSplitPoint(QByteArrayView text, bool math)
{
    if (text.size() <= latest)
        return -1;
    // A continuation line, so that nothing but a paragraph can begin, in which line ends are spaces
    // and formulas are letters: places stay what they are.
    static constexpr QByteArrayView prefix = ".\n    ";
    QByteArray feed = prefix.toByteArray();
    feed.append(text);
    if (math) {
        for (const MathSpan &span : findMath(text))
            std::fill_n(feed.begin() + prefix.size() + span.begin, span.end - span.begin, 'x');
    }
    std::replace(feed.begin() + prefix.size(), feed.end(), '\n', ' ');
    Search search{.text = text, .begin = feed.constData() + prefix.size()};
    MD_PARSER parser{};
    parser.flags = MD_FLAG_STRIKETHROUGH;
    parser.enter_block = ignoreBlock;
    parser.leave_block = ignoreBlock;
    parser.enter_span = enterSpan;
    parser.leave_span = leaveSpan;
    parser.text = addText;
    md_parse(feed.constData(), MD_SIZE(feed.size()), &parser, &search);
    for (const qsizetype found : {search.lineEnd, search.sentence, search.space}) {
        if (found > 0)
            return found;
    }
    qsizetype at = latest;
    while (at > earliest && (uchar(text[at]) & 0xc0) == 0x80)
        --at;
    return at;
}

} // namespace Aura
