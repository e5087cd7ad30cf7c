// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/chatprovider.h"
#include "ui/settings/settingspage.h"

#include <QObject>

#include <memory>

namespace Aura {

//! Tries out a connection that need not be kept anywhere: one question at a time.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionTest(ProviderMaker makeProvider, QObject *parent = nullptr);
    ~ConnectionTest() override;

    //! Each ends what was under way, without a word; the answer comes by a signal.
    void check(const Connection &connection);
    void listModels(const Connection &connection);
    void stop();

    bool isChecking() const { return m_provider && m_checks; }

signals:
    void checked(const Aura::ConnectionCheck &check);
    void modelsListed(const QList<Aura::ModelInfo> &models);
    void modelsFailed(const Aura::ProviderError &error);

private:
    ChatProvider *begin(const Connection &connection);

    ProviderMaker m_makeProvider;
    std::unique_ptr<ChatProvider> m_provider;
    bool m_checks = false;
};

} // namespace Aura
