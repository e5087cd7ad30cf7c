// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/appearance.h"
#include "ui/mainwindow.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    Aura::Appearance appearance;
    appearance.setDesktopStyle(false);
    Aura::MainWindow window;
    window.show();
    return QApplication::exec();
}
