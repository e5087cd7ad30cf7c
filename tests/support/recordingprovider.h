// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/chatprovider.h"
#include "providers/providersource.h"

#include <QHash>
#include <QPointer>
#include <QSet>

//! A ChatProvider driven by hand: it keeps what it was asked, and says what the test tells it to.
class RecordingProvider : public Aura::ChatProvider
{
public:
    //! What a cancelled request does.
    enum class OnCancel { EndsAtOnce, StaysSilent };

    explicit RecordingProvider(const QString &name = QStringLiteral("Recording"))
        : m_name(name)
    {}

    QString displayName() const override { return m_name; }

    Aura::RequestId send(const Aura::ChatRequest &request) override
    {
        requests.append(request);
        ids.append(nextId());
        running.insert(ids.last());
        return ids.last();
    }

    void cancel(Aura::RequestId id) override
    {
        cancelled.append(id);
        if (onCancel == OnCancel::EndsAtOnce)
            finish(id, {.state = Aura::ReplyState::Stopped, .timing = {.totalMs = 7}});
    }

    bool isBusy() const override { return !running.isEmpty(); }

    Aura::RequestId listModels() override { return nextId(); }
    Aura::RequestId check() override { return nextId(); }

    //! Speaks for the request that was sent last, or for the one with that number, from 0.
    void say(const QString &text, qsizetype request = -1)
    {
        emit chunkReceived(idOf(request), text);
    }
    void think(const QString &text, qsizetype request = -1)
    {
        emit reasoningReceived(idOf(request), text);
    }
    void end(const Aura::Completion &completion = {}, qsizetype request = -1)
    {
        finish(idOf(request), completion);
    }

    QList<Aura::ChatRequest> requests;
    QList<Aura::RequestId> ids; // of the requests, in the same order
    QList<Aura::RequestId> cancelled;
    QSet<Aura::RequestId> running;
    OnCancel onCancel = OnCancel::EndsAtOnce;

private:
    void finish(Aura::RequestId id, const Aura::Completion &completion)
    {
        running.remove(id);
        emit finished(id, completion);
    }
    Aura::RequestId nextId() { return {++m_lastId}; }
    Aura::RequestId idOf(qsizetype request) const
    {
        return request < 0 ? ids.last() : ids.at(request);
    }

    QString m_name;
    quint64 m_lastId = 0;
};

//! A ProviderSource whose connections the test names, and makes ready when it likes.
class RecordingSource : public Aura::ProviderSource
{
public:
    bool knows(const QString &connectionId) const override { return known.contains(connectionId); }
    Aura::ChatProvider *provider(const QString &connectionId) override
    {
        return providers.value(connectionId);
    }

    void setReady(const QString &connectionId, Aura::ChatProvider *provider)
    {
        known.insert(connectionId);
        providers.insert(connectionId, provider);
        emit providerReady(connectionId);
    }

    QSet<QString> known;
    QHash<QString, QPointer<Aura::ChatProvider>> providers;
};
