// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/conversationparametersdialog.h"

#include "ui/settings/fieldtext.h"
#include "ui/settings/fieldlabels.h"
#include "ui_conversationparametersdialog.h"

#include <QPushButton>

namespace Aura {

ConversationParametersDialog::ConversationParametersDialog(const ChatParameters &parameters,
                                                           const ChatDefaults &defaults,
                                                           QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConversationParametersDialog>())
    , m_parameters(parameters)
    , m_defaults(defaults)
{
    m_ui->setupUi(this);
    m_ui->systemPrompt->document()->setDocumentMargin(textMargin);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_ui->systemPrompt->setPlainText(parameters.systemPrompt.value_or(defaults.systemPrompt));
    m_ui->temperature->setValue(parameters.temperature.value_or(defaults.temperature));
    m_ui->maxTokens->setText(QString::number(parameters.maxTokens.value_or(defaults.maxTokens)));
    m_ui->systemPromptAsInSettings->setChecked(!parameters.systemPrompt);
    m_ui->temperatureAsInSettings->setChecked(!parameters.temperature);
    m_ui->maxTokensAsInSettings->setChecked(!parameters.maxTokens);
    showDefaults();

    for (const QCheckBox *box : {m_ui->systemPromptAsInSettings, m_ui->temperatureAsInSettings,
                                 m_ui->maxTokensAsInSettings})
        connect(box, &QCheckBox::toggled, this, &ConversationParametersDialog::showDefaults);
    connect(m_ui->temperature, &TemperatureField::textChanged, m_ui->temperatureProblem,
            &ProblemLabel::clearProblem);
    connect(m_ui->maxTokens, &QLineEdit::textChanged, m_ui->maxTokensProblem,
            &ProblemLabel::clearProblem);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this,
            &ConversationParametersDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this,
            &ConversationParametersDialog::reject);
}

void ConversationParametersDialog::setHighestTemperature(double highest)
{
    m_ui->temperature->setHighest(highest);
}

ConversationParametersDialog::~ConversationParametersDialog() = default;

void ConversationParametersDialog::accept()
{
    ChatParameters parameters = m_parameters;
    if (!read(parameters))
        return;
    m_parameters = parameters;
    QDialog::accept();
}

//! What is as in the settings shows what that is, and cannot be typed into.
void ConversationParametersDialog::showDefaults()
{
    const bool prompt = m_ui->systemPromptAsInSettings->isChecked();
    const bool temperature = m_ui->temperatureAsInSettings->isChecked();
    const bool maxTokens = m_ui->maxTokensAsInSettings->isChecked();
    m_ui->systemPrompt->setEnabled(!prompt);
    m_ui->temperature->setEnabled(!temperature);
    m_ui->maxTokens->setEnabled(!maxTokens);
    if (prompt)
        m_ui->systemPrompt->setPlainText(m_defaults.systemPrompt);
    if (temperature)
        m_ui->temperature->setValue(m_defaults.temperature);
    if (maxTokens)
        m_ui->maxTokens->setText(QString::number(m_defaults.maxTokens));
}

bool ConversationParametersDialog::read(ChatParameters &parameters)
{
    const auto temperature =
        parseTemperature(m_ui->temperature->text(), m_ui->temperature->highest());
    if (!temperature) {
        m_ui->temperatureProblem->showProblem(temperature.error().text);
        m_ui->temperature->line()->setFocus();
        return false;
    }
    const auto maxTokens = parseMaxTokens(m_ui->maxTokens->text());
    if (!maxTokens) {
        m_ui->maxTokensProblem->showProblem(maxTokens.error().text);
        m_ui->maxTokens->setFocus();
        return false;
    }
    parameters.systemPrompt.reset();
    parameters.temperature.reset();
    parameters.maxTokens.reset();
    if (!m_ui->systemPromptAsInSettings->isChecked())
        parameters.systemPrompt = m_ui->systemPrompt->toPlainText();
    if (!m_ui->temperatureAsInSettings->isChecked())
        parameters.temperature = *temperature;
    if (!m_ui->maxTokensAsInSettings->isChecked())
        parameters.maxTokens = *maxTokens;
    return true;
}

} // namespace Aura
