// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/htmlblocks.h"

#include "markdown/markdowndocument.h"

#include <array>
#include <utility>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

QString escaped(QStringView text)
{
    QString result = text.toString().toHtmlEscaped();
    return result.replace(QChar::LineSeparator, "<br>\n"_L1);
}

//! The tags around a run, outermost first.
QStringList tagsOf(const TextRun &run)
{
    constexpr std::array tags{
        std::pair{TextStyle::Bold, "strong"_L1},     std::pair{TextStyle::Italic, "em"_L1},
        std::pair{TextStyle::Strike, "del"_L1},      std::pair{TextStyle::Code, "code"_L1},
        std::pair{TextStyle::MathSource, "code"_L1}, std::pair{TextStyle::Math, "i"_L1},
        std::pair{TextStyle::Mark, "mark"_L1},
    };
    QStringList names;
    for (const auto &[style, tag] : tags) {
        if (run.styles.testFlag(style))
            names << tag;
    }
    return names;
}

QString runHtml(QStringView text, const TextRun &run)
{
    QString html = escaped(text);
    if (run.styles.testFlag(TextStyle::Image) && html == QString(QChar::ObjectReplacementCharacter))
        html = addressHost(run.image).toHtmlEscaped();
    const QStringList tags = tagsOf(run);
    for (qsizetype i = tags.size() - 1; i >= 0; --i)
        html = u'<' + tags.at(i) + u'>' + html + "</"_L1 + tags.at(i) + u'>';
    const QString target = run.link.isEmpty() ? run.image : run.link;
    if (target.isEmpty())
        return html;
    return "<a rel=\"noreferrer noopener\" href=\""_L1 + target.toHtmlEscaped() + "\">"_L1 + html
        + "</a>"_L1;
}

QString richHtml(const RichText &rich)
{
    QString html;
    qsizetype from = 0;
    for (const TextRun &run : rich.runs) {
        html += escaped(QStringView(rich.text).sliced(from, run.offset - from));
        html += runHtml(QStringView(rich.text).sliced(run.offset, run.length), run);
        from = run.offset + run.length;
    }
    return html + escaped(QStringView(rich.text).sliced(from));
}

QLatin1StringView classOf(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Plain: break;
    case TokenKind::Keyword: return "kw"_L1;
    case TokenKind::Type: return "ty"_L1;
    case TokenKind::String: return "st"_L1;
    case TokenKind::Number: return "nu"_L1;
    case TokenKind::Comment: return "co"_L1;
    case TokenKind::Function: return "fu"_L1;
    case TokenKind::Attribute: return "at"_L1;
    case TokenKind::Constant: return "nu"_L1;
    case TokenKind::Inserted: return "in"_L1;
    case TokenKind::Deleted: return "de"_L1;
    case TokenKind::Heading: return "kw"_L1;
    }
    return {};
}

QString codeLineHtml(const CodeLine &line)
{
    QString html;
    qsizetype from = 0;
    for (const CodeToken &token : line.tokens) {
        html += escaped(QStringView(line.text).sliced(from, token.offset - from));
        const QString piece = escaped(QStringView(line.text).sliced(token.offset, token.length));
        const QLatin1StringView name = classOf(token.kind);
        html +=
            name.isEmpty() ? piece : "<span class=\""_L1 + name + "\">"_L1 + piece + "</span>"_L1;
        from = token.offset + token.length;
    }
    return html + escaped(QStringView(line.text).sliced(from));
}

//! Writes the blocks of one document, with the lists and quotes around them.
class HtmlWriter
{
public:
    explicit HtmlWriter(const QString &markdown)
    {
        m_document.append(markdown);
        m_document.finish();
    }

    QString write()
    {
        for (int block = 0; block < m_document.blockCount(); ++block) {
            enter(m_document.containersOf(block));
            writeBlock(block);
        }
        enter({});
        return m_html;
    }

private:
    bool isItem(int container) const
    {
        return m_document.container(container).kind == ContainerKind::Item;
    }

    QString listTag(int container) const
    {
        return m_document.container(container).isNumbered() ? u"ol"_s : u"ul"_s;
    }

