// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/chatprovider.h"

#include <QSet>

#include <functional>

namespace Aura {

//! Stands in for a connection that cannot be used: whatever is asked of it ends with one error, and
//! nothing is sent.
class RefusingProvider final : public ChatProvider
{
    Q_OBJECT

public:
    explicit RefusingProvider(const ProviderError &error, QObject *parent = nullptr);

    //! Empty: nobody has answered.
    QString displayName() const override { return {}; }
    RequestId send(const ChatRequest &request) override;
    void cancel(RequestId id) override;
    RequestId listModels() override;
    RequestId check() override;
    bool isBusy() const override { return !m_open.isEmpty(); }

private:
    RequestId refuse(const std::function<void(RequestId)> &tell);

    ProviderError m_error;
    quint64 m_lastId = 0;
    QSet<quint64> m_open; // the requests that are still to be told
};

} // namespace Aura
