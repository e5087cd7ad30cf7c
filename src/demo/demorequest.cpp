// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demorequest.h"

#include <QJsonDocument>

#include <algorithm>

namespace Aura {

QByteArray DemoRequest::header(const QByteArray &name) const
{
    const auto found = std::find_if(headers.cbegin(), headers.cend(), [&name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.cend() ? QByteArray() : found->second;
}

QJsonObject DemoRequest::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray DemoRequest::path() const
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.first(query);
}

bool DemoRequest::keepsAlive() const
{
    const QByteArray connection = header("Connection").toLower();
    return version == "HTTP/1.0" ? connection == "keep-alive" : connection != "close";
}

} // namespace Aura
