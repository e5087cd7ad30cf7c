// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"
#include "providers/chatprovider.h"

#include <QHash>
#include <QSet>
#include <QJsonObject>

#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace Aura {

class ReplyStream;
class StreamDecoder;

//! A provider that posts JSON and reads what comes back: all but the protocol itself.
//!
//! Destroying it ends its requests silently.
class HttpProvider : public ChatProvider
{
    Q_OBJECT

public:
    ~HttpProvider() override;

    QString displayName() const override;
    void cancel(RequestId id) override;
    RequestId listModels() override;
    RequestId check() override;
    bool isBusy() const override;

protected:
    //! The manager must outlive the provider.
    HttpProvider(QNetworkAccessManager &network, const Connection &connection, QObject *parent);

    const Connection &connection() const { return m_connection; }

    //! Posts the body; the reply comes by chunkReceived(), reasoningReceived() and finished().
    RequestId startReply(const QUrl &url, const QJsonObject &body,
                         std::unique_ptr<StreamDecoder> decoder);

    //! Sends nothing; finished() follows with ReplyState::Failed.
    RequestId refuse(const ProviderError &error);

    //! Why nothing may be sent for the connection: its address, its headers, or a key that others
    //! could read on the way.
    std::optional<ProviderError> requestError() const;

    //! Asks the server for its models.
    virtual QNetworkReply *requestModels() = 0;

    //! Reads the answer to requestModels(); std::nullopt where it is no list of models.
    virtual std::optional<QList<ModelInfo>> parseModels(const QByteArray &body) const = 0;

    QNetworkReply *post(const QUrl &url, const QJsonObject &body);
    QNetworkReply *get(const QUrl &url);

private:
    using Tell = std::function<void(const ConnectionCheck &)>;

    RequestId nextId();
    void askForModels(RequestId id, const Tell &tell);
    void endLater(RequestId id, const std::function<void()> &tell);
    ConnectionCheck toCheck(const QString &body, const Completion &completion) const;

    QNetworkAccessManager &m_network;
    Connection m_connection;
    quint64 m_lastId = 0;
    QHash<RequestId, ReplyStream *> m_streams; // null: nothing is sent, the end is yet to be told
    QSet<RequestId> m_refused;                 // of those, the replies
};

} // namespace Aura
