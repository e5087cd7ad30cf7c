// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/bodystart.h"

#include "net/replyerror.h"

#include <algorithm>

namespace Aura {

namespace {

constexpr qsizetype longestBeginning = 64 * 1024; // bytes

} // namespace

BodyStart recognizeBody(QByteArray &body)
{
    const QByteArrayView byteOrderMark("\xef\xbb\xbf", 3);
    do { // in any order, or a split of the bytes would make a difference
        if (body.startsWith(byteOrderMark))
            body.remove(0, byteOrderMark.size());
        const auto start = std::find_if_not(body.cbegin(), body.cend(), [](char c) {
            return c == ' ' || c == '\t' || c == '\r' || c == '\n';
        });
        body.remove(0, start - body.cbegin());
    } while (body.startsWith(byteOrderMark));
    if (body.isEmpty() || byteOrderMark.startsWith(body))
        return BodyStart::Unknown;
    switch (body.front()) {
    case '{':
    case '[': return BodyStart::Json;
    case '<': return BodyStart::Page;
    default: return BodyStart::Other;
    }
}

void PageBeginning::append(QByteArrayView bytes)
{
    m_bytes += bytes.first(qMin(bytes.size(), longestBeginning - m_bytes.size()));
    m_isEnough = m_bytes.size() == longestBeginning
        || (bytes.contains('>') && m_bytes.toLower().contains("</title>"));
}

QString PageBeginning::title() const
{
    return pageTitle(m_bytes);
}

} // namespace Aura
