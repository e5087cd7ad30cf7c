// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>

namespace Aura {

//! What the beginning of a paragraph says about being a link reference definition.
struct DefinitionMatch
{
    enum class State {
        No,         // it is text
        Unfinished, // it may become one with the next line
        MayGrow,    // it is one, and the next line may be its title
        Whole,
    };

    State state = State::No;
    int lines = 0;      // so many lines belong to it
    QByteArray label{}; // as in the source
    QByteArray destination{};

    friend bool operator==(const DefinitionMatch &, const DefinitionMatch &) = default;
};

//! Reads a definition at the start of text: lines parted by '\n', without white space at their
//! beginnings. Lines after the definition are not looked at. (CommonMark 0.31, section 4.7)
DefinitionMatch matchDefinition(QByteArrayView text);

//! The form in which two labels that mean the same are equal.
QByteArray normalizedLabel(QByteArrayView label);

//! The link reference definitions of a message, oldest first. The first of a label counts.
class LinkDefinitions
{
public:
    struct Definition
    {
        QByteArray key{}; // the normalized label
        QByteArray label{};
        QByteArray destination{}; // as in the source, escapes and entities in it

        friend bool operator==(const Definition &, const Definition &) = default;
    };

    void add(const QByteArray &label, const QByteArray &destination);
    void truncate(qsizetype size); // forgets the newest
    const Definition *find(const QByteArray &key) const;

    qsizetype size() const { return m_definitions.size(); }
    const Definition &at(qsizetype index) const { return m_definitions.at(index); }

private:
    QList<Definition> m_definitions;
    QHash<QByteArray, qsizetype> m_byKey;
};

} // namespace Aura
