// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptcaret.h"

#include "ui/transcript/transcriptselection.h"
#include "ui/transcript/transcripttext.h"
#include "ui/transcript/transcriptview.h"

#include <QKeyEvent>

#include <algorithm>

namespace Aura {

namespace {

constexpr int probeStep = 6;    // px between two looks for the next line
constexpr int farthest = 2'000; // px; farther away nothing is looked for
constexpr int farSide = 1'000'000;

} // namespace

struct TranscriptCaret::Key
{
    QKeySequence moves{};
    QKeySequence selects{};
    Step step = Step::NextCharacter;
    bool scrollsWhileHidden = false;
};

const QList<TranscriptCaret::Key> &TranscriptCaret::keys()
{
    static const QList<Key> keys{
        {Qt::Key_Right, Qt::SHIFT | Qt::Key_Right, Step::NextCharacter},
        {Qt::Key_Left, Qt::SHIFT | Qt::Key_Left, Step::PreviousCharacter},
        {Qt::CTRL | Qt::Key_Right, Qt::CTRL | Qt::SHIFT | Qt::Key_Right, Step::NextWord},
        {Qt::CTRL | Qt::Key_Left, Qt::CTRL | Qt::SHIFT | Qt::Key_Left, Step::PreviousWord},
        {Qt::Key_Down, Qt::SHIFT | Qt::Key_Down, Step::NextLine, true},
        {Qt::Key_Up, Qt::SHIFT | Qt::Key_Up, Step::PreviousLine, true},
        {Qt::Key_PageDown, Qt::SHIFT | Qt::Key_PageDown, Step::NextPage, true},
        {Qt::Key_PageUp, Qt::SHIFT | Qt::Key_PageUp, Step::PreviousPage, true},
        {Qt::Key_Home, Qt::SHIFT | Qt::Key_Home, Step::LineBegin, true},
        {Qt::Key_End, Qt::SHIFT | Qt::Key_End, Step::LineEnd, true},
        {Qt::CTRL | Qt::Key_Down, Qt::CTRL | Qt::SHIFT | Qt::Key_Down, Step::NextBlock},
        {Qt::CTRL | Qt::Key_Up, Qt::CTRL | Qt::SHIFT | Qt::Key_Up, Step::PreviousBlock},
        {Qt::CTRL | Qt::Key_Home, Qt::CTRL | Qt::SHIFT | Qt::Key_Home, Step::Begin, true},
        {Qt::CTRL | Qt::Key_End, Qt::CTRL | Qt::SHIFT | Qt::Key_End, Step::End, true},
    };
    return keys;
}

TranscriptCaret::TranscriptCaret(TranscriptView &view, TranscriptText &text,
                                 TranscriptSelection &selection)
    : m_view(view)
    , m_text(text)
    , m_selection(selection)
    , m_walk(text)
{}

bool TranscriptCaret::wantsEscape() const
{
    return m_shown || !m_selection.isEmpty();
}

void TranscriptCaret::hide()
{
    if (!m_shown)
        return;
    m_shown = false;
    m_view.viewport()->update();
}

void TranscriptCaret::show()
{
    m_shown = true;
    m_view.viewport()->update();
}

bool TranscriptCaret::press(const QKeyEvent &event)
{
    if (m_text.rowCount() == 0)
        return false;
    if (event.key() == Qt::Key_Escape && wantsEscape()) {
        m_selection.clear();
        hide();
        return true;
    }
    if (event.key() == Qt::Key_F7) {
        m_shown = !m_shown;
        if (m_shown && !m_selection.cursor().isValid())
            m_selection.begin(start());
        m_view.viewport()->update();
        return true;
    }
    const QKeySequence pressed(
        QKeyCombination(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(event.key())));
    for (const Key &key : keys()) {
        const bool selects = pressed == key.selects;
        if (!selects && (pressed != key.moves || (key.scrollsWhileHidden && !m_shown)))
            continue;
        move(key.step, selects);
        return true;
    }
    return false;
}

// Where the keyboard is: at the caret, in the message that it acts on, else at the top of what is
// seen.
TextPosition TranscriptCaret::start()
{
    const TextPosition cursor = m_text.clamped(m_selection.cursor());
    const int current = m_view.currentRow();
    if (cursor.isValid() && (m_shown || current < 0 || cursor.row == current))
        return cursor;
    if (current >= 0)
        return m_walk.nextBlock({current, -1, 0});
    return m_text.clamped(m_view.positionAt({0, 0}));
}

void TranscriptCaret::move(Step step, bool selects)
{
    const TextPosition from = start();
    if (selects && m_selection.cursor() != from)
        m_selection.begin(from);
    const bool vertical = step == Step::NextLine || step == Step::PreviousLine
        || step == Step::NextPage || step == Step::PreviousPage;
    if (!vertical || m_goalX < 0)
        m_goalX = vertical ? int(m_view.caretRect(from).left()) : -1;
    const TextPosition to = reached(from, step);
    if (selects)
        m_selection.extendTo(to);
    else
        m_selection.begin(to);
    show();
    m_view.focusRow(to.row);
    m_view.reveal(to);
    if (selects)
        m_selection.offerAsPrimary();
}

TextPosition TranscriptCaret::reached(const TextPosition &from, Step step)
{
    const bool flipped = m_walk.isRightToLeft(from); // left is where the text goes on
    switch (step) {
    case Step::NextCharacter:
        return flipped ? m_walk.previousCharacter(from) : m_walk.nextCharacter(from);
    case Step::PreviousCharacter:
        return flipped ? m_walk.nextCharacter(from) : m_walk.previousCharacter(from);
    case Step::NextWord: return flipped ? m_walk.previousWord(from) : m_walk.nextWord(from);
    case Step::PreviousWord: return flipped ? m_walk.nextWord(from) : m_walk.previousWord(from);
    case Step::NextLine: return lineAway(from, +1, 0);
    case Step::PreviousLine: return lineAway(from, -1, 0);
    case Step::NextPage: return lineAway(from, +1, m_view.viewport()->height() * 8 / 10);
    case Step::PreviousPage: return lineAway(from, -1, m_view.viewport()->height() * 8 / 10);
    case Step::LineBegin: return lineEdge(from, false);
    case Step::LineEnd: return lineEdge(from, true);
    case Step::NextBlock: return m_walk.nextBlock(from);
    case Step::PreviousBlock: return m_walk.blockBegin(from);
    case Step::Begin: return m_text.begin();
    case Step::End: return m_text.end();
    }
    Q_UNREACHABLE();
}

// Down or up until another line is met, at least so many pixels away.
TextPosition TranscriptCaret::lineAway(const TextPosition &from, int direction, int least)
{
    const QRectF here = m_view.caretRect(from);
    int y = int(direction > 0 ? here.bottom() + 1 : here.top() - 1) + direction * least;
    for (int passed = 0; passed < farthest; passed += probeStep, y += direction * probeStep) {
        const TextPosition to = m_view.positionAt({m_goalX, y});
        if (to == from || !to.isValid())
            continue;
        const qreal top = m_view.caretRect(to).top();
        if (direction > 0 ? top > here.top() : top < here.top())
            return to;
    }
    return direction > 0 ? m_text.end() : m_text.begin();
}

TextPosition TranscriptCaret::lineEdge(const TextPosition &from, bool end)
{
    const bool right = end != m_walk.isRightToLeft(from);
    const int y = int(m_view.caretRect(from).center().y());
    return m_view.positionAt({right ? farSide : -farSide, y});
}

} // namespace Aura
