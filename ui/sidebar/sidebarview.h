// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QListView>

namespace Aura {

class ConversationEdits;
class SidebarDelegate;
class SidebarModel;

//! The list of conversations and folders: chosen, marked by the several, dragged, folded, renamed
//! in place.
class SidebarView : public QListView
{
    Q_OBJECT

public:
    //! Both outlive this.
    SidebarView(SidebarModel &model, ConversationEdits &edits, QWidget *parent = nullptr);

    //! The conversations that are marked, from the top.
    QStringList markedConversations() const;

    void rename(const QString &id);
    void newFolder(const QString &parent, const QStringList &conversations);

signals:
    void conversationChosen(const QString &id);
    void duplicateRequested(const QString &id);
    void exportRequested(const QStringList &ids);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void toggleFolder(const QModelIndex &index, bool isOpen);
    void deleteMarked();
    void keepMarks();
    void setDropTarget(const QModelIndex &index);
    void watchActivity();
    QMenu *makeFolderMenu(const QString &folder);
    QMenu *makeConversationMenu(const QStringList &ids);
    QMenu *makeTrashMenu(const QStringList &ids);
    void addFolderTargets(QMenu *menu, const QStringList &ids);
    void askToDelete(const QStringList &ids);

    SidebarModel &m_rows;
    ConversationEdits &m_edits;
    SidebarDelegate *m_delegate;
    QStringList m_marked; // ids, over a reset of the rows
    QPersistentModelIndex m_pressed;
    QBasicTimer m_pulse; // while something answers in sight
    int m_beat = 0;
};

} // namespace Aura
