// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "chat/chatcontroller.h"
#include "chat/conversationlistmodel.h"
#include "settings/connectionstore.h"
#include "settings/settings.h"
#include "ui/aboutdialog.h"
#include "ui/composer.h"
#include "ui/conversationpage.h"
#include "ui/headerbar.h"
#include "ui/modelmenu.h"
#include "ui/serversearch.h"
#include "ui/sidebar.h"
#include "ui/theme/icons.h"
#include "ui/transcript/transcriptview.h"
#include "ui/welcomepage.h"

#include <QAction>
#include <QCloseEvent>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int sidebarLeast = 200;
constexpr int sidebarMost = 400;

//! How a reply's end speaks of its connection; nothing where it says nothing.
std::optional<ConnectionHealth> healthAfter(const Completion &completion)
{
    if (!completion.error)
        return completion.state == ReplyState::Stopped ? std::nullopt
                                                       : std::optional(ConnectionHealth::Works);
    if (completion.error->cause == ErrorCause::PromptTooLong)
        return std::nullopt; // nothing was sent
    return ConnectionHealth::Problem;
}

} // namespace

MainWindow::MainWindow(const WindowParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_splitter(new QSplitter(this))
    , m_sidebar(new Sidebar(parts.conversations, this))
    , m_header(new HeaderBar(this))
    , m_page(new ConversationPage(parts.chat, this))
    , m_modelMenu(new ModelMenu(parts.connections, parts.providers, this))
{
    setWindowIcon(programIcon());
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_page, 1);
    m_sidebar->setMinimumWidth(sidebarLeast);
    m_sidebar->setMaximumWidth(sidebarMost);
    right->setMinimumWidth(320);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(right);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);

    makeActions();
    makeMenu();
    connectParts();
    restorePlace();
    newConversation();
}

MainWindow::~MainWindow() = default;

QAction *MainWindow::addNamedAction(const QString &name, const QString &text,
                                    const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    addAction(action);
    return action;
}

QAction *MainWindow::action(const QString &name) const
{
    return findChild<QAction *>(name, Qt::FindDirectChildrenOnly);
}

