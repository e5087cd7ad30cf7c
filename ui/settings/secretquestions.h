// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretvault.h"

#include <QObject>
#include <QPointer>

class QMessageBox;

namespace Aura {

class ConnectionStore;
class DefaultProxy;

//! Asks where keys may be kept when there is no key store, and carries them from one place to
//! another. Outlives the settings dialog, as a key store may take its time to answer.
class SecretQuestions : public QObject
{
    Q_OBJECT

public:
    //! All of them outlive this.
    SecretQuestions(SecretVault &vault, ConnectionStore &connections, DefaultProxy &proxy,
                    QObject *parent = nullptr);
    ~SecretQuestions() override;

    //! Carries all secrets there. Ends in placeChanged() or placeNotChanged().
    void changePlace(SecretPlace place);

signals:
    void placeChanged();
    void placeNotChanged(const QString &sentence);

private:
    void onNotSaved(const SecretResult &result);
    void onAnswered();
    void onMoved(SecretPlace place, const SecretResult &result);
    void usePlace(SecretPlace place);
    void askToChangeAllTheSame(SecretPlace place, const SecretResult &result);
    QMessageBox *makeQuestion(const QString &text, const QString &detail);

    SecretVault &m_vault;
    ConnectionStore &m_connections;
    DefaultProxy &m_proxy;
    QPointer<QMessageBox> m_question; // at most one at a time
};

} // namespace Aura
