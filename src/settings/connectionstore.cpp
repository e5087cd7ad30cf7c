// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/connectionstore.h"

#include "base/logging.h"
#include "settings/connectionjson.h"
#include "settings/connectionsecrets.h"
#include "settings/privatefile.h"
#include "settings/secretslot.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int fileVersion = 1;
constexpr qint64 largestFile = 16 * 1024 * 1024;

QString makeId()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

QString nameFor(const Connection &connection)
{
    if (!connection.name.trimmed().isEmpty())
        return connection.name.trimmed();
    if (connection.kind == ServerKind::Demo)
        return ConnectionStore::tr("Demo");
    const QString host = connection.baseUrl.host();
    return host.isEmpty() ? ConnectionStore::tr("Server") : host;
}

QStringList toStrings(const QJsonArray &array)
{
    QStringList strings;
    for (const auto &value : array)
        strings.append(value.toString());
    return strings;
}

} // namespace

//! A connection without its secrets, and the slot that keeps those.
struct ConnectionStore::Entry
{
    Connection connection{};
    QStringList secrets{}; // the names of those that are in the secret store
    std::unique_ptr<SecretSlot> slot{};

    Connection complete() const
    {
        return slot->isReady() ? withSecrets(connection, slot->value()) : connection;
    }
};

ConnectionStore::ConnectionStore(const QString &fileName, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_fileName(fileName)
    , m_secrets(secrets)
{
    load();
    ensureNotEmpty();
    if (!contains(m_defaultId))
        m_defaultId = m_entries.front()->connection.id;
}

ConnectionStore::~ConnectionStore() = default;

QList<Connection> ConnectionStore::connections() const
{
    QList<Connection> all;
    for (const auto &entry : m_entries)
        all.append(entry->complete());
    return all;
}

std::optional<Connection> ConnectionStore::connection(const QString &id) const
{
    const Entry *entry = find(id);
    return entry ? std::optional(entry->complete()) : std::nullopt;
}

void ConnectionStore::setDefaultId(const QString &id)
{
    if (m_defaultId == id || !contains(id))
        return;
    m_defaultId = id;
    save();
    emit defaultChanged(id);
}

QString ConnectionStore::add(const Connection &connection)
{
    Connection copy = connection;
    copy.id = makeId();
    Entry &entry = append(copy, {});
    entry.slot->set(packSecrets(copy));
    save();
    emit added(copy.id);
    return copy.id;
}

void ConnectionStore::update(const Connection &connection)
{
    Entry *entry = find(connection.id);
    if (!entry)
        return;
    if (entry->complete() == connection)
        return;
    const bool keepsSecrets = !entry->slot->isReady() && withoutSecrets(connection) == connection;
    entry->connection = withoutSecrets(connection);
    entry->connection.name = nameFor(connection);
    if (!keepsSecrets)
        entry->slot->set(packSecrets(connection));
    save();
    emit changed(connection.id);
}

void ConnectionStore::remove(const QString &id)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    if (!entry->slot->isReady() || !entry->slot->value().isEmpty())
        m_secrets.remove(entry->slot->name(), this, [](const SecretResult &result) {
            if (!result)
                qCWarning(lcSettings) << "the secrets of a connection could not be removed";
        });
    std::erase_if(m_entries, [entry](const auto &other) { return other.get() == entry; });
    emit removed(id);
    ensureNotEmpty();
    if (m_defaultId == id) {
        m_defaultId = m_entries.front()->connection.id;
        emit defaultChanged(m_defaultId);
    }
    save();
}

void ConnectionStore::move(const QString &id, int position)
{
    const auto from = std::ranges::find_if(
        m_entries, [&id](const auto &entry) { return entry->connection.id == id; });
    if (from == m_entries.end())
        return;
    const auto last = std::ssize(m_entries) - 1;
    const auto to = m_entries.begin() + std::clamp<std::ptrdiff_t>(position, 0, last);
    if (from == to)
        return;
    if (from < to)
        std::rotate(from, from + 1, to + 1);
    else
        std::rotate(to, from, from + 1);
    save();
    emit reordered();
}

bool ConnectionStore::lacksSecrets(const QString &id) const
{
    const Entry *entry = find(id);
    return entry && entry->slot->isMissing();
}

bool ConnectionStore::isReady(const QString &id) const
{
    const Entry *entry = find(id);
    return entry && entry->slot->isReady();
}

