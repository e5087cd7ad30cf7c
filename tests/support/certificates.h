// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/faultserver.h"

#include <QString>
#include <QTemporaryDir>

namespace Aura {

//! Certificates made by the openssl program for one run: a CA, and servers that it vouches for
//! rightly, wrongly, no longer, or not at all.
class Certificates
{
public:
    //! False where there is no openssl program, or it failed.
    bool make();

    QString ca() const { return file("ca.pem"); }
    ServerIdentity good() const { return identity("good"); }           // for localhost
    ServerIdentity wrongHost() const { return identity("elsewhere"); } // for elsewhere.test
    ServerIdentity expired() const { return identity("expired"); }
    ServerIdentity selfSigned() const { return identity("self"); }
    QString client() const { return file("client.pem"); } // signed by the CA
    QString clientKey() const { return file("client.key"); }

    //! SHA-256 of the public key of a certificate, as TlsSettings pins it.
    static QByteArray pinOf(const ServerIdentity &identity);

private:
    enum class Life { Normal, Over };

    QString file(const char *name) const { return m_directory.filePath(QLatin1StringView(name)); }
    ServerIdentity identity(const char *name) const;
    bool run(const QStringList &arguments) const;
    bool makeKey(const QString &name) const;
    bool makeSelfSigned(const QString &name, const QString &commonName) const;
    bool makeSigned(const QString &name, const QString &hosts, Life life = Life::Normal) const;

    QTemporaryDir m_directory;
};

} // namespace Aura
