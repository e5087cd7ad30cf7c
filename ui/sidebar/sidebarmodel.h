// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sidebar/sidebarrows.h"

#include <QAbstractListModel>
#include <QBasicTimer>

namespace Aura {

class ConversationEdits;
enum class Activity;

//! The rows of the sidebar, as makeSidebarRows() puts them. What is renamed, dragged and dropped
//! becomes an edit that can be undone.
class SidebarModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole {
        KindRole = Qt::UserRole + 1, // SidebarRow::Kind as int
        DepthRole,                   // int
        IsOpenRole,                  // bool, of a folder or shelf
        CountRole,                   // int, likewise
        ActivityRole,                // Aura::Activity as int
        IdRole,                      // QString, of a conversation or folder
        IsShownRole,                 // bool: the conversation is the one that is shown
    };

    //! Both outlive this.
    SidebarModel(ConversationListModel &conversations, ConversationEdits &edits,
                 QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    const SidebarRow &rowAt(int row) const { return m_rows[std::size_t(row)]; }
    int rowOf(const QString &id) const; // of a conversation or folder; -1: not in sight

    //! The conversation that the window shows.
    void setShown(const QString &id);

    //! Opens and closes a folder or shelf.
    void setOpen(const QString &id, bool isOpen);
    const QSet<QString> &openFolders() const { return m_open; }
    void setOpenFolders(const QSet<QString> &ids);
    //! Opens the folders above a conversation.
    void reveal(const QString &conversation);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void rebuild();
    void scheduleRebuild();
    void onSourceChanged(int first, int last);
    int targetOf(int gap, const QModelIndex &parent) const;
    int sourceOf(const SidebarRow &row) const; // -1: it is gone, or no conversation
    Activity activityOf(const SidebarRow &row) const;
    QString textOf(const SidebarRow &row) const;
    QString descriptionOf(const SidebarRow &row) const;

    ConversationListModel &m_conversations;
    ConversationEdits &m_edits;
    QSet<QString> m_open;
    QString m_shown;
    std::vector<SidebarRow> m_rows;
    QDate m_today; // the day of the headings
    QBasicTimer m_rebuild;
    QBasicTimer m_midnight;
};

} // namespace Aura
