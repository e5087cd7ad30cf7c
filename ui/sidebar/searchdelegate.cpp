// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/searchdelegate.h"

#include "ui/sidebar/searchresults.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>

namespace Aura {

namespace {

constexpr int padding = 8;
constexpr int gap = 2;   // above and below the painted part
constexpr int lines = 2; // of the snippet

QFont small(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.87);
    return font;
}

//! The snippet in at most two lines, what was found in it bold and in the text's full colour.
void drawSnippet(QPainter &painter, const QRect &place, const QFont &font, const QString &text,
                 const QList<TextRange> &marks, const QStyleOptionViewItem &option)
{
    const Theme theme = themeOf(option.palette);
    QTextLayout layout(text, font);
    QTextOption wrapping(Qt::AlignLeading);
    wrapping.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(wrapping);
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange &mark : marks) {
        QTextCharFormat format;
        format.setFontWeight(QFont::DemiBold);
        format.setForeground(theme.text);
        formats.append({int(mark.start), int(mark.length), format});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    qreal y = 0;
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(place.width());
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
    painter.setPen(theme.textSoft);
    layout.draw(&painter, place.topLeft());
}

Qt::Alignment alignmentOf(const QStyleOptionViewItem &option, Qt::Alignment alignment)
{
    return QStyle::visualAlignment(option.direction, alignment);
}

//! The title, and at the end of the line the time.
void drawHead(QPainter &painter, const QRect &line, const QStyleOptionViewItem &option,
              const QModelIndex &index)
{
    const Theme theme = themeOf(option.palette);
    const QFont font = small(option.font);
    const QString time = SearchDelegate::shortTime(index.data(SearchResults::TimeRole).toDateTime(),
                                                   QDateTime::currentDateTimeUtc());
    const int timeWidth = QFontMetrics(font).horizontalAdvance(time) + padding;
    painter.setFont(font);
    painter.setPen(theme.textSoft);
    painter.drawText(
        line, int(alignmentOf(option, Qt::AlignRight | Qt::AlignVCenter)) | Qt::TextSingleLine,
        time);
    const bool isRightToLeft = option.direction == Qt::RightToLeft;
    const QRect title =
        line.adjusted(isRightToLeft ? timeWidth : 0, 0, isRightToLeft ? 0 : -timeWidth, 0);
    painter.setFont(option.font);
    painter.setPen(theme.text);
    painter.drawText(
        title, int(alignmentOf(option, Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextSingleLine,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, title.width()));
}

} // namespace

QString SearchDelegate::shortTime(const QDateTime &time, const QDateTime &now)
{
    const QLocale locale;
    const QDateTime local = time.toLocalTime();
    if (local.date() == now.toLocalTime().date())
        return locale.toString(local.time(), QLocale::ShortFormat);
    return locale.toString(local.date(), QLocale::ShortFormat);
}

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Theme theme = themeOf(option.palette);
    painter->save();
    const QRect row = option.rect.adjusted(0, gap, 0, -gap);
    if (option.state.testFlag(QStyle::State_Selected))
        drawRounded(*painter, row, controlRadius, theme.bubble, Qt::transparent);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        drawRounded(*painter, row, controlRadius, theme.hover, Qt::transparent);
    const QFont font = small(option.font);
    const QRect line(row.left() + padding, row.top() + 5, row.width() - 2 * padding,
                     option.fontMetrics.height());
    drawHead(*painter, line, option, index);
    const QRect below(line.left(), line.bottom() + 2, line.width(),
                      lines * QFontMetrics(font).height());
    const QString snippet = index.data(SearchResults::SnippetRole).toString();
    if (snippet.isEmpty()) {
        painter->setFont(font);
        painter->setPen(theme.textSoft);
        painter->drawText(below, int(alignmentOf(option, Qt::AlignLeft | Qt::AlignTop)),
                          tr("In the title"));
    } else {
        drawSnippet(*painter, below, font, snippet,
                    index.data(SearchResults::MarksRole).value<QList<TextRange>>(), option);
    }
    painter->restore();
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60,
            option.fontMetrics.height() + lines * QFontMetrics(small(option.font)).height()
                + 2 * gap + 14};
}

} // namespace Aura
