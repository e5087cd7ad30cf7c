// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the keyboard does in the transcript, and the menu that it shares with the mouse.
#include "ui/theme/theme.h"
#include "ui/transcript/markedscrollbar.h"
#include "ui/transcript/messageaction.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace Aura {

namespace {

constexpr int caretWidth = 2;
constexpr double revealAt = 0.3; // of the viewport's height, from the top
constexpr int revealMargin = 8;

} // namespace

void TranscriptView::connectSurface()
{
    connect(&selection(), &TranscriptSelection::changed, viewport(), qOverload<>(&QWidget::update));
    auto *bar = new MarkedScrollBar(this);
    setVerticalScrollBar(bar);
    connect(&find(), &TranscriptFind::changed, this, [this, bar] {
        viewport()->update();
        if (find().query().isEmpty())
            return bar->setMarks({});
        bar->setMarks([this](double from, double to) {
            const HeightIndex &heights = m_geometry.heights();
            if (heights.count() == 0 || find().rowCount() != heights.count())
                return false;
            const double total = double(heights.total());
            return find().hasHits(heights.rowAt(qint64(from * total)),
                                  std::max(heights.rowAt(qint64(to * total)),
                                           heights.rowAt(qint64(from * total)) + 1));
        });
    });
    connect(&find(), &TranscriptFind::hitShown, this, [this](const TextSelection &hit) {
        reveal(hit.end());
        reveal(hit.begin());
    });
}

void TranscriptView::reveal(const TextPosition &position)
{
    if (!position.isValid() || !m_model || position.row >= m_geometry.heights().count())
        return;
    MessageContent &content = text().content(position.row);
    const bool hidden = position.block < content.blockCount() && content.isFolded(position.block);
    const bool below = m_model->messageAt(position.row).role == Role::System && position.block > 0;
    if ((hidden || below) && layoutOf(position.row).isFolded())
        toggleFold(position.row);
    layoutOf(position.row).revealSideways(position);
    QRectF caret = caretRect(position);
    const int height = viewport()->height();
    if (caret.top() >= revealMargin && caret.bottom() <= height - revealMargin)
        return viewport()->update();
    const qreal inRow = caret.top() - messageRect(position.row).top();
    const bool near = caret.bottom() > -height && caret.top() < 2 * height;
    if (near) { // as little as needed
        const qreal by = caret.top() < revealMargin ? caret.top() - revealMargin
                                                    : caret.bottom() - height + revealMargin;
        return scrollBy(int(by));
    }
    m_geometry.setAtEnd(false);
    m_geometry.setAnchor(position.row, std::max(0, int(inRow)));
    scrollBy(-int(height * revealAt));
}

void TranscriptView::toggleFold(int row)
{
    MessageLayout &layout = layoutOf(row);
    text().setUnfolded(row, layout.isFolded());
    layout.setFolded(!layout.isFolded());
    m_geometry.heights().setHeight(row, layout.height());
    m_geometry.setAtEnd(false);
    showFrame();
}

void TranscriptView::activate(int row, const MessageTarget &target)
{
    MessageLayout &layout = layoutOf(row);
    switch (target.kind) {
    case MessageTarget::Kind::Fold: toggleFold(row); break;
    case MessageTarget::Kind::Link:
    case MessageTarget::Kind::Image: askToOpen(target.address); break;
    case MessageTarget::Kind::CopyCode:
        QApplication::clipboard()->setText(layout.codeText(target.block));
        break;
    case MessageTarget::Kind::SaveCode: saveCode(layout, target.block); break;
    case MessageTarget::Kind::WrapCode:
        layout.toggleWrap(target.block);
        m_geometry.setAtEnd(false);
        showFrame();
        break;
    }
}

bool TranscriptView::focusNextPrevChild(bool next)
{
    if (m_model && m_currentRow >= 0 && m_surface->moveTarget(m_currentRow, next ? +1 : -1)) {
        const MessageTarget &target = *m_surface->target();
        if (target.kind == MessageTarget::Kind::Fold)
            viewport()->update();
        else
            reveal({m_currentRow, target.block, target.span.begin});
        return true;
    }
    viewport()->update();
    return QAbstractScrollArea::focusNextPrevChild(next);
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Space;
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selection().selectAll();
    else if (enter && m_currentRow >= 0 && m_surface->target())
        activate(m_currentRow, MessageTarget(*m_surface->target()));
    else if (m_surface->caret.press(*event))
        event->accept();
    else if (event->matches(QKeySequence::MoveToEndOfDocument) || event->key() == Qt::Key_End)
        scrollToEnd();
    else if (event->matches(QKeySequence::MoveToStartOfDocument) || event->key() == Qt::Key_Home)
        verticalScrollBar()->setValue(0);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const bool some = !selection().isEmpty() || m_currentRow >= 0;
    const auto add = [&](const QString &words, const QKeySequence &keys, bool enabled,
                         auto &&work) {
        QAction *action = menu.addAction(words, keys, this, work);
        action->setEnabled(enabled);
    };
    add(tr("Copy"), QKeySequence::Copy, some, [this] { copy(); });
    add(tr("Copy as Markdown"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, some,
        [this] { copy(CopyAs::Markdown); });
    add(tr("Copy as plain text"), {}, some, [this] { copy(CopyAs::PlainText); });
    add(tr("Select all"), QKeySequence::SelectAll, m_model && m_model->rowCount() > 0,
        [this] { selection().selectAll(); });
    const QPoint at = event->reason() == QContextMenuEvent::Keyboard && m_currentRow >= 0
        ? viewport()->mapToGlobal(messageRect(m_currentRow).center())
        : event->globalPos();
    menu.exec(at);
}

void TranscriptView::paintKeyboard(QPainter &painter)
{
    if (!hasFocus() || !m_model)
        return;
    const Theme &theme = themeOf(palette());
    const TextPosition cursor = selection().cursor();
    if (m_surface->caret.isShown() && cursor.isValid() && cursor.row < m_model->rowCount()
        && messageRect(cursor.row).intersects(viewport()->rect())) {
        const QRectF caret = caretRect(cursor);
        painter.fillRect(QRectF(caret.left() - 1, caret.top(), caretWidth, caret.height()),
                         theme.text);
    }
    if (m_currentRow >= 0 && m_currentRow < m_model->rowCount() && m_surface->target()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        const QRectF ring = layoutOf(m_currentRow)
                                .targetRect(*m_surface->target())
                                .translated(messageRect(m_currentRow).topLeft());
        painter.drawRoundedRect(ring.adjusted(-3, -1, 3, 1), 4, 4);
    }
}

} // namespace Aura
