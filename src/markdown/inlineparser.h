// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/linkdefinition.h"
#include "markdown/richtext.h"

#include <QByteArrayView>
#include <QList>

namespace Aura {

//! Reads the inline Markdown of one block with md4c: emphasis, strikethrough, code, links, images,
//! autolinks, entities, formulas. Its cost is linear in the block's text, which is limited.
//!
//! Nothing that it returns can load or run anything: raw HTML is text, a link has a target only
//! where openableAddress() allows it, an image is its description, hidden characters are marks.
class InlineParser
{
public:
    //! The definitions must outlive the parser, and may grow.
    InlineParser(const LinkDefinitions &definitions, bool math);

    //! The text of a paragraph or a heading: lines parted by '\n', without their markers.
    RichText parse(QByteArrayView text);

    //! The cells of one row of a table, in as many columns.
    QList<RichText> parseRow(QByteArrayView row, int columns);

    //! The labels that the last parse met and that no definition has, normalized.
    const QList<QByteArray> &unresolvedLabels() const { return m_unresolved; }

private:
    QByteArray usedDefinitions(QByteArrayView text);

    const LinkDefinitions &m_definitions;
    bool m_math;
    QList<QByteArray> m_unresolved;
};

} // namespace Aura
