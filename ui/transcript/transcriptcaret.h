// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/textposition.h"
#include "ui/transcript/textwalk.h"

#include <QObject>

class QKeyEvent;

namespace Aura {

class TranscriptSelection;
class TranscriptView;

//! Moves through the transcript's text by keys, and selects with Shift.
//!
//! The caret shows itself with the first key that needs it, or with F7; until then the arrows
//! scroll. It stands where the selection was led to last.
class TranscriptCaret : public QObject
{
    Q_OBJECT

public:
    //! All outlive it.
    TranscriptCaret(TranscriptView &view, TranscriptText &text, TranscriptSelection &selection);

    //! Whether the key was one of the caret's.
    bool press(const QKeyEvent &event);
    //! Whether Esc would end something here.
    bool wantsEscape() const;

    bool isShown() const { return m_shown; }
    void hide();

private:
    enum class Step {
        NextCharacter,
        PreviousCharacter,
        NextWord,
        PreviousWord,
        NextLine,
        PreviousLine,
        NextPage,
        PreviousPage,
        LineBegin,
        LineEnd,
        NextBlock,
        PreviousBlock,
        Begin,
        End,
    };
    struct Key;

    static const QList<Key> &keys();
    void move(Step step, bool selects);
    void show();
    TextPosition start();
    TextPosition reached(const TextPosition &from, Step step);
    TextPosition lineAway(const TextPosition &from, int direction, int least);
    TextPosition lineEdge(const TextPosition &from, bool end);

    TranscriptView &m_view;
    TranscriptText &m_text;
    TranscriptSelection &m_selection;
    TextWalk m_walk;
    bool m_shown = false;
    int m_goalX = -1; // px in the viewport, kept while lines are passed
};

} // namespace Aura
