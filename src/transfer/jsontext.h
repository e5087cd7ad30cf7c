// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringDecoder>

#include <optional>

class QIODevice;

namespace Aura {

//! Reads a JSON file as UTF-8, without a byte order mark. UTF-16 and UTF-32 are recognised by
//! their mark, or by the zeros around the first character, and turned into UTF-8.
class JsonText
{
public:
    //! The device is open, and outlives this.
    explicit JsonText(QIODevice &device);

    //! The next 256 KiB or so; empty at the end, or where reading failed.
    QByteArray read();

    bool failed() const { return m_failed; }

private:
    QByteArray readRaw();

    QIODevice &m_device;
    bool m_atStart = true;
    bool m_failed = false;
    std::optional<QStringDecoder> m_decoder; // unset: it is UTF-8
};

} // namespace Aura
