// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/chatprovider.h"

#include <QByteArray>
#include <QList>

#include <optional>

//! Reads servers' lists of their models. Pure.
namespace Aura {

//! GET /v1/models: {"data":[{"id":…}]}, in the forms of OpenAI, llama.cpp, vLLM, OpenRouter, LM
//! Studio, Mistral and Groq; also a bare list. std::nullopt: it is none.
std::optional<QList<ModelInfo>> parseOpenAiModels(const QByteArray &body);

//! Ollama's GET /api/tags. std::nullopt: it is no such list.
std::optional<QList<ModelInfo>> parseOllamaModels(const QByteArray &body);

//! How many tokens a model's context holds, by Ollama's POST /api/show; 0: it does not say. The
//! model file's own num_ctx counts before what the model was trained with.
int ollamaTokenLimit(const QByteArray &body);

//! The same by llama.cpp's GET /props.
int llamaTokenLimit(const QByteArray &body);

} // namespace Aura
