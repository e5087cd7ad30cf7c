// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/accessible/messageaccessible.h"

#include "ui/transcript/accessible/partaccessible.h"
#include "ui/transcript/accessible/tableaccessible.h"
#include "ui/transcript/messageaction.h"
#include "ui/transcript/transcripttext.h"
#include "ui/transcript/transcriptview.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

//! What scripts call an action, what people hear, and its key in the window.
struct ActionName
{
    MessageAction action = MessageAction::Copy;
    const char *name = nullptr;
    const char *key = nullptr;
};

constexpr std::array actionNamesOfAll{
    ActionName{MessageAction::Copy, QT_TRANSLATE_NOOP("Aura::MessageAccessible", "Copy"), "Ctrl+C"},
    ActionName{MessageAction::Edit, QT_TRANSLATE_NOOP("Aura::MessageAccessible", "Edit"), "Ctrl+E"},
    ActionName{MessageAction::TryAgain, QT_TRANSLATE_NOOP("Aura::MessageAccessible", "Try again"),
               "Ctrl+R"},
    ActionName{MessageAction::Continue, QT_TRANSLATE_NOOP("Aura::MessageAccessible", "Continue"),
               "Ctrl+Shift+Return"},
    ActionName{MessageAction::PreviousVersion,
               QT_TRANSLATE_NOOP("Aura::MessageAccessible", "Previous version"), "Alt+Left"},
    ActionName{MessageAction::NextVersion,
               QT_TRANSLATE_NOOP("Aura::MessageAccessible", "Next version"), "Alt+Right"},
};

const ActionName *findAction(const QString &name)
{
    for (const ActionName &action : actionNamesOfAll) {
        if (name == QLatin1StringView(action.name))
            return &action;
    }
    return nullptr;
}

} // namespace

MessageAccessible::MessageAccessible(TranscriptView *view, MessageId id)
    : ReadableText(view)
    , m_id(id)
{}

MessageAccessible::~MessageAccessible()
{
    dropChildren();
}

int MessageAccessible::row() const
{
    const ConversationModel *model = view().model();
    if (!model)
        return -1;
    if (m_row < 0 || m_row >= model->rowCount() || model->messageAt(m_row).id != m_id)
        m_row = model->rowOf(m_id);
    return m_row;
}

void MessageAccessible::readAgain() const
{
    const Message &message = view().model()->messageAt(row());
    if (message.text.size() == m_readLength && message.state == m_readState)
        return;
    m_readLength = message.text.size();
    m_readState = message.state;
    m_reading = MessageReading(view().text(), row());
    std::vector<MessagePart> parts = partsOf(view().text().content(row()));
    if (parts != m_parts)
        dropChildren();
    m_parts = std::move(parts);
}

const MessageReading &MessageAccessible::reading() const
{
    if (isValid())
        readAgain();
    return m_reading;
}

void MessageAccessible::dropChildren() const
{
    for (const auto &[part, id] : m_children)
        QAccessible::deleteAccessibleInterface(id);
    m_children.clear();
}

QAccessibleInterface *MessageAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(&view());
}

int MessageAccessible::childCount() const
{
    reading();
    return int(m_parts.size());
}

QAccessibleInterface *MessageAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const auto known = m_children.find(size_t(index));
    if (known != m_children.end())
        return QAccessible::accessibleInterface(known->second);
    const MessagePart &part = m_parts[size_t(index)];
    auto *owner = const_cast<MessageAccessible *>(this);
    QAccessibleInterface *made = part.kind == MessagePart::Kind::Table
        ? static_cast<QAccessibleInterface *>(new TableAccessible(&view(), *owner, part))
        : static_cast<QAccessibleInterface *>(new PartAccessible(&view(), *owner, part));
    m_children[size_t(index)] = QAccessible::registerAccessibleInterface(made);
    return made;
}

int MessageAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    for (const auto &[part, id] : m_children) {
        if (QAccessible::accessibleInterface(id) == child)
            return int(part);
    }
    return -1;
}

QString MessageAccessible::text(QAccessible::Text kind) const
{
    if (!isValid() || kind != QAccessible::Name)
        return {};
    const Message &message = view().model()->messageAt(row());
    switch (message.role) {
    case Role::System: return tr("System: %1").arg(message.text);
    case Role::User: return tr("You: %1").arg(message.text);
    case Role::Assistant: return tr("Assistant: %1").arg(message.text);
    }
    Q_UNREACHABLE();
}

TextPosition MessageAccessible::positionOf(int offset) const
{
    return reading().positionOf(offset, row());
}

int MessageAccessible::offsetOf(const TextPosition &position) const
{
    return reading().offsetOf(position);
}

QRect MessageAccessible::rectInViewport() const
{
    return view().messageRect(row());
}

QAccessible::State MessageAccessible::state() const
{
    QAccessible::State state = ReadableText::state();
    if (state.invalid)
        return state;
    state.focusable = true;
    state.focused = view().hasFocus() && view().currentRow() == row();
    state.busy = view().model()->messageAt(row()).state == ReplyState::Answering;
    return state;
}

void *MessageAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return ReadableText::interface_cast(type);
}

QStringList MessageAccessible::actionNames() const
{
    QStringList names;
    if (!isValid())
        return names;
    const QList<MessageAction> possible = actionsOf(*view().model(), row());
    for (const ActionName &action : actionNamesOfAll) {
        if (possible.contains(action.action))
            names << QString::fromLatin1(action.name);
    }
    return names << setFocusAction();
}

void MessageAccessible::doAction(const QString &name)
{
    if (!isValid())
        return;
    if (name == setFocusAction()) {
        view().setFocus(Qt::OtherFocusReason);
        view().setCurrentRow(row());
    } else if (const ActionName *action = findAction(name)) {
        perform(view(), row(), action->action);
    }
}

QStringList MessageAccessible::keyBindingsForAction(const QString &name) const
{
    const ActionName *action = findAction(name);
    return action ? QStringList{QString::fromLatin1(action->key)} : QStringList();
}

QString MessageAccessible::localizedActionName(const QString &name) const
{
    const ActionName *action = findAction(name);
    return action ? tr(action->name) : QAccessibleActionInterface::localizedActionName(name);
}

} // namespace Aura
