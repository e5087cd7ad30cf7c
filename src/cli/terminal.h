// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

//! What the commands need of the system they run on; the platform's code stands in terminal.cpp.
namespace Aura {

//! Whether the standard output is a terminal, and not a file or a pipe.
bool outputIsTerminal();

//! Tells when the user, or the system, asks the program to stop: Ctrl+C, SIGINT, SIGTERM. Only the
//! first time: the second ends the program at once. At most one exists at a time.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

signals:
    void stopAsked();
};

} // namespace Aura
