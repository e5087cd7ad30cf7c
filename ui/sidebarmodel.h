// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QDate>

#include <vector>

namespace Aura {

class Conversation;
class ConversationListModel;

//! The rows of the sidebar: the conversations that have begun, grouped by the day of their last
//! change under headings, filtered by title.
class SidebarModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole {
        HeadingRole = Qt::UserRole + 1, // bool: the row is a heading
        ActivityRole,                   // Aura::Activity as int
        IdRole,                         // QString, the conversation; empty for a heading
    };

    //! The conversations outlive this.
    explicit SidebarModel(ConversationListModel &conversations, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    //! Shows the conversations whose title contains the text, in any case.
    void setFilter(const QString &text);

    int rowOf(const QString &id) const; // -1: not shown

    //! "Today", "Yesterday", "This week", else the month.
    static QString headingFor(const QDate &day, const QDate &today);

private:
    struct Row
    {
        QString heading{}; // of a heading
        QString id{};      // of all other rows: the conversation

        friend bool operator==(const Row &, const Row &) = default;
    };

    void rebuild();
    std::vector<Row> makeRows() const;

    ConversationListModel &m_conversations;
    QString m_filter;
    std::vector<Row> m_rows;
};

} // namespace Aura
