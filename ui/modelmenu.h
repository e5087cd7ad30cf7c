// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/chatprovider.h"

#include <QMenu>
#include <QPointer>

class QActionGroup;
class QLineEdit;

namespace Aura {

class ConnectionStore;
class ProviderSource;

//! Chooses who answers a conversation: the connections, and the models of the chosen one, which
//! are asked for when the menu opens. The user's favourites stand first; where there are many, the
//! others are searched.
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

protected:
    //! Down and Enter lead from the search field to what it found.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addConnections(const QString &chosen);
    void addModels();
    void addFavouriteSwitch();
    void onModelsListed(RequestId id, const QList<ModelInfo> &models);
    void onModelsFailed(RequestId id);
    void insertSearch(QAction *before);
    void insertModel(const QString &id, const QString &name, QAction *before);
    void narrow(const QString &words);
    QStringList favourites() const;

    ConnectionStore &m_connections;
    ProviderSource &m_providers;
    QPointer<ChatProvider> m_provider;
    RequestId m_request;
    QString m_connectionId;
    QString m_model;
    QActionGroup *m_group = nullptr; // of the models
    QPointer<QAction>
        m_placeholder; // where the models will stand; then what says that there are more
    QPointer<QLineEdit> m_search;
};

} // namespace Aura
