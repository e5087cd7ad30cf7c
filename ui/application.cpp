// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include "chat/chatcontroller.h"
#include "chat/conversationlistmodel.h"
#include "chat/historyrecorder.h"
#include "demo/demoserver.h"
#include "net/connectionlog.h"
#include "history/historystore.h"
#include "net/httpaccessmanager.h"
#include "providers/chatprovider.h"
#include "providers/connectionpool.h"
#include "settings/connectionstore.h"
#include "settings/datafolder.h"
#include "settings/defaultproxy.h"
#include "settings/secretvault.h"
#include "settings/settings.h"
#include "ui/connectionfeed.h"
#include "ui/conversationpage.h"
#include "ui/firstpaint.h"
#include "ui/historybanner.h"
#include "ui/historymover.h"
#include "ui/mainwindow.h"
#include "ui/oneprogram.h"
#include "ui/settings/secretquestions.h"
#include "ui/settings/settingsdialog.h"
#include "ui/theme/appearance.h"
#include "ui/theme/caretrest.h"
#include "ui/theme/focusring.h"
#include "ui/theme/icons.h"
#include "ui/transcript/transcriptview.h"
#include "ui/transfer/transferdialogs.h"

#include <QApplication>
#include <QEventLoop>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr std::chrono::milliseconds longestFrame(150);   // until the empty window is painted
constexpr std::chrono::milliseconds longestOpening(150); // of the history, before it is filled

} // namespace

Application::Application(const CommandLine &line, QObject *parent)
    : QObject(parent)
    , m_line(line)
{}

Application::~Application() = default;

Result<Application::Started> Application::start()
{
    const DataFolder folder = m_line.dataDir.isEmpty() ? DataFolder() : DataFolder(m_line.dataDir);
    if (const Result<void> made = folder.make(); !made)
        return made.error();
    Result<Started> claimed = claim(folder);
    if (!claimed || *claimed == Started::HandedOver)
        return claimed;
    m_settings = std::make_unique<Settings>(folder.settingsFile());
    m_translators.load(m_settings->language.get());
    QApplication::setLayoutDirection(QLocale().textDirection());

    m_appearance = std::make_unique<Appearance>();
    applyAppearance();
    m_window = std::make_unique<MainWindow>(*m_settings);
    showFrame();
    buildServices(folder);
    m_history->open(); // while the window is filled
    fillWindow();
    awaitHistory();
    chooseFirstConnection();
    connect(new FirstPaint(m_window->page(), "whole picture"), &FirstPaint::painted, this,
            &Application::onIdle);
    m_window->reveal();
    if (m_onlyOne)
        m_onlyOne->serve();
    if (!m_line.files.isEmpty())
        m_transfer->importFiles(m_line.files);
    return Started::Running;
}

//! Shows the window with nothing in it. What it says waits for fonts, and those are the better part
//! of a start.
void Application::showFrame()
{
    QEventLoop moment;
    connect(new FirstPaint(*m_window, "first paint"), &FirstPaint::painted, &moment,
            &QEventLoop::quit);
    m_window->show(); // which may take its time by itself
    QTimer::singleShot(longestFrame, &moment, &QEventLoop::quit);
    moment.exec(QEventLoop::ExcludeUserInputEvents);
}

void Application::fillWindow()
{
    m_focusRing = std::make_unique<FocusRing>();
    m_caretRest = std::make_unique<CaretRest>();
    m_window->fill({
        .connections = *m_connections,
        .providers = *m_pool,
        .conversations = *m_conversations,
        .chat = *m_chat,
        .log = m_log,
        .search = [this](const QString &query, int limit,
                         MessageId before) { return m_history->search(query, limit, before); },
    });
    m_transfer =
        std::make_unique<TransferDialogs>(*m_window, *m_history, *m_conversations, *m_recorder);
    connectWindow();
}

//! Waits a moment for what was open last, so that the window begins with it and nothing jumps; on a
//! slow disk it comes later.
void Application::awaitHistory()
{
    QEventLoop moment;
    connect(m_recorder.get(), &HistoryRecorder::restored, &moment, &QEventLoop::quit);
    QTimer::singleShot(longestOpening, &moment, &QEventLoop::quit);
    moment.exec(QEventLoop::ExcludeUserInputEvents);
}

//! One program, one data folder. The smoke test without a folder of its own keeps nothing.
Result<Application::Started> Application::claim(const DataFolder &folder)
{
    if (m_line.command == CommandLine::Command::Smoke && m_line.dataDir.isEmpty())
        return Started::Running;
    m_onlyOne = std::make_unique<OneProgram>(folder.dataPath());
    connect(m_onlyOne.get(), &OneProgram::requested, this, &Application::onRequested);
    const Result<OneProgram::Place> place =
        m_onlyOne->claim({.newConversation = m_line.newConversation, .files = m_line.files});
    if (!place)
        return place.error();
    return *place == OneProgram::Place::First ? Started::Running : Started::HandedOver;
}

void Application::onRequested(const StartRequest &request)
{
    if (request.newConversation)
        m_window->newConversation();
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    if (!request.files.isEmpty())
        m_transfer->importFiles(request.files);
}

void Application::onRestored(Conversation *conversation)
{
    const bool beginsAnew = m_line.command == CommandLine::Command::Smoke
        || !m_line.connection.isEmpty() || m_line.newConversation;
    if (conversation != nullptr && !beginsAnew)
        m_window->restore(*conversation);
}

