// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keychainsecretstore.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QObject>

#ifdef AURA_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

QString unavailable()
{
    return QCoreApplication::translate("Aura::KeychainSecretStore",
                                       "There is no key store that answers on this computer.");
}

#ifdef AURA_KEYCHAIN

const QString service = u"aura"_s;

QString refused()
{
    return QCoreApplication::translate("Aura::KeychainSecretStore",
                                       "The key store refused. Is it locked?");
}

//! QtKeychain 0.13 reports a missing D-Bus and a missing service as OtherError.
SecretResult toResult(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError: return {};
    case QKeychain::EntryNotFound: return {.status = SecretStatus::NotFound};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {.status = SecretStatus::Denied, .problem = refused()};
    case QKeychain::CouldNotDeleteEntry:
        return {.status = SecretStatus::Failed, .problem = job.errorString()};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: break;
    }
    qCDebug(lcSettings) << "key store:" << job.error() << job.errorString();
    return {.status = SecretStatus::Unavailable, .problem = unavailable()};
}

//! Jobs delete themselves when they have finished.
template<typename Job> Job *makeJob(const QString &name)
{
    auto *job = new Job(service);
    job->setKey(name);
    return job;
}

#endif

} // namespace

#ifdef AURA_KEYCHAIN

void KeychainSecretStore::read(const QString &name, QObject *context, Callback done)
{
    auto *job = makeJob<QKeychain::ReadPasswordJob>(name);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done] {
        SecretResult result = toResult(*job);
        if (result)
            result.secret = Secret(job->textData());
        done(result);
    });
    job->start();
}

void KeychainSecretStore::write(const QString &name, const Secret &secret, QObject *context,
                                Callback done)
{
    auto *job = makeJob<QKeychain::WritePasswordJob>(name);
    job->setTextData(secret.reveal());
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [job, done] { done(toResult(*job)); });
    job->start();
}

void KeychainSecretStore::remove(const QString &name, QObject *context, Callback done)
{
    auto *job = makeJob<QKeychain::DeletePasswordJob>(name);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done] {
        const SecretResult result = toResult(*job);
        done(result.status == SecretStatus::NotFound ? SecretResult{} : result);
    });
    job->start();
}

#else

void KeychainSecretStore::read(const QString &, QObject *context, Callback done)
{
    answer(context, done, {.status = SecretStatus::Unavailable, .problem = unavailable()});
}

void KeychainSecretStore::write(const QString &, const Secret &, QObject *context, Callback done)
{
    answer(context, done, {.status = SecretStatus::Unavailable, .problem = unavailable()});
}

void KeychainSecretStore::remove(const QString &, QObject *context, Callback done)
{
    answer(context, done, {.status = SecretStatus::Unavailable, .problem = unavailable()});
}

#endif

} // namespace Aura
