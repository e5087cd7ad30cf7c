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
class QNetworkRequest;

namespace Aura {

class ModelWait;
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
    int tokenLimit(const QString &model) const override;
    RequestId describeModel(const QString &model) override;
    RequestId listModels() override;
    RequestId check() override;
    std::optional<ExchangeRecord> exchange(RequestId id) const override;
    bool isBusy() const override;

protected:
    //! The manager must outlive the provider.
    HttpProvider(QNetworkAccessManager &network, const Connection &connection, QObject *parent);

    const Connection &connection() const { return m_connection; }

    //! What is posted, and how its answer is read.
    struct Question
    {
        QUrl url{};
        QJsonObject body{};
        std::function<std::unique_ptr<StreamDecoder>()> makeDecoder{};
        QString model{};                // that is asked for
        std::optional<int> maxTokens{}; // that a reply may have, where the server was told
        QUrl health{}; // answers with 200 once a server that said 503 has loaded its model
    };

    //! Posts the question; the reply comes by chunkReceived(), reasoningReceived() and finished().
    //! Where the server still loads its model, and only there, it is posted again when it is ready.
    RequestId startReply(const Question &question);

    //! Puts the key, and what else tells who asks, into a request.
    virtual void authorize(QNetworkRequest &request) const;

    //! Sends nothing; finished() follows with ReplyState::Failed.
    RequestId refuse(const ProviderError &error);

    //! Why nothing may be sent for the connection: its address, its headers, or a key that others
    //! could read on the way.
    std::optional<ProviderError> requestError() const;

    //! Asks the server for its models.
    virtual QNetworkReply *requestModels() = 0;

    //! Whether a server of the kind may answer and list no models: 404 is no failure then.
    virtual bool mayListNoModels() const { return false; }

    //! Asks the server about one of them; null where it has no such question.
    virtual QNetworkReply *requestModel(const QString &model);

    //! Reads the answer to requestModel(): how many tokens the model's context holds, 0: unknown.
    virtual int parseTokenLimit(const QByteArray &body) const;

    //! Reads the answer to requestModels(); std::nullopt where it is no list of models.
    virtual std::optional<QList<ModelInfo>> parseModels(const QByteArray &body) const = 0;

    QNetworkReply *post(const QUrl &url, const QJsonObject &body);
    QNetworkReply *get(const QUrl &url);

private:
    using Tell = std::function<void(const ConnectionCheck &)>;

    RequestId nextId();
    void begin(RequestId id, const Question &question);
    void end(RequestId id, const Question &question, Completion completion);
    void waitForModel(RequestId id, const Question &question, const Completion &refusal);
    void askForModels(RequestId id, const Tell &tell);
    void endLater(RequestId id, const std::function<void()> &tell);
    void readAll(RequestId id, QNetworkReply *reply,
                 const std::function<void(const QString &, const Completion &)> &tell);
    ConnectionCheck toCheck(const QString &body, const Completion &completion);

    QNetworkAccessManager &m_network;
    Connection m_connection;
    quint64 m_lastId = 0;
    QHash<RequestId, ReplyStream *> m_streams; // null: nothing is sent, the end is yet to be told
    QSet<RequestId> m_refused;                 // of those, the replies
    QHash<RequestId, ModelWait *> m_waits;
    QHash<QString, int> m_tokenLimits; // by model
};

} // namespace Aura
