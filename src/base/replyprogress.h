// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace Aura {

//! What a server says of its work before the first text of a reply.
struct ReplyProgress
{
    enum class Stage {
        LoadingModel,  // it answered 503; the request is sent once it is ready
        ReadingPrompt, // done of total tokens
    };

    Stage stage = Stage::LoadingModel;
    qint64 done = 0;
    qint64 total = 0;

    friend bool operator==(const ReplyProgress &, const ReplyProgress &) = default;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::ReplyProgress)
