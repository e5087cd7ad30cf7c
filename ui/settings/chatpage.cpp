// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/chatpage.h"

#include "settings/settings.h"
#include "ui/settings/fieldtext.h"
#include "ui/settings/fieldlabels.h"
#include "ui_chatpage.h"

namespace Aura {

ChatPage::ChatPage(const SettingsParts &parts, QWidget *parent)
    : SettingsPage(parent)
    , m_settings(parts.settings)
    , m_ui(std::make_unique<Ui::ChatPage>())
{
    m_ui->setupUi(this);
    m_ui->systemPrompt->document()->setDocumentMargin(textMargin);
    m_ui->systemPrompt->setPlainText(m_settings.systemPrompt.get());
    m_ui->temperature->setValue(m_settings.temperature.get());
    m_ui->maxTokens->setText(QString::number(m_settings.maxTokens.get()));
    connect(m_ui->temperature, &TemperatureField::textChanged, m_ui->temperatureProblem,
            &ProblemLabel::clearProblem);
    connect(m_ui->maxTokens, &QLineEdit::textChanged, m_ui->maxTokensProblem,
            &ProblemLabel::clearProblem);
}

ChatPage::~ChatPage() = default;

QWidget *ChatPage::firstProblem()
{
    if (const auto read = parseTemperature(m_ui->temperature->text()); !read)
        return complain(*m_ui->temperatureProblem, m_ui->temperature->line(), read.error().text);
    if (const auto read = parseMaxTokens(m_ui->maxTokens->text()); !read)
        return complain(*m_ui->maxTokensProblem, m_ui->maxTokens, read.error().text);
    return nullptr;
}

void ChatPage::save()
{
    m_settings.systemPrompt.set(m_ui->systemPrompt->toPlainText());
    m_settings.temperature.set(*parseTemperature(m_ui->temperature->text()));
    m_settings.maxTokens.set(*parseMaxTokens(m_ui->maxTokens->text()));
}

} // namespace Aura
