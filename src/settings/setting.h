// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QSettings>
#include <QVariant>

namespace Aura {

//! One setting: its key, its type and its default together. T is anything a QVariant holds.
template<typename T>
class Setting
{
public:
    Setting(QSettings &store, QLatin1StringView key, T defaultValue)
        : m_store(store)
        , m_key(key)
        , m_default(std::move(defaultValue))
    {}

    T get() const
    {
        const QVariant stored = m_store.value(m_key);
        return stored.isValid() && stored.canConvert<T>() ? stored.value<T>() : m_default;
    }
    void set(const T &value) { m_store.setValue(m_key, QVariant::fromValue(value)); }
    void reset() { m_store.remove(m_key); }
    const T &defaultValue() const { return m_default; }

private:
    QSettings &m_store;
    QLatin1StringView m_key;
    T m_default;
};

} // namespace Aura
