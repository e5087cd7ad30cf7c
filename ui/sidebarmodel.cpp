// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebarmodel.h"

#include "chat/conversationlistmodel.h"

#include <QLocale>

namespace Aura {

SidebarModel::SidebarModel(ConversationListModel &conversations, QObject *parent)
    : QAbstractListModel(parent)
    , m_conversations(conversations)
{
    const auto *source = &conversations;
    connect(source, &QAbstractItemModel::rowsInserted, this, &SidebarModel::rebuild);
    connect(source, &QAbstractItemModel::rowsRemoved, this, &SidebarModel::rebuild);
    connect(source, &QAbstractItemModel::rowsMoved, this, &SidebarModel::rebuild);
    connect(source, &QAbstractItemModel::modelReset, this, &SidebarModel::rebuild);
    connect(source, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &changed) {
        rebuild();
        const int row = rowOf(m_conversations.summaryAt(changed.row()).id);
        if (row >= 0)
            emit dataChanged(index(row), index(row));
    });
    m_rows = makeRows();
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const bool heading = row.id.isEmpty();
    const int source = heading ? -1 : m_conversations.rowOf(row.id);
    if (!heading && source < 0)
        return {};
    switch (role) {
    case Qt::DisplayRole: return heading ? row.heading : m_conversations.summaryAt(source).title;
    case Qt::EditRole: return heading ? QVariant() : m_conversations.summaryAt(source).title;
    case Qt::ToolTipRole: // a tool tip would take a title with tags in it for rich text
        return heading ? QVariant() : m_conversations.summaryAt(source).title.toHtmlEscaped();
    case HeadingRole: return heading;
    case ActivityRole: return heading ? 0 : int(m_conversations.activityAt(source));
    case IdRole: return row.id;
    case Qt::AccessibleDescriptionRole:
        if (heading)
            return {};
        switch (m_conversations.activityAt(source)) {
        case Activity::None: return {};
        case Activity::Answering: return tr("answering");
        case Activity::FinishedUnseen: return tr("answered");
        case Activity::Problem: return tr("problem");
        }
        return {};
    default: return {};
    }
}

bool SidebarModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const int source = m_conversations.rowOf(m_rows[std::size_t(index.row())].id);
    if (source < 0)
        return false;
    ConversationSummary renamed = m_conversations.summaryAt(source);
    renamed.title = value.toString();
    m_conversations.setSummaries({renamed});
    return true;
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows[std::size_t(index.row())].id.isEmpty())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable;
}

void SidebarModel::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    rebuild();
}

int SidebarModel::rowOf(const QString &id) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].id == id && !id.isEmpty())
            return int(i);
    }
    return -1;
}

QString SidebarModel::headingFor(const QDate &day, const QDate &today)
{
    const qint64 ago = day.daysTo(today);
    if (ago <= 0)
        return tr("Today");
    if (ago == 1)
        return tr("Yesterday");
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    if (day >= monday)
        return tr("This week");
    QString month = QLocale().standaloneMonthName(day.month());
    month.replace(0, 1, month.left(1).toUpper());
    return month + QLatin1Char(' ') + QString::number(day.year());
}

std::vector<SidebarModel::Row> SidebarModel::makeRows() const
{
    std::vector<Row> rows;
    QString heading;
    const QDate today = QDate::currentDate();
    for (int i = 0; i < m_conversations.rowCount(); ++i) {
        const ConversationSummary &summary = m_conversations.summaryAt(i);
        if (summary.title.isEmpty() || summary.isArchived || summary.trashedAt.isValid()
            || !summary.title.contains(m_filter, Qt::CaseInsensitive))
            continue;
        const QString group = headingFor(summary.changed.toLocalTime().date(), today);
        if (group != heading) {
            heading = group;
            rows.push_back({.heading = heading});
        }
        rows.push_back({.id = summary.id});
    }
    return rows;
}

// The same rows are no change: the list keeps its selection and place.
void SidebarModel::rebuild()
{
    std::vector<Row> rows = makeRows();
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace Aura
