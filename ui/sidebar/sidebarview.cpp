// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidebarview.h"

#include "chat/conversation.h"
#include "ui/sidebar/conversationedits.h"
#include "ui/sidebar/sidebardelegate.h"
#include "ui/sidebar/sidebarmodel.h"

#include <QDrag>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimerEvent>

#include <cmath>
#include <numbers>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int beatInterval = 80; // ms
constexpr int beatsInPulse = 20;
constexpr double draggedOpacity = 0.7;
constexpr QPoint besidePointer(-14, -10);

} // namespace

SidebarView::SidebarView(SidebarModel &model, ConversationEdits &edits, QWidget *parent)
    : QListView(parent)
    , m_rows(model)
    , m_edits(edits)
    , m_delegate(new SidebarDelegate(this))
{
    setAccessibleName(tr("Conversations"));
    setFrameShape(QFrame::NoFrame);
    setModel(&model);
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(false); // the order is not the user's: a row is a place, a gap is none
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { m_marked = markedConversations(); });
    connect(&model, &QAbstractItemModel::modelReset, this, &SidebarView::keepMarks);
    connect(&model, &QAbstractItemModel::dataChanged, this, &SidebarView::watchActivity);
    connect(&model, &QAbstractItemModel::modelReset, this, &SidebarView::watchActivity);
}

QStringList SidebarView::markedConversations() const
{
    QModelIndexList indexes = selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    QStringList ids;
    for (const QModelIndex &index : std::as_const(indexes)) {
        const SidebarRow &row = m_rows.rowAt(index.row());
        if (row.kind == SidebarRow::Kind::Conversation)
            ids.append(row.id);
    }
    return ids;
}

void SidebarView::keepMarks()
{
    QItemSelection marks;
    QModelIndex first;
    for (const QString &id : std::as_const(m_marked)) {
        const int row = m_rows.rowOf(id);
        if (row < 0)
            continue;
        const QModelIndex index = m_rows.index(row);
        marks.select(index, index);
        if (!first.isValid())
            first = index;
    }
    selectionModel()->select(marks, QItemSelectionModel::ClearAndSelect);
    if (first.isValid())
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
}

void SidebarView::rename(const QString &id)
{
    m_rows.reveal(id);
    const int row = m_rows.rowOf(id);
    if (row < 0)
        return;
    scrollTo(m_rows.index(row));
    edit(m_rows.index(row));
}

void SidebarView::newFolder(const QString &parent, const QStringList &conversations)
{
    m_edits.undoStack().beginMacro(tr("New folder"));
    const QString id = m_edits.addFolder(parent, tr("New folder"));
    if (!conversations.isEmpty())
        m_edits.moveToFolder(conversations, id);
    m_edits.undoStack().endMacro();
    m_rows.setOpenFolders(m_rows.openFolders() | m_edits.foldersAbove(id));
    rename(id);
}

void SidebarView::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const SidebarRow row = m_rows.rowAt(index.row());
    switch (row.kind) {
    case SidebarRow::Kind::Heading: break;
    case SidebarRow::Kind::Folder:
    case SidebarRow::Kind::Shelf: m_rows.setOpen(row.id, !row.isOpen); break;
    case SidebarRow::Kind::Conversation: emit conversationChosen(row.id); break;
    }
}

void SidebarView::toggleFolder(const QModelIndex &index, bool isOpen)
{
    if (!index.isValid())
        return;
    const SidebarRow row = m_rows.rowAt(index.row());
    if (row.kind != SidebarRow::Kind::Folder && row.kind != SidebarRow::Kind::Shelf)
        return;
    m_rows.setOpen(row.id, isOpen);
    setCurrentIndex(m_rows.index(m_rows.rowOf(row.id)));
}

void SidebarView::deleteMarked()
{
    const QStringList ids = markedConversations();
    const QModelIndex current = currentIndex();
    if (ids.isEmpty()) {
        if (current.isValid() && m_rows.rowAt(current.row()).kind == SidebarRow::Kind::Folder)
            m_edits.removeFolder(m_rows.rowAt(current.row()).id);
        return;
    }
    if (m_rows.rowAt(m_rows.rowOf(ids.constFirst())).part == SidebarPart::Trash)
        askToDelete(ids);
    else
        m_edits.moveToTrash(ids);
}

