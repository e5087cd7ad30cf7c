// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/responseplayer.h"

#include "demo/socketoptions.h"

#include <QTcpSocket>

#include <utility>

namespace Aura {

using namespace std::chrono_literals;

namespace {

constexpr qint64 mostWaiting = 1024 * 1024; // bytes that may wait in the socket's buffer
constexpr int writesInARow = 64;            // before other connections get their turn

} // namespace

ResponsePlayer::ResponsePlayer(QTcpSocket &socket, const ResponseScript &script, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_script(script)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ResponsePlayer::proceed);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, [this] {
        if (!m_timer.isActive())
            m_timer.start(0ms);
    });
}

void ResponsePlayer::start()
{
    m_timer.start(0ms);
}

void ResponsePlayer::stop()
{
    m_stopped = true;
    m_timer.stop();
    m_socket.disconnect(this);
}

void ResponsePlayer::proceed()
{
    const int most = m_script.goesInSmallSteps() ? 1 : writesInARow;
    for (int writes = 0; writes < most && !m_saidAll && !m_stopped; ++writes) {
        if (m_socket.bytesToWrite() > mostWaiting)
            return; // bytesWritten() comes
        if (!m_step)
            m_step = m_script.next();
        if (!m_step) {
            m_saidAll = true;
            break;
        }
        const auto pause = std::exchange(m_step->pause, 0ms);
        if (pause > 0ms)
            return m_timer.start(pause);
        write(std::exchange(m_step, std::nullopt)->bytes);
    }
    if (m_stopped)
        return;
    if (m_saidAll)
        finishWhenSent();
    else
        m_timer.start(0ms);
}

//! Each write leaves at once, so that the client sees the pieces that the scenario names.
void ResponsePlayer::write(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    m_socket.write(bytes);
    m_socket.flush();
}

void ResponsePlayer::finishWhenSent()
{
    if (ending() == ResponseScript::Ending::Silence)
        return;
    if (m_socket.bytesToWrite() > 0)
        return; // bytesWritten() comes
    // A reset throws away what the kernel still holds.
    if (ending() == ResponseScript::Ending::Reset
        && unacknowledgedBytes(m_socket.socketDescriptor()) > 0)
        return m_timer.start(1ms);
    m_timer.stop();
    m_socket.disconnect(this);
    emit played();
}

} // namespace Aura
