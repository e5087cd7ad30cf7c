// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Aura {

class MainWindow : public QWidget
{
    Q_OBJECT
public:
    MainWindow() { resize(1200, 800); }
};

} // namespace Aura
