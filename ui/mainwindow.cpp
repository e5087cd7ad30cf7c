// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "chat/chatcontroller.h"
#include "chat/conversationlistmodel.h"
#include "settings/connectionstore.h"
#include "settings/settings.h"
#include "ui/composer.h"
#include "ui/conversationpage.h"
#include "ui/headerbar.h"
#include "ui/historybanner.h"
#include "ui/modelmenu.h"
#include "ui/panelslide.h"
#include "ui/serversearch.h"
#include "ui/sidebar/conversationactions.h"
#include "ui/sidebar/conversationedits.h"
#include "ui/sidebar/sidebar.h"
#include "ui/sidebar/sidebarmodel.h"
#include "ui/theme/theme.h"
#include "ui/transcript/transcriptview.h"
#include "ui/welcomepage.h"

#include <QCloseEvent>
#include <QPainter>
#include <QScreen>
#include <QSplitter>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int sidebarLeast = 200;
constexpr int sidebarMost = 400;
constexpr int rightLeast = 320;

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

//! Of a window that was never placed: what reads well, within what the screen has beside panels and
//! the frame that the window manager adds.
QSize firstSize(const QScreen &screen)
{
    return QSize(1200, 800).boundedTo(screen.availableSize() - QSize(16, 64));
}

} // namespace

