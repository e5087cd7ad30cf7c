// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/markdowntree.h"

#include "markdown/entities.h"
#include "markdown/visibletext.h"

#include <QRegularExpression>
#include <QSet>

#include <md4c.h>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

//! Text as pieces of one style each, neighbours of the same style joined.
class StyledText
{
public:
    void add(const QString &style, const QString &text)
    {
        if (text.isEmpty())
            return;
        if (!m_pieces.isEmpty() && m_pieces.last().first == style)
            m_pieces.last().second += text;
        else
            m_pieces.append({style, text});
    }
    QString take()
    {
        QString line;
        for (const auto &[style, text] : std::exchange(m_pieces, {}))
            line += style.isEmpty() ? text : u'{' + style + u'|' + text + u'}';
        return line.replace(u'\n', u"↵"_s).replace(QChar(0x2028), u"⏎"_s);
    }

private:
    QList<std::pair<QString, QString>> m_pieces;
};

QString styleName(bool bold, bool italic, bool strike, bool code, const QString &link,
                  const QString &image)
{
    QString name;
    name += bold ? u"b"_s : QString();
    name += italic ? u"i"_s : QString();
    name += strike ? u"s"_s : QString();
    name += code ? u"c"_s : QString();
    name += link.isEmpty() ? QString() : u"<%1>"_s.arg(link);
    name += image.isEmpty() ? QString() : u"!<%1>"_s.arg(image);
    return name;
}

//! Lines of a tree, indented by depth.
class Lines
{
public:
    void add(const QString &line) { m_lines += QString(2 * m_depth, u' ') + line + u'\n'; }
    void open(const QString &line) { add(line), ++m_depth; }
    void close() { --m_depth; }
    QString lines() const { return m_lines; }

private:
    QString m_lines;
    int m_depth = 0;
};

//! md4c's events for a whole text.
struct Events
{
    Lines tree{};
    QString leaf{}; // the prefix of the open leaf's line; empty: none is open
    StyledText text{};
    bool isVerbatim = false;
    QString verbatim{};
    int depth[4] = {0, 0, 0, 0};
    QStringList links{};
    QStringList images{};
    qsizetype imageText = 0;
    QStringList cells{};

    void addText(const QString &piece)
    {
        if (leaf.isEmpty())
            leaf = u"p: "_s; // a paragraph of a tight list
        imageText += piece.size();
        text.add(styleName(depth[0] > 0, depth[1] > 0, depth[2] > 0, depth[3] > 0,
                           links.isEmpty() ? QString() : links.last(),
                           images.isEmpty() ? QString() : images.first()),
                 makeVisible(piece));
    }
    void endLeaf()
    {
        if (!leaf.isEmpty())
            tree.add(leaf + text.take());
        leaf.clear();
    }
};

QString attributeText(const MD_ATTRIBUTE &attribute)
{
    QString value;
    for (int i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
        const QByteArrayView part(attribute.text + attribute.substr_offsets[i],
                                  attribute.substr_offsets[i + 1] - attribute.substr_offsets[i]);
        value += attribute.substr_types[i] == MD_TEXT_ENTITY ? decodedEntity(part)
            : attribute.substr_types[i] == MD_TEXT_NULLCHAR  ? QString(QChar(0xfffd))
                                                             : QString::fromUtf8(part);
    }
    return value;
}

void enterContainer(Events &events, MD_BLOCKTYPE type, void *detail)
{
    if (type == MD_BLOCK_QUOTE)
        events.tree.open(u"quote"_s);
    if (type == MD_BLOCK_UL) {
        const auto *list = static_cast<MD_BLOCK_UL_DETAIL *>(detail);
        events.tree.open(u"ul %1 %2"_s.arg(QLatin1Char(list->mark))
                             .arg(list->is_tight ? u"tight"_s : u"loose"_s));
    }
    if (type == MD_BLOCK_OL) {
        const auto *list = static_cast<MD_BLOCK_OL_DETAIL *>(detail);
        events.tree.open(u"ol %1%2 %3"_s.arg(list->start)
                             .arg(QLatin1Char(list->mark_delimiter))
                             .arg(list->is_tight ? u"tight"_s : u"loose"_s));
    }
    if (type == MD_BLOCK_LI) {
        const auto *item = static_cast<MD_BLOCK_LI_DETAIL *>(detail);
        events.tree.open(!item->is_task               ? u"li"_s
                             : item->task_mark == ' ' ? u"li todo"_s
                                                      : u"li done"_s);
    }
}

