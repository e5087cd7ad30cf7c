// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/codelanguage.h"

#include "markdown/resources.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

using namespace Qt::StringLiterals;

namespace Aura {

static CodeLanguage::Delimiters delimiters(const QJsonObject &object)
{
    const QString begin = object["begin"_L1].toString();
    const QString escape = object["escape"_L1].toString();
    return {.begin = begin,
            .end = object["end"_L1].toString(),
            .escape = escape.isEmpty() ? QChar() : escape[0],
            .multiline = object["multiline"_L1].toBool(),
            .nested = object["nested"_L1].toBool(),
            .atLineStart = object["atLineStart"_L1].toBool(),
            .afterSpace = object["afterSpace"_L1].toBool(),
            .longest = object["longest"_L1].toInt()};
}

static QList<CodeLanguage::Delimiters> allDelimiters(const QJsonValue &list)
{
    QList<CodeLanguage::Delimiters> all;
    const QJsonArray values = list.toArray();
    for (const auto &value : values)
        all.append(delimiters(value.toObject()));
    return all;
}

static void addWords(CodeLanguage &language, const QJsonValue &words, TokenKind kind)
{
    const bool folded = language.caseSensitivity == Qt::CaseInsensitive;
    for (const QString &word : words.toString().split(u' ', Qt::SkipEmptyParts))
        language.words.insert(folded ? word.toLower() : word, kind);
}

static CodeLanguage languageFrom(const QJsonObject &object)
{
    CodeLanguage language;
    language.name = object["name"_L1].toString();
    const QJsonArray aliases = object["aliases"_L1].toArray();
    for (const auto &alias : aliases)
        language.aliases.append(alias.toString());
    const QString mode = object["mode"_L1].toString();
    language.mode = mode == "markup"_L1 ? CodeLanguage::Mode::Markup
        : mode == "diff"_L1             ? CodeLanguage::Mode::Diff
                                        : CodeLanguage::Mode::Code;
    if (object["caseInsensitive"_L1].toBool())
        language.caseSensitivity = Qt::CaseInsensitive;
    addWords(language, object["keywords"_L1], TokenKind::Keyword);
    addWords(language, object["types"_L1], TokenKind::Type);
    addWords(language, object["constants"_L1], TokenKind::Constant);
    addWords(language, object["builtins"_L1], TokenKind::Function);
    language.comments = allDelimiters(object["comments"_L1]);
    language.strings = allDelimiters(object["strings"_L1]);
    language.wordCharacters = object["wordCharacters"_L1].toString();
    language.attributePrefixes = object["attributePrefixes"_L1].toString();
    language.variablePrefixes = object["variablePrefixes"_L1].toString();
    language.preprocessorPrefix = object["preprocessorPrefix"_L1].toString();
    language.keyEnd = object["keyEnd"_L1].toString();
    language.keysAtLineStart = object["keysAtLineStart"_L1].toBool();
    language.sections = object["sections"_L1].toBool();
    language.capitalTypes = object["capitalTypes"_L1].toBool();
    language.functions = object["functions"_L1].toBool(true);
    language.regularExpressions = object["regularExpressions"_L1].toBool();
    language.firstWordOnly = object["firstWordOnly"_L1].toBool();
    const QString separator = object["digitSeparator"_L1].toString();
    language.digitSeparator = separator.isEmpty() ? QChar() : separator[0];
    return language;
}

namespace {

//! All languages, and where each name leads.
struct Languages
{
    std::vector<CodeLanguage> all;
    QHash<QString, size_t> byName;
};

} // namespace

static Languages readLanguages()
{
    initMarkdownResources();
    Languages languages;
    const QDir folder(u":/aura/languages"_s);
    for (const QString &name : folder.entryList({u"*.json"_s})) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            languages.all.push_back(languageFrom(QJsonDocument::fromJson(file.readAll()).object()));
    }
    for (size_t i = 0; i < languages.all.size(); ++i) {
        languages.byName.insert(languages.all[i].name.toLower(), i);
        for (const QString &alias : languages.all[i].aliases)
            languages.byName.insert(alias.toLower(), i);
    }
    return languages;
}

static const Languages &languages()
{
    static const Languages known = readLanguages();
    return known;
}

const CodeLanguage *codeLanguage(const QString &info)
{
    // "python title=…", "{.python}", "rust,ignore", "language-js"
    QString word = info.trimmed().toLower();
    while (word.startsWith(u'{') || word.startsWith(u'.'))
        word.remove(0, 1);
    qsizetype end = 0;
    while (end < word.size() && !word[end].isSpace() && !QStringView(u",{}:;").contains(word[end]))
        ++end;
    word.truncate(end);
    if (word.startsWith("language-"_L1))
        word.remove(0, 9);
    const auto found = languages().byName.constFind(word);
    return found == languages().byName.cend() ? nullptr : &languages().all[*found];
}

QStringList codeLanguageNames()
{
    QStringList names;
    for (const CodeLanguage &language : languages().all)
        names.append(language.name);
    names.sort();
    return names;
}

} // namespace Aura
