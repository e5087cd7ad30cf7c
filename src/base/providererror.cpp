// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/providererror.h"

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

} // namespace Aura
