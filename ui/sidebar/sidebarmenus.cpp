// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The context menus of the sidebar's list.
#include "chat/conversation.h"
#include "ui/sidebar/conversationedits.h"
#include "ui/sidebar/sidebarmodel.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/theme/icons.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <memory>

namespace Aura {

void SidebarView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    std::unique_ptr<QMenu> menu;
    const SidebarRow row = index.isValid() ? m_rows.rowAt(index.row()) : SidebarRow();
    if (row.kind == SidebarRow::Kind::Folder || row.kind == SidebarRow::Kind::Heading) {
        menu.reset(makeFolderMenu(row.id));
    } else {
        QStringList ids = markedConversations();
        if (row.kind == SidebarRow::Kind::Conversation && !ids.contains(row.id)) {
            selectionModel()->select(index, QItemSelectionModel::ClearAndSelect);
            ids = {row.id};
        }
        menu.reset(row.part == SidebarPart::Trash ? makeTrashMenu(ids) : makeConversationMenu(ids));
    }
    if (menu->isEmpty())
        return;
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPoint place = event->reason() == QContextMenuEvent::Keyboard
        ? viewport()->mapToGlobal(visualRect(index).center())
        : event->globalPos();
    menu.release()->popup(place); // it deletes itself
}

QMenu *SidebarView::makeFolderMenu(const QString &folder)
{
    auto *menu = new QMenu(this);
    menu->addAction(tr("New folder"), this, [this, folder] { newFolder(folder, {}); });
    if (folder.isEmpty())
        return menu;
    menu->addAction(icon(IconName::Edit), tr("Rename…"), this, [this, folder] { rename(folder); });
    menu->addSeparator();
    menu->addAction(tr("Remove folder, keep conversations"), this,
                    [this, folder] { m_edits.removeFolder(folder); });
    return menu;
}

QMenu *SidebarView::makeConversationMenu(const QStringList &ids)
{
    auto *menu = new QMenu(this);
    if (ids.isEmpty())
        return menu;
    const SidebarPart part = m_rows.rowAt(m_rows.rowOf(ids.constFirst())).part;
    const bool isPinned = part == SidebarPart::Pinned;
    const bool isArchived = part == SidebarPart::Archive;
    if (ids.size() == 1) {
        const QString &id = ids.constFirst();
        menu->addAction(icon(IconName::Edit), tr("Rename…"), this, [this, id] { rename(id); });
        menu->addAction(icon(IconName::Copy), tr("Duplicate"), this,
                        [this, id] { emit duplicateRequested(id); });
    }
    menu->addAction(isPinned ? tr("Unpin") : tr("Pin"), this,
                    [this, ids, isPinned] { m_edits.setPinned(ids, !isPinned); });
    addFolderTargets(menu->addMenu(tr("Move to folder")), ids);
    menu->addAction(isArchived ? tr("Take out of the archive") : tr("Archive"), this,
                    [this, ids, isArchived] { m_edits.setArchived(ids, !isArchived); });
    menu->addAction(tr("Export…"), this, [this, ids] { emit exportRequested(ids); });
    menu->addSeparator();
    menu->addAction(icon(IconName::Trash), tr("Move to the trash"), this,
                    [this, ids] { m_edits.moveToTrash(ids); });
    return menu;
}

void SidebarView::addFolderTargets(QMenu *menu, const QStringList &ids)
{
    menu->addAction(tr("New folder…"), this, [this, ids] { newFolder({}, ids); });
    menu->addAction(tr("No folder"), this, [this, ids] { m_edits.moveToFolder(ids, {}); });
    menu->addSeparator();
    for (const ConversationEdits::FolderPath &folder : m_edits.folderPaths()) {
        QString name = folder.path;
        name.replace(QLatin1Char('&'), QLatin1String("&&"));
        menu->addAction(name, this, [this, ids, id = folder.id] { m_edits.moveToFolder(ids, id); });
    }
}

QMenu *SidebarView::makeTrashMenu(const QStringList &ids)
{
    auto *menu = new QMenu(this);
    if (!ids.isEmpty()) {
        menu->addAction(tr("Restore"), this, [this, ids] { m_edits.restore(ids); });
        menu->addAction(icon(IconName::Trash), tr("Delete for good…"), this,
                        [this, ids] { askToDelete(ids); });
    } else {
        menu->addAction(icon(IconName::Trash), tr("Empty the trash…"), this,
                        [this] { askToDelete(m_edits.trashed()); });
    }
    return menu;
}

void SidebarView::askToDelete(const QStringList &ids)
{
    auto *question =
        new QMessageBox(QMessageBox::Warning, tr("Delete for good"),
                        tr("Delete %n conversations for good?", nullptr, int(ids.size())),
                        QMessageBox::NoButton, window());
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("They are removed from the history, from the search and from "
                                    "its copies on this computer. This cannot be undone."));
    const QPushButton *remove =
        question->addButton(tr("Delete for good"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(remove, &QPushButton::clicked, this, [this, ids] { m_edits.deleteForGood(ids); });
    question->open();
}

} // namespace Aura
