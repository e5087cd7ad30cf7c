// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sourcerules.h"

#include <QFileInfo>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {
namespace {

constexpr qsizetype longestHeader = 150;
constexpr qsizetype longestSource = 400;
constexpr qsizetype longestFunction = 40;

struct Layer
{
    QStringList mayInclude{};
    QStringList qtModules{};
    QStringList libraries{}; // how the headers of foreign libraries begin
};

//! The layers. `ui` is not in the table: it may include everything.
const QHash<QString, Layer> &layers()
{
    static const QStringList all{u"base"_s,     u"settings"_s,  u"markdown"_s,
                                 u"net"_s,      u"providers"_s, u"history"_s,
                                 u"transfer"_s, u"chat"_s,      u"demo"_s};
    static const QHash<QString, Layer> table{
        {u"base"_s, {{}, {u"QtCore"_s}}},
        {u"settings"_s, {{u"base"_s}, {u"QtCore"_s}, {u"qt6keychain/"_s}}},
        {u"markdown"_s, {{u"base"_s}, {u"QtCore"_s}, {u"md4c"_s}}},
        {u"net"_s, {{u"base"_s}, {u"QtCore"_s, u"QtNetwork"_s}, {u"curl/"_s}}},
        {u"providers"_s, {{u"base"_s, u"net"_s}, {u"QtCore"_s, u"QtNetwork"_s}}},
        {u"history"_s, {{u"base"_s}, {u"QtCore"_s, u"QtSql"_s}}},
        {u"transfer"_s, {{u"base"_s, u"markdown"_s, u"history"_s}, {u"QtCore"_s}, {u"zlib.h"_s}}},
        {u"chat"_s, {{u"base"_s, u"providers"_s, u"history"_s}, {u"QtCore"_s}}},
        {u"demo"_s, {{u"base"_s}, {u"QtCore"_s, u"QtNetwork"_s}}},
        {u"cli"_s, {all, {u"QtCore"_s, u"QtNetwork"_s}}},
    };
    return table;
}

//! The libraries that only some folders may know.
bool isGuardedLibrary(const QString &include)
{
    for (const Layer &layer : layers()) {
        for (const QString &prefix : layer.libraries) {
            if (include.startsWith(prefix))
                return true;
        }
    }
    return false;
}

//! "QtGui" for "QColor" and "QtGui/QColor"; empty for what is not Qt's.
QString qtModule(const QString &include)
{
    if (include.startsWith("Qt"_L1) && include.contains(u'/'))
        return include.section(u'/', 0, 0);
    const QString root = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    for (const QString &module :
         {u"QtCore"_s, u"QtNetwork"_s, u"QtSql"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtPrintSupport"_s,
          u"QtDBus"_s, u"QtTest"_s, u"QtConcurrent"_s, u"QtXml"_s, u"QtOpenGL"_s}) {
        if (QFileInfo::exists(root + u'/' + module + u'/' + include))
            return module;
    }
    return {};
}

//! The text with comments and literals cut out; line breaks stay.
QString withoutCommentsAndLiterals(const QString &text)
{
    static const QRegularExpression pattern(
        uR"re((//[^\n]*)|(/\*.*?\*/)|(R"([^(\s]*)\(.*?\)\4")|("(?:\\.|[^"\\\n])*")|((?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'))re"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QString code;
    qsizetype from = 0;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        code += QStringView(text).mid(from, match.capturedStart() - from);
        code += QString(match.capturedView().count(u'\n'), u'\n');
        from = match.capturedEnd();
    }
    code += QStringView(text).mid(from);
    return code;
}

} // namespace

SourceFile::SourceFile(QString path, const QString &text)
    : m_path(std::move(path))
    , m_folder(m_path.section(u'/', 0, 0) == "ui"_L1 ? u"ui"_s : m_path.section(u'/', 1, 1))
    , m_lines(text.split(u'\n'))
    , m_code(withoutCommentsAndLiterals(text).split(u'\n'))
{
    if (m_lines.constLast().isEmpty())
        m_lines.removeLast();
}

QString SourceFile::problem(qsizetype line, const QString &text) const
{
    return u"%1:%2: %3"_s.arg(m_path).arg(line + 1).arg(text);
}

QString SourceFile::quotedIncludeProblem(const QString &include) const
{
    const QString folder = include.section(u'/', 0, -2).section(u'/', 0, 0);
    const bool generated = include.endsWith(".moc"_L1) || include.startsWith("ui_"_L1)
        || include.startsWith("moc_"_L1);
    if (generated || m_folder == "ui"_L1 || folder == m_folder)
        return {};
    if (!layers().contains(folder))
        return u"\"%1\" does not begin with a folder of src"_s.arg(include);
    if (!layers().value(m_folder).mayInclude.contains(folder))
        return u"%1 must not know %2 (\"%3\")"_s.arg(m_folder, folder, include);
    return {};
}

QString SourceFile::systemIncludeProblem(const QString &include) const
{
    if (m_folder == "ui"_L1)
        return {};
    const Layer layer = layers().value(m_folder);
    const QString module = qtModule(include);
    if (!module.isEmpty() && !layer.qtModules.contains(module))
        return u"%1 must not use %2 (<%3>)"_s.arg(m_folder, module, include);
    const auto matches = [&](const QString &prefix) { return include.startsWith(prefix); };
    if (isGuardedLibrary(include) && std::ranges::none_of(layer.libraries, matches))
        return u"%1 must not use <%2>"_s.arg(m_folder, include);
    return {};
}

QStringList SourceFile::forbiddenIncludes() const
{
    static const QRegularExpression pattern(uR"(^\s*#\s*include\s*(["<])([^">]+)[">])"_s);
    QStringList problems;
    if (m_folder != "ui"_L1 && !layers().contains(m_folder))
        problems << u"%1: the folder %2 is not in the table of layers"_s.arg(m_path, m_folder);
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        const QRegularExpressionMatch match = pattern.match(m_lines.at(line));
        if (!match.hasMatch())
            continue;
        const QString include = match.captured(2);
        const QString text = match.captured(1) == "<"_L1 ? systemIncludeProblem(include)
                                                         : quotedIncludeProblem(include);
        if (!text.isEmpty())
            problems << problem(line, text);
    }
    return problems;
}

QStringList SourceFile::ownHeaderNotFirst() const
{
    QString header = m_path.chopped(3) + u'h';
    if (header.startsWith("src/"_L1))
        header.remove(0, 4);
    const auto isInclude = [](const QString &line) { return line.startsWith("#include "_L1); };
    const auto first = std::ranges::find_if(m_lines, isInclude);
    if (first != m_lines.end() && *first == u"#include \"%1\""_s.arg(header))
        return {};
    return {u"%1: its first include is not \"%2\""_s.arg(m_path, header)};
}

QStringList SourceFile::forbiddenWords() const
{
    static const QRegularExpression pattern(
        uR"(\binstance\s*\(\s*\)|\bsender\s*\(\s*\)|\bSIGNAL\s*\(|\bSLOT\s*\(|\bprocessEvents\b)"_s);
    // D-Bus signals have no pointers; a slot for one can only be named.
    const bool usesDBus = m_lines.contains("#include <QDBusConnection>"_L1);
    QStringList problems;
    for (qsizetype line = 0; line < m_code.size(); ++line) {
        const QString word = pattern.match(m_code.at(line)).captured();
        if (!word.isEmpty() && !(usesDBus && word.startsWith("SLOT"_L1)))
            problems << problem(line, u"%1 is not used here"_s.arg(word));
    }
    return problems;
}

//! Functions are found by the layout that clang-format gives them: the braces of a function that
//! stands in a namespace are alone in the first column.
QStringList SourceFile::tooLong() const
{
    QStringList problems;
    const qsizetype limit = m_path.endsWith(".h"_L1) ? longestHeader : longestSource;
    if (m_lines.size() > limit)
        problems << u"%1: %2 lines, at most %3"_s.arg(m_path).arg(m_lines.size()).arg(limit);
    qsizetype opened = -1;
    for (qsizetype line = 0; line < m_code.size(); ++line) {
        const QString &code = m_code.at(line);
        if (code == "{"_L1)
            opened = line;
        if (!code.startsWith(u'}'))
            continue;
        const qsizetype length = line - opened - 1;
        if (opened >= 0 && code.trimmed() == "}"_L1 && length > longestFunction) {
            problems << problem(
                opened, u"a function of %1 lines, at most %2"_s.arg(length).arg(longestFunction));
        }
        opened = -1;
    }
    return problems;
}

QStringList SourceFile::missingLicence() const
{
    const QString head = m_lines.mid(0, 3).join(u'\n');
    if (head.contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1) // REUSE-IgnoreStart
        && head.contains("SPDX-FileCopyrightText:"_L1))               // REUSE-IgnoreEnd
        return {};
    return {u"%1: no SPDX lines on top"_s.arg(m_path)};
}

} // namespace Aura
