// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/database.h"

#include "base/logging.h"

#include <QSqlError>
#include <QUrl>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int unknownError = 1;           // SQLITE_ERROR
constexpr int cannotOpen = 14;            // SQLITE_CANTOPEN
constexpr qsizetype longText = 64 * 1024; // UTF-16 units

QString uniqueName()
{
    static std::atomic<int> count{0};
    return u"aura-history-%1"_s.arg(++count);
}

QString optionsFor(Database::Access access)
{
    QString options = u"QSQLITE_BUSY_TIMEOUT=2000"_s;
    if (access != Database::Access::ReadWrite)
        options += u";QSQLITE_OPEN_READONLY"_s;
    if (access == Database::Access::Unchanging)
        options += u";QSQLITE_OPEN_URI"_s;
    return options;
}

bool haveLongText(const QVariantList &values)
{
    return std::ranges::any_of(values, [](const QVariant &value) {
        return value.typeId() == QMetaType::QString
            && static_cast<const QString *>(value.constData())->size() > longText;
    });
}

//! Asked once: Qt itself would complain of a missing one at each opening.
bool hasDriver()
{
    static const bool isThere = QSqlDatabase::isDriverAvailable(u"QSQLITE"_s);
    return isThere;
}

} // namespace

bool Rows::next()
{
    if (!m_query)
        return false;
    if (m_query->next())
        return true;
    if (const QSqlError error = m_query->lastError(); error.isValid())
        m_database.fail(error);
    return false;
}

void Database::loadDriver()
{
    if (!hasDriver())
        return;
    const QString name = uniqueName();
    QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    QSqlDatabase::removeDatabase(name);
}

Database::Database()
    : m_name(uniqueName())
{}

Database::~Database()
{
    close();
}

bool Database::open(const QString &file, Access access)
{
    close();
    m_error = {};
    if (!hasDriver()) {
        m_error = {DatabaseError::noDriver, u"Qt has no driver for SQLite"_s};
        return false;
    }
    m_database = std::make_unique<QSqlDatabase>(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name));
    m_database->setConnectOptions(optionsFor(access));
    m_database->setDatabaseName(access == Access::Unchanging
                                    ? QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded)
                                        + u"?immutable=1"_s
                                    : file);
    if (!m_database->open()) {
        fail(m_database->lastError());
        if (m_error.code == unknownError)
            m_error.code = cannotOpen;
    } else if ((access == Access::ReadWrite || run(u"PRAGMA temp_store = MEMORY"_s))
               && readsFirstPage()) {
        return true;
    }
    const DatabaseError reason = m_error;
    close();
    m_error = reason;
    return false;
}

void Database::close()
{
    if (!m_database)
        return;
    qDeleteAll(m_statements);
    m_statements.clear();
    m_database->close();
    m_database.reset();
    QSqlDatabase::removeDatabase(m_name);
}

bool Database::readsFirstPage()
{
    return value(u"SELECT count(*) FROM sqlite_schema"_s).isValid();
}

bool Database::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery *query = execute(sql, values);
    if (!query)
        return false;
    m_lastInsertId = query->lastInsertId().toLongLong();
    query->finish();
    if (haveLongText(values)) // it would hold them, and SQLite its own copy, until its next run
        delete m_statements.take(sql);
    return true;
}

Rows Database::rows(const QString &sql, const QVariantList &values)
{
    return {*this, execute(sql, values)};
}

QVariant Database::value(const QString &sql, const QVariantList &values)
{
    Rows found = rows(sql, values);
    return found.next() ? found.value(0) : QVariant();
}

QSqlQuery *Database::execute(const QString &sql, const QVariantList &values)
{
    m_error = {};
    QSqlQuery *query = prepared(sql);
    if (!query)
        return nullptr;
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(static_cast<int>(i), values.at(i));
    if (query->exec())
        return query;
    fail(query->lastError());
    query->finish();
    return nullptr;
}

QSqlQuery *Database::prepared(const QString &sql)
{
    if (!m_database)
        return nullptr;
    if (QSqlQuery *known = m_statements.value(sql))
        return known;
    auto query = std::make_unique<QSqlQuery>(*m_database);
    query->setForwardOnly(true);
    if (!query->prepare(sql)) {
        fail(query->lastError());
        return nullptr;
    }
    return *m_statements.insert(sql, query.release());
}

void Database::fail(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber) & 0xff;
    m_error = {isNumber && code != 0 ? code : unknownError, error.text()};
    qCDebug(lcHistory) << m_error.code << m_error.text;
}

} // namespace Aura
