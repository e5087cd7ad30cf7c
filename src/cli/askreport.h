// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/completion.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace Aura {

//! A reply and how it ended, as `aura ask` tells it.
struct AskReport
{
    QString text{};
    QString reasoning{};
    QString requestedModel{}; // stands in where the server does not name its own
    Completion completion{};

    //! The object of --json. What is not known is null.
    QJsonObject toJson() const;

    //! What went wrong and what to do about it, a few sentences; empty where all is well, or where
    //! the user stopped it.
    QString problem() const;
};

//! What stands on the standard error for a problem: who says it, and the end of the line.
QByteArray problemLine(const QString &problem);

} // namespace Aura
