// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>

namespace Aura {

//! What went wrong, in one sentence for people that says what to do.
struct Error
{
    QString text{};

    friend bool operator==(const Error &, const Error &) = default;
};

//! A value, or the reason why there is none.
template<typename T> class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): a value is a result
        : m_value(std::move(value))
    {}
    Result(Error error) // NOLINT(google-explicit-constructor): an error is a result
        : m_error(std::move(error))
    {}

    explicit operator bool() const { return m_value.has_value(); }
    const T &value() const & { return m_value.value(); }
    T &&value() && { return std::move(m_value).value(); }
    const T &operator*() const { return *m_value; }
    const T *operator->() const { return &*m_value; }
    const Error &error() const { return m_error; }

private:
    std::optional<T> m_value;
    Error m_error;
};

//! Success, or the reason why not.
template<> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) // NOLINT(google-explicit-constructor): an error is a result
        : m_error(std::move(error))
    {}

    explicit operator bool() const { return !m_error; }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace Aura
