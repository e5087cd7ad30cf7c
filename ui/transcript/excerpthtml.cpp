// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How an excerpt is written as HTML.
#include "ui/transcript/excerptblocks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

QString escaped(QString text)
{
    text = text.toHtmlEscaped();
    text.replace(u'\n', u"<br>"_s);
    text.replace(QChar::LineSeparator, u"<br>"_s);
    return text;
}

QString marked(const QString &text, const TextRun &run)
{
    QString html = escaped(text);
    const auto wrap = [&html, &run](TextStyle style, const QString &tag) {
        if (run.styles & style)
            html = u'<' + tag + u'>' + html + u"</"_s + tag + u'>';
    };
    wrap(TextStyle::Code, u"code"_s);
    wrap(TextStyle::Strike, u"del"_s);
    wrap(TextStyle::Italic, u"em"_s);
    wrap(TextStyle::Bold, u"strong"_s);
    if (!run.link.isEmpty())
        html = u"<a href=\""_s + run.link.toHtmlEscaped() + u"\">"_s + html + u"</a>"_s;
    return html;
}

QString inlineHtml(const RichText &text)
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

//! Lists, items and quotes around blocks: opens and closes what parts one block from the next.
class ContainerTags
{
public:
    ContainerTags(const MarkdownDocument &document, QString &html)
        : m_document(document)
        , m_html(html)
    {}

    void moveTo(int block) { moveTo(tagsOf(block)); }
    void closeAll() { moveTo(QList<Tag>()); }

private:
    struct Tag
    {
        int number = 0; // of the container, or of the list
        QString open{};
        QString name{};
        bool operator==(const Tag &other) const
        {
            return number == other.number && name == other.name;
        }
    };

    QList<Tag> tagsOf(int block) const
    {
        QList<Tag> tags;
        for (const int number : m_document.containersOf(block)) {
            const Container &container = m_document.container(number);
            if (container.kind != ContainerKind::Item) {
                tags.append({number, u"<blockquote>"_s, u"blockquote"_s});
                continue;
            }
            const QString list = container.isNumbered() ? u"ol"_s : u"ul"_s;
            const QString start = container.isNumbered() && container.ordinal != 1
                ? u" start=\"%1\""_s.arg(container.ordinal)
                : QString();
            tags.append({container.list, u'<' + list + start + u'>', list});
            const QString task = container.task == TaskState::None ? QString()
                : container.task == TaskState::Done                ? u"☑ "_s
                                                                   : u"☐ "_s;
            tags.append({number, u"<li>"_s + task, u"li"_s});
        }
        return tags;
    }

    void moveTo(const QList<Tag> &tags)
    {
        const auto [here, there] =
            std::mismatch(m_open.cbegin(), m_open.cend(), tags.cbegin(), tags.cend());
        const qsizetype same = here - m_open.cbegin();
        while (m_open.size() > same)
            m_html += u"</"_s + m_open.takeLast().name + u'>';
        for (qsizetype i = same; i < tags.size(); ++i)
            m_html += tags.at(i).open;
        m_open = tags;
    }

    const MarkdownDocument &m_document;
    QString &m_html;
    QList<Tag> m_open;
};

QString tableHtml(const QList<QList<RichText>> &rows, bool hasHeader)
{
    QString html = u"<table>"_s;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString cell = i == 0 && hasHeader ? u"th"_s : u"td"_s;
        html += u"<tr>"_s;
        for (const RichText &text : rows[i])
            html += u'<' + cell + u'>' + inlineHtml(text) + u"</"_s + cell + u'>';
        html += u"</tr>"_s;
    }
    return html + u"</table>"_s;
}

QString blockHtml(ExcerptBlocks &blocks, const ExcerptBlocks::Cut &cut)
{
    const Block &block = blocks.markdown()->document().block(cut.block);
    const bool inside = blocks.isInsideBlock();
    switch (block.kind) {
    case BlockKind::Code:
    case BlockKind::Html:
        return u"<pre><code>"_s + blocks.code(cut).toHtmlEscaped() + u"</code></pre>"_s;
    case BlockKind::Table: return tableHtml(blocks.rows(cut), cut.from == 0);
    case BlockKind::Rule: return u"<hr>"_s;
    case BlockKind::Definition:
    case BlockKind::Empty: return {};
    case BlockKind::Heading:
        if (!inside)
            return u"<h%1>%2</h%1>"_s.arg(QString::number(block.level),
                                          inlineHtml(blocks.richText(cut)));
        break;
    case BlockKind::Paragraph:
    case BlockKind::Math: break;
    }
    const QString text = inlineHtml(blocks.richText(cut));
    return inside ? text : u"<p>"_s + text + u"</p>"_s;
}

} // namespace

QString htmlOf(const MessageExcerpt &excerpt)
{
    ExcerptBlocks blocks(excerpt);
    if (!blocks.markdown())
        return u"<p>"_s + escaped(plainTextOf(excerpt)) + u"</p>"_s;
    QString html;
    ContainerTags containers(blocks.markdown()->document(), html);
    for (const ExcerptBlocks::Cut &cut : blocks.cuts()) {
        if (!blocks.isInsideBlock())
            containers.moveTo(cut.block);
        html += blockHtml(blocks, cut);
    }
    containers.closeAll();
    return html;
}

} // namespace Aura
