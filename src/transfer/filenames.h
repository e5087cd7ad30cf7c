// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace Aura {

//! A file's or folder's name made of any title: one that every system takes, at most 100 bytes of
//! UTF-8, without path separators, control characters, or a dot or a dash at its start.
QString safeFileName(const QString &title);

//! Gives every file of one folder a name of its own; "A" and "a" are the same one for some systems.
class FileNames
{
public:
    //! ending: ".md"; empty for a folder.
    QString take(const QString &title, const QString &ending);

private:
    QSet<QString> m_taken;
};

} // namespace Aura
