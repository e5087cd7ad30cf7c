// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"
#include "base/result.h"
#include "settings/secretstore.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace Aura {

class SecretSlot;

//! The connections in the user's order, and which of them is the default.
//!
//! Kept in one JSON file of mode 0600, without secrets; the file says which secrets there are.
//! Those lie in a SecretStore and are read when loadSecrets() asks for them. There is always at
//! least one connection: where there would be none, the demo is added. A file that makes no
//! sense is set aside, what can be read of it is kept.
class ConnectionStore : public QObject
{
    Q_OBJECT

public:
    //! Reads the file. The secret store outlives this.
    ConnectionStore(const QString &fileName, SecretStore &secrets, QObject *parent = nullptr);
    ~ConnectionStore() override;

    //! In the user's order; with their secrets where they are ready.
    QList<Connection> connections() const;
    std::optional<Connection> connection(const QString &id) const;
    bool contains(const QString &id) const { return find(id) != nullptr; }

    const QString &defaultId() const { return m_defaultId; }
    void setDefaultId(const QString &id);

    //! Adds it at the end under a new id, which is returned. An empty name is filled in.
    QString add(const Connection &connection);

    //! Replaces the connection of that id. Secrets that were not ready and are empty here are
    //! kept as they are in the secret store.
    void update(const Connection &connection);

    //! Removes it and its secrets.
    void remove(const QString &id);
    void move(const QString &id, int position);

    //! Whether the secrets are there; at once for a connection that has none.
    bool isReady(const QString &id) const;
    //! Whether there should be secrets that the secret store did not find.
    bool lacksSecrets(const QString &id) const;
    //! Reads the secrets: ready() follows, or secretsNotRead(), or, where the secret store does
    //! not find them, both; then the next call looks for them again. Never before it returned.
    void loadSecrets(const QString &id);

    //! Writes once more the secrets that could not be written.
    void retrySecrets();
    //! What SecretVault::moveTo() needs, and what must be called when the place has changed.
    QStringList secretKeys() const;
    void onPlaceChanged();

signals:
    void added(const QString &id);
    void changed(const QString &id);
    void removed(const QString &id);
    void reordered();
    void defaultChanged(const QString &id);
    void ready(const QString &id);
    void secretsNotRead(const QString &id, const Aura::SecretResult &result);
    //! The secrets are known until the program ends, but not kept.
    void secretsNotSaved(const QString &id, const Aura::SecretResult &result);
    //! The file could not be written; everything is as asked for until the program ends.
    void saveFailed(const Aura::Error &error);

private:
    struct Entry;

    void load();
    void readConnections(const QJsonObject &file, QStringList &problems);
    void save();
    Entry *find(const QString &id) const;
    Entry &append(const Connection &connection, const QStringList &secrets);
    void ensureNotEmpty();

    QString m_fileName;
    SecretStore &m_secrets;
    std::vector<std::unique_ptr<Entry>> m_entries;
    QString m_defaultId;
};

} // namespace Aura
