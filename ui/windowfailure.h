// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace Aura {

//! While one exists, a QApplication that cannot open windows ends the program with one sentence
//! that says what to do, instead of Qt's words and an abort. What Qt says of its platforms on the
//! way is dropped where it found one. At most one exists; main thread only.
class WindowFailure
{
    Q_DECLARE_TR_FUNCTIONS(Aura::WindowFailure)

public:
    WindowFailure();
    ~WindowFailure();
    Q_DISABLE_COPY_MOVE(WindowFailure)

    //! The sentence for what Qt 6 said, in the order that it said it; public for the tests.
    static QString sentence(const QStringList &said, const QString &wantedPlatform);
};

} // namespace Aura
