// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/curllibrary.h"

namespace Aura {

QString loadCurl()
{
    return {}; // it is a part of the program, and Schannel is the system's
}

} // namespace Aura
