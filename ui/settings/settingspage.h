// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace Aura {

class ChatProvider;
class ConnectionLog;
class ConnectionStore;
class DefaultProxy;
class HistoryMover;
class NetworkThread;
class ProblemLabel;
class SecretQuestions;
class SecretVault;
class Settings;
struct Connection;

//! Makes a provider for a connection that is being tried out; it is deleted when that is done.
using ProviderMaker = std::function<std::unique_ptr<ChatProvider>(const Connection &)>;

//! What the settings dialog reads and changes. Everything outlives the dialog.
struct SettingsParts
{
    Settings &settings;
    ConnectionStore &connections;
    DefaultProxy &proxy;
    SecretVault &vault;
    SecretQuestions &questions;
    ProviderMaker makeProvider;
    std::shared_ptr<NetworkThread> network{};
    std::shared_ptr<const ConnectionLog> log{};
    HistoryMover *mover = nullptr; // null: there is no history to move
};

//! A page of the settings. It shows what is set when it is made and changes nothing before
//! save().
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(QWidget *parent = nullptr);
    ~SettingsPage() override;

    //! The field whose content makes no sense, the reason shown beside it; null where all is well.
    virtual QWidget *firstProblem() = 0;

    //! Called only after firstProblem() of every page found none.
    virtual void save() = 0;

protected:
    //! For firstProblem(): shows the sentence and returns the field.
    static QWidget *complain(ProblemLabel &label, QWidget *field, const QString &sentence);
};

} // namespace Aura
