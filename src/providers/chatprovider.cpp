// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/chatprovider.h"

namespace Aura {

ChatProvider::ChatProvider(QObject *parent)
    : QObject(parent)
{}

ChatProvider::~ChatProvider() = default;

int ChatProvider::tokenLimit(const QString &) const
{
    return 0;
}

std::optional<ExchangeRecord> ChatProvider::exchange(RequestId) const
{
    return std::nullopt;
}

RequestId ChatProvider::describeModel(const QString &)
{
    return {};
}

} // namespace Aura
