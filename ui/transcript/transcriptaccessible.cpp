// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptaccessible.h"

#include "chat/conversationmodel.h"
#include "ui/transcript/messageactionbar.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QClipboard>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

// What scripts call the actions; localizedActionName() is what people hear.
const QString copyAction = u"Copy"_s;
const QString editAction = u"Edit"_s;
const QString askAgainAction = u"Try again"_s;
const QString continueAction = u"Continue"_s;
const QString previousAction = u"Previous version"_s;
const QString nextAction = u"Next version"_s;

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
    dropItems(0);
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

QAccessibleInterface *TranscriptAccessible::child(int index) const
{
    if (index < 0 || index > rowCount())
        return nullptr;
    if (index == rowCount())
        return QAccessible::queryAccessibleInterface(view().viewport());
    if (const auto known = m_items.constFind(index); known != m_items.constEnd())
        return QAccessible::accessibleInterface(*known);
    auto *item = new MessageAccessible(&view(), index);
    m_items.insert(index, QAccessible::registerAccessibleInterface(item));
    return item;
}

int TranscriptAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    if (const auto *item = dynamic_cast<const MessageAccessible *>(child))
        return item->row();
    return child && child->object() == view().viewport() ? rowCount() : -1;
}

QAccessibleInterface *TranscriptAccessible::childAt(int x, int y) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const QRect rect = view().messageRect(row);
        const QPoint point = view().viewport()->mapFromGlobal(QPoint(x, y));
        if (rect.contains(point))
            return child(row);
        if (rect.top() > point.y())
            break;
    }
    return nullptr;
}

QAccessibleInterface *TranscriptAccessible::focusChild() const
{
    if (view().hasFocus() && view().currentRow() >= 0)
        return child(view().currentRow());
    return QAccessibleWidget::focusChild();
}

void TranscriptAccessible::dropItems(int firstRow)
{
    m_items.removeIf([firstRow](const std::pair<const int &, QAccessible::Id &> &item) {
        if (item.first < firstRow)
            return false;
        QAccessible::deleteAccessibleInterface(item.second);
        return true;
    });
}

MessageAccessible::MessageAccessible(TranscriptView *view, int row)
    : m_view(view)
    , m_row(row)
{}

bool MessageAccessible::isValid() const
{
    return m_view->model() && m_row < m_view->model()->rowCount();
}

QWindow *MessageAccessible::window() const
{
    return m_view->window()->windowHandle();
}

QAccessibleInterface *MessageAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

QString MessageAccessible::text(QAccessible::Text kind) const
{
    if (!isValid() || kind != QAccessible::Name)
        return {};
    const Message &message = m_view->model()->messageAt(m_row);
    switch (message.role) {
    case Role::System: return tr("System: %1").arg(message.text);
    case Role::User: return tr("You: %1").arg(message.text);
    case Role::Assistant: return tr("Assistant: %1").arg(message.text);
    }
    Q_UNREACHABLE();
}

QRect MessageAccessible::rect() const
{
    if (!isValid())
        return {};
    const QRect rect = m_view->messageRect(m_row);
    return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

QAccessible::State MessageAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const QRect rect = m_view->messageRect(m_row);
    state.readOnly = true;
    state.multiLine = true;
    state.focusable = true;
    state.focused = m_view->hasFocus() && m_view->currentRow() == m_row;
    state.busy = m_view->model()->messageAt(m_row).state == ReplyState::Answering;
    state.offscreen = !rect.intersects(m_view->viewport()->rect());
    return state;
}

void *MessageAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

QStringList MessageAccessible::actionNames() const
{
    if (!isValid())
        return {};
    const Message &message = m_view->model()->messageAt(m_row);
    QStringList names{copyAction};
    if (message.role == Role::User)
        names << editAction;
    if (message.role == Role::Assistant && message.state != ReplyState::Answering)
        names << askAgainAction;
    if (m_row + 1 == m_view->model()->rowCount() && canContinue(message))
        names << continueAction;
    const QModelIndex index = m_view->model()->index(m_row);
    const int sibling = index.data(ConversationModel::SiblingIndexRole).toInt();
    if (sibling > 0)
        names << previousAction;
    if (sibling + 1 < index.data(ConversationModel::SiblingCountRole).toInt())
        names << nextAction;
    return names;
}

void MessageAccessible::doAction(const QString &name)
{
    if (!isValid() || !actionNames().contains(name))
        return;
    const Message &message = m_view->model()->messageAt(m_row);
    if (name == copyAction)
        QApplication::clipboard()->setText(message.text);
    else if (name == editAction)
        emit m_view->editRequested(message.id);
    else if (name == askAgainAction)
        emit m_view->askAgainRequested(message.id);
    else if (name == continueAction)
        emit m_view->continueRequested(message.id);
    else if (name == previousAction)
        emit m_view->siblingRequested(message.id, -1);
    else if (name == nextAction)
        emit m_view->siblingRequested(message.id, +1);
}

QString MessageAccessible::localizedActionName(const QString &name) const
{
    if (name == copyAction)
        return tr("Copy");
    if (name == editAction)
        return tr("Edit");
    if (name == askAgainAction)
        return tr("Try again");
    if (name == continueAction)
        return tr("Continue");
    if (name == previousAction)
        return tr("Previous version");
    return tr("Next version");
}

} // namespace Aura