int enterBlock(MD_BLOCKTYPE type, void *detail, void *data)
{
    Events &events = *static_cast<Events *>(data);
    if (type != MD_BLOCK_TD && type != MD_BLOCK_TH && type != MD_BLOCK_TR)
        events.endLeaf();
    enterContainer(events, type, detail);
    events.isVerbatim = type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
    switch (type) {
    case MD_BLOCK_P: events.leaf = u"p: "_s; break;
    case MD_BLOCK_H:
        events.leaf = u"h%1: "_s.arg(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level);
        break;
    case MD_BLOCK_HR: events.tree.add(u"hr"_s); break;
    case MD_BLOCK_CODE:
        events.tree.open(u"code %1"_s.arg(
            makeVisible(attributeText(static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->info))));
        break;
    case MD_BLOCK_HTML: events.tree.open(u"html"_s); break;
    case MD_BLOCK_TABLE: events.tree.open(u"table"_s); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: {
        const MD_ALIGN align = static_cast<MD_BLOCK_TD_DETAIL *>(detail)->align;
        events.cells.append(align == MD_ALIGN_LEFT         ? u"l:"_s
                                : align == MD_ALIGN_RIGHT  ? u"r:"_s
                                : align == MD_ALIGN_CENTER ? u"c:"_s
                                                           : u"-:"_s);
        events.leaf = u"cell"_s;
        break;
    }
    default: break;
    }
    return 0;
}

int leaveBlock(MD_BLOCKTYPE type, void *, void *data)
{
    Events &events = *static_cast<Events *>(data);
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
        events.cells.last() += events.text.take();
        events.leaf.clear();
        return 0;
    }
    if (type == MD_BLOCK_TR)
        events.tree.add(u"row: "_s + std::exchange(events.cells, {}).join(u" | "_s));
    events.endLeaf();
    events.isVerbatim = false;
    if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML) {
        const QString text = makeVisible(std::exchange(events.verbatim, {}));
        for (const QString &line : text.split(u'\n').mid(0, text.count(u'\n')))
            events.tree.add(u'"' + line + u'"');
    }
    if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_LI
        || type == MD_BLOCK_TABLE || type == MD_BLOCK_CODE || type == MD_BLOCK_HTML)
        events.tree.close();
    return 0;
}

int enterSpan(MD_SPANTYPE type, void *detail, void *data)
{
    Events &events = *static_cast<Events *>(data);
    if (events.leaf.isEmpty())
        events.leaf = u"p: "_s;
    switch (type) {
    case MD_SPAN_STRONG: ++events.depth[0]; break;
    case MD_SPAN_EM: ++events.depth[1]; break;
    case MD_SPAN_DEL: ++events.depth[2]; break;
    case MD_SPAN_CODE: ++events.depth[3]; break;
    case MD_SPAN_A:
        events.links.append(
            openableAddress(attributeText(static_cast<MD_SPAN_A_DETAIL *>(detail)->href)));
        break;
    case MD_SPAN_IMG: {
        const QString address =
            openableAddress(attributeText(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src));
        if (events.images.isEmpty())
            events.imageText = 0;
        events.images.append(addressHost(address).isEmpty() ? QString() : address);
        break;
    }
    default: break;
    }
    return 0;
}

int leaveSpan(MD_SPANTYPE type, void *, void *data)
{
    Events &events = *static_cast<Events *>(data);
    switch (type) {
    case MD_SPAN_STRONG: --events.depth[0]; break;
    case MD_SPAN_EM: --events.depth[1]; break;
    case MD_SPAN_DEL: --events.depth[2]; break;
    case MD_SPAN_CODE: --events.depth[3]; break;
    case MD_SPAN_A: events.links.removeLast(); break;
    case MD_SPAN_IMG:
        if (events.images.size() == 1 && events.imageText == 0)
            events.addText(QString(QChar(0xfffc)));
        events.images.removeLast();
        break;
    default: break;
    }
    return 0;
}

