// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/streamdecoder.h"

#include <QList>
#include <QString>

namespace Aura {

//! Tells a reply's text from what the model thought before it, where the model writes both into
//! one: "<think>…</think>" at the very start. The tags and the line breaks behind the second are
//! left out; anywhere else they are text. The pieces may be cut anywhere.
class ThinkSplitter
{
public:
    //! What the next piece is; the last characters may be held back.
    void take(const QString &piece, QList<StreamEvent> &events);

    //! What was held back.
    void finish(QList<StreamEvent> &events);

private:
    enum class Place { Start, Thought, AfterThought, Text };

    void readStart(QList<StreamEvent> &events);
    void readThought(QList<StreamEvent> &events);

    Place m_place = Place::Start;
    QString m_held{};
};

} // namespace Aura