    //! Closes and opens what is around the next block.
    void enter(const QList<int> &containers)
    {
        qsizetype common = 0;
        while (common < m_open.size() && common < containers.size()
               && m_open.at(common) == containers.at(common))
            ++common;
        const bool goesOn = common < m_open.size() && common < containers.size()
            && isItem(m_open.at(common)) && isItem(containers.at(common))
            && m_document.container(m_open.at(common)).list
                == m_document.container(containers.at(common)).list;
        while (m_open.size() > common) {
            const bool keepsList = goesOn && m_open.size() == common + 1;
            closeContainer(m_open.takeLast(), keepsList);
        }
        for (qsizetype depth = common; depth < containers.size(); ++depth)
            openContainer(containers.at(depth), goesOn && depth == common);
        m_open = containers;
    }

    void openContainer(int index, bool isInList)
    {
        const Container &container = m_document.container(index);
        if (container.kind != ContainerKind::Item) {
            m_html += container.kind == ContainerKind::Quote
                ? "<blockquote>\n"_L1
                : "<blockquote class=\"reasoning\">\n"_L1;
            return;
        }
        if (!isInList && container.isNumbered() && container.ordinal != 1)
            m_html += u"<ol start=\"%1\">\n"_s.arg(container.ordinal);
        else if (!isInList)
            m_html += u'<' + listTag(index) + ">\n"_L1;
        m_html += "<li>"_L1;
        if (container.task != TaskState::None)
            m_html += container.task == TaskState::Done ? u"☑ "_s : u"☐ "_s;
    }

    void closeContainer(int index, bool keepsList)
    {
        if (!isItem(index)) {
            m_html += "</blockquote>\n"_L1;
            return;
        }
        m_html += "</li>\n"_L1;
        if (!keepsList)
            m_html += "</"_L1 + listTag(index) + ">\n"_L1;
    }

    void writeBlock(int index)
    {
        const Block &block = m_document.block(index);
        switch (block.kind) {
        case BlockKind::Paragraph:
        case BlockKind::Math:
            m_html += "<p>"_L1 + richHtml(m_document.text(index)) + "</p>\n"_L1;
            break;
        case BlockKind::Heading: {
            // Below the headings of the page itself.
            const QString tag = u"h%1"_s.arg(qMin(int(block.level) + 2, 6));
            m_html +=
                u'<' + tag + u'>' + richHtml(m_document.text(index)) + "</"_L1 + tag + ">\n"_L1;
            break;
        }
        case BlockKind::Code:
        case BlockKind::Html: writeCode(index); break;
        case BlockKind::Table: writeTable(index); break;
        case BlockKind::Rule: m_html += "<hr>\n"_L1; break;
        case BlockKind::Definition:
        case BlockKind::Empty: break;
        }
    }

    void writeCode(int index)
    {
        m_html += "<pre><code>"_L1;
        const QList<CodeLine> lines = m_document.codeLines(index, 0, m_document.lineCount(index));
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i > 0 && !lines.at(i).joined)
                m_html += u'\n';
            m_html += codeLineHtml(lines.at(i));
        }
        m_html += "</code></pre>\n"_L1;
    }

    void writeRow(int index, int row, QLatin1StringView tag)
    {
        const QList<Qt::Alignment> columns = m_document.columns(index);
        const QList<RichText> cells = m_document.row(index, row);
        m_html += "<tr>"_L1;
        for (qsizetype column = 0; column < cells.size(); ++column) {
            const Qt::Alignment alignment = columns.value(column);
            m_html += u'<' + tag;
            if (alignment == Qt::AlignRight)
                m_html += " class=\"r\""_L1;
            else if (alignment == Qt::AlignHCenter)
                m_html += " class=\"c\""_L1;
            m_html += u'>' + richHtml(cells.at(column)) + "</"_L1 + tag + u'>';
        }
        m_html += "</tr>\n"_L1;
    }

    void writeTable(int index)
    {
        m_html += "<table>\n"_L1;
        for (int row = 0; row < m_document.lineCount(index); ++row)
            writeRow(index, row, row == 0 ? "th"_L1 : "td"_L1);
        m_html += "</table>\n"_L1;
    }

    MarkdownDocument m_document;
    QList<int> m_open; // the containers around the place where the next block stands
    QString m_html;
};

} // namespace

QString markdownToHtml(const QString &markdown)
{
    return HtmlWriter(markdown).write();
}

} // namespace Aura