int addText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    Events &events = *static_cast<Events *>(data);
    const QString piece = type == MD_TEXT_NULLCHAR ? QString(QChar(u'\0'))
        : type == MD_TEXT_BR                       ? QString(QChar(hardBreak))
        : type == MD_TEXT_SOFTBR                   ? u"\n"_s
        : type == MD_TEXT_ENTITY                   ? decodedEntity(QByteArrayView(text, size))
                                                   : QString::fromUtf8(text, size);
    if (events.isVerbatim)
        events.verbatim += piece;
    else
        events.addText(piece);
    return 0;
}

} // namespace

QString MarkdownTree::fromMd4c(const QByteArray &text)
{
    Events events;
    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB;
    parser.enter_block = enterBlock;
    parser.leave_block = leaveBlock;
    parser.enter_span = enterSpan;
    parser.leave_span = leaveSpan;
    parser.text = addText;
    md_parse(text.constData(), MD_SIZE(text.size()), &parser, &events);
    return events.tree.lines();
}

namespace {

QString styledLine(const RichText &text)
{
    StyledText line;
    qsizetype at = 0;
    for (const TextRun &run : text.runs) {
        line.add({}, text.text.sliced(at, run.offset - at));
        const bool bold = run.styles & TextStyle::Bold;
        const bool italic = run.styles & TextStyle::Italic;
        const bool strike = run.styles & TextStyle::Strike;
        const bool code = run.styles & TextStyle::Code;
        line.add(styleName(bold, italic, strike, code, run.link, run.image),
                 text.text.sliced(run.offset, run.length));
        at = run.offset + run.length;
    }
    line.add({}, text.text.sliced(at));
    return line.take();
}

//! Which lists are loose: a blank line parts two of their items, or two blocks of one item.
QSet<int> looseLists(const MarkdownDocument &document)
{
    QSet<int> loose;
    for (int i = 1; i < document.blockCount(); ++i) {
        if (!document.block(i).blankBefore)
            continue;
        const QList<int> above = document.containersOf(i - 1);
        const QList<int> path = document.containersOf(i);
        qsizetype common = 0;
        while (common < above.size() && common < path.size() && above[common] == path[common])
            ++common;
        const auto listOf = [&document](const QList<int> &containers, qsizetype at) {
            return at >= 0 && at < containers.size() ? document.container(containers[at]).list : -1;
        };
        if (listOf(path, common) >= 0 && listOf(path, common) == listOf(above, common))
            loose.insert(listOf(path, common));
        else if (listOf(path, common - 1) >= 0)
            loose.insert(listOf(path, common - 1));
    }
    return loose;
}

void addBlock(Lines &tree, MarkdownDocument &document, int index, const QString &text)
{
    const Block &block = document.block(index);
    switch (block.kind) {
    case BlockKind::Paragraph: tree.add(u"p: "_s + text); break;
    case BlockKind::Heading: tree.add(u"h%1: "_s.arg(block.level) + text); break;
    case BlockKind::Rule: tree.add(u"hr"_s); break;
    case BlockKind::Math: tree.add(u"math: "_s + text); break;
    case BlockKind::Code:
    case BlockKind::Html:
        tree.open(block.kind == BlockKind::Html ? u"html"_s
                                                : u"code "_s + document.codeInfo(index));
        for (const CodeLine &line : document.codeLines(index, 0, document.lineCount(index)))
            tree.add(u'"' + line.text + u'"');
        tree.close();
        break;
    case BlockKind::Table:
        tree.open(u"table"_s);
        for (int row = 0; row < document.lineCount(index); ++row) {
            QStringList cells;
            const QList<Qt::Alignment> columns = document.columns(index);
            const QList<RichText> texts = document.row(index, row);
            for (qsizetype i = 0; i < texts.size(); ++i)
                cells.append((columns[i] == Qt::AlignLeft          ? u"l:"_s
                                  : columns[i] == Qt::AlignRight   ? u"r:"_s
                                  : columns[i] == Qt::AlignHCenter ? u"c:"_s
                                                                   : u"-:"_s)
                             + styledLine(texts[i]));
            tree.add(u"row: "_s + cells.join(u" | "_s));
        }
        tree.close();
        break;
    case BlockKind::Definition:
    case BlockKind::Empty: break;
    }
}

void openContainer(Lines &tree, const MarkdownDocument &document, int index, int openList,
                   const QSet<int> &loose)
{
    const Container &container = document.container(index);
    if (container.kind == ContainerKind::Quote)
        return tree.open(u"quote"_s);
    if (container.kind == ContainerKind::Reasoning)
        return tree.open(u"reasoning"_s);
    if (container.list != openList) {
        const QString tightness = loose.contains(container.list) ? u"loose"_s : u"tight"_s;
        if (container.isNumbered())
            tree.open(u"ol %1%2 %3"_s.arg(container.ordinal)
                          .arg(QLatin1Char(container.marker))
                          .arg(tightness));
        else
            tree.open(u"ul %1 %2"_s.arg(QLatin1Char(container.marker)).arg(tightness));
    }
    tree.open(container.task == TaskState::None       ? u"li"_s
                  : container.task == TaskState::Open ? u"li todo"_s
                                                      : u"li done"_s);
}

} // namespace

