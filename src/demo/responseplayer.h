// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/responsescript.h"

#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace Aura {

//! Plays one response on a socket: writes, waits, and tells when all of it has left.
class ResponsePlayer : public QObject
{
    Q_OBJECT

public:
    ResponsePlayer(QTcpSocket &socket, const ResponseScript &script, QObject *parent = nullptr);

    void start();

    //! Says nothing more; for a client that has left.
    void stop();

    ResponseScript::Ending ending() const { return m_script.ending(); }

signals:
    //! Everything has left this process, and before a reset has reached the other side. Not
    //! emitted where the scenario ends in silence, nor after the client has left.
    void played();

private:
    void proceed();
    void write(const QByteArray &bytes);
    void finishWhenSent();

    QTcpSocket &m_socket;
    ResponseScript m_script;
    std::optional<WriteStep> m_step{};
    QTimer m_timer{this};
    bool m_saidAll = false;
    bool m_stopped = false;
};

} // namespace Aura
