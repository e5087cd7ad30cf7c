// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undoprecedence.h"

#include <QKeyEvent>
#include <QPlainTextEdit>

namespace Aura {

UndoPrecedence::UndoPrecedence(QPlainTextEdit &edit)
    : QObject(&edit)
    , m_edit(edit)
{
    edit.installEventFilter(this);
}

bool UndoPrecedence::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto *keys = static_cast<QKeyEvent *>(event);
    const QTextDocument *text = m_edit.document();
    if ((keys->matches(QKeySequence::Undo) && !text->isUndoAvailable())
        || (keys->matches(QKeySequence::Redo) && !text->isRedoAvailable())) {
        event->ignore();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Aura