//! Two neighbours that md4c reads otherwise than the specification.
static bool areUsual(const Block &above, const Block &block)
{
    const bool below = !block.blankBefore && above.container != block.container;
    const bool wasOpen =
        above.kind == BlockKind::Html || (above.kind == BlockKind::Code && !above.complete);
    // md4c goes on with an open fence or HTML block of a container that has ended
    if (below && wasOpen && (block.kind == BlockKind::Code || block.kind == BlockKind::Html))
        return false;
    // md4c lets no block end a table, and takes code that is indented below HTML for text
    const bool directly = !block.blankBefore && above.container == block.container;
    if (directly && above.kind == BlockKind::Table)
        return false;
    if (directly && above.kind == BlockKind::Html && block.kind == BlockKind::Code)
        return false;
    // md4c lets no table interrupt a paragraph (GFM does)
    return block.kind != BlockKind::Table || block.blankBefore || above.container != block.container
        || (above.kind != BlockKind::Paragraph && above.kind != BlockKind::Definition);
}

bool MarkdownTree::isComparable(const QByteArray &text, const MarkdownDocument &document)
{
    static const QRegularExpression leavesTheSpecification(
        // md4c begins a fence and an HTML block at any indentation
        u"^[ >\t]*(?: {4}|\t)[ >\t]*(?:```|~~~|<)"
        // an empty item with white space behind its marker interrupts a paragraph
        "|^(?:[ >\t]|[-+*] |\\d{1,9}[.)] )*(?:[-+*]|\\d{1,9}[.)])[ \t]+$"
        // a list whose blank line stands before an item that begins with an empty line is loose
        "|\\n[ >\t]*\n[ >\t]*(?:[-+*]|\\d{1,9}[.)])[ \t]*\n"
        // a task without text
        "|\\[[ xX]\\][ \t]*$"
        // a table is not ended by the beginning of another block
        "|\\|[ \t]*\n[ >\t]*(?:#|```|~~~|<|    )"
        // a table whose header has another number of cells, and a single dash
        "|\\|-[ \t]*$|(?<!\\| a \\| b \\|)\n[^\n|]*\\|---\\|:-:\\|$"
        // an underline below nothing but definitions (the specification lets both be)
        "|\\[[^\\]]*\\]:[^\n]*\n[ >\t]*(?:-+|=+)[ \t]*$"
        // white space after HTML at the text's end
        "|\n[ \t]+\\z"
        // tabs behind a quote's marker
        "|>\t"_s,
        QRegularExpression::MultilineOption);
    QByteArray lines = text;
    lines.replace("\r\n", "\n").replace('\r', '\n');
    if (leavesTheSpecification.match(QString::fromUtf8(lines)).hasMatch())
        return false;
    for (int i = 1; i < document.blockCount(); ++i) {
        if (!areUsual(document.block(i - 1), document.block(i)))
            return false;
    }
    return true;
}

QString MarkdownTree::withoutIndentation(const QString &tree)
{
    QStringList lines = tree.split(u'\n');
    for (QString &line : lines) {
        if (line.trimmed().startsWith(u'"'))
            line = u'"' + line.trimmed().mid(1).chopped(1).trimmed() + u'"';
    }
    return lines.join(u'\n');
}

