// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/providererror.h"
#include "net/engine/requestoptions.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

#include <optional>

class QIODevice;

namespace Aura {

//! Why a request cannot be sent at all: its address or a header; std::nullopt: it can.
std::optional<ProviderError> findFault(const QNetworkRequest &request);

//! What Qt's request says, as the engine sends it; without the manager's settings. The request
//! must be without fault.
RequestOptions toRequestOptions(QNetworkAccessManager::Operation operation,
                                const QNetworkRequest &request, QIODevice *body);

} // namespace Aura
