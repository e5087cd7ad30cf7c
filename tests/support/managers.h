// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpaccessmanager.h"
#include "net/networkaccess.h"

#include <QByteArray>
#include <QList>

//! The access managers that the program can run on. Everything above them is tested on each.
struct TestManager
{
    QByteArray name{};
    Aura::NetworkAccessFactory make{};
    bool isExact = false; // tells a reply that was cut off from a whole one, and sends once
};

inline QList<TestManager> testManagers()
{
    return {
        {"stock", Aura::makeStockNetworkAccess, false},
        {"engine", Aura::engineNetworkAccess(Aura::makeNetworkThread()), true},
    };
}
