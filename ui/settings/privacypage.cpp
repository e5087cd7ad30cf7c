// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/privacypage.h"

#include "ui/connectionlogdialog.h"
#include "ui/settings/historyplacefield.h"
#include "ui/settings/secretquestions.h"
#include "ui_privacypage.h"

namespace Aura {

PrivacyPage::PrivacyPage(const SettingsParts &parts, QWidget *parent)
    : SettingsPage(parent)
    , m_log(parts.log)
    , m_vault(parts.vault)
    , m_questions(parts.questions)
    , m_ui(std::make_unique<Ui::PrivacyPage>())
{
    m_ui->setupUi(this);
    if (parts.mover != nullptr)
        m_ui->privacyLayout->insertWidget(m_ui->privacyLayout->indexOf(m_ui->logRow),
                                          new HistoryPlaceField(*parts.mover, this));
    showPlace();
    connect(&m_questions, &SecretQuestions::placeChanged, this, &PrivacyPage::showPlace);
    connect(&m_questions, &SecretQuestions::placeNotChanged, this, [this](const QString &sentence) {
        showPlace();
        m_ui->placeProblem->showProblem(sentence);
    });
    connect(m_ui->connectionLog, &QPushButton::clicked, this, &PrivacyPage::showLog);
    for (QRadioButton *button : {m_ui->keychain, m_ui->file, m_ui->session})
        connect(button, &QRadioButton::clicked, m_ui->placeProblem, &ProblemLabel::clearProblem);
}

void PrivacyPage::showLog()
{
    auto *dialog = new ConnectionLogDialog(m_log, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

PrivacyPage::~PrivacyPage() = default;

void PrivacyPage::save()
{
    const SecretPlace before = m_vault.place();
    const bool isDefault = before == SecretPlace::Undecided && m_ui->keychain->isChecked();
    if (!isDefault && chosenPlace() != before)
        m_questions.changePlace(chosenPlace());
}

SecretPlace PrivacyPage::chosenPlace() const
{
    if (m_ui->file->isChecked())
        return SecretPlace::File;
    return m_ui->session->isChecked() ? SecretPlace::Session : SecretPlace::Keychain;
}

void PrivacyPage::showPlace()
{
    switch (m_vault.place()) {
    case SecretPlace::Undecided: // the key store, if it answers
    case SecretPlace::Keychain: m_ui->keychain->setChecked(true); break;
    case SecretPlace::File: m_ui->file->setChecked(true); break;
    case SecretPlace::Session: m_ui->session->setChecked(true); break;
    }
}

} // namespace Aura
