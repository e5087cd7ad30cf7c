// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/replynotes.h"

#include <QCoreApplication>

namespace Aura {

namespace {

class ReplyNotes
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ReplyNotes)
};

constexpr qsizetype longestCall = 200; // characters

} // namespace

QStringList replyNotes(const Completion &completion)
{
    QStringList notes;
    if (answeredByOther(completion))
        notes += ReplyNotes::tr("The model %1 answered, not %2.")
                     .arg(completion.model, completion.requestedModel);
    if (completion.unreadableParts > 0)
        notes += ReplyNotes::tr("%n part(s) of the reply could not be read.", nullptr,
                                completion.unreadableParts);
    for (const QString &call : completion.toolCalls)
        notes += ReplyNotes::tr("The model asked for the tool %1, which Aura does not call.")
                     .arg(call.left(longestCall).simplified());
    return notes;
}

} // namespace Aura
