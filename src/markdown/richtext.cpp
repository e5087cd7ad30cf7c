// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/richtext.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

static bool isHiddenInAddress(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control
        || c.category() == QChar::Other_Format;
}

//! http or https, a host of letters and digits, and nothing unusual behind it: nothing to ask QUrl.
static bool isPlainWebAddress(const QString &address)
{
    const qsizetype host = address.indexOf(u':') + 3;
    qsizetype i = host;
    const auto isPlain = [&address, &i](QLatin1StringView others) {
        const char16_t c = address[i].unicode();
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || (c < 0x80 && others.contains(QChar(c)));
    };
    while (i < address.size() && isPlain("."_L1))
        ++i;
    if (i == host || address[host] == u'.' || (i < address.size() && address[i] != u'/'))
        return false;
    while (i < address.size() && isPlain("/.-_~?=&#+,;"_L1))
        ++i;
    return i == address.size();
}

QString openableAddress(const QString &address)
{
    const bool isWeb = address.startsWith("http://"_L1, Qt::CaseInsensitive)
        || address.startsWith("https://"_L1, Qt::CaseInsensitive);
    if (isWeb && isPlainWebAddress(address))
        return address;
    const bool known = isWeb || address.startsWith("mailto:"_L1, Qt::CaseInsensitive);
    if (!known || std::ranges::any_of(address, isHiddenInAddress))
        return {};
    const QUrl url(address);
    const bool isMail = url.scheme() == "mailto"_L1;
    return url.isValid() && (isMail ? !url.path().isEmpty() : !url.host().isEmpty()) ? address
                                                                                     : QString();
}

QString addressHost(const QString &address)
{
    return QUrl(address).host(QUrl::FullyEncoded);
}

} // namespace Aura
