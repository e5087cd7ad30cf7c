// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/errortext.h"
#include "base/version.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ErrorText)
};

} // namespace

QString errorDetails(const ProviderError &error)
{
    QStringList facts{errorSentence(error)};
    const auto add = [&facts](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts.append(name + u": "_s + value);
    };
    const auto number = [](qint64 value) { return value > 0 ? QString::number(value) : QString(); };
    add(ErrorText::tr("Kind of error"), errorKindName(error.kind));
    add(ErrorText::tr("Happened at"), error.subject);
    add(ErrorText::tr("HTTP status"), number(error.httpStatus));
    add(ErrorText::tr("Limit in ms"), number(error.limit.count()));
    add(ErrorText::tr("Tokens needed"), number(error.needed));
    add(ErrorText::tr("Tokens allowed"), number(error.allowed));
    add(ErrorText::tr("What the other side said"), error.detail);
    add(ErrorText::tr("Program"), u"Aura "_s + QLatin1StringView(programVersion));
    return facts.join(u'\n');
}

} // namespace Aura
