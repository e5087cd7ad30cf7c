// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <QFont>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace Aura {

struct Theme;

//! How tall a message is and what its lines look like. Text is laid out a paragraph at a time,
//! and only where it is looked at; the rest has an estimated height until then.
//!
//! A paragraph longer than a few thousand characters is laid out in pieces that end where a line
//! ends: breaking lines from the left makes the pieces look like one paragraph.
class MessageLayout
{
public:
    //! Part of a message that is selected: from … to, in UTF-16 units.
    struct Selection
    {
        qsizetype from = 0;
        qsizetype to = 0;
    };

    MessageLayout();
    ~MessageLayout();
    Q_DISABLE_COPY_MOVE(MessageLayout)

    const QString &text() const { return m_text; }
    void setText(const QString &text);
    void append(const QString &piece);

    //! Forgets every line; heights are estimates again.
    void setFormat(const QFont &font, double width);

    double height() const { return m_height; }
    //! The longest line laid out so far.
    double naturalWidth() const { return m_naturalWidth; }
    double lineHeight() const { return m_lineHeight; }

    //! Lays out what lies between two heights. Returns by how much that moved what lies below
    //! anchor; height() changed too where this is not 0 or true was stored in *changed.
    double realise(double top, double bottom, double anchor, bool *changed);
    //! Drops the lines outside; their heights stay.
    void release(double top, double bottom);

    void paint(QPainter &painter, const QPointF &origin, double top, double bottom,
               const Theme &theme, Selection selection) const;
    //! The place in the text nearest to a point; the point is relative to the message.
    qsizetype positionAt(const QPointF &point) const;
    //! Where the last line ends, relative to the message.
    QRectF endCaret() const;

private:
    struct Paragraph
    {
        qsizetype start = 0;
        qsizetype length = 0;
        double height = 0;
        bool continues = false; // the next one is the same paragraph in the text
        bool exact = false;
        std::unique_ptr<QTextLayout> lines{};
    };

    void appendParagraphs(qsizetype from);
    void estimate(Paragraph &paragraph) const;
    void layOut(std::size_t index);
    void makeLines(Paragraph &paragraph) const;

    QString m_text;
    QFont m_font;
    double m_width = 600;
    double m_lineHeight = 20;
    double m_lineInset = 0; // from a line's top to its glyphs' top
    double m_averageWidth = 8;
    double m_height = 0;
    double m_naturalWidth = 0;
    std::vector<Paragraph> m_paragraphs;
};

} // namespace Aura
