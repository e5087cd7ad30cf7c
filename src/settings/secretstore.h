// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QMetaType>
#include <QString>

#include <functional>

class QObject;

namespace Aura {

enum class SecretStatus {
    Ok,
    NotFound,    // there is none of that name, or it lies in a store that is locked
    Unavailable, // there is no such store on this computer, now
    Denied,      // the store is there and refuses, or the user did
    Failed,
};

//! What became of reading, writing or removing a secret.
struct SecretResult
{
    SecretStatus status = SecretStatus::Ok;
    Secret secret{};   // what was read
    QString problem{}; // one sentence for people where it did not go well

    explicit operator bool() const { return status == SecretStatus::Ok; }
};

//! A place where keys and passwords are kept by name.
//!
//! Every function returns at once and never calls back before it returned. The callback comes
//! once, in the caller's thread; it does not come where the context was deleted meanwhile. The
//! store may be deleted while answers are under way.
class SecretStore
{
public:
    using Callback = std::function<void(const SecretResult &)>;

    SecretStore() = default;
    virtual ~SecretStore();
    Q_DISABLE_COPY_MOVE(SecretStore)

    virtual void read(const QString &name, QObject *context, Callback done) = 0;
    virtual void write(const QString &name, const Secret &secret, QObject *context,
                       Callback done) = 0;

    //! That there is no such secret is success.
    virtual void remove(const QString &name, QObject *context, Callback done) = 0;

    //! Whether what is written is still there when the program starts again.
    virtual bool isPersistent() const = 0;

protected:
    //! Calls back from the event loop.
    static void answer(QObject *context, const Callback &done, const SecretResult &result);
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::SecretResult)
