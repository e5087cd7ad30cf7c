// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/chatrequest.h"
#include "base/connection.h"

#include <QJsonObject>

//! What is posted to a server, made of a request and its connection. Pure.
namespace Aura {

//! The parameters that hold for a request: its own, else the connection's, else the settings'.
ModelParameters effectiveParameters(const ChatRequest &request, const Connection &connection);

//! The model that is asked for; empty: the server's own choice.
QString effectiveModel(const ChatRequest &request, const Connection &connection);

//! The body of POST /v1/chat/completions. Only what was set is in it.
QJsonObject openAiBody(const ChatRequest &request, const Connection &connection);

//! The body of Ollama's POST /api/chat. Only what was set is in it.
QJsonObject ollamaBody(const ChatRequest &request, const Connection &connection);

//! The body with the user's own fields: they win, objects are merged, null takes a field out.
QJsonObject withExtraFields(QJsonObject body, const QJsonObject &extra);

} // namespace Aura
