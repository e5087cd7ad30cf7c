// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/modelmenu.h"

#include "providers/providersource.h"
#include "settings/connectionstore.h"
#include "ui/theme/icons.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int mostModels = 30;   // shown at once; a menu with more cannot be used
constexpr int searchedFrom = 12; // so many models and more have a search field

//! Text of a server's or the user's in a menu: an ampersand is no shortcut.
QString menuText(const QString &text)
{
    return text.left(120).replace(u'&', "&&"_L1);
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
    m_connectionId = connectionId;
    m_model = model;
    if (m_provider)
        m_provider->disconnect(this);
    m_provider = m_providers.provider(connectionId);
    addConnections(connectionId);
    addModels();
    addSeparator();
    addFavouriteSwitch();
    addAction(Aura::icon(IconName::Globe), tr("Connections…"), this,
              &ModelMenu::connectionsRequested);
    const int right =
        widget.layoutDirection() == Qt::RightToLeft ? 0 : widget.width() - sizeHint().width();
    popup(widget.mapToGlobal(QPoint(right, widget.height() + 4)));
}

bool ModelMenu::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || watched != m_search)
        return QMenu::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Down && key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    const QList<QAction *> models = m_group->actions();
    const auto first = std::find_if(models.cbegin(), models.cend(),
                                    [](const QAction *action) { return action->isVisible(); });
    if (first == models.cend())
        return true;
    if (key == Qt::Key_Down) {
        setFocus();
        setActiveAction(*first);
    } else {
        (*first)->trigger();
        close();
    }
    return true;
}

void ModelMenu::addConnections(const QString &chosen)
{
    auto *group = new QActionGroup(this);
    const QList<Connection> connections = m_connections.connections();
    for (const Connection &connection : connections) {
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
    delete m_group;
    m_group = new QActionGroup(this);
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

void ModelMenu::addFavouriteSwitch()
{
    const auto connection = m_connections.connection(m_connectionId);
    if (m_model.isEmpty() || !connection || connection->kind == ServerKind::Demo)
        return;
    const bool isFavourite = connection->favouriteModels.contains(m_model);
    const QString text =
        isFavourite ? tr("Take “%1” off the favourites") : tr("Make “%1” a favourite");
    addAction(text.arg(menuText(m_model)), this, [this, connection, isFavourite] {
        Connection changed = *connection;
        if (isFavourite)
            changed.favouriteModels.removeAll(m_model);
        else
            changed.favouriteModels.append(m_model);
        m_connections.update(changed);
    });
}

void ModelMenu::onModelsListed(RequestId id, const QList<ModelInfo> &models)
{
    if (id != m_request || !m_placeholder)
        return;
    if (models.isEmpty())
        return m_placeholder->setText(tr("The server offers no models"));
    if (models.size() >= searchedFrom)
        insertSearch(m_placeholder);
    const QStringList first = favourites();
    for (const QString &favourite : first)
        insertModel(favourite, u"★ "_s + favourite, m_placeholder);
    for (const ModelInfo &model : models) {
        if (!first.contains(model.id))
            insertModel(model.id, model.name.isEmpty() ? model.id : model.name, m_placeholder);
    }
    narrow({});
    if (m_search)
        m_search->setFocus();
}

void ModelMenu::onModelsFailed(RequestId id)
{
    if (id == m_request && m_placeholder)
        m_placeholder->setText(tr("The server did not list its models"));
}

void ModelMenu::insertSearch(QAction *before)
{
    auto *action = new QWidgetAction(this); // in the group it would be a model
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Search models"));
    m_search->setAccessibleName(tr("Search models"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ModelMenu::narrow);
    action->setDefaultWidget(m_search);
    insertAction(before, action);
}

void ModelMenu::insertModel(const QString &id, const QString &name, QAction *before)
{
    auto *action = new QAction(menuText(name), m_group);
    action->setCheckable(true);
    action->setChecked(id == m_model);
    action->setData(id);
    m_group->addAction(action);
    insertAction(before, action);
    connect(action, &QAction::triggered, this, [this, id] {
        if (m_provider && m_provider->tokenLimit(id) == 0)
            m_provider->describeModel(id); // for the context that is shown below the message
        emit modelChosen(id);
    });
}

//! Shows the models whose names have all the words, the first of them where they are many.
void ModelMenu::narrow(const QString &words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    int found = 0;
    const QList<QAction *> models = m_group->actions();
    for (QAction *action : models) {
        const QString name = action->text() + u' ' + action->data().toString();
        const bool matches =
            std::all_of(wanted.cbegin(), wanted.cend(), [&name](const QString &word) {
                return name.contains(word, Qt::CaseInsensitive);
            });
        action->setVisible(matches && ++found <= mostModels);
    }
    if (!m_placeholder)
        return;
    m_placeholder->setVisible(found == 0 || found > mostModels);
    m_placeholder->setText(found == 0 ? tr("No model has this name")
                                      : tr("%n more", nullptr, found - mostModels));
}

QStringList ModelMenu::favourites() const
{
    const auto connection = m_connections.connection(m_connectionId);
    return connection ? connection->favouriteModels : QStringList();
}

} // namespace Aura
