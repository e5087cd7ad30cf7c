// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

#include <optional>

namespace Aura {

//! What the JSON of a streamed reply's events has in common: all but the text itself.
//!
//! Of an event that was read as JSON it keeps the bytes before and behind the text, once reading
//! them around another text has shown that they make an object that differs in its text alone. Then
//! the same bytes around any text without quotes, backslashes and controls do, and such an event
//! needs no JSON reader. Pure.
class EventShape
{
public:
    //! Takes the shape of an event in place of the one before, or none: where the event has no
    //! text in choices[0].delta.content, or while learning has been of no use. `object` is what
    //! the bytes read as.
    void learn(QByteArrayView json, const QJsonObject &object);

    //! There is no shape from now on.
    void forget();

    //! The text, in valid UTF-8, of an event of this shape; std::nullopt where it has another, or
    //! where its text is not plain.
    std::optional<QByteArrayView> textOf(QByteArrayView json);

private:
    bool hasShape(QByteArrayView json) const;

    QByteArray m_before; // empty: there is no shape
    QByteArray m_behind;
    bool m_isOfUse = false; // an event of the shape came
    int m_pause = 0;        // how many events are not learnt from
    int m_nextPause = 0;
};

} // namespace Aura
