// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include "chat/chatcontroller.h"
#include "chat/conversationlistmodel.h"
#include "demo/demoserver.h"
#include "net/connectionlog.h"
#include "net/httpaccessmanager.h"
#include "providers/chatprovider.h"
#include "providers/connectionpool.h"
#include "settings/connectionstore.h"
#include "settings/datafolder.h"
#include "settings/defaultproxy.h"
#include "settings/secretvault.h"
#include "settings/settings.h"
#include "ui/connectionfeed.h"
#include "ui/mainwindow.h"
#include "ui/settings/secretquestions.h"
#include "ui/settings/settingsdialog.h"
#include "ui/theme/appearance.h"
#include "ui/theme/focusring.h"
#include "ui/transcript/transcriptaccessible.h"

#include <QApplication>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Aura {

Application::Application(const CommandLine &line, QObject *parent)
    : QObject(parent)
    , m_line(line)
{}

Application::~Application() = default;

Result<void> Application::start()
{
    const DataFolder folder = m_line.dataDir.isEmpty() ? DataFolder() : DataFolder(m_line.dataDir);
    if (Result<void> made = folder.make(); !made)
        return made;
    m_settings = std::make_unique<Settings>(folder.settingsFile());
    m_translators.load(m_settings->language.get());
    QApplication::setLayoutDirection(QLocale().textDirection());

    m_appearance = std::make_unique<Appearance>();
    applyAppearance();
    buildServices(folder);
    m_focusRing = std::make_unique<FocusRing>();
    m_window = std::make_unique<MainWindow>(WindowParts{
        .settings = *m_settings,
        .connections = *m_connections,
        .providers = *m_pool,
        .conversations = *m_conversations,
        .chat = *m_chat,
        .log = m_log,
    });
    chooseFirstConnection();
    connectWindow();
    m_window->show();
    QTimer::singleShot(0, this, &Application::onIdle); // after the first paint
    return {};
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
    m_pool = std::make_unique<ConnectionPool>(engineNetworkAccess(m_network),
                                              m_proxy->proxy());
    m_feed = std::make_unique<ConnectionFeed>(*m_connections, *m_proxy, *m_demo, *m_pool);
    m_conversations = std::make_unique<ConversationListModel>();
    m_chat = std::make_unique<ChatController>(*m_pool);
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
        m_settingsDialog = new SettingsDialog(
            {*m_settings, *m_connections, *m_proxy, *m_secrets, *m_secretQuestions, makeProvider,
             m_network, m_log},
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

void Application::onIdle()
{
    m_appearance->askDesktop();
    m_feed->start();
}

} // namespace Aura
