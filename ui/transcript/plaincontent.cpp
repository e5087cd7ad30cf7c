// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/plaincontent.h"

#include "ui/transcript/textblock.h"
#include "ui/transcript/typography.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Aura {

void PlainContent::append(QStringView piece)
{
    if (m_lines.isEmpty())
        m_lines.append(QString());
    m_firstDirty = std::min(m_firstDirty, int(m_lines.size()) - 1);
    qsizetype from = 0;
    QString line = m_lines.takeLast();
    for (qsizetype end = piece.indexOf(u'\n'); end >= 0; end = piece.indexOf(u'\n', from)) {
        line.append(piece.sliced(from, end - from));
        m_lines.append(line);
        line.clear();
        from = end + 1;
    }
    line.append(piece.sliced(from));
    m_lines.append(line);
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

QString PlainContent::sourceText(int firstBlock, int lastBlock)
{
    return m_lines.mid(firstBlock, lastBlock - firstBlock + 1).join(u'\n');
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
