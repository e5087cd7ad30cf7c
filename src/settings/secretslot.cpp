// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/secretslot.h"

#include <utility>

namespace Aura {

SecretSlot::SecretSlot(SecretStore &store, const QString &name, bool stored, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_name(name)
    , m_ready(!stored)
    , m_stored(stored)
{}

void SecretSlot::load()
{
    if (m_ready && !m_missing) {
        QMetaObject::invokeMethod(this, &SecretSlot::ready, Qt::QueuedConnection);
        return;
    }
    if (std::exchange(m_loading, true))
        return;
    m_store.read(m_name, this, [this](const SecretResult &result) { onRead(result); });
}

void SecretSlot::onRead(const SecretResult &result)
{
    m_loading = false;
    if (m_ready && !m_missing) { // a value was set meanwhile
        emit ready();
        return;
    }
    m_missing = result.status == SecretStatus::NotFound;
    m_ready = result || m_missing;
    if (m_ready)
        m_value = result.secret;
    if (!result)
        emit notRead(result);
    if (m_ready)
        emit ready();
}

void SecretSlot::set(const Secret &value)
{
    const bool isNew = !m_ready || m_value != value;
    m_value = value;
    m_ready = true;
    if (!isNew) // what is missing may still be there
        return;
    m_missing = false;
    save();
}

void SecretSlot::retry()
{
    if (m_unsaved)
        save();
}

void SecretSlot::onPlaceChanged()
{
    if (m_ready) {
        if (!m_value.isEmpty())
            save();
        return;
    }
    m_stored = m_store.isPersistent();
    emit saved();
}

void SecretSlot::save()
{
    m_unsaved = true;
    const auto done = [this, generation = ++m_generation](const SecretResult &result) {
        if (generation == m_generation)
            onSaved(result);
    };
    if (m_value.isEmpty())
        m_store.remove(m_name, this, done);
    else
        m_store.write(m_name, m_value, this, done);
}

void SecretSlot::onSaved(const SecretResult &result)
{
    if (!result) {
        emit notSaved(result);
        return;
    }
    m_unsaved = false;
    m_stored = !m_value.isEmpty() && m_store.isPersistent();
    emit saved();
}

} // namespace Aura
