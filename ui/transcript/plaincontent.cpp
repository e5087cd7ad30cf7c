// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/plaincontent.h"

#include "ui/transcript/textblock.h"
#include "ui/transcript/typography.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr qsizetype longestLine = 2048; // UTF-16 units laid out at once

} // namespace

void PlainContent::append(QStringView piece)
{
    if (m_lines.isEmpty()) {
        m_lines.append(QString());
        m_goesOn.append(false);
    }
    m_firstDirty = std::min(m_firstDirty, int(m_lines.size()) - 1);
    qsizetype from = 0;
    for (qsizetype end = piece.indexOf(u'\n'); end >= 0; end = piece.indexOf(u'\n', from)) {
        addToLine(piece.sliced(from, end - from));
        m_lines.append(QString());
        m_goesOn.append(false);
        from = end + 1;
    }
    addToLine(piece.sliced(from));
}

//! Where a line is split depends on its text alone, not on the pieces.
void PlainContent::addToLine(QStringView piece)
{
    while (m_lines.constLast().size() + piece.size() > longestLine) {
        QString &line = m_lines.last(); // clazy:exclude=detaching-member
        const qsizetype taken = longestLine - line.size();
        line += piece.first(taken);
        piece = piece.sliced(taken);
        qsizetype cut = line.lastIndexOf(u' ') + 1;
        if (cut < longestLine / 2)
            cut = longestLine - (line.back().isHighSurrogate() ? 1 : 0);
        const QString rest = line.sliced(cut);
        line.truncate(cut);
        m_lines.append(rest);
        m_goesOn.append(true);
    }
    m_lines.last() += piece;
}

ContentChange PlainContent::flush()
{
    return {.firstDirty = std::exchange(m_firstDirty, int(m_lines.size()))};
}

int PlainContent::blockCount() const
{
    return m_firstLineOnly ? std::min<int>(1, int(m_lines.size())) : int(m_lines.size());
}

QString PlainContent::plainText(int block)
{
    if (m_firstLineOnly && m_lines.size() > 1)
        return m_lines.at(block) + u" …"_s;
    return m_lines.at(block);
}

QString PlainContent::separatorAbove(int block) const
{
    return m_goesOn.value(block) ? QString() : u"\n"_s;
}

QString PlainContent::sourceText(int firstBlock, int lastBlock)
{
    QString source = m_lines.value(firstBlock);
    for (int i = firstBlock + 1; i <= lastBlock; ++i)
        source += separatorAbove(i) + m_lines.at(i);
    return source;
}

std::unique_ptr<MessageBlock> PlainContent::makeBlock(int block)
{
    const auto tone = m_tone == Tone::Soft ? TextBlock::Tone::Soft : TextBlock::Tone::Normal;
    return std::make_unique<TextBlock>(
        [this, block] {
            return RichText{plainText(block), {}};
        },
        tone);
}

qreal PlainContent::estimatedHeight(int block, qreal width, const Typography &type) const
{
    const qreal perLine = std::max(1.0, width / (type.em * 0.55));
    const qreal lines = std::max(1.0, std::ceil(qreal(m_lines[block].size()) / perLine));
    return lines * (m_tone == Tone::Soft ? type.smallLine : type.bodyLine);
}

} // namespace Aura
