// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretstore.h"

class QJsonObject;

namespace Aura {

//! Keeps secrets in a file of mode 0600 in a folder of mode 0700; not encrypted. Both modes are
//! mended whenever the file is used. The file is small and read anew each time.
class FileSecretStore : public SecretStore
{
public:
    //! The folder should be the file's own: it is closed to other users.
    explicit FileSecretStore(const QString &fileName);

    void read(const QString &name, QObject *context, Callback done) override;
    void write(const QString &name, const Secret &secret, QObject *context, Callback done) override;
    void remove(const QString &name, QObject *context, Callback done) override;
    bool isPersistent() const override { return true; }

private:
    SecretResult load(QJsonObject &secrets) const;
    SecretResult save(const QJsonObject &secrets) const;

    QString m_fileName;
};

} // namespace Aura
