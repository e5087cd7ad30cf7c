// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace Aura {

//! How far a request has come, before and between the texts of its reply.
struct ReplyProgress
{
    enum class Stage {
        Sent,          // the connection stands and the request has left
        LoadingModel,  // the server answered 503; the request is sent once it is ready
        ReadingPrompt, // done of total tokens
        Alive,         // something came that says nothing: a ping
    };

    Stage stage = Stage::LoadingModel;
    qint64 done = 0;
    qint64 total = 0;

    friend bool operator==(const ReplyProgress &, const ReplyProgress &) = default;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::ReplyProgress)
