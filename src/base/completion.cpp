// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/completion.h"

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

//! A model's name without what says where it lies or which build it is.
QString bareModel(const QString &name)
{
    QString bare = name.section(u'/', -1).section(u'\\', -1).toLower();
    for (const auto ending : {":latest"_L1, ".gguf"_L1}) {
        if (bare.endsWith(ending))
            bare.chop(ending.size());
    }
    return bare;
}

} // namespace

bool answeredByOther(const Completion &completion)
{
    const QString asked = bareModel(completion.requestedModel);
    const QString answered = bareModel(completion.model);
    // "gpt-4o" is answered by "gpt-4o-2024-08-06", and "default" by whatever there is.
    return !asked.isEmpty() && !answered.isEmpty() && asked != "default"_L1 && asked != "auto"_L1
        && !answered.startsWith(asked) && !asked.startsWith(answered);
}

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