void MainWindow::makeActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &keys,
                            auto &&work) {
        connect(addNamedAction(name, text, keys), &QAction::triggered, this, work);
    };
    TranscriptView *transcript = &m_page->transcript();
    add(u"newConversation"_s, tr("New conversation"), QKeySequence::New,
        [this] { newConversation(); });
    add(u"rename"_s, tr("Rename…"), Qt::Key_F2, [this] { m_sidebar->renameCurrent(); });
    add(u"searchConversations"_s, tr("Search conversations"), Qt::CTRL | Qt::SHIFT | Qt::Key_F,
        [this] {
            m_sidebar->show();
            m_sidebar->focusSearch();
        });
    add(u"sidebar"_s, tr("Show or hide the sidebar"), Qt::Key_F9, [this] { toggleSidebar(); });
    add(u"stop"_s, tr("Stop"), Qt::Key_Escape, [this] { m_page->stop(); });
    add(u"previousMessage"_s, tr("Previous message"), Qt::ALT | Qt::Key_Up,
        [transcript] { transcript->moveCurrent(-1); });
    add(u"nextMessage"_s, tr("Next message"), Qt::ALT | Qt::Key_Down,
        [transcript] { transcript->moveCurrent(+1); });
    add(u"write"_s, tr("Write a message"), Qt::CTRL | Qt::Key_L,
        [this] { m_page->composer().setFocus(Qt::ShortcutFocusReason); });
    add(u"parameters"_s, tr("This conversation…"), {}, [this] { m_page->openParameters(); });
    add(u"settings"_s, tr("Settings…"), Qt::CTRL | Qt::Key_Comma,
        [this] { emit settingsRequested(); });
    add(u"connections"_s, tr("Connections…"), {}, [this] { emit connectionsRequested(); });
    add(u"menu"_s, tr("Menu"), Qt::Key_F10, [this] { m_header->openMenu(); });
    add(u"about"_s, tr("About Aura"), {}, [this] {
        auto *about = new AboutDialog(this);
        about->setAttribute(Qt::WA_DeleteOnClose);
        about->open();
    });
    add(u"quit"_s, tr("Quit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::makeMenu()
{
    auto *menu = new QMenu(this);
    const auto addActions = [this, menu](std::initializer_list<const char16_t *> names) {
        for (const char16_t *name : names)
            menu->addAction(action(QString::fromUtf16(name)));
        menu->addSeparator();
    };
    addActions({u"newConversation", u"rename", u"parameters"});
    addActions({u"searchConversations", u"previousMessage", u"nextMessage", u"write", u"sidebar"});
    addActions({u"connections", u"settings"});
    addActions({u"about", u"quit"});
    m_header->setMenu(menu);
}

void MainWindow::connectParts()
{
    connect(m_sidebar, &Sidebar::newConversationRequested, this, &MainWindow::newConversation);
    connect(m_sidebar, &Sidebar::conversationChosen, this,
            [this](Conversation *chosen) { show(*chosen); });
    connect(m_sidebar, &Sidebar::settingsRequested, this, &MainWindow::settingsRequested);
    connect(m_header, &HeaderBar::sidebarToggled, this, &MainWindow::toggleSidebar);
    connect(m_header, &HeaderBar::modelMenuRequested, this, [this] {
        m_modelMenu->openBelow(*m_header->modelButton(), currentConnectionId(), currentModel());
    });
    connect(m_modelMenu, &ModelMenu::connectionChosen, this, &MainWindow::chooseConnection);
    connect(m_modelMenu, &ModelMenu::modelChosen, this, &MainWindow::chooseModel);
    connect(m_modelMenu, &ModelMenu::connectionsRequested, this, &MainWindow::connectionsRequested);
    connect(m_page, &ConversationPage::connectionsRequested, this,
            &MainWindow::connectionsRequested);
    connect(m_page, &ConversationPage::sendUnencryptedRequested, this,
            &MainWindow::sendUnencrypted);
    m_serverSearch = new ServerSearch(m_page->welcome(), m_parts.connections, {}, this);
    connect(m_serverSearch, &ServerSearch::connectionAdded, this, &MainWindow::chooseConnection);
    connect(&m_page->welcome(), &WelcomePage::connectRequested, this,
            &MainWindow::connectionsRequested);
    connect(&m_parts.chat, &ChatController::replyFinished, this,
            [this](Conversation *conversation, const Completion &completion) {
                onReplyFinished(*conversation, completion);
            });
    const ConnectionStore *connections = &m_parts.connections;
    connect(connections, &ConnectionStore::added, this, &MainWindow::refresh);
    connect(connections, &ConnectionStore::removed, this, &MainWindow::refresh);
    connect(connections, &ConnectionStore::defaultChanged, this, &MainWindow::refresh);
    connect(connections, &ConnectionStore::changed, this, [this](const QString &id) {
        m_health.remove(id);
        refresh();
    });
}

Conversation *MainWindow::current() const
{
    return m_page->conversation();
}

void MainWindow::newConversation()
{
    ChatParameters inherited;
    if (const Conversation *before = current()) {
        inherited.connectionId = before->parameters().connectionId;
        inherited.model = before->parameters().model;
    }
    for (int i = 0; i < m_parts.conversations.rowCount(); ++i) {
        Conversation *conversation = m_parts.conversations.at(i);
        if (conversation->title().isEmpty() && conversation->messages().rowCount() == 0)
            return show(*conversation);
    }
    Conversation &created = m_parts.conversations.create();
    created.setParameters(inherited);
    show(created);
}

void MainWindow::show(Conversation &conversation)
{
    if (Conversation *before = current())
        before->disconnect(this);
    m_page->setConversation(&conversation);
    m_parts.conversations.setCurrent(&conversation);
    m_sidebar->setCurrent(&conversation);
    connect(&conversation, &Conversation::titleChanged, this, &MainWindow::refreshTitle);
    connect(&conversation, &Conversation::parametersChanged, this, &MainWindow::refresh);
    refreshTitle();
    refresh();
    m_page->composer().setFocus(Qt::OtherFocusReason);
}

void MainWindow::refreshTitle()
{
    const QString title = current() != nullptr ? current()->title() : QString();
    m_header->setTitle(title.isEmpty() ? tr("New conversation") : title);
    setWindowTitle(tr("%1 — Aura").arg(title.isEmpty() ? tr("New conversation") : title));
}

QString MainWindow::currentConnectionId() const
{
    const QString own = current() != nullptr ? current()->parameters().connectionId : QString();
    return m_parts.connections.contains(own) ? own : m_parts.connections.defaultId();
}

QString MainWindow::currentModel() const
{
    const QString own = current() != nullptr ? current()->parameters().model : QString();
    if (!own.isEmpty())
        return own;
    const auto connection = m_parts.connections.connection(currentConnectionId());
    return connection ? connection->model : QString();
}

void MainWindow::refresh()
{
    const QString id = currentConnectionId();
    const auto connection = m_parts.connections.connection(id);
    if (!connection)
        return;
    const bool demo = connection->kind == ServerKind::Demo;
    const ConnectionHealth health =
        m_health.value(id, demo ? ConnectionHealth::Works : ConnectionHealth::Unknown);
    const QString model = currentModel();
    m_header->setAnswerer(
        model.isEmpty() || demo ? connection->name : connection->name + u" · "_s + model, health);
    m_sidebar->setConnection(connection->name, health);
    m_page->welcome().setAnswerer(connection->name, demo);
    m_page->refreshParameters();
}

void MainWindow::chooseConnection(const QString &id)
{
    if (current() == nullptr)
        return;
    ChatParameters parameters = current()->parameters();
    if (id != currentConnectionId())
        parameters.model.clear();
    parameters.connectionId = id;
    current()->setParameters(parameters);
}

void MainWindow::chooseModel(const QString &model)
{
    if (current() == nullptr)
        return;
    ChatParameters parameters = current()->parameters();
    parameters.connectionId = currentConnectionId();
    parameters.model = model;
    current()->setParameters(parameters);
}

void MainWindow::sendUnencrypted()
{
    auto connection = m_parts.connections.connection(currentConnectionId());
    if (!connection)
        return;
    connection->sendsUnencrypted = true;
    m_parts.connections.update(*connection);
    m_page->retry();
}

void MainWindow::onReplyFinished(const Conversation &conversation, const Completion &completion)
{
    const std::optional<ConnectionHealth> health = healthAfter(completion);
    if (!health)
        return;
    const QString own = conversation.parameters().connectionId;
    m_health.insert(own.isEmpty() ? m_parts.connections.defaultId() : own, *health);
    refresh();
}

void MainWindow::toggleSidebar()
{
    m_sidebar->setVisible(m_sidebar->isHidden());
}

void MainWindow::restorePlace()
{
    const QByteArray geometry = m_parts.settings.windowGeometry.get();
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(1200, 800);
    const int width = qBound(sidebarLeast, m_parts.settings.sidebarWidth.get(), sidebarMost);
    m_splitter->setSizes({width, qMax(320, this->width() - width)});
    m_sidebar->setVisible(m_parts.settings.sidebarShown.get());
}

void MainWindow::savePlace()
{
    m_parts.settings.windowGeometry.set(saveGeometry());
    if (!m_sidebar->isHidden())
        m_parts.settings.sidebarWidth.set(m_sidebar->width());
    m_parts.settings.sidebarShown.set(!m_sidebar->isHidden());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    savePlace();
    QWidget::closeEvent(event);
}

} // namespace Aura
