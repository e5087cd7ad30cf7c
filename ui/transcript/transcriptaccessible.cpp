// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptaccessible.h"

#include "chat/conversationmodel.h"
#include "ui/transcript/transcriptview.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QPointer>

#include <unordered_map>

namespace Aura {

namespace {

QString speakerOf(Role role)
{
    switch (role) {
    case Role::System: return QCoreApplication::translate("Aura::TranscriptView", "System");
    case Role::User: return QCoreApplication::translate("Aura::TranscriptView", "You");
    case Role::Assistant: return QCoreApplication::translate("Aura::TranscriptView", "Assistant");
    }
    return {};
}

//! One message of a transcript, by its row.
class MessageItem : public QAccessibleInterface
{
public:
    MessageItem(TranscriptView *view, int row)
        : m_view(view)
        , m_row(row)
    {}

    bool isValid() const override { return m_view && m_view->model() != nullptr && m_row < count(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override {}
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !isValid())
            return {};
        const Message &message = m_view->model()->messageAt(m_row);
        return QStringLiteral("%1: ").arg(speakerOf(message.role)) + message.text;
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect rect = m_view->messageRect(m_row);
        return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.readOnly = true;
        state.focused = isValid() && m_view->currentRow() == m_row && m_view->hasFocus();
        state.busy = isValid()
            && m_view->model()->messageAt(m_row).state == ReplyState::Answering;
        return state;
    }

private:
    int count() const { return m_view->model()->rowCount(); }

    QPointer<TranscriptView> m_view;
    int m_row;
};

class TranscriptList : public QAccessibleWidget
{
public:
    explicit TranscriptList(TranscriptView *view)
        : QAccessibleWidget(view, QAccessible::List)
        , m_view(view)
    {}
    ~TranscriptList() override
    {
        for (const auto &[row, id] : m_items)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return messages() + QAccessibleWidget::childCount(); }

    QAccessibleInterface *child(int index) const override
    {
        if (index >= messages())
            return QAccessibleWidget::child(index - messages());
        if (index < 0)
            return nullptr;
        const auto known = m_items.find(index);
        if (known != m_items.end())
            return QAccessible::accessibleInterface(known->second);
        auto *item = new MessageItem(m_view, index); // the registry owns it
        m_items.emplace(index, QAccessible::registerAccessibleInterface(item));
        return item;
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (const auto &[row, id] : m_items) {
            if (QAccessible::accessibleInterface(id) == child)
                return row;
        }
        const int widget = QAccessibleWidget::indexOfChild(child);
        return widget < 0 ? -1 : widget + messages();
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int row = 0; row < messages(); ++row) {
            QAccessibleInterface *item = child(row);
            if (item != nullptr && item->rect().contains(x, y))
                return item;
        }
        return QAccessibleWidget::childAt(x, y);
    }

    QAccessibleInterface *focusChild() const override
    {
        if (m_view->hasFocus() && m_view->currentRow() >= 0)
            return child(m_view->currentRow());
        return QAccessibleWidget::focusChild();
    }

private:
    int messages() const { return m_view->model() != nullptr ? m_view->model()->rowCount() : 0; }

    TranscriptView *m_view;
    mutable std::unordered_map<int, QAccessible::Id> m_items;
};

} // namespace

QAccessibleInterface *makeTranscriptAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<TranscriptView *>(object);
    return view != nullptr ? new TranscriptList(view) : nullptr;
}

} // namespace Aura
