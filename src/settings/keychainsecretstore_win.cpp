// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keychainsecretstore.h"

#include "base/logging.h"

#include <QCoreApplication>

#include <windows.h>
// After windows.h, without which it does not compile.
#include <wincred.h>

#include <memory>

// The Credential Manager keeps at most 2560 bytes under a name, and cookies are longer. So a secret
// is kept in parts: the first one's comment says how many there are.
using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr qsizetype partSize = 2560; // bytes; mingw-w64 still has the 512 of Windows XP
constexpr int mostParts = 1000;

struct FreeCredential
{
    void operator()(CREDENTIALW *credential) const { CredFree(credential); }
};
using Credential = std::unique_ptr<CREDENTIALW, FreeCredential>;

wchar_t *toWide(QString &text)
{
    return reinterpret_cast<wchar_t *>(text.data());
}

QString targetOf(const QString &name, int part)
{
    const QString target = u"aura/"_s + name;
    return part == 0 ? target : target + u'#' + QString::number(part);
}

SecretResult toResult(DWORD error)
{
    switch (error) {
    case ERROR_SUCCESS: return {};
    case ERROR_NOT_FOUND: return {.status = SecretStatus::NotFound};
    case ERROR_NO_SUCH_LOGON_SESSION: // of a user who may not store any
        return {.status = SecretStatus::Unavailable,
                .problem = QCoreApplication::translate(
                    "Aura::KeychainSecretStore",
                    "There is no key store that answers on this computer.")};
    default: break;
    }
    qCDebug(lcSettings) << "key store: error" << error;
    return {.status = SecretStatus::Failed, .problem = qt_error_string(int(error))};
}

DWORD readPart(const QString &name, int part, Credential &found)
{
    QString target = targetOf(name, part);
    CREDENTIALW *credential = nullptr;
    if (!CredReadW(toWide(target), CRED_TYPE_GENERIC, 0, &credential))
        return GetLastError();
    found.reset(credential);
    return ERROR_SUCCESS;
}

DWORD writePart(const QString &name, int part, QByteArray bytes, int count)
{
    QString target = targetOf(name, part);
    QString comment = QString::number(count);
    QString user = name;
    CREDENTIALW credential{};
    credential.Type = CRED_TYPE_GENERIC;
    credential.TargetName = toWide(target);
    credential.Comment = toWide(comment);
    credential.UserName = toWide(user);
    credential.CredentialBlob = reinterpret_cast<BYTE *>(bytes.data());
    credential.CredentialBlobSize = DWORD(bytes.size());
    credential.Persist = CRED_PERSIST_LOCAL_MACHINE;
    return CredWriteW(&credential, 0) ? DWORD(ERROR_SUCCESS) : GetLastError();
}

DWORD removePart(const QString &name, int part)
{
    QString target = targetOf(name, part);
    return CredDeleteW(toWide(target), CRED_TYPE_GENERIC, 0) ? DWORD(ERROR_SUCCESS)
                                                             : GetLastError();
}

void removePartsFrom(const QString &name, int part)
{
    while (part < mostParts && removePart(name, part) == ERROR_SUCCESS)
        ++part;
}

SecretResult readSecret(const QString &name)
{
    QByteArray bytes;
    int count = 1;
    for (int part = 0; part < count; ++part) {
        Credential found;
        if (const DWORD error = readPart(name, part, found); error != ERROR_SUCCESS)
            return toResult(error);
        bytes.append(reinterpret_cast<const char *>(found->CredentialBlob),
                     qsizetype(found->CredentialBlobSize));
        if (part == 0 && found->Comment)
            count = qBound(1, QString::fromWCharArray(found->Comment).toInt(), mostParts);
    }
    return {.secret = Secret(QString::fromUtf8(bytes))};
}

// The first part, which says how many there are, last.
SecretResult writeSecret(const QString &name, const Secret &secret)
{
    const QByteArray bytes = secret.reveal().toUtf8();
    const int count = int(qMax<qsizetype>(1, (bytes.size() + partSize - 1) / partSize));
    for (int part = count - 1; part >= 0; --part) {
        const DWORD error = writePart(name, part, bytes.mid(part * partSize, partSize), count);
        if (error != ERROR_SUCCESS)
            return toResult(error);
    }
    removePartsFrom(name, count);
    return {};
}

} // namespace

void KeychainSecretStore::read(const QString &name, QObject *context, Callback done)
{
    answer(context, done, readSecret(name));
}

void KeychainSecretStore::write(const QString &name, const Secret &secret, QObject *context,
                                Callback done)
{
    answer(context, done, writeSecret(name, secret));
}

void KeychainSecretStore::remove(const QString &name, QObject *context, Callback done)
{
    const DWORD error = removePart(name, 0);
    removePartsFrom(name, 1);
    answer(context, done, error == ERROR_NOT_FOUND ? SecretResult{} : toResult(error));
}

} // namespace Aura
