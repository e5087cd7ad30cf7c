// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/exchangerecord.h"
#include "base/message.h"

#include <QHash>
#include <QList>

namespace Aura {

//! What was sent for the newest answers of this run, and what came back; in memory only.
class ExchangeLog
{
public:
    static constexpr qsizetype capacity = 50; // answers; the oldest is forgotten

    void add(MessageId answer, const ExchangeRecord &record);
    bool contains(MessageId answer) const { return m_records.contains(answer); }
    ExchangeRecord find(MessageId answer) const { return m_records.value(answer); }

private:
    QHash<MessageId, ExchangeRecord> m_records;
    QList<MessageId> m_order; // the oldest first
};

} // namespace Aura
