// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"

#include "net/networkaccess.h"

#include <QNetworkAccessManager>

#include <memory>

namespace Aura {

class ConnectionLog;
class NetworkThread;

//! The thread that managers share. Whoever builds managers makes one and hands it to each. The log
//! notes every connection that is made on it.
std::shared_ptr<NetworkThread> makeNetworkThread(std::shared_ptr<ConnectionLog> log = {});

//! Builds an HttpAccessManager for each connection; all of them share the thread.
NetworkAccessFactory engineNetworkAccess(const std::shared_ptr<NetworkThread> &thread);

//! A QNetworkAccessManager that tells the truth: every reply that was cut off is an error with its
//! cause (replyattributes.h), and what is sent is sent once.
//!
//! Differences from Qt's own manager, all on purpose: HTTP/1.1 over http and https only; a POST
//! gets a connection of its own and is never sent again; no redirect is followed (the answer is an
//! InsecureRedirectError with RedirectionTargetAttribute); no cookie jar, cache, authentication
//! dialogue or compression; as many connections to one host as there are requests; replies limited
//! in header and size, and waiting for their reader (HttpReply). A proxy set by setProxy() or
//! setProxyFactory() is used for what it is set for, the environment never.
//! A body to be sent is read whole from its device before the request leaves.
class HttpAccessManager : public QNetworkAccessManager
{
    Q_OBJECT

public:
    //! The limits and what is trusted hold for every request; a request's own transferTimeout()
    //! shortens the idle limit.
    HttpAccessManager(std::shared_ptr<NetworkThread> thread, const TlsSettings &tls,
                      const Timeouts &timeouts, QObject *parent = nullptr);
    ~HttpAccessManager() override;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoingData) override;

private:
    std::shared_ptr<NetworkThread> m_thread;
    TlsSettings m_tls;
    Timeouts m_timeouts;
};

} // namespace Aura
