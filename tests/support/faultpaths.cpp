// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultpaths.h"

#include "support/faultserver.h"

using namespace std::chrono_literals;

namespace Aura {

namespace {

const QByteArray chunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
const QByteArray closeHead = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";

QByteArray lengthHead(const QByteArray &length)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n";
}

enum class Ending { Fin, Reset, Open };

void end(FaultPeer &peer, Ending ending)
{
    switch (ending) {
    case Ending::Fin: peer.cut(); break;
    case Ending::Reset:
        peer.pause(20ms); // a reset destroys what the other side has not read yet
        peer.reset();
        break;
    case Ending::Open: break;
    }
}

FaultServer::Behaviour says(const QByteArray &bytes, Ending ending)
{
    return [=](FaultPeer &peer) {
        peer.send(bytes);
        end(peer, ending);
    };
}

FaultServer::Behaviour saysSlowly(const QList<QByteArray> &pieces, std::chrono::milliseconds pause)
{
    return [=](FaultPeer &peer) {
        for (const QByteArray &piece : pieces) {
            if (!peer.send(piece))
                return;
            peer.pause(pause);
        }
    };
}

void addTruncations(FaultServer &server)
{
    const QByteArray text = faultText();
    const QByteArray begun = chunkedHead + chunk(text.first(100)) + chunk(text.mid(100));
    server.on("/chunk-trunc", says(begun, Ending::Fin));
    server.on("/chunk-trunc-inside", says(begun + "20\r\nhalf a chunk", Ending::Fin));
    server.on("/chunk-trunc-rst", says(begun, Ending::Reset));
    server.on("/chunk-nofinalcrlf", says(begun + "0\r\n", Ending::Fin));
    server.on("/chunk-onlyheaders", says(chunkedHead, Ending::Fin));
    server.on("/cl-short", says(lengthHead("1000") + text, Ending::Fin));
    server.on("/cl-short-rst", says(lengthHead("1000") + text, Ending::Reset));
    server.on("/cl-long", says(lengthHead("250") + text + "more than was said", Ending::Open));
    server.on("/eof", says(closeHead + text, Ending::Fin));
    server.on("/eof-rst", says(closeHead + text, Ending::Reset));
}

void addBadFraming(FaultServer &server)
{
    const QByteArray text = faultText();
    const QByteArray begun = chunkedHead + chunk(text);
    server.on("/chunk-badsize", says(begun + "xyz\r\nmore\r\n0\r\n\r\n", Ending::Open));
    server.on("/chunk-2-64", says(begun + "ffffffffffffffff\r\nmore\r\n", Ending::Open));
    server.on("/chunk-2-63", says(begun + "7fffffffffffffff\r\nmore\r\n", Ending::Fin));
    server.on("/chunk-negative", says(begun + "-5\r\nmore\r\n0\r\n\r\n", Ending::Open));
    server.on("/both-lengths",
              says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 250\r\n\r\n"
                       + chunk(text) + "0\r\n\r\n",
                   Ending::Open));
    server.on("/cl-twice",
              says("HTTP/1.1 200 OK\r\nContent-Length: 250\r\nContent-Length: 100\r\n\r\n" + text,
                   Ending::Open));
    server.on("/cl-negative", says(lengthHead("-5") + text, Ending::Fin));
    server.on("/cl-22-digits", says(lengthHead("1234567890123456789012") + text, Ending::Fin));
    server.on("/te-gzip",
              says("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n" + chunk(text)
                       + "0\r\n\r\n",
                   Ending::Open));
}

void addNotHttp(FaultServer &server)
{
    server.on("/garbage", says("\x7f\x01 this is no HTTP at all\r\n\r\n", Ending::Fin));
    server.on("/http09", says("<html>the answer of 1991</html>", Ending::Fin));
    server.on("/http2-status",
              says("HTTP/2 200 OK\r\nContent-Length: 250\r\n\r\n" + faultText(), Ending::Open));
    server.on("/tls-alert", says(QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7), Ending::Fin));
    server.on("/switching",
              says("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n", Ending::Open));
    server.on("/close", says({}, Ending::Fin));
    server.on("/close-rst", says({}, Ending::Reset));
    server.on("/half-header", says("HTTP/1.1 200 OK\r\nContent-Le", Ending::Fin));
    server.on("/compressed",
              says("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n"
                   "Content-Length: 10\r\n\r\n\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03",
                   Ending::Open));
}

