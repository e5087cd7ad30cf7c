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

QString openableAddress(const QString &address)
{
    const bool known = address.startsWith("http://"_L1, Qt::CaseInsensitive)
        || address.startsWith("https://"_L1, Qt::CaseInsensitive)
        || address.startsWith("mailto:"_L1, Qt::CaseInsensitive);
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
