// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

//! A D-Bus session of its own and, on it, a real gnome-keyring; with homes of their own. Both end
//! with this object.
class KeyringSession
{
public:
    enum class Lock { Unlocked, Locked };

    ~KeyringSession();

    //! What is not installed on this computer; empty: all there.
    static QString missingProgram();

    bool startBus();
    bool startKeyring(Lock lock);
    void stopKeyring();
    //! Unlocks the keyring that runs, as the login does; by way of python3-gi.
    bool unlock() const;

    //! What a program needs in its environment to find the session.
    QProcessEnvironment environment() const;

private:
    bool waitForService() const;

    QTemporaryDir m_home;
    QString m_address;
    QProcess m_bus;
    QProcess m_keyring;
};
