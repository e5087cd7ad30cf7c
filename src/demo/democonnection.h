// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/httprequestreader.h"
#include "demo/scenario.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QTcpSocket;

namespace Aura {

class ResponsePlayer;
enum class ConnectionUse;

//! One client of the demo server: reads its requests and answers them in order.
class DemoConnection : public QObject
{
    Q_OBJECT

public:
    using Answerer = std::function<Scenario(const DemoRequest &)>;

    //! Takes the socket over. The answerer is asked once for each request.
    DemoConnection(QTcpSocket *socket, Answerer answerer, QObject *parent);
    ~DemoConnection() override;

signals:
    void requestReceived(const Aura::DemoRequest &request);
    void clientLeft(); // before the response had ended
    void closed();     // the last signal

private:
    void readRequests();
    void answer(const DemoRequest &request);
    void refuse(HttpRequestReader::Problem problem);
    void play(const Scenario &scenario, ConnectionUse use);
    void onPlayed();
    void onDisconnected();

    QTcpSocket *m_socket; // a child
    Answerer m_answerer;
    HttpRequestReader m_reader{};
    ResponsePlayer *m_player = nullptr; // a child; there while a response is on its way
    QTimer m_silence{this};             // how long a client may say nothing
    bool m_refused = false;
};

} // namespace Aura
