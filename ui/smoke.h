// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace Aura {

class Application;

//! `aura --smoke FILE.png`: asks the demo in the real window, waits for the whole reply, saves a
//! picture of the window and FILE.json beside it, and ends the program: 0 where all went well.
class Smoke : public QObject
{
    Q_OBJECT

public:
    //! The application has started and outlives this.
    Smoke(Application &application, const QString &picture, QObject *parent = nullptr);

private:
    void ask();
    void finish(bool ended);

    Application &m_application;
    QString m_picture;
};

} // namespace Aura
