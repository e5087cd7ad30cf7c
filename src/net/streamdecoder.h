// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/completion.h"
#include "base/replyprogress.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringDecoder>

namespace Aura {

//! What a piece of a reply's body says.
struct StreamEvent
{
    enum class Kind {
        Text,
        Reasoning,
        ToolCall, // a tool that the model wants called; this program calls none
        Model,
        Usage,
        Progress,
        Unreadable, // a part that is no sense was passed over
        End,
        Error,
    };

    Kind kind = Kind::Text;
    QString text{}; // of Text and Reasoning; the name, of Model; the whole call, of ToolCall
    Usage usage{};  // of Usage
    ReplyProgress progress{};                // of Progress
    ReplyState state = ReplyState::Complete; // of End: Complete or CutByLimit
    ProviderError error{}; // of Error, without subject and status; the detail is as it came

    friend bool operator==(const StreamEvent &, const StreamEvent &) = default;
};

//! Adds a text, or a thought, to the events: to the last of them where that is of the same kind.
void addText(QList<StreamEvent> &events, StreamEvent::Kind kind, const QString &text);

//! Reads the body of one streamed reply. Pure: every split of the bytes reads the same.
class StreamDecoder
{
public:
    virtual ~StreamDecoder() = default;

    //! What the next bytes say; neighbours of text are one event. Nothing follows an End or an
    //! Error.
    virtual QList<StreamEvent> feed(QByteArrayView bytes) = 0;

    //! What was still held back when the body ended, or broke off. Not fed any more. An End is
    //! proof, however the body ended.
    virtual QList<StreamEvent> finish() = 0;

    //! How many bytes wait for the rest of what they are part of.
    virtual qsizetype heldBytes() const = 0;

    //! Whether the protocol marks a reply's end itself; where not, the HTTP framing has to.
    virtual bool marksEnd() const = 0;
};

//! UTF-8 to text, without anything that is no UTF-8.
//!
//! What RFC 3629 does not allow (stray and missing continuation bytes, overlong forms, surrogates,
//! values above U+10FFFF) is dropped and leaves no mark. A character cut between two calls is read
//! whole; half of one at the end never shows. A NUL and a byte order mark are characters and stay.
class Utf8Reader
{
public:
    QString read(QByteArrayView bytes);

private:
    QStringDecoder m_decoder{QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom};
    QByteArray m_half; // the first bytes of a character, at most 3
};

//! A body that is the text itself: the Aura protocol.
class PlainTextDecoder final : public StreamDecoder
{
public:
    QList<StreamEvent> feed(QByteArrayView bytes) override;
    QList<StreamEvent> finish() override;
    qsizetype heldBytes() const override { return 0; } // but for half a character
    bool marksEnd() const override { return false; }

private:
    Utf8Reader m_utf8;
};

} // namespace Aura
