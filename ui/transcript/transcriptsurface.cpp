// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptsurface.h"

namespace Aura {

TranscriptSurface::TranscriptSurface(TranscriptView &view)
    : gesture(view, selection)
    , caret(view, text, selection)
    , reader(view, selection)
{}

void TranscriptSurface::setModel(ConversationModel *model)
{
    text.setModel(model);
    reader.setModel(model);
    caret.hide();
}

void TranscriptSurface::insertRows(int first, int last)
{
    selection.insertRows(first, last);
    find.insertRows(first, last);
}

void TranscriptSurface::removeRows(int first, int last)
{
    clearTarget();
    selection.removeRows(first, last);
    find.removeRows(first, last);
}

void TranscriptSurface::resetRows()
{
    clearTarget();
    selection.reset();
    find.reset();
}

bool TranscriptSurface::moveTarget(int row, int step)
{
    if (!m_target && step < 0)
        return false;
    const QList<MessageTarget> targets = targetsOf(text.content(row));
    const qsizetype now = m_target ? targets.indexOf(*m_target) : -1;
    const qsizetype next = now + step;
    if (next < 0 || (m_target && now < 0) || next >= targets.size()) {
        m_target.reset();
        return false;
    }
    m_target = targets.at(next);
    return true;
}

} // namespace Aura
