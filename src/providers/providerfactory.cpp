// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providerfactory.h"

#include "providers/auraprovider.h"
#include "providers/ollamaprovider.h"
#include "providers/openaiprovider.h"

namespace Aura {

std::unique_ptr<ChatProvider> makeProvider(QNetworkAccessManager &network,
                                           const Connection &connection)
{
    switch (connection.kind) {
    case ServerKind::Demo:
    case ServerKind::Aura: return std::make_unique<AuraProvider>(network, connection);
    case ServerKind::OpenAi: return std::make_unique<OpenAiProvider>(network, connection);
    case ServerKind::Ollama: return std::make_unique<OllamaProvider>(network, connection);
    }
    Q_UNREACHABLE();
}

} // namespace Aura
