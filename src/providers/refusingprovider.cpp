// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/refusingprovider.h"

namespace Aura {

RefusingProvider::RefusingProvider(const ProviderError &error, QObject *parent)
    : ChatProvider(parent)
    , m_error(error)
{}

RequestId RefusingProvider::send(const ChatRequest &)
{
    return refuse([this](RequestId id) {
        emit finished(id, {.state = ReplyState::Failed, .error = m_error});
    });
}

void RefusingProvider::cancel(RequestId id)
{
    if (m_open.remove(id.value))
        emit finished(id, {.state = ReplyState::Stopped});
}

RequestId RefusingProvider::listModels()
{
    return refuse([this](RequestId id) { emit modelsFailed(id, m_error); });
}

RequestId RefusingProvider::check()
{
    return refuse([this](RequestId id) { emit checked(id, {.error = m_error}); });
}

//! Tells it from the event loop, unless it was cancelled before.
RequestId RefusingProvider::refuse(const std::function<void(RequestId)> &tell)
{
    const RequestId id{++m_lastId};
    m_open.insert(id.value);
    QMetaObject::invokeMethod(
        this,
        [this, id, tell] {
            if (m_open.remove(id.value))
                tell(id);
        },
        Qt::QueuedConnection);
    return id;
}

} // namespace Aura
