// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatcontroller.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QSlider;

namespace Aura {

//! What one conversation is asked with: its own system prompt and temperature, or the settings'.
class ParametersDialog : public QDialog
{
    Q_OBJECT

public:
    ParametersDialog(const ChatParameters &parameters, const ChatDefaults &defaults,
                     QWidget *parent = nullptr);

    ChatParameters parameters() const;

private:
    void updateState();
    QWidget *makePromptPart();
    QWidget *makeTemperaturePart();

    ChatParameters m_parameters;
    ChatDefaults m_defaults;
    QCheckBox *m_ownPrompt = nullptr;
    QPlainTextEdit *m_prompt = nullptr;
    QCheckBox *m_ownTemperature = nullptr;
    QSlider *m_temperature = nullptr;
    QLabel *m_temperatureValue = nullptr;
};

} // namespace Aura
