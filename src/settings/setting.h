// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QSettings>
#include <QStringList>
#include <QVariant>

#include <optional>
#include <type_traits>

namespace Aura {

//! One setting: its key, its type and its default together. T is anything a QVariant holds.
//! What cannot be read as a T, or lies outside the range, reads as the default.
template<typename T> class Setting
{
public:
    //! Both ends belong to the range.
    struct Range
    {
        T least;
        T most;
    };

    Setting(QSettings &store, QLatin1StringView key, T defaultValue,
            std::optional<Range> range = std::nullopt)
        : m_store(store)
        , m_key(key)
        , m_default(std::move(defaultValue))
        , m_range(std::move(range))
    {}

    T get() const
    {
        QVariant stored = m_store.value(m_key);
        if constexpr (std::is_same_v<T, QString>) {
            // Text with commas that somebody typed into the file without quotes.
            if (stored.typeId() == QMetaType::QStringList)
                return stored.toStringList().join(QLatin1StringView(", "));
        }
        if (!stored.isValid() || !stored.convert(QMetaType::fromType<T>()))
            return m_default;
        const T value = stored.value<T>();
        return isAllowed(value) ? value : m_default;
    }
    //! The value where it is another than the default.
    std::optional<T> chosen() const
    {
        const T value = get();
        return value == m_default ? std::nullopt : std::optional<T>(value);
    }
    void set(const T &value) { m_store.setValue(m_key, QVariant::fromValue(value)); }
    void reset() { m_store.remove(m_key); }
    const T &defaultValue() const { return m_default; }
    const std::optional<Range> &range() const { return m_range; }

private:
    bool isAllowed(const T &value) const
    {
        return !m_range || (value >= m_range->least && value <= m_range->most); // NaN is not
    }

    QSettings &m_store;
    QLatin1StringView m_key;
    T m_default;
    std::optional<Range> m_range;
};

} // namespace Aura
