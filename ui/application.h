// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/commandline.h"
#include "ui/translators.h"

#include <QObject>
#include <QPointer>
#include <QTemporaryDir>

#include <memory>

namespace Aura {

class Appearance;
class CaretRest;
class ChatController;
class ConnectionFeed;
class ConnectionLog;
class ConnectionPool;
class ConnectionStore;
class Conversation;
class ConversationListModel;
class DataFolder;
class DefaultProxy;
class DemoServer;
class FocusRing;
class HistoryMover;
class HistoryRecorder;
class HistoryStore;
class MainWindow;
class NetworkThread;
class OneProgram;
class SecretQuestions;
class SecretVault;
class Settings;
class SettingsDialog;
struct StartRequest;
class TransferDialogs;

//! Builds every long-lived object, in order, and hands references on; nobody else does.
class Application : public QObject
{
    Q_OBJECT

public:
    explicit Application(const CommandLine &line, QObject *parent = nullptr);
    ~Application() override;

    enum class Started { Running, HandedOver }; // to the window that is open already

    //! Builds all and shows the window.
    Result<Started> start();

    MainWindow &window() { return *m_window; }
    ConnectionStore &connections() { return *m_connections; }
    ConversationListModel &conversations() { return *m_conversations; }
    DemoServer &demo() { return *m_demo; }
    const ConnectionLog &connectionLog() const { return *m_log; }
    HistoryStore &history() { return *m_history; }

    //! Takes over what the settings say now.
    void applySettings();

private:
    Result<Started> claim(const DataFolder &folder);
    void onRequested(const StartRequest &request);
    void buildServices(const DataFolder &folder);
    void buildHistory(const DataFolder &folder);
    void showFrame();
    void fillWindow();
    void awaitHistory();
    void onRestored(Conversation *conversation);
    void chooseFirstConnection();
    void applyAppearance();
    void connectWindow();
    SettingsDialog &openSettings();
    void onIdle();

    CommandLine m_line;
    Translators m_translators;
    std::unique_ptr<OneProgram> m_onlyOne;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<SecretVault> m_secrets;
    std::unique_ptr<ConnectionStore> m_connections;
    std::unique_ptr<DefaultProxy> m_proxy;
    std::unique_ptr<SecretQuestions> m_secretQuestions;
    std::shared_ptr<ConnectionLog> m_log;
    std::shared_ptr<NetworkThread> m_network;
    std::unique_ptr<DemoServer> m_demo;
    std::unique_ptr<ConnectionPool> m_pool;
    std::unique_ptr<ConnectionFeed> m_feed;
    std::unique_ptr<QTemporaryDir> m_smokeFolder; // instead of the user's history
    std::unique_ptr<HistoryStore> m_history;
    std::unique_ptr<HistoryMover> m_mover;
    std::unique_ptr<ConversationListModel> m_conversations;
    std::unique_ptr<HistoryRecorder> m_recorder;
    std::unique_ptr<ChatController> m_chat;
    std::unique_ptr<FocusRing> m_focusRing;
    std::unique_ptr<CaretRest> m_caretRest;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<TransferDialogs> m_transfer;
    QPointer<SettingsDialog> m_settingsDialog; // while it is open; the window's child
};

} // namespace Aura
