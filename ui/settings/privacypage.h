// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretvault.h"
#include "ui/settings/settingspage.h"

#include <memory>

namespace Aura {

namespace Ui {
class PrivacyPage;
}

//! The page Privacy: where keys and passwords are kept.
class PrivacyPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit PrivacyPage(const SettingsParts &parts, QWidget *parent = nullptr);
    ~PrivacyPage() override;

    QWidget *firstProblem() override { return nullptr; }
    void save() override;

private:
    SecretPlace chosenPlace() const;
    void showPlace();
    void showLog();

    std::shared_ptr<const ConnectionLog> m_log;
    SecretVault &m_vault;
    SecretQuestions &m_questions;
    std::unique_ptr<Ui::PrivacyPage> m_ui;
};

} // namespace Aura
