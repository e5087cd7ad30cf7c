// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMetaType>

#include <utility>

namespace Aura {

//! One HTTP request as it arrived.
struct DemoRequest
{
    QByteArray method{};
    QByteArray target{};
    QList<std::pair<QByteArray, QByteArray>> headers{};
    QByteArray body{};
    QByteArray version{}; // "HTTP/1.1"

    //! The value of the first header of that name, in any case; empty where there is none.
    QByteArray header(const QByteArray &name) const;
    QJsonObject json() const; // empty where the body is no JSON object
    QByteArray path() const;  // the target without its query

    //! Whether the client expects the connection to stay open after the response.
    bool keepsAlive() const;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::DemoRequest)
