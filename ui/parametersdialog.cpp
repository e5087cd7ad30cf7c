// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parametersdialog.h"

#include "ui/theme/textlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

namespace Aura {

namespace {

constexpr int steps = 20; // of the temperature, 0 … 1

} // namespace

ParametersDialog::ParametersDialog(const ChatParameters &parameters, const ChatDefaults &defaults,
                                   QWidget *parent)
    : QDialog(parent)
    , m_parameters(parameters)
    , m_defaults(defaults)
{
    setWindowTitle(tr("This conversation"));
    resize(560, 420);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(20);
    column->addWidget(makePromptPart(), 1);
    column->addWidget(makeTemperaturePart());

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateState();
}

QWidget *ParametersDialog::makePromptPart()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    m_ownPrompt = new QCheckBox(tr("A system prompt of its own"), part);
    m_ownPrompt->setChecked(m_parameters.systemPrompt.has_value());
    m_prompt = new QPlainTextEdit(m_parameters.systemPrompt.value_or(m_defaults.systemPrompt), part);
    m_prompt->setAccessibleName(tr("System prompt"));
    m_prompt->setPlaceholderText(tr("No system prompt"));
    m_prompt->setTabChangesFocus(true);
    QLabel *hint = makeSoftLabel(part);
    hint->setText(tr("Holds from the next message on."));
    column->addWidget(m_ownPrompt);
    column->addWidget(m_prompt, 1);
    column->addWidget(hint);
    connect(m_ownPrompt, &QCheckBox::toggled, this, [this](bool own) {
        if (!own)
            m_prompt->setPlainText(m_defaults.systemPrompt);
        updateState();
    });
    return part;
}

QWidget *ParametersDialog::makeTemperaturePart()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    m_ownTemperature = new QCheckBox(tr("A temperature of its own"), part);
    m_ownTemperature->setChecked(m_parameters.temperature.has_value());
    m_temperature = new QSlider(Qt::Horizontal, part);
    m_temperature->setAccessibleName(tr("Temperature"));
    m_temperature->setRange(0, steps);
    m_temperature->setPageStep(4);
    m_temperature->setValue(qRound(m_parameters.temperature.value_or(m_defaults.temperature) * steps));
    m_temperatureValue = new QLabel(part);
    m_temperatureValue->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0.000")));
    QLabel *hint = makeSoftLabel(part);
    hint->setText(tr("0 repeats itself, 1 surprises"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_temperature, 1);
    row->addWidget(m_temperatureValue);
    column->addWidget(m_ownTemperature);
    column->addLayout(row);
    column->addWidget(hint);
    connect(m_temperature, &QSlider::valueChanged, this, &ParametersDialog::updateState);
    connect(m_ownTemperature, &QCheckBox::toggled, this, [this](bool own) {
        if (!own)
            m_temperature->setValue(qRound(m_defaults.temperature * steps));
        updateState();
    });
    return part;
}

void ParametersDialog::updateState()
{
    m_prompt->setEnabled(m_ownPrompt->isChecked());
    m_temperature->setEnabled(m_ownTemperature->isChecked());
    m_temperatureValue->setText(QLocale().toString(double(m_temperature->value()) / steps));
}

ChatParameters ParametersDialog::parameters() const
{
    ChatParameters result = m_parameters;
    result.systemPrompt.reset();
    result.temperature.reset();
    if (m_ownPrompt->isChecked())
        result.systemPrompt = m_prompt->toPlainText();
    if (m_ownTemperature->isChecked())
        result.temperature = double(m_temperature->value()) / steps;
    return result;
}

} // namespace Aura
