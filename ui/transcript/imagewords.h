// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdowndocument.h"

//! Images are never loaded by themselves: their description and where they would come from stand
//! for them, in paragraphs as in the cells of tables.
namespace Aura {

RichText withImagesInWords(const RichText &text);

//! The cells of a table's row as they are shown.
QList<RichText> shownRow(MarkdownDocument &document, int table, int row);

} // namespace Aura
