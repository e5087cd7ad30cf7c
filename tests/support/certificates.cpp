// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/certificates.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace Aura {

bool Certificates::make()
{
    const QString localhost = u"DNS:localhost,IP:127.0.0.1"_s;
    return m_directory.isValid() && makeSelfSigned(u"ca"_s, u"/CN=Test CA"_s)
        && makeSelfSigned(u"self"_s, u"/CN=localhost"_s) && makeSigned(u"good"_s, localhost)
        && makeSigned(u"elsewhere"_s, u"DNS:elsewhere.test"_s)
        && makeSigned(u"expired"_s, localhost, Life::Over)
        && makeSigned(u"client"_s, u"DNS:client.test"_s);
}

QByteArray Certificates::pinOf(const ServerIdentity &identity)
{
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(identity.certificate);
    return QCryptographicHash::hash(chain.value(0).publicKey().toDer(), QCryptographicHash::Sha256);
}

ServerIdentity Certificates::identity(const char *name) const
{
    const QString base = file(name);
    return {.certificate = base + u".pem"_s, .key = base + u".key"_s};
}

bool Certificates::run(const QStringList &arguments) const
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_directory.path());
    openssl.start(u"openssl"_s, arguments);
    return openssl.waitForFinished(20'000) && openssl.exitStatus() == QProcess::NormalExit
        && openssl.exitCode() == 0;
}

bool Certificates::makeKey(const QString &name) const
{
    return run({u"ecparam"_s, u"-name"_s, u"prime256v1"_s, u"-genkey"_s, u"-noout"_s, u"-out"_s,
                name + u".key"_s});
}

bool Certificates::makeSelfSigned(const QString &name, const QString &commonName) const
{
    return makeKey(name)
        && run({u"req"_s, u"-x509"_s, u"-new"_s, u"-key"_s, name + u".key"_s, u"-subj"_s,
                commonName, u"-days"_s, u"30"_s, u"-out"_s, name + u".pem"_s});
}

bool Certificates::makeSigned(const QString &name, const QString &hosts, Life life) const
{
    QFile extensions(m_directory.filePath(name + u".ext"_s));
    if (!extensions.open(QIODevice::WriteOnly))
        return false;
    extensions.write("subjectAltName=" + hosts.toLatin1() + '\n');
    extensions.close();
    return makeKey(name)
        && run({u"req"_s, u"-new"_s, u"-key"_s, name + u".key"_s, u"-subj"_s, u"/CN="_s + name,
                u"-out"_s, name + u".csr"_s})
        && run({u"x509"_s, u"-req"_s, u"-in"_s, name + u".csr"_s, u"-CA"_s, u"ca.pem"_s,
                u"-CAkey"_s, u"ca.key"_s, u"-CAcreateserial"_s, u"-days"_s,
                life == Life::Over ? u"-1"_s : u"30"_s, u"-extfile"_s, name + u".ext"_s, u"-out"_s,
                name + u".pem"_s});
}

} // namespace Aura
