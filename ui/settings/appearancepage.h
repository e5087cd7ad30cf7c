// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingspage.h"

#include <memory>

namespace Aura {

namespace Ui {
class AppearancePage;
}

//! The page Appearance: colours, style, language.
class AppearancePage : public SettingsPage
{
    Q_OBJECT

public:
    explicit AppearancePage(const SettingsParts &parts, QWidget *parent = nullptr);
    ~AppearancePage() override;

    QWidget *firstProblem() override { return nullptr; }
    void save() override;

private:
    Settings &m_settings;
    std::unique_ptr<Ui::AppearancePage> m_ui;
};

} // namespace Aura
