// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingspage.h"

#include <QDialog>

#include <memory>

namespace Aura {

class ConnectionsPage;

namespace Ui {
class SettingsDialog;
}

//! The settings: a list of pages and the page. Apply and OK save all pages or none.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Page { Chat, Connections, Network, Appearance, Privacy };

    explicit SettingsDialog(const SettingsParts &parts, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    void showPage(Page page);
    //! The page Connections, with this connection's fields; the default one's where there is none
    //! of that id.
    void showConnection(const QString &id);

    void accept() override;

signals:
    //! Something may have changed, whether or not the dialog stays.
    void applied();

private:
    void addPage(SettingsPage *page, const QString &title, IconName icon);
    bool apply();

    Settings &m_settings;
    std::unique_ptr<Ui::SettingsDialog> m_ui;
    ConnectionsPage *m_connections;
    bool m_saveFailed = false;
};

} // namespace Aura
