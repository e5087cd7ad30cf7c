// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/block.h"
#include "markdown/linkdefinition.h"

#include <QByteArray>

#include <limits>
#include <vector>

namespace Aura {

//! The blocks, containers and lines of a message, as they are known so far.
//!
//! Grows only at its end, and only the last block ever changes. So a Mark is enough to go back,
//! whatever the length: going back costs what was added since.
class BlockTree
{
public:
    //! A point in the growth that one can go back to.
    struct Mark
    {
        size_t blocks = 0;
        size_t containers = 0;
        size_t lines = 0;
        qsizetype definitions = 0;
        Block lastBlock{};
    };

    Mark mark() const;
    void goBack(const Mark &mark);

    const std::vector<Block> &blocks() const { return m_blocks; }
    const std::vector<Container> &containers() const { return m_containers; }
    const LinkDefinitions &definitions() const { return m_definitions; }

    Block &addBlock(const Block &block);
    void removeLastBlock();
    Block &changeLastBlock(); // there is one
    int addContainer(const Container &container);
    Container &container(int index) { return m_containers[size_t(index)]; }
    void addDefinition(const DefinitionMatch &match)
    {
        m_definitions.add(match.label, match.destination);
    }

    //! Lines are stored in one word each: the offset (below 512 MiB), the columns of a tab that
    //! belong to the content, and whether the line goes on from the one before.
    quint32 lineCount() const { return quint32(m_lines.size()); }
    void addLine(quint32 offset, int spaces, bool joined);
    LineRange line(const QByteArray &source, const Block &block, quint32 index) const;

    //! The content of some of a block's lines, parted by '\n'; joined lines are whole again.
    QByteArray text(const QByteArray &source, const Block &block, quint32 from,
                    quint32 count) const;

    //! The number of the first block that changed since the last call; the number of blocks if
    //! none.
    int takeFirstDirty();

private:
    static quint32 offsetOf(quint32 line) { return line & 0x1fffffff; }
    void touch(size_t block) { m_firstDirty = qMin(m_firstDirty, block); }

    std::vector<Block> m_blocks;
    std::vector<Container> m_containers;
    std::vector<quint32> m_lines;
    LinkDefinitions m_definitions;
    size_t m_firstDirty = std::numeric_limits<size_t>::max();
};

} // namespace Aura
