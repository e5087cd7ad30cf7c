// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

class QDebug;

namespace Aura {

//! A key, a password or a cookie: text that nothing can print.
//!
//! There is no operator<<, no conversion and no comparison with text by accident: whoever needs
//! the characters calls reveal() and answers for where they go.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QString text)
        : m_text(std::move(text))
    {}

    bool isEmpty() const { return m_text.isEmpty(); }
    const QString &reveal() const { return m_text; }

    friend bool operator==(const Secret &, const Secret &) = default;
    friend QDebug operator<<(QDebug, const Secret &) = delete;

private:
    QString m_text;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::Secret)
