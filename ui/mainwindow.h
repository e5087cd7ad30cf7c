// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sidebar/searchresults.h"
#include "ui/statusdot.h"

#include <QHash>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QSplitter;

namespace Aura {

struct Completion;
struct PeerCertificate;
class ChatController;
class ConnectionLog;
class ConnectionStore;
class Conversation;
class ConversationActions;
class ConversationEdits;
class ConversationListModel;
class ConversationPage;
class HeaderBar;
class PanelSlide;
class HistoryBanner;
class ModelMenu;
class ProviderSource;
class ServerSearch;
class Settings;
class Sidebar;

//! What the window works with; everything outlives it.
struct WindowParts
{
    ConnectionStore &connections;
    ProviderSource &providers;
    ConversationListModel &conversations;
    ChatController &chat;
    std::shared_ptr<ConnectionLog> log{};
    SearchResults::Search search{}; // in the history
};

//! The window: places the parts and connects them.
//!
//! It can be shown before there is anything in it: then it has its place and its colours already,
//! which is much sooner, for no font has to be loaded.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    //! The settings outlive it.
    explicit MainWindow(Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! Builds what is in it, once, before anything else is called; still hidden.
    void fill(const WindowParts &parts);
    //! Shows what is in it.
    void reveal();

    ConversationPage &page() { return *m_page; }
    Conversation *current() const;

    //! The empty conversation on top; there is only one.
    void newConversation();
    void show(Conversation &conversation);
    //! Shows it when it is loaded, if nothing else was asked for meanwhile.
    void open(const QString &conversationId);
    //! Shows what was open last, unless somebody has begun something else.
    void restore(Conversation &conversation);
    HistoryBanner &historyBanner() { return *m_historyBanner; }
    using QWidget::show;

    //! Shows again what depends on the settings and the connections.
    void refresh();

    //! One of the actions, by its name in English: "newConversation".
    QAction *action(const QString &name) const;

signals:
    void conversationShown(); // another than before
    void exportRequested(const QStringList &conversations);
    void settingsRequested();
    void connectionsRequested();
    void printRequested();
    void pdfRequested();
    void importRequested(const QStringList &files); // none: to be chosen

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void makeActions();
    void makeZoom();
    void makeMessageActions();
    void addConversationActions();
    void makeMenu();
    void connectParts();
    bool isRevealed() const;
    void place();
    void placeSidebar();
    void savePlace();
    void toggleSidebar();
    QString currentConnectionId() const;
    QString currentModel() const;
    void chooseConnection(const QString &id);
    void chooseModel(const QString &model);
    void sendUnencrypted();
    void trustCertificate(const PeerCertificate &certificate);
    void onReplyFinished(const Conversation &conversation, const Completion &completion);
    void refreshTitle();
    QAction *addNamedAction(const QString &name, const QString &text, const QKeySequence &keys);

    Settings &m_settings;
    std::optional<WindowParts> m_parts; // once it is filled
    std::unique_ptr<ConversationEdits> m_edits;
    QSplitter *m_splitter = nullptr;
    Sidebar *m_sidebar = nullptr;
    PanelSlide *m_sidebarSlide = nullptr;
    HeaderBar *m_header = nullptr;
    ConversationPage *m_page = nullptr;
    ConversationActions *m_conversationActions = nullptr;
    ModelMenu *m_modelMenu = nullptr;
    ServerSearch *m_serverSearch = nullptr;
    HistoryBanner *m_historyBanner = nullptr;
    QString m_wanted;                          // the conversation that is shown when it is loaded
    QHash<QString, ConnectionHealth> m_health; // by connection id, as the last reply ended
};

} // namespace Aura
