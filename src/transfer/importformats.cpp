// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importformat.h"

#include "transfer/formats/auraformat.h"
#include "transfer/formats/chatboxformat.h"
#include "transfer/formats/chatgptformat.h"
#include "transfer/formats/claudeformat.h"
#include "transfer/formats/janformat.h"
#include "transfer/formats/llamacppformat.h"
#include "transfer/formats/lmstudioformat.h"
#include "transfer/formats/openaiformat.h"
#include "transfer/formats/openchatformat.h"
#include "transfer/formats/openwebuiformat.h"

namespace Aura {

using namespace Qt::StringLiterals;

const std::vector<ImportFormatRow> &importFormats()
{
    // The more it takes to match, the earlier it stands: the last is what all the others resemble.
    static const std::vector<ImportFormatRow> table{
        {"Aura"_L1, "aura"_L1, AuraFormat::make},
        {"ChatGPT"_L1, "chatgpt"_L1, ChatGptFormat::make},
        {"Claude"_L1, "claude"_L1, ClaudeFormat::make},
        {"Open WebUI"_L1, "open-webui"_L1, OpenWebUiFormat::make},
        {"llama.cpp"_L1, "llama.cpp"_L1, LlamaCppFormat::make},
        {"LM Studio"_L1, "lm-studio"_L1, LmStudioFormat::make},
        {"Jan"_L1, "jan"_L1, JanFormat::make},
        {"Chatbox"_L1, "chatbox"_L1, ChatboxFormat::make},
        {"openchat-ui"_L1, "openchat-ui"_L1, OpenchatFormat::make},
        {"OpenAI"_L1, "openai"_L1, OpenAiFormat::make},
    };
    return table;
}

} // namespace Aura
