// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/socketoptions.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/ioctl.h>
#include <sys/socket.h>
#ifdef Q_OS_LINUX
#include <linux/sockios.h>
#endif
#endif

namespace Aura {

void setResetOnClose(qintptr descriptor)
{
#ifdef Q_OS_WIN
    const ::linger hard{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<SOCKET>(descriptor), SOL_SOCKET, SO_LINGER,
                 reinterpret_cast<const char *>(&hard), sizeof(hard));
#else
    const ::linger hard{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &hard, sizeof(hard));
#endif
}

qsizetype unacknowledgedBytes(qintptr descriptor)
{
#ifdef SIOCOUTQ
    int bytes = 0;
    if (::ioctl(static_cast<int>(descriptor), SIOCOUTQ, &bytes) == 0)
        return bytes;
#else
    Q_UNUSED(descriptor)
#endif
    return 0;
}

} // namespace Aura