void addSilences(FaultServer &server)
{
    const auto hang = [](FaultPeer &peer) { peer.waitForClose(60s); };
    server.on("/hang", hang);
    server.on("/hang-after-head", [=](FaultPeer &peer) {
        peer.send(chunkedHead);
        hang(peer);
    });
    server.on("/hang-after-tokens", [=](FaultPeer &peer) {
        peer.send(chunkedHead + chunk(faultText()));
        hang(peer);
    });
    server.on("/slowloris", [](FaultPeer &peer) {
        peer.send("HTTP/1.1 200 OK\r\n");
        peer.sendBytewise("X-Slow: " + QByteArray(100'000, 'a'), 20ms);
    });
    const QByteArray text = faultText();
    server.on("/slow-tokens",
              saysSlowly({chunkedHead, chunk(text.first(50)), chunk(text.mid(50, 50)),
                          chunk(text.mid(100)), "0\r\n\r\n"},
                         60ms));
}

} // namespace

QByteArray faultText()
{
    QByteArray text;
    for (int i = 0; text.size() < 250; ++i)
        text += "token" + QByteArray::number(i) + ' ';
    return text.first(250);
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray chunkedAnswer(const QByteArray &text)
{
    return chunkedHead + chunk(text) + "0\r\n\r\n";
}

void addFaultPaths(FaultServer &server)
{
    addTruncations(server);
    addBadFraming(server);
    addNotHttp(server);
    addSilences(server);
    for (const char *code : {"301", "302", "303", "307", "308"}) {
        const QByteArray status(code);
        server.on("/redirect-" + status,
                  says("HTTP/1.1 " + status
                           + " Moved\r\nLocation: http://127.0.0.1:1/elsewhere\r\n"
                             "Content-Length: 0\r\n\r\n",
                       Ending::Open));
    }
    for (const auto &[name, target] : std::initializer_list<std::pair<const char *, const char *>>{
             {"host", "http://localhost:1/elsewhere"},
             {"https", "https://127.0.0.1:1/"},
             {"file", "file:///etc/hostname"},
             {"data", "data:text/plain,done"},
             {"itself", "/redirect-to-itself"},
             {"nothing", ""}}) {
        server.on(QByteArray("/redirect-to-") + name,
                  says(QByteArray("HTTP/1.1 307 Moved\r\nLocation: ") + target
                           + "\r\nContent-Length: 0\r\n\r\n",
                       Ending::Open));
    }
    server.on("/401",
              says("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
                   "Content-Length: 5\r\n\r\nError",
                   Ending::Open));
    server.on("/500-phrase",
              says("HTTP/1.1 500 " + QByteArray(20'000, 'p') + "\r\nContent-Length: 5\r\n\r\nError",
                   Ending::Open));
    server.on("/502-rst",
              says("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 1000\r\n\r\nsorry", Ending::Reset));
    server.on(
        "/429",
        says("HTTP/1.1 429 Slow\r\nRetry-After: 3\r\nContent-Length: 0\r\n\r\n", Ending::Open));
    server.on("/404-compressed",
              says("HTTP/1.1 404 Not Found\r\nContent-Encoding: gzip\r\n"
                   "Content-Length: 2\r\n\r\n\x1f\x8b",
                   Ending::Open));
}

void addGoodPaths(FaultServer &server)
{
    const QByteArray text = faultText();
    const QByteArray whole = chunkedAnswer(text);
    server.on("/good-chunked", says(whole, Ending::Open));
    server.on("/good-chunked-fin", says(whole, Ending::Fin));
    server.on("/good-length", says(lengthHead("250") + text, Ending::Open));
    server.on("/good-length-fin", says(lengthHead("250") + text, Ending::Fin));
    server.on("/good-length-twice",
              says("HTTP/1.1 200 OK\r\nContent-Length: 250\r\nContent-Length: 250\r\n\r\n" + text,
                   Ending::Open));
    server.on("/good-trailer",
              says(chunkedHead + chunk(text) + "0\r\nX-Sum: 1\r\n\r\n", Ending::Open));
    server.on("/good-empty", says(chunkedHead + "0\r\n\r\n", Ending::Open));
    server.on("/good-204", says("HTTP/1.1 204 No Content\r\n\r\n", Ending::Open));
    server.on("/lf-only", says("HTTP/1.1 200 OK\nContent-Length: 250\n\n" + text, Ending::Open));
    server.on("/bytewise", [=](FaultPeer &peer) { peer.sendBytewise(whole, 200us); });
    server.on("/interim",
              says("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
                   "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
                   "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
                       + whole,
                   Ending::Open));
    server.on(
        "/interim-slow",
        saysSlowly({"HTTP/1.1 102 Processing\r\n\r\n", "HTTP/1.1 103 Early Hints\r\n\r\n", whole},
                   60ms));
    server.on("/two-seconds", [=](FaultPeer &peer) {
        peer.send(chunkedHead);
        for (int i = 0; i < 20 && peer.send(chunk("tick ")); ++i)
            peer.pause(100ms);
        peer.send("0\r\n\r\n");
    });
}

void addHostilePaths(FaultServer &server)
{
    server.on("/endless", [](FaultPeer &peer) {
        const QByteArray piece = chunk(QByteArray(16 * 1024, 'e'));
        peer.send(chunkedHead);
        while (peer.send(piece) && !peer.isEnding()) {}
    });
    server.on("/header-flood", [](FaultPeer &peer) {
        const QByteArray line = "X-Flood: " + QByteArray(1000, 'f') + "\r\n";
        peer.send("HTTP/1.1 200 OK\r\n");
        for (int i = 0; i < 20'000 && peer.send(line); ++i) {}
    });
    server.on("/header-many", [](FaultPeer &peer) {
        QByteArray lines;
        for (int i = 0; i < 100'000; ++i)
            lines += "a: b\r\n";
        peer.send("HTTP/1.1 200 OK\r\n" + lines + "\r\n");
    });
    server.on("/header-endless", [](FaultPeer &peer) {
        peer.send("HTTP/1.1 200 OK\r\nX-Endless: ");
        const QByteArray piece(16 * 1024, 'a');
        while (peer.send(piece) && !peer.isEnding()) {}
    });
    server.on("/header-line-20k",
              says("HTTP/1.1 200 OK\r\nX-Long: " + QByteArray(20'000, 'a')
                       + "\r\nContent-Length: 0\r\n\r\n",
                   Ending::Open));
    server.on("/interim-endless", [](FaultPeer &peer) {
        while (peer.send("HTTP/1.1 102 Processing\r\n\r\n") && !peer.isEnding()) {}
    });
    server.on("/gzip-bomb", [](FaultPeer &peer) {
        peer.send(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n");
        const QByteArray piece = chunk(QByteArray(16 * 1024, '\0'));
        while (peer.send(piece) && !peer.isEnding()) {}
    });
    server.on("/status-endless", [](FaultPeer &peer) {
        peer.send("HTTP/1.1 200 ");
        const QByteArray piece(16 * 1024, 'a');
        while (peer.send(piece) && !peer.isEnding()) {}
    });
}

} // namespace Aura
