// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/mathspans.h"
#include "markdown/richtext.h"

#include <QByteArray>
#include <QList>

#include <md4c.h>

namespace Aura {

//! The source of a block with its formulas taken out, so that md4c does not read their underscores
//! and stars: each one is five noncharacters, which are letters to md4c, and is put back later.
class MaskedText
{
public:
    MaskedText(QByteArrayView text, bool math);

    const QByteArray &bytes() const { return m_bytes; }

    struct Formula
    {
        QString source{};  // with its delimiters
        QString unicode{}; // empty: it does not read well so
    };

    //! The formula that a mask at the start of text stands for; null: there is none.
    const Formula *formulaAt(QStringView text) const;

    //! The text with every mask replaced by the source.
    QString unmasked(const QString &text) const;

    //! Stands before a character that must not begin anything; U+FDD1, dropped from what is shown.
    static constexpr char guard[] = "\xef\xb7\x91";

    static constexpr char16_t maskBegin = 0xfdd0;
    static constexpr char16_t firstDigit = 0xfdd4; // of four, each of 4 bits
    static constexpr int maskLength = 5;

private:
    QByteArray m_bytes;
    QList<Formula> m_formulas;
};

//! Collects what md4c says about one text into a RichText.
class RichTextBuilder
{
public:
    //! In a table's cells `\|` stands for a pipe in code too, as GFM has it (md4c does not).
    enum class Place { Paragraph, TableCell };

    explicit RichTextBuilder(const MaskedText &source, Place place = Place::Paragraph)
        : m_source(source)
        , m_place(place)
    {}

    void enterSpan(MD_SPANTYPE type, void *detail);
    void leaveSpan(MD_SPANTYPE type);
    void addText(MD_TEXTTYPE type, QByteArrayView text);

    //! What was collected, and begins anew.
    RichText take();

private:
    struct Link
    {
        QString address{};
        QString image{};
    };

    void addPiece(const QString &piece, TextStyles more = {});
    void addUnmasked(const QString &text);
    QString codeText(QByteArrayView text) const;
    void leaveImage();
    QString attribute(const MD_ATTRIBUTE &attribute) const;

    const MaskedText &m_source;
    Place m_place;
    RichText m_result;
    int m_depth[4] = {0, 0, 0, 0}; // bold, italic, strike, code
    QList<QString> m_links;
    QList<QString> m_images;
    qsizetype m_imageBegin = 0;
};

} // namespace Aura
