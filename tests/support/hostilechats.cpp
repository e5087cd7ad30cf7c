// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/hostilechats.h"

#include "support/faultpaths.h"

using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr ServerKind kinds[] = {ServerKind::Aura, ServerKind::OpenAi, ServerKind::Ollama};

const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                        "Transfer-Encoding: chunked\r\n";

//! Text as a server of that kind streams it.
QByteArray textOf(ServerKind kind, const QByteArray &text)
{
    switch (kind) {
    case ServerKind::OpenAi:
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
    case ServerKind::Ollama:
        return "{\"message\":{\"role\":\"assistant\",\"content\":\"" + text
            + "\"},\"done\":false}\n";
    default: return text;
    }
}

FaultServer::Behaviour endless(const QByteArray &opening, const QByteArray &piece)
{
    return [=](FaultPeer &peer) {
        peer.send(opening);
        while (!peer.isEnding() && peer.send(piece)) {}
    };
}

FaultServer::Behaviour whole(const QByteArray &body)
{
    const QByteArray answer = head + "\r\n" + chunk(body) + "0\r\n\r\n";
    return [=](FaultPeer &peer) { peer.send(answer); };
}

void sendManyHeaders(FaultPeer &peer)
{
    peer.send("HTTP/1.1 200 OK\r\n");
    peer.send(QByteArray("X-Header: value\r\n").repeated(100'000));
    peer.send("\r\n");
}

void trickleHeader(FaultPeer &peer)
{
    peer.sendBytewise("HTTP/1.1 200 OK\r\n" + QByteArray(1000, 'x'), 100ms);
}

QByteArray chatPath(ServerKind kind)
{
    return kind == ServerKind::OpenAi ? "/v1/chat/completions" : "/api/chat";
}

} // namespace

QList<HostileChat> hostileChats(ServerKind kind)
{
    const QByteArray escapes = QByteArray(R"(\u00e9\n)").repeated(1'250'000); // 10 MB of them
    const QByteArray deepLines = "data: " + QByteArray(100'000, '[') + "\n\n"
        + QByteArray("{\"message\":").repeated(100'000) + '\n';
    const QByteArray page = head + "\r\n<!DOCTYPE html><html><title>";
    return {
        {"endless-text", endless(head + "\r\n", chunk(textOf(kind, QByteArray(60'000, 'x'))))},
        {"endless-small-pieces",
         endless(head + "\r\n", chunk(textOf(kind, "word ").repeated(500)))},
        {"endless-line", endless(head + "\r\ndata: ", chunk(QByteArray(60'000, 'x')))},
        {"endless-page", endless(page, chunk(QByteArray(60'000, 'x')))},
        {"endless-header", endless("HTTP/1.1 200 OK\r\nX: ", QByteArray(60'000, 'x'))},
        {"100000-headers", sendManyHeaders},
        {"gzip-unasked",
         endless(head + "Content-Encoding: gzip\r\n\r\n",
                 chunk(QByteArray("\x1f\x8b\x08", 3) + QByteArray(60'000, '\0')))},
        {"deep-json", whole(deepLines)},
        {"line-of-10-mb", whole(textOf(kind, QByteArray(10'000'000, 'x')))},
        {"line-of-10-mb-escaped", whole(textOf(kind, escapes))},
        {"slowloris", trickleHeader, false},
    };
}

void addHostileChats(FaultServer &server)
{
    for (const ServerKind kind : kinds) {
        const QList<HostileChat> chats = hostileChats(kind);
        for (const HostileChat &chat : chats)
            server.on(hostileBase(kind, chat.name) + chatPath(kind), chat.behaviour);
    }
}

QByteArray hostileBase(ServerKind kind, const QByteArray &name)
{
    return "/hostile/" + QByteArray::number(int(kind)) + '/' + name;
}

} // namespace Aura
