// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historycopies.h"

#include "history/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int keptCopies = 5;
constexpr QFile::Permissions onlyOwner = QFile::ReadOwner | QFile::WriteOwner;

const QString &stampFormat()
{
    static const QString format = u"yyyyMMdd-HHmmsszzz"_s;
    return format;
}

QString stamp()
{
    return QDateTime::currentDateTimeUtc().toString(stampFormat());
}

//! Reads a copy through, and has the disk take it: a commit of its own waits for all of the file.
bool confirm(const QString &file)
{
    Database copy;
    return copy.open(file) && copy.value(u"PRAGMA quick_check(1)"_s).toString() == "ok"_L1
        && copy.run(u"PRAGMA synchronous = FULL"_s)
        && copy.run(
            u"PRAGMA application_id = %1"_s.arg(copy.value(u"PRAGMA application_id"_s).toInt()));
}

} // namespace

HistoryCopies::HistoryCopies(const QString &file)
    : m_file(file)
    , m_folder(QFileInfo(file).absolutePath() + u"/copies"_s)
{}

QStringList HistoryCopies::files() const
{
    return QDir(m_folder).entryList({u"history-*.sqlite"_s}, QDir::Files,
                                    QDir::Name | QDir::Reversed);
}

std::optional<HistoryCopies::Copy> HistoryCopies::newest() const
{
    const QStringList all = files();
    if (all.isEmpty())
        return {};
    QDateTime madeAt =
        QDateTime::fromString(all.first().section(u'-', 1).section(u'.', 0, 0), stampFormat());
    madeAt.setTimeSpec(Qt::UTC);
    return Copy{m_folder + u'/' + all.first(), madeAt};
}

bool HistoryCopies::isDue() const
{
    const auto last = newest();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return !last || last->madeAt.addDays(1) < now || last->madeAt > now.addDays(1);
}

bool HistoryCopies::make(Database &source) const
{
    if (!QFileInfo(m_folder).isDir())
        QDir().mkdir(m_folder, onlyOwner | QFile::ExeOwner);
    const QString part = m_folder + u"/unfinished"_s;
    QFile::remove(part);
    QFile empty(part); // its mode from the first byte on
    if (!empty.open(QIODevice::WriteOnly, onlyOwner))
        return false;
    empty.close();
    const bool isMade = source.run(u"VACUUM INTO ?"_s, {part}) && confirm(part)
        && QFile::rename(part, m_folder + u"/history-"_s + stamp() + u".sqlite"_s);
    QFile::remove(part);
    QFile::remove(part + u"-journal"_s);
    if (isMade) {
        const QStringList old = files().mid(keptCopies);
        for (const QString &name : old)
            QFile::remove(m_folder + u'/' + name);
    }
    return isMade;
}

void HistoryCopies::clear() const
{
    const QStringList all = files();
    for (const QString &name : all)
        QFile::remove(m_folder + u'/' + name);
}

bool HistoryCopies::setAside() const
{
    const QString aside = m_file + u".damaged-"_s + stamp();
    if (QFileInfo::exists(m_file) && !QFile::rename(m_file, aside))
        return false;
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s})
        QFile::rename(m_file + suffix, aside + suffix);
    return true;
}

bool HistoryCopies::restore(const Copy &copy) const
{
    const QString part = m_file + u".restoring"_s;
    QFile::remove(part);
    if (!QFile::copy(copy.file, part) || !QFile::setPermissions(part, onlyOwner) || !confirm(part)
        || !QFile::rename(part, m_file)) {
        QFile::remove(part);
        return false;
    }
    return true;
}

} // namespace Aura
