// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace Aura {

class ChatProvider;

//! Hands out the provider that answers for a connection.
class ProviderSource : public QObject
{
    Q_OBJECT

public:
    explicit ProviderSource(QObject *parent = nullptr);
    ~ProviderSource() override;

    //! Whether there is such a connection, its keys read or not.
    virtual bool knows(const QString &connectionId) const = 0;

    //! The connection's provider; null while its keys are still being read (providerReady() tells
    //! when they are) or where there is no such connection. It stays alive while requests run.
    virtual ChatProvider *provider(const QString &connectionId) = 0;

signals:
    void providerReady(const QString &connectionId);
};

} // namespace Aura
