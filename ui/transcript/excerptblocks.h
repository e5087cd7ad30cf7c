// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/markdowncontent.h"
#include "ui/transcript/messageexcerpt.h"

namespace Aura {

//! An excerpt's blocks and what of each is in it.
class ExcerptBlocks
{
public:
    explicit ExcerptBlocks(const MessageExcerpt &excerpt);

    struct Cut
    {
        int block = 0;
        int from = 0;
        int to = 0; // a block that goes on behind the excerpt ends here, a whole one at its length
        bool isWhole = true;
    };

    const QList<Cut> &cuts() const { return m_cuts; }
    bool isWholeMessage() const { return m_wholeMessage; }
    //! Within one block: what surrounds it, as a list's marker, is not in the excerpt.
    bool isInsideBlock() const { return m_insideBlock; }

    MessageContent &content() { return *m_content; }
    MarkdownContent *markdown() { return m_markdown; } // null: plain text

    QString plainText(const Cut &cut);
    RichText richText(const Cut &cut);
    QString code(const Cut &cut);                // as it is copied
    QList<QList<RichText>> rows(const Cut &cut); // cells that are not in it are empty

private:
    std::unique_ptr<MessageContent> m_content;
    MarkdownContent *m_markdown = nullptr;
    QList<Cut> m_cuts;
    bool m_wholeMessage = false;
    bool m_insideBlock = false;
};

//! The stretch of a rich text: [from, to).
RichText sliced(const RichText &text, qsizetype from, qsizetype to);

} // namespace Aura
