// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/democonnection.h"

#include "base/logging.h"
#include "demo/responseplayer.h"
#include "demo/socketoptions.h"

#include <QTcpSocket>

#include <utility>

namespace Aura {

using namespace std::chrono_literals;

namespace {

constexpr auto keepAliveTime = 6s; // the real server says 5 and closes after 6
constexpr auto requestTime = 60s;  // between two pieces of one request
constexpr auto refusalTime = 1s;   // for a refused client to read why
constexpr qint64 readAhead = 256 * 1024;

} // namespace

DemoConnection::DemoConnection(QTcpSocket *socket, Answerer answerer, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_answerer(std::move(answerer))
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(readAhead);
    connect(m_socket, &QTcpSocket::readyRead, this, &DemoConnection::readRequests);
    connect(m_socket, &QTcpSocket::disconnected, this, &DemoConnection::onDisconnected);
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, m_socket, &QTcpSocket::disconnectFromHost);
    m_silence.start(requestTime);
}

DemoConnection::~DemoConnection()
{
    m_socket->disconnect(this);
}

void DemoConnection::readRequests()
{
    if (m_refused)
        m_socket->readAll();
    if (m_refused || m_player)
        return; // a further request waits in the socket until this one is answered
    m_reader.feed(m_socket->readAll());
    const std::optional<DemoRequest> request = m_reader.takeRequest();
    if (m_reader.problem() != HttpRequestReader::Problem::None)
        return refuse(m_reader.problem());
    if (request)
        return answer(*request);
    if (m_reader.takeContinueWanted())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    if (m_reader.isInsideRequest())
        m_silence.start(requestTime);
}

void DemoConnection::answer(const DemoRequest &request)
{
    emit requestReceived(request);
    Scenario scenario = m_answerer(request);
    const bool oldClient = request.version == "HTTP/1.0";
    if (oldClient && scenario.framing == Scenario::Framing::Chunked)
        scenario.framing = Scenario::Framing::UntilClose;
    qCDebug(lcDemo) << request.method << request.path() << scenario.status;
    play(scenario, request.keepsAlive() ? ConnectionUse::KeepAlive : ConnectionUse::Close);
}

//! Says why the request is not taken, and reads on for a moment: closing over unread bytes would
//! send a reset, which throws the answer away.
void DemoConnection::refuse(HttpRequestReader::Problem problem)
{
    using Problem = HttpRequestReader::Problem;
    const int status = problem == Problem::HeadTooLarge ? 431
        : problem == Problem::BodyTooLarge              ? 413
                                                        : 400;
    m_refused = true;
    play({.status = status, .framing = Scenario::Framing::ContentLength}, ConnectionUse::Close);
}

void DemoConnection::play(const Scenario &scenario, ConnectionUse use)
{
    m_silence.stop();
    m_player = new ResponsePlayer(*m_socket, ResponseScript(scenario, use), this);
    connect(m_player, &ResponsePlayer::played, this, &DemoConnection::onPlayed);
    m_player->start();
}

void DemoConnection::onPlayed()
{
    const auto ending = m_player->ending();
    std::exchange(m_player, nullptr)->deleteLater();
    if (m_refused)
        return m_silence.start(refusalTime);
    switch (ending) {
    case ResponseScript::Ending::KeepOpen:
        m_silence.start(keepAliveTime);
        readRequests();
        break;
    case ResponseScript::Ending::Reset:
        setResetOnClose(m_socket->socketDescriptor());
        m_socket->abort();
        break;
    case ResponseScript::Ending::Close: m_socket->disconnectFromHost(); break;
    case ResponseScript::Ending::Silence: break;
    }
}

void DemoConnection::onDisconnected()
{
    m_silence.stop();
    if (ResponsePlayer *player = std::exchange(m_player, nullptr)) {
        player->stop();
        player->deleteLater(); // its own write may be what noticed that the client has left
        emit clientLeft();
    }
    emit closed();
}

} // namespace Aura
