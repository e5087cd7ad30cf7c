// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Aura {

//! Waits for a server that is still loading its model, by asking again and again how it is.
//!
//! Exactly one of the signals comes, never from within the constructor; none after destruction.
class ModelWait : public QObject
{
    Q_OBJECT

public:
    //! Makes the question: a GET that is answered with 503 while the model loads, then with 200.
    using Ask = std::function<QNetworkReply *()>;

    ModelWait(Ask ask, std::chrono::milliseconds limit, QObject *parent = nullptr);
    ~ModelWait() override;

signals:
    void ready();
    void gaveUp(); // it took too long, or the server has no such question

private:
    void askOnce();
    void onAnswered();

    Ask m_ask;
    std::chrono::milliseconds m_limit; // 0: for ever
    QElapsedTimer m_clock;
    QTimer m_pause;
    QPointer<QNetworkReply> m_reply;
};

} // namespace Aura
