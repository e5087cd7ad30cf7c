// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/printedconversation.h"

#include "transfer/exportwords.h"
#include "transfer/htmlblocks.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr qreal pointsPerInch = 72;
constexpr qreal footerHeight = 24; // points
constexpr auto style = R"(
body { color: black; }
h1 { font-size: 16px; }
h2 { font-size: 9px; color: #666666; margin-top: 14px; }
h3 { font-size: 13px; } h4 { font-size: 12px; } h5, h6 { font-size: 11px; }
pre { background-color: #f3f3f3; white-space: pre-wrap; margin-left: 6px; }
code { background-color: #f3f3f3; }
blockquote { color: #555555; }
th, td { padding: 3px; }
a { color: #1a5fb4; }
.kw { color: #7a3fc0; } .ty, .at { color: #0b6b74; } .st, .in { color: #0a6b2d; }
.nu, .de { color: #a04000; } .fu { color: #1a5fb4; } .co { color: #666666; font-style: italic; }
)"_L1;

//! The sentences of this file.
struct PrintText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::PrintedConversation)
};

QString messageHtml(const Message &message)
{
    QString html = "<h2>"_L1 + speakerText(message).toHtmlEscaped();
    if (const QString time = timeText(message.time); !time.isEmpty())
        html += u" · "_s + time;
    html += "</h2>"_L1;
    if (!message.reasoning.isEmpty())
        html += "<blockquote>"_L1 + markdownToHtml(message.reasoning) + "</blockquote>"_L1;
    html += markdownToHtml(message.text);
    const QString ending = message.role == Role::Assistant ? endingText(message.state) : QString();
    if (!ending.isEmpty())
        html += "<p><i>"_L1 + ending.toHtmlEscaped() + "</i></p>"_L1;
    return html;
}

QString pageHtml(const ExportedConversation &exported)
{
    const QString &title = exported.conversation.title;
    QString html =
        "<h1>"_L1 + (title.isEmpty() ? untitledText() : title).toHtmlEscaped() + "</h1>"_L1;
    const QList<Message> path = activePath(exported.messages);
    for (const Message &message : path)
        html += messageHtml(message);
    // Qt's tables have no lines but by their own attributes.
    html.replace("<table>"_L1, "<table border=\"1\" cellspacing=\"0\">"_L1);
    return html;
}

} // namespace

PrintedConversation::PrintedConversation(const ExportedConversation &exported)
{
    m_document.setUndoRedoEnabled(false);
    m_document.setDocumentMargin(0);
    QFont font;
    font.setPixelSize(10); // a unit of the document is a point of the paper
    m_document.setDefaultFont(font);
    m_document.setDefaultStyleSheet(style);
    m_document.setHtml(pageHtml(exported));
}

bool PrintedConversation::isCode(const QTextBlock &block)
{
    return block.isValid() && block.blockFormat().background().style() != Qt::NoBrush;
}

void PrintedConversation::layOut(const QSizeF &page)
{
    m_document.setPageSize(page);
    keepCodeTogether(page.height());
}

//! From the top down: each break moves what is below it, and nothing above.
void PrintedConversation::keepCodeTogether(qreal pageHeight)
{
    const QAbstractTextDocumentLayout *layout = m_document.documentLayout();
    QTextBlock block = m_document.begin();
    while (block.isValid()) {
        if (!isCode(block)) {
            block = block.next();
            continue;
        }
        const QTextBlock first = block;
        const qreal top = layout->blockBoundingRect(first).top();
        qreal bottom = top;
        for (; isCode(block); block = block.next())
            bottom = layout->blockBoundingRect(block).bottom();
        const bool isSplit = std::floor(top / pageHeight) != std::floor((bottom - 1) / pageHeight);
        if (!isSplit || bottom - top > pageHeight)
            continue;
        QTextCursor cursor(first);
        QTextBlockFormat format = first.blockFormat();
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        cursor.setBlockFormat(format);
    }
}

bool PrintedConversation::print(QPagedPaintDevice &device, const Progress &goesOn)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const QSizeF paper = device.pageLayout().paintRect(QPageLayout::Point).size();
    const qreal scale = device.logicalDpiX() / pointsPerInch;
    const QSizeF page(paper.width(), paper.height() - footerHeight);
    layOut(page);
    painter.scale(scale, scale);
    const int count = m_document.pageCount();
    for (int number = 1; number <= count; ++number) {
        if ((goesOn && !goesOn(number, count)) || (number > 1 && !device.newPage()))
            return false;
        painter.save();
        painter.translate(0, -(number - 1) * page.height());
        const QRectF part(0, (number - 1) * page.height(), page.width(), page.height());
        painter.setClipRect(part);
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, Qt::black);
        context.clip = part;
        m_document.documentLayout()->draw(&painter, context);
        painter.restore();
        painter.setFont(m_document.defaultFont());
        painter.drawText(QRectF(0, page.height(), page.width(), footerHeight),
                         Qt::AlignHCenter | Qt::AlignBottom,
                         PrintText::tr("Page %1 of %2").arg(number).arg(count));
    }
    return painter.end();
}

} // namespace Aura
