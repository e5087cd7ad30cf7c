// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the keyboard does in the transcript, and the menu that it shares with the mouse.
#include "ui/theme/theme.h"
#include "ui/transcript/markedscrollbar.h"
#include "ui/transcript/messageaction.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/transcriptlinks.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <tuple>

namespace Aura {

namespace {

constexpr int caretWidth = 2;
constexpr double revealAt = 0.3; // of the viewport's height, from the top
constexpr int revealMargin = 8;

void addMessageActions(QMenu &menu, TranscriptView &view, int row)
{
    if (row < 0)
        return;
    menu.addSeparator();
    const std::initializer_list<std::tuple<MessageAction, QString, QKeySequence>> all{
        {MessageAction::Edit, TranscriptView::tr("Edit"), Qt::CTRL | Qt::Key_E},
        {MessageAction::TryAgain, TranscriptView::tr("Try again"), Qt::CTRL | Qt::Key_R},
        {MessageAction::Continue, TranscriptView::tr("Continue"),
         Qt::CTRL | Qt::SHIFT | Qt::Key_Return},
        {MessageAction::PreviousVersion, TranscriptView::tr("Previous version"),
         Qt::ALT | Qt::Key_Left},
        {MessageAction::NextVersion, TranscriptView::tr("Next version"), Qt::ALT | Qt::Key_Right},
    };
    const QList<MessageAction> possible = actionsOf(*view.model(), row);
    for (const auto &[action, words, keys] : all) {
        if (possible.contains(action))
            menu.addAction(words, keys, &view,
                           [&view, row, action = action] { perform(view, row, action); });
    }
    const Message &message = view.model()->messageAt(row);
    if (message.role == Role::Assistant)
        menu.addAction(TranscriptView::tr("What was sent…"), &view,
                       [&view, id = message.id] { emit view.sentRequested(id); });
}

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
        bar->setMarks([this](double from, double to) { return hasHitsBetween(from, to); });
    });
    connect(&find(), &TranscriptFind::hitShown, this, [this](const TextSelection &hit) {
        reveal(hit.end());
        reveal(hit.begin());
    });
}

// A step of the scroll bar is a part of a long message, or many short ones.
bool TranscriptView::hasHitsBetween(double from, double to) const
{
    const HeightIndex &heights = m_geometry.heights();
    const TranscriptFind &hits = m_surface->find;
    if (heights.count() == 0 || hits.rowCount() != heights.count())
        return false;
    const double total = double(heights.total());
    const auto within = [&](int row, double begin, double end) {
        const double top = double(heights.top(row));
        const double height = std::max(1, heights.height(row));
        return hits.hasHitsWithin(row, (begin - top) / height, (end - top) / height);
    };
    const int first = heights.rowAt(qint64(from * total));
    const int last = heights.rowAt(qint64(to * total));
    return within(first, from * total, to * total)
        || (last > first
            && (within(last, from * total, to * total) || hits.hasHits(first + 1, last)));
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
    m_column.forgetPlace();
    m_geometry.setAtEnd(false);
    m_geometry.setAnchor(position.row, std::max(0, int(inRow)));
    scrollBy(-int(height * revealAt));
}

void TranscriptView::toggleFold(int row)
{
    m_column.forgetPlace();
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
    case MessageTarget::Kind::Link: askToOpen(target.address, this); break;
    case MessageTarget::Kind::Image: askToLoad(target.address, m_images, this); break;
    case MessageTarget::Kind::CopyCode: copyCode(layout.codeText(target.block), this); break;
    case MessageTarget::Kind::SaveCode: saveCode(layout.codeText(target.block), this); break;
    case MessageTarget::Kind::WrapCode:
        m_column.forgetPlace();
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
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int row = !m_model ? -1 : byKey ? m_currentRow : rowAt(event->pos());
    QMenu menu(this);
    const auto add = [&](const QString &words, const QKeySequence &keys, auto &&work) {
        menu.addAction(words, keys, this, work);
    };
    const auto addCopy = [&](const QString &words, const QKeySequence &keys, CopyAs as) {
        if (!selection().isEmpty())
            add(words, keys, [this, as] { copy(as); });
        else if (row >= 0)
            add(words, keys, [this, row, as] { copyMessage(row, as); });
    };
    addCopy(tr("Copy"), QKeySequence::Copy, CopyAs::Everything);
    addCopy(tr("Copy as Markdown"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, CopyAs::Markdown);
    addCopy(tr("Copy as plain text"), {}, CopyAs::PlainText);
    const QString address = byKey && m_surface->target() ? m_surface->target()->address
        : byKey                                          ? QString()
                                                         : hitAt(event->pos()).address;
    if (!address.isEmpty())
        add(tr("Copy the address"), {}, [address] { QApplication::clipboard()->setText(address); });
    add(tr("Select all"), QKeySequence::SelectAll, [this] { selection().selectAll(); });
    addMessageActions(menu, *this, row);
    menu.exec(byKey && row >= 0 ? viewport()->mapToGlobal(messageRect(row).center())
                                : event->globalPos());
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
