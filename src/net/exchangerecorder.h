// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"
#include "base/exchangerecord.h"

#include <QByteArray>
#include <QByteArrayView>

class QNetworkReply;

namespace Aura {

//! Writes down one exchange while it runs: what is sent, what comes back, and when.
class ExchangeRecorder
{
public:
    explicit ExchangeRecorder(const Connection &connection);

    void setRequestBody(const QByteArray &body);
    void addBody(QByteArrayView bytes);
    //! Text or reasoning came, so many characters.
    void addText(qsizetype length, qint64 elapsedMs);

    //! What is known by now, without secrets; the reply may be gone.
    ExchangeRecord record(const QNetworkReply *reply, const Completion &completion) const;

private:
    void takeHeads(ExchangeRecord &record, const QNetworkReply &reply) const;

    Connection m_connection;
    ExchangeRecord m_record;
    QByteArray m_requestBody;
    QByteArray m_replyBody;
};

//! The command line that makes the same request: for a POSIX shell, with the secrets as
//! environment variables. A body that was not kept whole is named as such.
QString curlCommandOf(const ExchangeRecord &record);

//! All of the record as a text file.
QString exchangeText(const ExchangeRecord &record);

} // namespace Aura
