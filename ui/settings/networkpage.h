// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingspage.h"

#include <memory>

namespace Aura {

namespace Ui {
class NetworkPage;
}

//! The page Network: the proxy of every connection that has none of its own.
class NetworkPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit NetworkPage(const SettingsParts &parts, QWidget *parent = nullptr);
    ~NetworkPage() override;

    QWidget *firstProblem() override;
    void save() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    DefaultProxy &m_proxy;
    std::unique_ptr<Ui::NetworkPage> m_ui;
};

} // namespace Aura
