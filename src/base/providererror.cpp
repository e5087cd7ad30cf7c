// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/providererror.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace Aura {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Address: return u"address"_s;
    case ErrorKind::NameLookup: return u"nameLookup"_s;
    case ErrorKind::Connect: return u"connect"_s;
    case ErrorKind::Tls: return u"tls"_s;
    case ErrorKind::Proxy: return u"proxy"_s;
    case ErrorKind::Timeout: return u"timeout"_s;
    case ErrorKind::Redirect: return u"redirect"_s;
    case ErrorKind::Http: return u"http"_s;
    case ErrorKind::Protocol: return u"protocol"_s;
    case ErrorKind::WrongAddress: return u"wrongAddress"_s;
    case ErrorKind::Server: return u"server"_s;
    case ErrorKind::Limit: return u"limit"_s;
    case ErrorKind::EndNotConfirmed: return u"endNotConfirmed"_s;
    }
    Q_UNREACHABLE();
}

ErrorKind errorKindFromName(const QString &name)
{
    constexpr int last = static_cast<int>(ErrorKind::EndNotConfirmed);
    for (int kind = 0; kind <= last; ++kind) {
        if (errorKindName(static_cast<ErrorKind>(kind)) == name)
            return static_cast<ErrorKind>(kind);
    }
    return ErrorKind::Protocol;
}

QString errorCauseName(ErrorCause cause)
{
    return QString::fromLatin1(
        QMetaEnum::fromType<ErrorCause>().valueToKey(static_cast<int>(cause)));
}

ErrorCause errorCauseFromName(const QString &name)
{
    bool isKnown = false;
    const int value =
        QMetaEnum::fromType<ErrorCause>().keyToValue(name.toLatin1().constData(), &isKnown);
    return isKnown ? static_cast<ErrorCause>(value) : ErrorCause::Unknown;
}

} // namespace Aura
