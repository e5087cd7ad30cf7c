// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretstore.h"
#include "ui/settings/connectiondraft.h"
#include "ui/settings/settingspage.h"

#include <QList>

#include <memory>

namespace Aura {

namespace Ui {
class ConnectionsPage;
}

//! The page Connections: the list, and the fields of the one that is selected. All of it is a
//! draft until save().
class ConnectionsPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit ConnectionsPage(const SettingsParts &parts, QWidget *parent = nullptr);
    ~ConnectionsPage() override;

    void showConnection(const QString &id);

    QWidget *firstProblem() override;
    void save() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Row
    {
        ConnectionDraft draft{};
        bool isDefault = false;
    };

    void connectParts();
    void reload();
    void fillList();
    void showRow(int row);
    void updateItem(int row);
    void updateButtons();
    void loadSecretsOfCurrent();
    int rowOf(const QString &id) const;

    void add(const Row &row);
    void duplicateCurrent();
    void removeCurrent();
    void moveCurrent(int step);
    void makeCurrentDefault();
    void onEdited();
    void onReady(const QString &id);
    void onSecretsNotRead(const QString &id, const SecretResult &result);

    ConnectionStore &m_store;
    std::unique_ptr<Ui::ConnectionsPage> m_ui;
    QList<Row> m_rows;
    int m_current = -1;
};

} // namespace Aura
