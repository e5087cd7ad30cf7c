// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/modelwait.h"

#include "net/replyerror.h"

#include <utility>

using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr auto pauseBetween = 500ms;
constexpr int longestAnswer = 10'000; // ms of one question

} // namespace

ModelWait::ModelWait(Ask ask, std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_ask(std::move(ask))
    , m_limit(limit)
{
    m_clock.start();
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ModelWait::askOnce);
    m_pause.start(pauseBetween);
}

ModelWait::~ModelWait()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->deleteLater();
}

void ModelWait::askOnce()
{
    m_reply = m_ask();
    connect(m_reply, &QNetworkReply::finished, this, &ModelWait::onAnswered);
    QTimer::singleShot(longestAnswer, m_reply, &QNetworkReply::abort);
}

void ModelWait::onAnswered()
{
    QNetworkReply *reply = m_reply;
    m_reply = nullptr;
    reply->disconnect(this);
    reply->deleteLater();
    const int status = httpStatus(*reply);
    const bool isLate = m_limit > 0ms && m_clock.elapsed() > m_limit.count();
    if (status == 200)
        emit ready();
    else if (status == 503 && !isLate)
        m_pause.start(pauseBetween);
    else
        emit gaveUp();
}

} // namespace Aura
