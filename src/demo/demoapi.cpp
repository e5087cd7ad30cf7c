// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoapi.h"

#include "demo/demovoice.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *plainText = "text/plain;charset=UTF-8";
constexpr const char *html = "text/html; charset=utf-8";

Scenario textResponse(int status, const QByteArray &type, const QByteArray &text)
{
    return {.status = status, .headers = {{"Content-Type", type}}, .pieces = {text}};
}

Scenario errorResponse()
{
    return textResponse(500, plainText, "Error");
}

//! What stands at the server's own address, for people who open it in a browser.
Scenario webPage(int status)
{
    return textResponse(status, html,
                        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                        "<title>Aura demo server</title></head><body>"
                        "<h1>Aura demo server</h1>"
                        "<p>This server speaks the Aura protocol. Enter its address, without "
                        "a path, as the base URL of a connection in Aura.</p></body></html>\n");
}

//! Whether the real server would take it: a model, and messages whose content is text.
bool isChat(const QJsonObject &chat)
{
    const QJsonValue messages = chat.value("messages"_L1);
    if (!chat.value("model"_L1).isObject() || !messages.isArray())
        return false;
    const QJsonArray list = messages.toArray();
    return std::all_of(list.cbegin(), list.cend(),
                       [](const QJsonValue &message) { return message["content"_L1].isString(); });
}

Scenario chatResponse(const DemoRequest &request, std::chrono::milliseconds pause)
{
    const QJsonObject chat = request.json();
    if (request.method != "POST" || !isChat(chat))
        return errorResponse();
    return {.pieces = wordsOf(demoAnswer(chat)), .pause = pause, .headWaits = true};
}

Scenario modelsResponse(const DemoRequest &request)
{
    if (request.method != "POST" || request.json().isEmpty())
        return errorResponse();
    return textResponse(200, plainText, R"([{"id":"demo","name":"Aura demo"}])");
}

} // namespace

Scenario demoResponse(const DemoRequest &request, std::chrono::milliseconds pause)
{
    const QByteArray path = request.path();
    Scenario response = path == "/api/chat" ? chatResponse(request, pause)
        : path == "/api/models"             ? modelsResponse(request)
        : path == "/"                       ? webPage(200)
                                            : webPage(404);
    if (path == "/api/chat/" || path == "/api/models/")
        response = {.status = 308, .headers = {{"Location", path.chopped(1)}}};
    if (request.method == "HEAD") {
        response.pieces.clear();
        response.framing = Scenario::Framing::UntilClose;
    }
    return response;
}

QList<QByteArray> wordsOf(const QString &text)
{
    QList<QByteArray> words;
    qsizetype begin = 0;
    for (qsizetype i = 1; i <= text.size(); ++i) {
        const bool wordBegins =
            i == text.size() || (text.at(i - 1).isSpace() && !text.at(i).isSpace());
        if (!wordBegins)
            continue;
        words.append(QStringView(text).sliced(begin, i - begin).toUtf8());
        begin = i;
    }
    return words;
}

} // namespace Aura
