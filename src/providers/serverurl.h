// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

//! Where a server's interfaces stand below the base URL that people entered. Pure.
namespace Aura {

//! An OpenAI-compatible path such as "/chat/completions". A base without a version has "/v1" put
//! in, one with ("…/v1", "…/v1beta/openai", "…/openai/deployments/NAME") is taken as it is, and so
//! is one that ends in "/chat/completions" itself. A query ("?api-version=…") stays.
QUrl openAiUrl(const QUrl &base, const QString &path);

//! A path of Ollama's own interface, such as "/api/chat". A base that ends in "/v1", "/api" or one
//! of its paths is meant without.
QUrl ollamaUrl(const QUrl &base, const QString &path);

//! A path beside the versioned ones, such as llama.cpp's "/health".
QUrl besideOpenAiUrl(const QUrl &base, const QString &path);

//! Whether the server is one of Azure's, which take the key in a header of their own.
bool isAzure(const QUrl &base);

} // namespace Aura