void ConnectionStore::loadSecrets(const QString &id)
{
    if (const Entry *entry = find(id))
        entry->slot->load();
}

void ConnectionStore::retrySecrets()
{
    for (const auto &entry : m_entries)
        entry->slot->retry();
}

QStringList ConnectionStore::secretKeys() const
{
    QStringList keys;
    for (const auto &entry : m_entries) {
        if (entry->slot->isKept())
            keys.append(entry->slot->name());
    }
    return keys;
}

void ConnectionStore::onPlaceChanged()
{
    for (const auto &entry : m_entries)
        entry->slot->onPlaceChanged();
}

void ConnectionStore::load()
{
    QFile file(m_fileName);
    if (!file.exists())
        return;
    QStringList problems;
    QJsonDocument document;
    if (file.open(QIODevice::ReadOnly))
        document = QJsonDocument::fromJson(file.read(largestFile));
    if (document.isObject())
        readConnections(document.object(), problems);
    else
        problems.append(u"all of it"_s);
    if (problems.isEmpty())
        return;
    const QString copy = setAside(m_fileName);
    qCWarning(lcSettings).noquote() << "the file of connections makes no sense in"
                                    << problems.join(u", "_s) << "- a copy is" << copy;
}

void ConnectionStore::readConnections(const QJsonObject &file, QStringList &problems)
{
    if (file.value("version"_L1).toInt() != fileVersion)
        problems.append(u"version"_s);
    if (!file.value("connections"_L1).isArray())
        problems.append(u"connections"_s);
    const QJsonArray list = file.value("connections"_L1).toArray();
    for (const auto &value : list) {
        if (!value.isObject()) {
            problems.append(u"connections"_s);
            continue;
        }
        Connection connection = connectionFromJson(value.toObject(), problems);
        if (connection.id.isEmpty() || contains(connection.id)) {
            problems.append(u"id"_s);
            connection.id = makeId();
        }
        append(connection, toStrings(value.toObject().value("secrets"_L1).toArray()));
    }
    m_defaultId = file.value("default"_L1).toString();
}

void ConnectionStore::save()
{
    QJsonArray list;
    for (const auto &entry : m_entries) {
        QJsonObject json = connectionToJson(entry->connection);
        json.insert("secrets"_L1, QJsonArray::fromStringList(entry->secrets));
        list.append(json);
    }
    const QJsonObject file{
        {"version"_L1, fileVersion}, {"default"_L1, m_defaultId}, {"connections"_L1, list}};
    if (const auto written = writePrivateFile(m_fileName, QJsonDocument(file).toJson()); !written) {
        qCWarning(lcSettings) << "the file of connections could not be written";
        emit saveFailed(written.error());
    }
}

ConnectionStore::Entry *ConnectionStore::find(const QString &id) const
{
    const auto found = std::ranges::find_if(
        m_entries, [&id](const auto &entry) { return entry->connection.id == id; });
    return found == m_entries.end() ? nullptr : found->get();
}

ConnectionStore::Entry &ConnectionStore::append(const Connection &connection,
                                                const QStringList &secrets)
{
    m_entries.push_back(std::make_unique<Entry>());
    Entry &entry = *m_entries.back();
    entry.connection = withoutSecrets(connection);
    entry.connection.name = nameFor(connection);
    entry.secrets = secrets;
    const QString id = connection.id;
    entry.slot = std::make_unique<SecretSlot>(m_secrets, u"connection/"_s + id, !secrets.isEmpty());
    connect(entry.slot.get(), &SecretSlot::ready, this, [this, id] { emit ready(id); });
    connect(entry.slot.get(), &SecretSlot::notRead, this,
            [this, id](const SecretResult &result) { emit secretsNotRead(id, result); });
    connect(entry.slot.get(), &SecretSlot::notSaved, this,
            [this, id](const SecretResult &result) { emit secretsNotSaved(id, result); });
    connect(entry.slot.get(), &SecretSlot::saved, this, [this, id] {
        Entry &saved = *find(id);
        if (!saved.slot->isStored())
            saved.secrets.clear();
        else if (saved.slot->isReady())
            saved.secrets = secretNames(saved.complete());
        save();
    });
    return entry;
}

void ConnectionStore::ensureNotEmpty()
{
    if (!m_entries.empty())
        return;
    const Connection demo{.id = makeId(), .name = tr("Demo"), .kind = ServerKind::Demo};
    append(demo, {});
    save();
    emit added(demo.id);
}

} // namespace Aura
