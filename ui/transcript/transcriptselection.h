// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/messageexcerpt.h"
#include "ui/transcript/textboundaries.h"
#include "ui/transcript/textposition.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace Aura {

class TranscriptText;

//! What of the transcript is selected: one stretch of text across blocks and messages, whether
//! they are laid out or not.
//!
//! It stays on its text while replies grow and rows come and go; where rows with an end of it are
//! taken away, it ends.
class TranscriptSelection : public QObject
{
    Q_OBJECT

public:
    enum class Unit { Character, Word, Paragraph };

    //! The texts outlive the selection.
    explicit TranscriptSelection(TranscriptText &text, QObject *parent = nullptr);

    bool isEmpty() const { return m_range.isEmpty(); }
    const TextSelection &range() const { return m_range; }
    //! Where it was led to last; stays where it is while nothing is selected. Invalid: nowhere.
    TextPosition cursor() const { return m_range.cursor; }

    //! Begins anew at a place, with the whole unit there.
    void begin(const TextPosition &at, Unit unit = Unit::Character);
    //! Leads the end to a place, by the units that it was begun with.
    void extendTo(const TextPosition &to);
    void selectAll();
    void select(const TextSelection &range);
    void clear(); // the cursor stays

    bool contains(const TextPosition &position) const;
    //! Its part in a row; whole rows end at the block INT_MAX.
    std::optional<TextSelection> inRow(int row) const;

    //! What is selected, by messages.
    QList<MessageExcerpt> excerpts() const;
    //! As it reads, whole.
    QString plainText() const;

    //! Puts it on the clipboard of selected text, where the desktop has one (X11).
    void offerAsPrimary();

    //! Rows came or went, or all of them did.
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void reset();

signals:
    void changed();
    void allSelected(); // of what is here: there may be older messages elsewhere

private:
    TextSelection unitAt(const TextPosition &position) const;
    TextSpan spanAt(const TextPosition &position) const;

    TranscriptText &m_text;
    TextSelection m_range;
    TextSelection m_origin; // the unit that it was begun with
    Unit m_unit = Unit::Character;
    QTimer m_primary;
};

} // namespace Aura
