// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/jsontext.h"

#include <QIODevice>

namespace Aura {

namespace {

constexpr qint64 blockSize = qint64(256) << 10;
constexpr qint64 longestMark = 4;

std::optional<QStringConverter::Encoding> encodingOf(QByteArrayView start)
{
    for (const char16_t first : {u'[', u'{'}) {
        if (const auto encoding = QStringConverter::encodingForData(start, first))
            return encoding;
    }
    return {};
}

} // namespace

JsonText::JsonText(QIODevice &device)
    : m_device(device)
{}

QByteArray JsonText::read()
{
    QByteArray bytes = readRaw();
    if (m_atStart) {
        while (!m_failed && bytes.size() < longestMark) {
            const QByteArray more = readRaw();
            if (more.isEmpty())
                break;
            bytes += more;
        }
        m_atStart = false;
        const auto encoding = encodingOf(bytes);
        if (encoding && *encoding != QStringConverter::Utf8)
            m_decoder.emplace(*encoding);
        else if (bytes.startsWith("\xef\xbb\xbf"))
            bytes.remove(0, 3);
    }
    if (!m_decoder || bytes.isEmpty())
        return bytes;
    const QString text = m_decoder->decode(bytes);
    // Half a character is no end.
    return text.isEmpty() ? read() : text.toUtf8();
}

QByteArray JsonText::readRaw()
{
    QByteArray bytes(blockSize, Qt::Uninitialized);
    const qint64 length = m_device.read(bytes.data(), bytes.size());
    // A sequential device says -1 at its end too.
    m_failed = m_failed || (length < 0 && !m_device.atEnd());
    bytes.truncate(qMax<qint64>(length, 0));
    return bytes;
}

} // namespace Aura
