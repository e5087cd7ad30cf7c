// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportwords.h"

#include <QCoreApplication>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! The sentences of this file.
struct ExportWords
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ExportWords)
};

} // namespace

QString speakerText(const Message &message)
{
    switch (message.role) {
    case Role::System: return ExportWords::tr("System");
    case Role::User: return ExportWords::tr("You");
    case Role::Assistant: break;
    }
    return message.model.isEmpty() ? ExportWords::tr("Assistant")
                                   : ExportWords::tr("Assistant (%1)").arg(message.model);
}

QString reasoningTitle()
{
    return ExportWords::tr("Reasoning");
}

QString untitledText()
{
    return ExportWords::tr("Conversation");
}

QString endingText(ReplyState state)
{
    switch (state) {
    case ReplyState::Complete: break;
    case ReplyState::Answering: return ExportWords::tr("The reply was still coming.");
    case ReplyState::CutByLimit: return ExportWords::tr("The reply was cut by a limit.");
    case ReplyState::Interrupted: return ExportWords::tr("The reply was interrupted.");
    case ReplyState::Stopped: return ExportWords::tr("The reply was stopped.");
    case ReplyState::Failed: return ExportWords::tr("The reply failed.");
    case ReplyState::Empty: return ExportWords::tr("The reply was empty.");
    }
    return {};
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

} // namespace Aura
