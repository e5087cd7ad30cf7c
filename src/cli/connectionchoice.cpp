// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/connectionchoice.h"

#include <algorithm>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! The sentences of this file.
struct ConnectionChoice
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ConnectionChoice)
};

Result<Secret> secretFrom(const QProcessEnvironment &environment, const QString &variable)
{
    if (!environment.contains(variable))
        return Error{
            ConnectionChoice::tr("The environment variable “%1” is not set.").arg(variable)};
    return Secret(environment.value(variable));
}

void setHeader(QList<HttpHeader> &headers, const HttpHeader &header)
{
    headers.removeIf([&header](const HttpHeader &other) {
        return other.name.compare(header.name, Qt::CaseInsensitive) == 0;
    });
    headers.append(header);
}

} // namespace

Connection connectionTo(const AskOptions &options)
{
    Connection connection;
    connection.name = options.url.host();
    connection.kind = options.kind;
    connection.baseUrl = options.url;
    return connection;
}

Result<Connection> chooseConnection(const QList<Connection> &connections, const QString &defaultId,
                                    const QString &name)
{
    const auto find = [&connections](const auto &isMeant) -> std::optional<Connection> {
        const auto found = std::find_if(connections.cbegin(), connections.cend(), isMeant);
        return found == connections.cend() ? std::nullopt : std::optional(*found);
    };
    std::optional<Connection> found;
    if (name.isEmpty()) {
        found = find([&](const Connection &other) { return other.id == defaultId; });
        return found ? *found : Connection{.name = u"Demo"_s, .kind = ServerKind::Demo};
    }
    found = find([&](const Connection &other) { return other.name == name; });
    if (!found) {
        found = find([&](const Connection &other) {
            return other.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    }
    if (found)
        return *found;
    QStringList names;
    for (const Connection &connection : connections)
        names += u'“' + connection.name + u'”';
    return Error{ConnectionChoice::tr("There is no connection “%1”. There are: %2.")
                     .arg(name, names.join(u", "_s))};
}

Result<Connection> withOptions(Connection connection, const AskOptions &options,
                               const QProcessEnvironment &environment)
{
    if (!options.model.isEmpty())
        connection.model = options.model;
    if (options.proxy)
        connection.proxy = *options.proxy;
    if (options.sendsUnencrypted)
        connection.sendsUnencrypted = true;
    for (const HttpHeader &header : options.headers)
        setHeader(connection.headers, header);
    for (const HeaderFromEnvironment &header : options.secretHeaders) {
        const Result<Secret> value = secretFrom(environment, header.variable);
        if (!value)
            return value.error();
        setHeader(connection.headers, {header.name, *value});
    }
    if (!options.keyVariable.isEmpty()) {
        const Result<Secret> key = secretFrom(environment, options.keyVariable);
        if (!key)
            return key.error();
        connection.key = *key;
    }
    if (!options.proxyPasswordVariable.isEmpty()) {
        const Result<Secret> password = secretFrom(environment, options.proxyPasswordVariable);
        if (!password)
            return password.error();
        connection.proxy.password = *password;
    }
    return connection;
}

Result<ChatRequest> makeChatRequest(const AskOptions &options, const AskDefaults &defaults,
                                    const Connection &connection, const QString &prompt)
{
    const bool isAura = connection.kind == ServerKind::Aura || connection.kind == ServerKind::Demo;
    if (isAura && options.temperature.value_or(0) > 1)
        return Error{ConnectionChoice::tr("An Aura server takes a temperature from 0 to 1.")};
    if (prompt.trimmed().isEmpty())
        return Error{ConnectionChoice::tr("There is nothing to ask: the question is empty.")};
    ChatRequest request;
    request.model = connection.model;
    request.parameters = {.temperature = options.temperature, .maxTokens = options.maxTokens};
    request.temperature = defaults.temperature;
    request.maxTokens = defaults.maxTokens;
    const QString systemPrompt = options.systemPrompt.value_or(defaults.systemPrompt);
    if (!systemPrompt.isEmpty())
        request.messages.append({.role = Role::System, .text = systemPrompt});
    request.messages.append({.role = Role::User, .text = prompt});
    return request;
}

} // namespace Aura
