// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingspage.h"

#include <memory>

namespace Aura {

namespace Ui {
class ChatPage;
}

//! The page Chat: what conversations are asked with that have nothing of their own.
class ChatPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit ChatPage(const SettingsParts &parts, QWidget *parent = nullptr);
    ~ChatPage() override;

    QWidget *firstProblem() override;
    void save() override;

private:
    Settings &m_settings;
    std::unique_ptr<Ui::ChatPage> m_ui;
};

} // namespace Aura
