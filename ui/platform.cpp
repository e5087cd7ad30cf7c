// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/platform.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#endif

namespace Aura {

#ifdef Q_OS_UNIX

void prepareProcess()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    umask(077);
    std::signal(SIGPIPE, SIG_IGN);
}

bool hasDisplay()
{
#ifdef Q_OS_MACOS
    return true;
#else
    return !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#endif
}

#else

void prepareProcess() {}

bool hasDisplay()
{
    return true;
}

#endif

} // namespace Aura