MainWindow::MainWindow(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
{
    setWindowTitle(u"Aura"_s);
    place();
}

void MainWindow::fill(const WindowParts &parts)
{
    m_parts.emplace(parts);
    m_edits = std::make_unique<ConversationEdits>(parts.conversations);
    m_splitter = new QSplitter(this);
    m_splitter->hide();
    m_sidebar = new Sidebar(parts.conversations, *m_edits, parts.search, this);
    auto *right = new QWidget(this);
    m_header = new HeaderBar(right);
    m_historyBanner = new HistoryBanner(right);
    m_page = new ConversationPage(parts.chat, right);
    m_modelMenu = new ModelMenu(parts.connections, parts.providers, this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_historyBanner);
    column->addWidget(m_page, 1);
    m_sidebar->setMinimumWidth(sidebarLeast);
    m_sidebar->setMaximumWidth(sidebarMost);
    right->setMinimumWidth(rightLeast);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(right);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    m_sidebarSlide = new PanelSlide(*m_sidebar, *m_splitter, this);

    makeActions();
    makeZoom();
    makeMenu();
    connectParts();
    placeSidebar();
    newConversation();
}

bool MainWindow::isRevealed() const
{
    return m_splitter != nullptr && !m_splitter->isHidden();
}

void MainWindow::reveal()
{
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
    m_splitter->show();
    m_page->composer().setFocus(Qt::OtherFocusReason);
}

MainWindow::~MainWindow() = default;

void MainWindow::connectParts()
{
    connect(m_sidebar, &Sidebar::newConversationRequested, this, &MainWindow::newConversation);
    connect(m_sidebar, &Sidebar::conversationChosen, this, &MainWindow::open);
    connect(m_sidebar, &Sidebar::settingsRequested, this, &MainWindow::settingsRequested);
    connect(m_sidebar, &Sidebar::exportRequested, this, &MainWindow::exportRequested);
    m_conversationActions =
        new ConversationActions(*this, *m_sidebar, m_parts->conversations, *m_edits);
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
    connect(m_page, &ConversationPage::trustRequested, this, &MainWindow::trustCertificate);
    m_serverSearch = new ServerSearch(m_page->welcome(), m_parts->connections, {}, this);
    m_serverSearch->setLog(m_parts->log);
    connect(m_serverSearch, &ServerSearch::connectionAdded, this, &MainWindow::chooseConnection);
    connect(&m_page->welcome(), &WelcomePage::connectRequested, this,
            &MainWindow::connectionsRequested);
    connect(&m_parts->chat, &ChatController::replyFinished, this,
            [this](Conversation *conversation, const Completion &completion) {
                onReplyFinished(*conversation, completion);
            });
    const ConnectionStore *connections = &m_parts->connections;
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
    for (int i = 0; i < m_parts->conversations.rowCount(); ++i) {
        Conversation *conversation = m_parts->conversations.at(i);
        if (conversation != nullptr && conversation->isLoaded() && conversation->title().isEmpty()
            && conversation->messages().rowCount() == 0)
            return show(*conversation);
    }
    Conversation &created = m_parts->conversations.create();
    created.setParameters(inherited);
    show(created);
}

void MainWindow::open(const QString &conversationId)
{
    Conversation &conversation = m_parts->conversations.open(conversationId);
    if (conversation.isLoaded())
        return show(conversation);
    m_wanted = conversationId;
    connect(&conversation, &Conversation::loaded, this, [this, &conversation] {
        if (m_wanted == conversation.id())
            show(conversation);
    });
}

void MainWindow::restore(Conversation &conversation)
{
    const Conversation *now = current();
    if (now == nullptr
        || (now->messages().rowCount() == 0 && now->title().isEmpty()
            && m_page->composer().text().isEmpty()))
        show(conversation);
}

void MainWindow::show(Conversation &conversation)
{
    if (!conversation.isLoaded()) // the copy of a long one
        return open(conversation.id());
    m_wanted.clear();
    if (Conversation *before = current())
        before->disconnect(this);
    m_page->setConversation(&conversation);
    m_parts->conversations.setCurrent(&conversation);
    m_sidebar->setShown(conversation.id());
    connect(&conversation, &Conversation::titleChanged, this, &MainWindow::refreshTitle);
    connect(&conversation, &Conversation::parametersChanged, this, &MainWindow::refresh);
    refreshTitle();
    refresh();
    m_page->composer().setFocus(Qt::OtherFocusReason);
    emit conversationShown();
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
    return m_parts->connections.contains(own) ? own : m_parts->connections.defaultId();
}

QString MainWindow::currentModel() const
{
    QString own = current() != nullptr ? current()->parameters().model : QString();
    if (!own.isEmpty())
        return own;
    const auto connection = m_parts->connections.connection(currentConnectionId());
    return connection ? connection->model : QString();
}

void MainWindow::refresh()
{
    if (!m_parts)
        return; // fill() will
    const QString id = currentConnectionId();
    const auto connection = m_parts->connections.connection(id);
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
    m_page->setTrimsContext(demo || connection->kind == ServerKind::Aura);
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
    auto connection = m_parts->connections.connection(currentConnectionId());
    if (!connection)
        return;
    connection->sendsUnencrypted = true;
    m_parts->connections.update(*connection);
    m_page->retry();
}

void MainWindow::trustCertificate(const PeerCertificate &certificate)
{
    auto connection = m_parts->connections.connection(currentConnectionId());
    if (!connection)
        return;
    connection->tls.pinnedPublicKey = certificate.publicKey;
    m_parts->connections.update(*connection);
    m_page->retry();
}

void MainWindow::onReplyFinished(const Conversation &conversation, const Completion &completion)
{
    const std::optional<ConnectionHealth> health = healthAfter(completion);
    if (!health)
        return;
    const QString own = conversation.parameters().connectionId;
    m_health.insert(own.isEmpty() ? m_parts->connections.defaultId() : own, *health);
    refresh();
}

void MainWindow::toggleSidebar()
{
    m_sidebarSlide->setShown(!m_sidebarSlide->isShown());
}

void MainWindow::place()
{
    const QByteArray geometry = m_settings.windowGeometry.get();
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(firstSize(*screen()));
}

void MainWindow::placeSidebar()
{
    m_sidebarSlide->setWidth(m_settings.sidebarWidth.get());
    m_sidebarSlide->place(m_settings.sidebarShown.get());
    const QStringList open = m_settings.openFolders.get().split(u'\n', Qt::SkipEmptyParts);
    m_sidebar->model().setOpenFolders(QSet<QString>(open.begin(), open.end()));
}

void MainWindow::savePlace()
{
    m_settings.windowGeometry.set(saveGeometry());
    m_settings.sidebarWidth.set(m_sidebarSlide->width());
    m_settings.sidebarShown.set(m_sidebarSlide->isShown());
    m_settings.openFolders.set(m_sidebar->model().openFolders().values().join(u'\n'));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!isRevealed())
        return event->ignore(); // who builds it could not tell
    savePlace();
    m_page->keepPlace();
    QWidget::closeEvent(event);
}

//! The page's ground beside the sidebar's, which is the window's, as they will be.
void MainWindow::paintEvent(QPaintEvent *)
{
    if (isRevealed())
        return;
    const int sidebar = m_settings.sidebarShown.get()
        ? qMin(m_settings.sidebarWidth.get(), width() - rightLeast)
        : 0;
    const QRect page = rect().adjusted(sidebar, 0, 0, 0);
    QPainter(this).fillRect(QStyle::visualRect(layoutDirection(), rect(), page),
                            themeOf(palette()).surface);
}

} // namespace Aura
