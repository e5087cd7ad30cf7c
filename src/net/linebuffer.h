// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Aura {

//! Bytes to lines, over any split of the bytes. A line costs each of its bytes once.
class LineBuffer
{
public:
    enum class LineEnd {
        LineFeed, // LF or CRLF
        Any,      // LF, CRLF or a lone CR, as in server-sent events
    };
    static constexpr qsizetype longestLine = 16 * 1024 * 1024; // bytes

    explicit LineBuffer(LineEnd lineEnd, qsizetype limit = longestLine)
        : m_lineEnd(lineEnd)
        , m_limit(limit)
    {}

    void append(QByteArrayView bytes);

    //! The next whole line without its end, until the next call of this object; std::nullopt where
    //! there is none yet, or where it is too long.
    std::optional<QByteArrayView> next();

    //! Gives back the memory of long lines that were read; their views end.
    void releaseRead();

    //! What stands behind the last line end; nothing where it is too long. Afterwards empty.
    QByteArray takeRest();

    //! How many bytes wait for a line end, or to be asked for.
    qsizetype size() const { return m_bytes.size() - m_start; }

    //! Whether the next line is longer than the limit. It stays so.
    bool isTooLong() const { return m_isTooLong; }

private:
    qsizetype findEnd();

    LineEnd m_lineEnd;
    qsizetype m_limit;
    QByteArray m_bytes;
    qsizetype m_start = 0;        // of the next line
    qsizetype m_scanned = 0;      // up to here there is no line end
    bool m_skipsLineFeed = false; // the last line ended in CR
    bool m_isTooLong = false;
};

} // namespace Aura
