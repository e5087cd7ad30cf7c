// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/secretmove.h"

#include <QObject>

namespace Aura {

namespace {

//! One move on its way; the callbacks keep it alive.
struct Move : std::enable_shared_from_this<Move>
{
    std::shared_ptr<SecretStore> from{};
    std::shared_ptr<SecretStore> to{};
    QStringList waiting{};
    QStringList copied{};
    QObject *context = nullptr;
    SecretStore::Callback done{};

    void copyNext();
    void write(const QString &name, const Secret &secret);
    void finishWith(const SecretResult &result);
    void removeFrom(SecretStore &store) const;
};

void Move::copyNext()
{
    if (waiting.isEmpty()) {
        finishWith({});
        return;
    }
    const QString name = waiting.takeFirst();
    from->read(name, context, [self = shared_from_this(), name](const SecretResult &result) {
        if (result)
            self->write(name, result.secret);
        else if (result.status == SecretStatus::NotFound)
            self->copyNext();
        else
            self->finishWith(result);
    });
}

void Move::write(const QString &name, const Secret &secret)
{
    copied.append(name);
    to->write(name, secret, context, [self = shared_from_this()](const SecretResult &result) {
        if (result)
            self->copyNext();
        else
            self->finishWith(result);
    });
}

void Move::finishWith(const SecretResult &result)
{
    removeFrom(result ? *from : *to);
    done(result);
}

void Move::removeFrom(SecretStore &store) const
{
    for (const QString &name : copied)
        store.remove(name, context, [](const SecretResult &) {});
}

} // namespace

void moveSecrets(const std::shared_ptr<SecretStore> &from, const std::shared_ptr<SecretStore> &to,
                 const QStringList &names, QObject *context, const SecretStore::Callback &done)
{
    const auto move = std::make_shared<Move>();
    move->from = from;
    move->to = to;
    move->waiting = names;
    move->context = context;
    move->done = done;
    // From the event loop also where there is nothing to move.
    QMetaObject::invokeMethod(
        context, [move] { move->copyNext(); }, Qt::QueuedConnection);
}

} // namespace Aura
