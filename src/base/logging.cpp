// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

namespace Aura {

Q_LOGGING_CATEGORY(lcChat, "aura.chat", QtWarningMsg)
Q_LOGGING_CATEGORY(lcDemo, "aura.demo", QtWarningMsg)
Q_LOGGING_CATEGORY(lcHistory, "aura.history", QtWarningMsg)
Q_LOGGING_CATEGORY(lcNet, "aura.net", QtWarningMsg)
Q_LOGGING_CATEGORY(lcProvider, "aura.provider", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSettings, "aura.settings", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "aura.ui", QtWarningMsg)

} // namespace Aura
