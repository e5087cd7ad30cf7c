// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/completion.h"

using namespace Qt::StringLiterals;

namespace Aura {

QString replyStateName(ReplyState state)
{
    switch (state) {
    case ReplyState::Answering: return u"answering"_s;
    case ReplyState::Complete: return u"complete"_s;
    case ReplyState::CutByLimit: return u"cutByLimit"_s;
    case ReplyState::Interrupted: return u"interrupted"_s;
    case ReplyState::Stopped: return u"stopped"_s;
    case ReplyState::Failed: return u"failed"_s;
    case ReplyState::Empty: return u"empty"_s;
    }
    Q_UNREACHABLE();
}

ReplyState replyStateFromName(const QString &name)
{
    constexpr int last = static_cast<int>(ReplyState::Empty);
    for (int state = 0; state <= last; ++state) {
        if (replyStateName(static_cast<ReplyState>(state)) == name)
            return static_cast<ReplyState>(state);
    }
    return ReplyState::Complete;
}

} // namespace Aura
