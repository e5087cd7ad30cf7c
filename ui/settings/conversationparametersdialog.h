// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatcontroller.h"
#include "chat/conversation.h"

#include <QDialog>

#include <memory>

class QCheckBox;

namespace Aura {

namespace Ui {
class ConversationParametersDialog;
}

//! What one conversation is asked with: each field is its own, or as in the settings.
class ConversationParametersDialog : public QDialog
{
    Q_OBJECT

public:
    ConversationParametersDialog(const ChatParameters &parameters, const ChatDefaults &defaults,
                                 QWidget *parent = nullptr);
    ~ConversationParametersDialog() override;

    //! The end of the temperature's range, from 0; 1 unless told.
    void setHighestTemperature(double highest);

    //! As entered, once the dialog was accepted; until then as given.
    const ChatParameters &parameters() const { return m_parameters; }

    void accept() override;

private:
    void showDefaults();
    bool read(ChatParameters &parameters);

    std::unique_ptr<Ui::ConversationParametersDialog> m_ui;
    ChatParameters m_parameters;
    ChatDefaults m_defaults;
};

} // namespace Aura
