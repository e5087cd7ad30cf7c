// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdowndocument.h"
#include "ui/transcript/messagecontent.h"

#include <QCoreApplication>

#include <map>

namespace Aura {

//! An answer's Markdown: a block of the document is a block of the message.
class MarkdownContent : public MessageContent
{
    Q_DECLARE_TR_FUNCTIONS(Aura::MarkdownContent)

public:
    void append(QStringView piece) override { m_document.append(piece); }
    ContentChange flush() override;
    ContentChange finish() override;
    int blockCount() const override { return m_document.blockCount(); }
    std::unique_ptr<MessageBlock> makeBlock(int block) override;
    int kindOf(int block) const override;
    BlockKind kind(int block) const override { return m_document.block(block).kind; }
    QString plainText(int block) override;
    QString separatorAbove(int block) const override;
    QString sourceText(int firstBlock, int lastBlock) override;
    qreal gapAbove(int block, const Typography &type) const override;
    qreal indent(int block, const Typography &type) const override;
    //! As the first paragraph of the outermost list item or quote begins.
    bool isMirrored(int block) override;
    qreal estimatedHeight(int block, qreal width, const Typography &type) const override;
    void paintFrame(QPainter &painter, int block, const QRectF &rect, qreal gap,
                    const BlockPaint &paint) override;
    int frameLook(int block) const override { return isFirstReasoning(block) && isThinking(); }
    bool isFolded(int block) const override;
    bool canFold() const override;
    void setFolded(bool folded) override { m_folded = folded; }

    MarkdownDocument &document() { return m_document; }
    const MarkdownDocument &document() const { return m_document; }
    RichText richText(int block); // of a paragraph, a heading or a formula, as it is shown
    bool isReasoning(int block) const;

private:
    ContentChange toContentChange(const DocumentChange &change);
    int firstBlockOf(const Container &container) const;
    bool isFirstReasoning(int block) const;
    bool isThinking() const; // the reasoning goes on
    void paintFoldLine(QPainter &painter, const QRectF &line, const BlockPaint &paint) const;
    void paintMarker(QPainter &painter, const Container &item, const QRectF &rect,
                     const BlockPaint &paint) const;

    MarkdownDocument m_document;
    std::map<int, bool> m_mirrored; // by the block that a text's direction was found in
    bool m_folded = true;
    bool m_finished = false;
};

} // namespace Aura
