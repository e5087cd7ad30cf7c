// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <memory>

namespace Aura {

//! Why a statement failed: SQLite's result code without its extension (13 is SQLITE_FULL), and
//! words for the log, without a value that was bound.
struct DatabaseError
{
    static constexpr int noDriver = -1; // Qt has none for SQLite

    int code = 0; // 0: nothing failed
    QString text{};

    friend bool operator==(const DatabaseError &, const DatabaseError &) = default;
};

class Database;

//! The rows of one answer; the statement is free again when they go.
class Rows
{
public:
    Rows(Database &database, QSqlQuery *query) // null: the statement failed
        : m_database(database)
        , m_query(query)
    {}
    ~Rows()
    {
        if (m_query)
            m_query->finish();
    }
    Q_DISABLE_COPY_MOVE(Rows)

    //! False at the end, and where reading failed: then the database has an error.
    bool next();
    QVariant value(int column) const { return m_query->value(column); }
    bool isNull(int column) const { return m_query->isNull(column); }
    QString text(int column) const { return m_query->value(column).toString(); }
    qint64 number(int column) const { return m_query->value(column).toLongLong(); }

private:
    Database &m_database;
    QSqlQuery *m_query;
};

//! One connection to an SQLite file. Lives in the thread that opens it; statements are prepared
//! once. What fails leaves its reason in error() until the next statement.
class Database
{
public:
    enum class Access {
        ReadWrite,
        ReadOnly,
        Unchanging, // read-only, and nobody else writes: opens on a read-only disk too
    };

    //! Loads Qt's driver, if it is there; to be called in the main thread before any other opens a
    //! file.
    static void loadDriver();

    Database();
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    //! The file is made where it is missing and may be written; false where it cannot be opened or
    //! is no database.
    bool open(const QString &file, Access access = Access::ReadWrite);
    void close();
    bool isOpen() const { return m_database != nullptr; }

    //! Runs one statement; the values take the places of its question marks.
    bool run(const QString &sql, const QVariantList &values = {});
    Rows rows(const QString &sql, const QVariantList &values = {});
    //! The first value of the first row; invalid where there is none.
    QVariant value(const QString &sql, const QVariantList &values = {});

    qint64 lastInsertId() const { return m_lastInsertId; }
    const DatabaseError &error() const { return m_error; }
    //! After a ROLLBACK or COMMIT: what was wrong before it.
    void restoreError(const DatabaseError &error) { m_error = error; }

private:
    friend class Rows;
    bool readsFirstPage();
    QSqlQuery *execute(const QString &sql, const QVariantList &values);
    QSqlQuery *prepared(const QString &sql);
    void fail(const QSqlError &error);

    QString m_name; // of the connection, unique in the program
    std::unique_ptr<QSqlDatabase> m_database;
    QHash<QString, QSqlQuery *> m_statements; // owned
    DatabaseError m_error;
    qint64 m_lastInsertId = 0;
};

} // namespace Aura