void SidebarView::keyPressEvent(QKeyEvent *event)
{
    if (state() == QAbstractItemView::EditingState) // the editor's Enter comes by here
        return QListView::keyPressEvent(event);
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    const int inward = isRightToLeft ? Qt::Key_Left : Qt::Key_Right;
    const int outward = isRightToLeft ? Qt::Key_Right : Qt::Key_Left;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(currentIndex());
    else if (event->key() == Qt::Key_Delete)
        deleteMarked();
    else if (event->key() == Qt::Key_F2 && currentIndex().flags().testFlag(Qt::ItemIsEditable))
        edit(currentIndex());
    else if (event->key() == inward || event->key() == outward)
        toggleFolder(currentIndex(), event->key() == inward);
    else
        return QListView::keyPressEvent(event);
    event->accept();
}

void SidebarView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = indexAt(event->position().toPoint());
    QListView::mousePressEvent(event);
}

void SidebarView::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex pressed = std::exchange(m_pressed, QPersistentModelIndex());
    const bool wasDragging = state() == QAbstractItemView::DraggingState;
    QListView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && !wasDragging
        && indexAt(event->position().toPoint()) == pressed)
        choose(pressed);
}

// A ring that breathes while an answer comes; still where the desktop wants no motion.
void SidebarView::watchActivity()
{
    bool isAnswering = false;
    const int last = qMax(0, indexAt(QPoint(4, viewport()->height() - 2)).row());
    for (int row = qMax(0, indexAt(QPoint(4, 2)).row()); row <= last && row < m_rows.rowCount();
         ++row)
        isAnswering |=
            m_rows.index(row).data(SidebarModel::ActivityRole).toInt() == int(Activity::Answering);
    const bool moves = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (isAnswering && moves && isVisible()) {
        if (!m_pulse.isActive())
            m_pulse.start(beatInterval, this);
    } else if (m_pulse.isActive()) {
        m_pulse.stop();
        m_delegate->setPulse(1);
        viewport()->update();
    }
}

// The picture hangs beside the pointer and is seen through: the row below it is where it would go.
void SidebarView::startDrag(Qt::DropActions actions)
{
    QModelIndexList indexes = selectionModel()->selectedIndexes();
    indexes.removeIf(
        [](const QModelIndex &i) { return !i.flags().testFlag(Qt::ItemIsDragEnabled); });
    if (indexes.isEmpty())
        return;
    const QModelIndex held = indexes.contains(m_pressed) ? QModelIndex(m_pressed) : indexes.first();
    const QPixmap row = viewport()->grab(visualRect(held));
    QPixmap picture(row.size());
    picture.setDevicePixelRatio(row.devicePixelRatio());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setOpacity(draggedOpacity);
    painter.drawPixmap(0, 0, row);
    painter.end();
    auto *drag = new QDrag(this);
    drag->setMimeData(m_rows.mimeData(indexes));
    drag->setPixmap(picture);
    drag->setHotSpot(besidePointer);
    drag->exec(actions, defaultDropAction());
    setDropTarget({});
}

void SidebarView::dragMoveEvent(QDragMoveEvent *event)
{
    QListView::dragMoveEvent(event);
    const QModelIndex below = indexAt(event->position().toPoint());
    setDropTarget(event->isAccepted() ? below : QModelIndex());
}

void SidebarView::dragLeaveEvent(QDragLeaveEvent *event)
{
    QListView::dragLeaveEvent(event);
    setDropTarget({});
}

void SidebarView::dropEvent(QDropEvent *event)
{
    QListView::dropEvent(event);
    setDropTarget({});
}

void SidebarView::setDropTarget(const QModelIndex &index)
{
    if (m_delegate->dropTarget() == index)
        return;
    m_delegate->setDropTarget(index);
    viewport()->update();
}

void SidebarView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_pulse.timerId())
        return QListView::timerEvent(event);
    m_beat = (m_beat + 1) % beatsInPulse;
    m_delegate->setPulse(0.65 + 0.35 * std::cos(2 * std::numbers::pi * m_beat / beatsInPulse));
    for (int row = qMax(0, indexAt(QPoint(4, 2)).row()); row < m_rows.rowCount(); ++row) {
        const QRect place = visualRect(m_rows.index(row));
        if (place.top() > viewport()->height())
            break;
        if (m_rows.index(row).data(SidebarModel::ActivityRole).toInt() == int(Activity::Answering))
            viewport()->update(place);
    }
    watchActivity();
}

} // namespace Aura
