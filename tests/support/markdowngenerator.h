// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <random>

//! Makes Markdown texts: the same from the same seed on every machine.
class MarkdownGenerator
{
public:
    explicit MarkdownGenerator(quint32 seed)
        : m_random(seed)
    {}

    //! Like a model's reply: paragraphs, headings, lists, fences, tables, quotes, formulas.
    QByteArray reply(int blocks);

    //! All kinds of blocks in and below each other, short: lists loose and tight, quotes with lazy
    //! lines, fences and formulas that may never end, tables, HTML, definitions, reasoning;
    //! Chinese, Arabic, Hebrew, emoji, hidden characters; line ends of all kinds, and an end
    //! anywhere, also within a character.
    QByteArray mixture(int blocks);

    //! Lines that hardly anybody would write: markers of all kinds before and after each other.
    QByteArray nasty(int lines);

    int below(int limit) { return int(m_random() % quint32(limit)); }

    //! So many places in a text of that length, in order.
    QList<qsizetype> cuts(qsizetype length, int count);

private:
    QByteArray pick(const QList<QByteArray> &choices)
    {
        return choices[below(int(choices.size()))];
    }
    QByteArray words(int count);
    QByteArray list(int depth);
    QByteArray fence();
    QByteArray table();
    QByteArray phrase();
    QByteArray leaf();
    QByteArray nested(int depth);
    QByteArray items(int depth);
    QByteArray quote(int depth);

    std::mt19937 m_random;
};
