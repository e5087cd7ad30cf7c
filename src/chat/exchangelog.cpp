// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/exchangelog.h"

namespace Aura {

void ExchangeLog::add(MessageId answer, const ExchangeRecord &record)
{
    m_order.removeOne(answer);
    m_order.append(answer);
    m_records.insert(answer, record);
    if (m_order.size() > capacity)
        m_records.remove(m_order.takeFirst());
}

} // namespace Aura
