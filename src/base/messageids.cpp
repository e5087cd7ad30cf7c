// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/messageids.h"

#include <algorithm>
#include <atomic>

namespace Aura {

namespace {

constexpr int counterBits = 20; // below the milliseconds

std::atomic<qint64> &lastId()
{
    static std::atomic<qint64> last{0};
    return last;
}

} // namespace

MessageId nextMessageId()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch() << counterBits;
    qint64 last = lastId().load();
    qint64 next = 0;
    do
        next = std::max(last + 1, now);
    while (!lastId().compare_exchange_weak(last, next));
    return {next};
}

void passMessageId(MessageId known)
{
    qint64 last = lastId().load();
    while (last < known.value && !lastId().compare_exchange_weak(last, known.value)) {}
}

MessageId firstMessageId(const QDateTime &time)
{
    return {std::max<qint64>(1, time.toMSecsSinceEpoch()) << counterBits};
}

QDateTime timeOfMessageId(MessageId id)
{
    return QDateTime::fromMSecsSinceEpoch(id.value >> counterBits, Qt::UTC);
}

} // namespace Aura
