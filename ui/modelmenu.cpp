// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/modelmenu.h"

#include "providers/providersource.h"
#include "settings/connectionstore.h"
#include "ui/theme/icons.h"

#include <QActionGroup>

namespace Aura {

namespace {

constexpr qsizetype mostModels = 60; // a menu with more cannot be used

//! Text of a server's or the user's in a menu: an ampersand is no shortcut.
QString menuText(const QString &text)
{
    return text.left(120).replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

ModelMenu::ModelMenu(ConnectionStore &connections, ProviderSource &providers, QWidget *parent)
    : QMenu(parent)
    , m_connections(connections)
    , m_providers(providers)
{}

void ModelMenu::openBelow(const QWidget &widget, const QString &connectionId, const QString &model)
{
    clear();
    m_model = model;
    if (m_provider)
        m_provider->disconnect(this);
    m_provider = m_providers.provider(connectionId);
    addConnections(connectionId);
    addModels();
    addSeparator();
    addAction(Aura::icon(IconName::Globe), tr("Connections…"), this,
              &ModelMenu::connectionsRequested);
    const int right =
        widget.layoutDirection() == Qt::RightToLeft ? 0 : widget.width() - sizeHint().width();
    popup(widget.mapToGlobal(QPoint(right, widget.height() + 4)));
}

void ModelMenu::addConnections(const QString &chosen)
{
    auto *group = new QActionGroup(this);
    for (const Connection &connection : m_connections.connections()) {
        QAction *action = addAction(menuText(connection.name));
        action->setCheckable(true);
        action->setChecked(connection.id == chosen);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, id = connection.id] { emit connectionChosen(id); });
    }
}

void ModelMenu::addModels()
{
    if (!m_provider)
        return;
    addSeparator();
    m_placeholder = addAction(tr("Asking for the models…"));
    m_placeholder->setEnabled(false);
    connect(m_provider, &ChatProvider::modelsListed, this, &ModelMenu::onModelsListed);
    connect(m_provider, &ChatProvider::modelsFailed, this,
            [this](RequestId id) { onModelsFailed(id); });
    m_request = m_provider->listModels();
}

void ModelMenu::onModelsListed(RequestId id, const QList<ModelInfo> &models)
{
    if (id != m_request || !m_placeholder)
        return;
    auto *group = new QActionGroup(this);
    for (const ModelInfo &model : models.first(qMin(models.size(), mostModels))) {
        auto *action = new QAction(menuText(model.name.isEmpty() ? model.id : model.name), this);
        action->setCheckable(true);
        action->setChecked(model.id == m_model);
        group->addAction(action);
        insertAction(m_placeholder, action);
        connect(action, &QAction::triggered, this,
                [this, name = model.id] { emit modelChosen(name); });
    }
    if (models.isEmpty())
        m_placeholder->setText(tr("The server offers no models"));
    else
        delete m_placeholder;
}

void ModelMenu::onModelsFailed(RequestId id)
{
    if (id == m_request && m_placeholder)
        m_placeholder->setText(tr("The server did not list its models"));
}

} // namespace Aura
