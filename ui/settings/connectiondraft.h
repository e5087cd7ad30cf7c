// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"
#include "ui/settings/parameterdraft.h"
#include "ui/settings/proxyfields.h"

#include <QString>

#include <optional>

namespace Aura {

//! A connection as it stands in the fields, sensible or not: nothing that was entered is lost
//! while another connection is looked at.
struct ConnectionDraft
{
    Connection original{}; // what it was made from; its id is empty where it is new
    QString name{};
    ServerKind kind = ServerKind::Aura;
    QString baseUrl{};
    QString model{};
    QString key{};
    QString headers{}; // one a line
    QString cookies{};
    ProxyDraft proxy{};
    QString connectTimeout{}; // seconds
    QString firstByteTimeout{};
    QString idleTimeout{};
    QString extraBody{};
    ParameterTexts parameters{};
    QString organization{};
    QString caFile{};
    QString clientCertificate{};
    QString clientKey{};
    QByteArray pinnedPublicKey{}; // as in TlsSettings
    bool sendsUnencrypted = false;
    bool waitsForSecrets = false; // they are being read and not to be seen as empty

    friend bool operator==(const ConnectionDraft &, const ConnectionDraft &) = default;
};

//! Which field makes no sense, and why.
struct DraftProblem
{
    enum class Field {
        BaseUrl,
        Key,
        Headers,
        Cookies,
        ProxyHost,
        ProxyPort,
        ConnectTimeout,
        FirstByteTimeout,
        IdleTimeout,
        ExtraBody,
        Parameters,
        Organization,
        CaFile,
        ClientCertificate,
        ClientKey,
    };
    Field field = Field::BaseUrl;
    QString sentence{};
    Parameter parameter{}; // of Parameters: which
};

//! A connection, or the first problem on the way to it.
struct DraftReading
{
    Connection connection{};
    std::optional<DraftProblem> problem{};
};

ConnectionDraft draftOf(const Connection &connection);

//! Puts the secrets of a connection that has been read meanwhile into its draft.
void fillSecrets(ConnectionDraft &draft, const Connection &connection);

DraftReading readDraft(const ConnectionDraft &draft);

//! What the list shows: the name, else what stands in for it.
QString draftTitle(const ConnectionDraft &draft);

} // namespace Aura
