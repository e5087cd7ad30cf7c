// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/chatprovider.h"

#include <QMenu>
#include <QPointer>

namespace Aura {

class ConnectionStore;
class ProviderSource;

//! Chooses who answers a conversation: the connections, and the models of the chosen one, which
//! are asked for when the menu opens.
class ModelMenu : public QMenu
{
    Q_OBJECT

public:
    //! Both outlive the menu.
    ModelMenu(ConnectionStore &connections, ProviderSource &providers, QWidget *parent = nullptr);

    //! Opens below a widget, at its trailing edge.
    void openBelow(const QWidget &widget, const QString &connectionId, const QString &model);

signals:
    void connectionChosen(const QString &connectionId);
    void modelChosen(const QString &model);
    void connectionsRequested();

private:
    void addConnections(const QString &chosen);
    void addModels();
    void onModelsListed(RequestId id, const QList<ModelInfo> &models);
    void onModelsFailed(RequestId id);

    ConnectionStore &m_connections;
    ProviderSource &m_providers;
    QPointer<ChatProvider> m_provider;
    RequestId m_request;
    QString m_model;
    QPointer<QAction> m_placeholder; // where the models will stand
};

} // namespace Aura
