// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Aura {

//! One source file of src or ui, and what the rules of the house have against it. Each list is
//! empty where the file keeps the rule, else it has one sentence a problem, with the line.
class SourceFile
{
public:
    //! The path is relative to the project: "src/net/replystream.cpp", "ui/mainwindow.h".
    SourceFile(QString path, const QString &text);

    QStringList forbiddenIncludes() const;
    //! For a source that has a header of its own: that one is included first, so that the compiler
    //! shows whether it stands alone.
    QStringList ownHeaderNotFirst() const;
    QStringList forbiddenWords() const;
    QStringList tooLong() const; // the file, or a function in it
    QStringList missingLicence() const;

private:
    QString problem(qsizetype line, const QString &text) const;
    QString quotedIncludeProblem(const QString &include) const;
    QString systemIncludeProblem(const QString &include) const;

    QString m_path;
    QString m_folder; // "net"; "ui" for everything in ui
    QStringList m_lines;
    QStringList m_code; // the lines without comments and literals
};

} // namespace Aura
