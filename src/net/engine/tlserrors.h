// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/engine/errorclassifier.h"

namespace Aura {

//! What went wrong in TLS; std::nullopt where the failure is not TLS's.
std::optional<ProviderError> classifyTls(const TransferReport &report);

} // namespace Aura
