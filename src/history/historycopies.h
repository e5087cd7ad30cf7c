// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace Aura {

class Database;

//! The automatic copies of a history file, in the folder "copies" beside it: whole databases, the
//! five newest of them.
class HistoryCopies
{
public:
    explicit HistoryCopies(const QString &file);

    struct Copy
    {
        QString file{};
        QDateTime madeAt{}; // UTC
    };
    std::optional<Copy> newest() const;

    //! Whether the newest is older than a day, or there is none.
    bool isDue() const;

    //! Copies what is committed; takes its time with a large file. The copy is on the disk and has
    //! been read back when this returns true; else there is none. Only then does the oldest go.
    bool make(Database &source) const;

    //! Takes all of them away.
    void clear() const;

    //! Puts the file and what belongs to it beside itself, as NAME.damaged-DATE-TIME. Nobody may
    //! have it open. False: it is where it was.
    bool setAside() const;

    //! Puts a copy into the place of the file, which must not be there.
    bool restore(const Copy &copy) const;

private:
    QStringList files() const; // the newest first

    QString m_file;
    QString m_folder;
};

} // namespace Aura
