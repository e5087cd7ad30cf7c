// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/chatrequest.h"
#include "base/completion.h"
#include "base/exchangerecord.h"
#include "base/replyprogress.h"
#include "base/result.h"

#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace Aura {

//! A model that a server offers. Token and character limits: 0 where they are not known.
struct ModelInfo
{
    QString id{};
    QString name{};
    int maxLength = 0;  // characters of one message
    int tokenLimit = 0; // tokens of the whole context

    friend bool operator==(const ModelInfo &, const ModelInfo &) = default;
};

//! The steps on the way to an answer, in their order.
enum class CheckStep { Address, NameLookup, Connect, Tls, Http, Protocol };

//! Whether a connection works and, if not, which step failed.
struct ConnectionCheck
{
    bool works = false;
    bool listsModels = true;                   // false: it answers, and has no such list
    CheckStep failedStep = CheckStep::Address; // where works is false
    std::optional<ProviderError> error{};
    PeerCertificate certificate{}; // that was refused, where the user may decide to trust it
    QList<ModelInfo> models{};
    qint64 totalMs = -1;
};

//! A place that answers chat requests.
//!
//! send(), listModels() and check() return at once; the answer comes by signals that carry the id
//! they returned, always after they returned. A send() is followed by any number of
//! chunkReceived() and reasoningReceived(), then by exactly one finished(); the others by exactly
//! one signal of their own. One provider serves many requests at once. Lives in one thread.
class ChatProvider : public QObject
{
    Q_OBJECT

public:
    explicit ChatProvider(QObject *parent = nullptr);
    ~ChatProvider() override;

    virtual QString displayName() const = 0;

    virtual RequestId send(const ChatRequest &request) = 0;

    //! Ends the request with ReplyState::Stopped. Does nothing if it has ended.
    virtual void cancel(RequestId id) = 0;

    //! How many tokens the model's context holds; 0: not known. What the server said when it was
    //! last asked for its models, or for this one.
    virtual int tokenLimit(const QString &model) const;

    //! Whether the server drops old messages without a word, by the rule of fitContext().
    virtual bool dropsOldMessages() const { return true; }

    //! The end of the range that its temperature has, from 0.
    virtual double highestTemperature() const { return 1; }

    //! Asks how many tokens the model's context holds; modelDescribed() follows, with 0 where the
    //! server does not say. An invalid id: it has no such question, and nothing follows.
    virtual RequestId describeModel(const QString &model);
    virtual RequestId listModels() = 0;
    virtual RequestId check() = 0;

    //! What was sent for a request that runs, and what came back by now; std::nullopt where nothing
    //! was sent yet.
    virtual std::optional<ExchangeRecord> exchange(RequestId id) const;

    //! Whether a request runs whose last signal is yet to come.
    virtual bool isBusy() const { return false; }

signals:
    void chunkReceived(Aura::RequestId id, const QString &text);
    void reasoningReceived(Aura::RequestId id, const QString &text);
    void progressed(Aura::RequestId id, const Aura::ReplyProgress &progress);
    //! What was sent and what came back, without secrets; right before finished(), if anything was.
    void exchangeRecorded(Aura::RequestId id, const Aura::ExchangeRecord &record);
    void finished(Aura::RequestId id, const Aura::Completion &completion);
    void modelDescribed(Aura::RequestId id, const Aura::ModelInfo &model);
    void modelsListed(Aura::RequestId id, const QList<Aura::ModelInfo> &models);
    void modelsFailed(Aura::RequestId id, const Aura::ProviderError &error);
    void checked(Aura::RequestId id, const Aura::ConnectionCheck &check);
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::ModelInfo)
Q_DECLARE_METATYPE(Aura::ConnectionCheck)
