// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/browser/curlcommand.h"
#include "net/browser/webdriver.h"

#include <cstdint>

using namespace Aura;

// Whatever is pasted, and whatever a driver answers: no crash, and what is taken can be sent.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto taken = parseCurlCommand(QString::fromUtf8(bytes));
    if (taken) {
        Q_ASSERT(!taken->address.host().isEmpty());
        for (const HttpHeader &header : taken->headers)
            Q_ASSERT(!header.value.reveal().contains(u'\n'));
        Q_ASSERT(!taken->cookies.reveal().contains(u'\n'));
    }
    if (const auto cookies = parseWebDriverCookies(bytes)) {
        const QUrl address(QStringLiteral("https://a.example/x"));
        const Secret header =
            cookieHeader(cookiesFor(address, *cookies, QDateTime::fromSecsSinceEpoch(0)));
        Q_ASSERT(!header.reveal().contains(u'\n') && !header.reveal().contains(u'\r'));
    }
    return 0;
}
