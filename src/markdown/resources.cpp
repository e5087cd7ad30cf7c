// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/resources.h"

#include <QtGlobal>

// The macro has to stand outside any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(aura_markdown);
}

namespace Aura {

void initMarkdownResources()
{
    static const bool once = (initResources(), true);
    Q_UNUSED(once)
}

} // namespace Aura
