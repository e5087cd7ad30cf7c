// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"

#include <QByteArray>
#include <QList>

namespace Aura {

//! Cuts the secrets of one connection out of bytes that are shown, copied or saved. The name of an
//! environment variable stands in for each: "$AURA_KEY", "$AURA_COOKIES", "$AURA_X_TEAM".
class SecretMask
{
public:
    explicit SecretMask(const Connection &connection);

    //! Every secret of four characters or more, as it is, and as JSON, base64 and percent encoding
    //! write it.
    QByteArray masked(QByteArray bytes) const;

    //! A head, line by line: of a header that is a secret by its name nothing stays, however short.
    QByteArray maskedHead(const QByteArray &head) const;

    //! A JSON body: the key of the Aura protocol goes, too, however short.
    QByteArray maskedBody(const QByteArray &body) const;

    //! The variable that stands in for a header's value.
    static QByteArray variableOf(const QByteArray &headerName);

private:
    struct Secret
    {
        QByteArray bytes{};
        QByteArray variable{};
    };

    void add(const QString &secret, const QByteArray &variable, qsizetype shortest);
    QByteArray maskedLine(const QByteArray &line) const;

    QList<Secret> m_secrets;     // long ones first
    QList<QByteArray> m_headers; // names, lower case
    QByteArray m_keyField;
};

} // namespace Aura