//! The smoke test asks in a history of its own, unless it is told a folder.
void Application::buildHistory(const DataFolder &folder)
{
    QString file = folder.historyFile();
    if (m_line.command == CommandLine::Command::Smoke && m_line.dataDir.isEmpty()) {
        m_smokeFolder = std::make_unique<QTemporaryDir>();
        file = m_smokeFolder->filePath(u"history.sqlite"_s);
    }
    m_history = std::make_unique<HistoryStore>(
        file,
        folder.hasMovedHistory() ? HistoryStore::Place::IsKnown : HistoryStore::Place::MayBeNew);
    m_mover = std::make_unique<HistoryMover>(*m_history, folder,
                                             [this] { return m_chat->isAnsweringAnywhere(); });
    m_conversations = std::make_unique<ConversationListModel>();
    m_recorder = std::make_unique<HistoryRecorder>(*m_conversations, *m_history);
    connect(m_recorder.get(), &HistoryRecorder::restored, this, &Application::onRestored);
}

void Application::buildServices(const DataFolder &folder)
{
    m_secrets = std::make_unique<SecretVault>(*m_settings, folder.secretsFile());
    m_connections = std::make_unique<ConnectionStore>(folder.connectionsFile(), *m_secrets);
    m_proxy = std::make_unique<DefaultProxy>(*m_settings, *m_secrets);
    m_secretQuestions = std::make_unique<SecretQuestions>(*m_secrets, *m_connections, *m_proxy);
    m_log = std::make_shared<ConnectionLog>();
    m_network = makeNetworkThread(m_log);
    m_demo = std::make_unique<DemoServer>();
    m_demo->setKeepsRequests(false);
    m_pool = std::make_unique<ConnectionPool>(engineNetworkAccess(m_network), m_proxy->proxy());
    m_feed = std::make_unique<ConnectionFeed>(*m_connections, *m_proxy, *m_demo, *m_pool);
    buildHistory(folder);
    m_chat = std::make_unique<ChatController>(*m_pool);
    m_chat->setKeeper([this](Conversation &) { return m_recorder->kept(); });
    const auto takeOver = [this] { applySettings(); };
    connect(m_connections.get(), &ConnectionStore::defaultChanged, this, takeOver);
    applySettings();
}

void Application::applySettings()
{
    m_chat->setDefaults({.systemPrompt = m_settings->systemPrompt.get(),
                         .temperature = m_settings->temperature.get(),
                         .maxTokens = m_settings->maxTokens.get(),
                         .sendsTemperature = m_settings->temperature.chosen().has_value(),
                         .sendsMaxTokens = m_settings->maxTokens.chosen().has_value(),
                         .connectionId = m_connections->defaultId()});
    if (m_window)
        m_window->refresh();
}

void Application::applyAppearance()
{
    m_appearance->setLastKnownDark(m_settings->desktopWasDark.get());
    m_appearance->setScheme(colourSchemeFromName(m_settings->colourScheme.get()));
    m_appearance->setDesktopStyle(m_settings->desktopStyle.get());
}

void Application::connectWindow()
{
    // No connection's: a picture's server is none of the servers that have a key.
    m_window->page().transcript().images().setNetwork(
        [this] { return engineNetworkAccess(m_network)({}, m_proxy->proxy()); });
    HistoryBanner *banner = &m_window->historyBanner();
    connect(m_history.get(), &HistoryStore::statusChanged, banner, &HistoryBanner::setStatus);
    connect(banner, &HistoryBanner::restoreCopyRequested, m_history.get(),
            &HistoryStore::restoreCopy);
    connect(banner, &HistoryBanner::startAnewRequested, m_history.get(), &HistoryStore::startAnew);
    connect(m_appearance.get(), &Appearance::desktopDarkChanged, this,
            [this](bool dark) { m_settings->desktopWasDark.set(dark); });
    connect(m_window.get(), &MainWindow::settingsRequested, this, [this] { openSettings(); });
    connect(m_window.get(), &MainWindow::connectionsRequested, this, [this] {
        openSettings().showConnection(m_window->current()->parameters().connectionId);
    });
}

SettingsDialog &Application::openSettings()
{
    if (!m_settingsDialog) {
        const auto makeProvider = [this](const Connection &connection) {
            return m_feed->makeSpare(connection);
        };
        m_settingsDialog =
            new SettingsDialog({*m_settings, *m_connections, *m_proxy, *m_secrets,
                                *m_secretQuestions, makeProvider, m_network, m_log, m_mover.get()},
                               m_window.get());
        m_settingsDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_settingsDialog, &SettingsDialog::applied, this, [this] {
            applySettings();
            applyAppearance();
        });
    }
    m_settingsDialog->open();
    m_settingsDialog->raise();
    m_settingsDialog->activateWindow();
    return *m_settingsDialog;
}

//! --connection names the one to begin with, the smoke test asks the demo.
void Application::chooseFirstConnection()
{
    for (const Connection &connection : m_connections->connections()) {
        const bool wanted = m_line.command == CommandLine::Command::Smoke
            ? connection.kind == ServerKind::Demo
            : !m_line.connection.isEmpty() && connection.name == m_line.connection;
        if (!wanted)
            continue;
        ChatParameters parameters = m_window->current()->parameters();
        parameters.connectionId = connection.id;
        m_window->current()->setParameters(parameters);
        return;
    }
}

//! What the first picture can do without.
void Application::onIdle()
{
    m_window->setWindowIcon(programIcon());
    m_appearance->askDesktop();
    m_feed->start();
}

} // namespace Aura
