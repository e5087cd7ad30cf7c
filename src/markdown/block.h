// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Aura {

//! What a block is. Blocks are the leaves of the document: a list, a quote or an item is not a
//! block but a Container around some.
enum class BlockKind : quint8 {
    Paragraph,
    Heading,
    Code,       // fenced or indented
    Html,       // raw HTML, shown as the text it is
    Table,      // line 0 is the header; the delimiter row is no line
    Rule,       // a thematic break
    Math,       // display math: $$ … $$ or \[ … \] on lines of its own
    Definition, // a link reference definition: shows nothing, but may carry an item's marker
    Empty,      // stands for an item or a quote without any content
};

enum class ContainerKind : quint8 {
    Quote,
    Item,
    Reasoning, // <think> … </think> at the start of the text
};

enum class TaskState : quint8 { None, Open, Done };

//! A quote, a list item or the reasoning around blocks.
//!
//! Two items whose list is equal are neighbours in one list. Containers are numbered in the order
//! of their beginnings, so a parent's number is below its children's.
struct Container
{
    ContainerKind kind = ContainerKind::Quote;
    TaskState task = TaskState::None;
    char marker = 0;   // of an item: - + * for bullets, . ) after a number
    int parent = -1;   // -1: the document itself
    int list = -1;     // of an item: the number of its list's first item
    int ordinal = 0;   // of a numbered item: its number as it counts from the list's first item
    quint32 begin = 0; // offset of its first line in the source

    bool isNumbered() const { return marker == '.' || marker == ')'; }
    friend bool operator==(const Container &, const Container &) = default;
};

//! One leaf of the document, as a range of the source.
//!
//! Offsets are bytes of the UTF-8 source. begin is the start of its first line, container markers
//! included; end is the end of its last line, without the line's end. A block that is closed never
//! changes its kind or its range again.
struct Block
{
    BlockKind kind = BlockKind::Paragraph;
    quint8 level = 0; // of a heading: 1 to 6
    bool closed = false;
    bool fenced = false;    // of code
    bool complete = false;  // of math and fences: the closing mark was seen
    bool continues = false; // goes on where the block before it was split for its length
    bool blankBefore =
        false;          // a blank line parts it from the block before it, in their common container
    int container = -1; // the innermost one
    int newContainers =
        0; // so many of its containers begin with it: the items whose marker it shows
    quint32 begin = 0;
    quint32 end = 0;
    quint32 firstLine = 0; // its content's lines in BlockSplitter::line()
    quint32 lineCount = 0;
    quint32 infoBegin = 0; // of a fence: the info string; of a table: the delimiter row
    quint32 infoEnd = 0;   // of a heading: the end of its text, where closing #s follow; else 0

    friend bool operator==(const Block &, const Block &) = default;
};

//! Where the content of one line of a block stands, without its containers' markers.
struct LineRange
{
    quint32 begin = 0;
    quint32 end = 0;
    quint8 spaces = 0; // columns of a tab before begin that belong to the content
    bool joined =
        false; // goes on where the line before it was cut for its length: no line end between

    friend bool operator==(const LineRange &, const LineRange &) = default;
};

} // namespace Aura
