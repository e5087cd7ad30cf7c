// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretstore.h"

#include <QObject>

namespace Aura {

//! One secret that is kept by name: read when it is needed, written when it changes. What was
//! set is there at once, whether or not it could be written.
class SecretSlot : public QObject
{
    Q_OBJECT

public:
    //! The store outlives the slot. Where nothing is stored the slot is ready from the beginning
    //! and the store is not touched.
    SecretSlot(SecretStore &store, const QString &name, bool stored, QObject *parent = nullptr);

    bool isReady() const { return m_ready; }
    //! Whether something is stored that the store did not find; then the value is empty.
    bool isMissing() const { return m_missing; }
    //! Whether the secret is there when the program starts again.
    bool isStored() const { return m_stored; }
    //! Whether the store holds a secret, as far as is known.
    bool isKept() const { return !m_ready || (!m_value.isEmpty() && !m_unsaved); }
    const QString &name() const { return m_name; }
    const Secret &value() const { return m_value; }

    //! Ends in ready() or notRead(); in both, notRead() first, where the store does not find the
    //! secret: a key store that is locked may answer so, and is asked again by the next load().
    //! Never before it returned.
    void load();

    //! Empty removes it. Ends in saved() or notSaved() where anything has to be written.
    void set(const Secret &value);

    //! Writes once more what could not be written.
    void retry();

    //! The store keeps its secrets in another place now, and has carried over what it could. What
    //! is known here is written there. Ends in saved() or notSaved() where there is a secret.
    void onPlaceChanged();

signals:
    void ready();
    void saved();
    void notRead(const Aura::SecretResult &result);
    void notSaved(const Aura::SecretResult &result);

private:
    void onRead(const SecretResult &result);
    void save();
    void onSaved(const SecretResult &result);

    SecretStore &m_store;
    QString m_name;
    Secret m_value;
    bool m_ready;
    bool m_missing = false; // ready, because the store did not find it
    bool m_stored;
    bool m_loading = false;
    bool m_unsaved = false;
    quint64 m_generation = 0; // answers to what is overtaken are passed over
};

} // namespace Aura
