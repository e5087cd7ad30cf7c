// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpaccessmanager.h"

#include "net/connectionlog.h"
#include "net/engine/httpreply.h"
#include "net/engine/networkthread.h"
#include "net/engine/requestbuilder.h"

#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Aura {

namespace {

// As Qt's own manager decides it.
QNetworkProxy proxyFor(const QNetworkAccessManager &manager, const QUrl &url)
{
    const QNetworkProxyQuery query(url);
    if (QNetworkProxyFactory *factory = manager.proxyFactory())
        return factory->queryProxy(query).value(0, QNetworkProxy(QNetworkProxy::NoProxy));
    if (manager.proxy().type() != QNetworkProxy::DefaultProxy)
        return manager.proxy();
    return QNetworkProxyFactory::proxyForQuery(query).value(0,
                                                            QNetworkProxy(QNetworkProxy::NoProxy));
}

Timeouts shortened(Timeouts timeouts, std::chrono::milliseconds transferTimeout)
{
    if (transferTimeout > 0ms && (timeouts.idle == 0ms || transferTimeout < timeouts.idle))
        timeouts.idle = transferTimeout;
    return timeouts;
}

} // namespace

std::shared_ptr<NetworkThread> makeNetworkThread()
{
    return std::make_shared<NetworkThread>();
}

std::shared_ptr<NetworkThread> makeNetworkThread(std::shared_ptr<ConnectionLog> log)
{
    return std::make_shared<NetworkThread>(std::move(log));
}

NetworkAccessFactory engineNetworkAccess(const std::shared_ptr<NetworkThread> &thread)
{
    return [thread](const Connection &connection, const ProxySettings &defaultProxy) {
        auto manager =
            std::make_unique<HttpAccessManager>(thread, connection.tls, connection.timeouts);
        manager->setAutoDeleteReplies(false);
        applyProxy(*manager, effectiveProxy(connection, defaultProxy));
        return manager;
    };
}

HttpAccessManager::HttpAccessManager(std::shared_ptr<NetworkThread> thread, const TlsSettings &tls,
                                     const Timeouts &timeouts, QObject *parent)
    : QNetworkAccessManager(parent)
    , m_thread(std::move(thread))
    , m_tls(tls)
    , m_timeouts(timeouts)
{}

HttpAccessManager::~HttpAccessManager() = default;

QNetworkReply *HttpAccessManager::createRequest(Operation operation, const QNetworkRequest &request,
                                                QIODevice *outgoingData)
{
    QNetworkRequest kept = request; // what Qt's own createRequest() would have noted in it
    if (!kept.attribute(QNetworkRequest::AutoDeleteReplyOnFinishAttribute).isValid())
        kept.setAttribute(QNetworkRequest::AutoDeleteReplyOnFinishAttribute, autoDeleteReplies());
    if (kept.transferTimeout() == 0)
        kept.setTransferTimeout(transferTimeout());
    if (const auto fault = findFault(kept))
        return new HttpReply(operation, kept, *fault, this);

    RequestOptions options = toRequestOptions(operation, kept, outgoingData);
    options.proxy = toProxyOptions(proxyFor(*this, kept.url()));
    options.tls = m_tls;
    options.timeouts = shortened(m_timeouts, std::chrono::milliseconds(kept.transferTimeout()));
    return new HttpReply(operation, kept, std::move(options), m_thread, this);
}

} // namespace Aura
