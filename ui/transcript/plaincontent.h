// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/messagecontent.h"

#include <QStringList>

namespace Aura {

//! Text as it was typed: a block is a line.
class PlainContent : public MessageContent
{
public:
    enum class Tone { Normal, Soft };

    explicit PlainContent(Tone tone)
        : m_tone(tone)
    {}

    //! Folded, only the first line is shown, with an ellipsis where there is more.
    void setFolded(bool folded) override { m_firstLineOnly = folded; }

    void append(QStringView piece) override;
    ContentChange flush() override;
    int blockCount() const override;
    std::unique_ptr<MessageBlock> makeBlock(int block) override;
    int kindOf(int) const override { return 0; }
    QString plainText(int block) override;
    QString sourceText(int firstBlock, int lastBlock) override;
    qreal gapAbove(int, const Typography &) const override { return 0; }
    qreal indent(int, const Typography &) const override { return 0; }
    qreal estimatedHeight(int block, qreal width, const Typography &type) const override;

private:
    Tone m_tone;
    QStringList m_lines;
    int m_firstDirty = 0;
    bool m_firstLineOnly = false;
};

} // namespace Aura
