// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/accessible/transcriptaccessible.h"

#include "ui/transcript/accessible/messageaccessible.h"
#include "ui/transcript/transcriptview.h"

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

QAccessibleInterface *makeTranscriptAccessible(const QString &className, QObject *object)
{
    if (className != "Aura::TranscriptView"_L1)
        return nullptr;
    return new TranscriptAccessible(static_cast<TranscriptView *>(object));
}

} // namespace

TranscriptAccessible::TranscriptAccessible(TranscriptView *view)
    : QAccessibleWidget(view, QAccessible::List, view->accessibleName())
{}

TranscriptAccessible::~TranscriptAccessible()
{
    forget();
}

void TranscriptAccessible::forget()
{
    const QHash<MessageId, QAccessible::Id> items = std::exchange(m_items, {});
    for (const QAccessible::Id item : items)
        QAccessible::deleteAccessibleInterface(item);
}

void TranscriptAccessible::install()
{
    QAccessible::installFactory(makeTranscriptAccessible);
}

TranscriptView &TranscriptAccessible::view() const
{
    return *static_cast<TranscriptView *>(widget());
}

int TranscriptAccessible::rowCount() const
{
    const ConversationModel *model = view().model();
    return model ? model->rowCount() : 0;
}

int TranscriptAccessible::childCount() const
{
    return rowCount() + 1; // the messages, then the viewport with its buttons
}

MessageAccessible *TranscriptAccessible::item(int row) const
{
    const MessageId id = view().model()->messageAt(row).id;
    if (const auto known = m_items.constFind(id); known != m_items.constEnd())
        return static_cast<MessageAccessible *>(QAccessible::accessibleInterface(*known));
    auto *item = new MessageAccessible(&view(), id);
    m_items.insert(id, QAccessible::registerAccessibleInterface(item));
    return item;
}

QAccessibleInterface *TranscriptAccessible::child(int index) const
{
    if (index < 0 || index > rowCount())
        return nullptr;
    if (index == rowCount())
        return QAccessible::queryAccessibleInterface(view().viewport());
    return item(index);
}

int TranscriptAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    if (const auto *message = dynamic_cast<const MessageAccessible *>(child))
        return message->row();
    return child && child->object() == view().viewport() ? rowCount() : -1;
}

QAccessibleInterface *TranscriptAccessible::childAt(int x, int y) const
{
    const QPoint point = view().viewport()->mapFromGlobal(QPoint(x, y));
    if (!view().viewport()->rect().contains(point) || rowCount() == 0)
        return nullptr;
    const int row = view().positionAt(point).row;
    return row >= 0 && view().messageRect(row).contains(point) ? child(row) : nullptr;
}

QAccessibleInterface *TranscriptAccessible::focusChild() const
{
    if (view().hasFocus() && view().currentRow() >= 0 && view().currentRow() < rowCount())
        return child(view().currentRow());
    return QAccessibleWidget::focusChild();
}

} // namespace Aura