QString MarkdownTree::fromDocument(MarkdownDocument &document)
{
    const QSet<int> loose = looseLists(document);
    Lines tree;
    QList<int> open;
    for (int i = 0; i < document.blockCount(); ++i) {
        const QList<int> path = document.containersOf(i);
        qsizetype common = 0;
        while (common < open.size() && common < path.size() && open[common] == path[common])
            ++common;
        int openList = -1;
        while (open.size() > common) {
            const Container &closing = document.container(open.takeLast());
            tree.close();
            const int next = open.size() == common && common < path.size()
                ? document.container(path[common]).list
                : -1;
            if (closing.kind == ContainerKind::Item && closing.list == next)
                openList = next;
            else if (closing.kind == ContainerKind::Item)
                tree.close();
        }
        for (; common < path.size(); ++common) {
            openContainer(tree, document, path[common], std::exchange(openList, -1), loose);
            open.append(path[common]);
        }
        QString text = styledLine(document.text(i));
        while (i + 1 < document.blockCount() && document.block(i + 1).continues)
            text += u"~"_s + styledLine(document.text(++i));
        addBlock(tree, document, i, text);
    }
    return tree.lines();
}

QString MarkdownTree::dump(MarkdownDocument &document)
{
    QString dump;
    for (int i = 0; i < document.blockCount(); ++i) {
        const Block &block = document.block(i);
        dump += u"%1 %2-%3 level %4 lines %5 closed %6 complete %7 continues %8 blank %9"_s
                    .arg(int(block.kind))
                    .arg(block.begin)
                    .arg(block.end)
                    .arg(block.level)
                    .arg(block.lineCount)
                    .arg(block.closed)
                    .arg(block.complete)
                    .arg(block.continues)
                    .arg(block.blankBefore);
        dump += u" new %1 in"_s.arg(block.newContainers);
        for (const int index : document.containersOf(i)) {
            const Container &container = document.container(index);
            dump += u" %1:%2:%3:%4:%5:%6"_s.arg(index)
                        .arg(int(container.kind))
                        .arg(int(container.task))
                        .arg(int(container.marker))
                        .arg(container.list)
                        .arg(container.ordinal);
        }
        dump += u"\n   "_s + styledLine(document.text(i)) + u'\n';
        Lines content;
        if (block.kind == BlockKind::Code || block.kind == BlockKind::Html
            || block.kind == BlockKind::Table)
            addBlock(content, document, i, {});
        dump += content.lines();
    }
    return dump;
}

QString MarkdownTree::wholeDump(const QByteArray &text, MarkdownSyntax syntax)
{
    MarkdownDocument document(syntax);
    document.append(QByteArrayView(text));
    document.finish();
    return dump(document);
}

static void flush(BlockSplitter &splitter)
{
    splitter.showTentative();
}

static void flush(MarkdownDocument &document)
{
    document.flush();
}

template<typename Reader>
static void feed(Reader &reader, const QByteArray &text, const QList<qsizetype> &cuts,
                 MarkdownTree::Flushing flushing)
{
    using MarkdownTree::Flushing;
    qsizetype from = 0;
    for (const qsizetype cut : cuts) {
        reader.append(QByteArrayView(text).sliced(from, cut - from));
        if (flushing == Flushing::Finish)
            reader.finish();
        else if (flushing == Flushing::Yes)
            flush(reader);
        from = cut;
    }
    reader.append(QByteArrayView(text).sliced(from));
    reader.finish();
}

void MarkdownTree::stream(BlockSplitter &splitter, const QByteArray &text,
                          const QList<qsizetype> &cuts, Flushing flushing)
{
    feed(splitter, text, cuts, flushing);
}

bool MarkdownTree::areSame(const BlockSplitter &a, const BlockSplitter &b)
{
    const LinkDefinitions &known = a.tree().definitions();
    const LinkDefinitions &others = b.tree().definitions();
    if (a.source() != b.source() || a.tree().blocks() != b.tree().blocks()
        || a.tree().containers() != b.tree().containers() || known.size() != others.size())
        return false;
    for (qsizetype i = 0; i < known.size(); ++i) {
        if (known.at(i) != others.at(i))
            return false;
    }
    for (const Block &block : a.tree().blocks()) {
        for (quint32 i = 0; i < block.lineCount; ++i) {
            if (a.tree().line(a.source(), block, i) != b.tree().line(b.source(), block, i))
                return false;
        }
    }
    return true;
}

QString MarkdownTree::streamedDump(const QByteArray &text, const QList<qsizetype> &cuts,
                                   Flushing flushing, MarkdownSyntax syntax)
{
    MarkdownDocument document(syntax);
    feed(document, text, cuts, flushing);
    return dump(document);
}
