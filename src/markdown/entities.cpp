// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/entities.h"

#include "markdown/resources.h"

#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace Aura {

//! The resource's lines are "name code…", code points in hexadecimal.
static QHash<QByteArray, QString> readNames()
{
    initMarkdownResources();
    QHash<QByteArray, QString> names;
    QFile file(u":/aura/markdown/entities.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return names;
    names.reserve(2300);
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith('#'))
            continue;
        const QList<QByteArray> words = line.split(' ');
        QString characters;
        for (qsizetype i = 1; i < words.size(); ++i)
            characters += QChar::fromUcs4(words[i].toUInt(nullptr, 16));
        names.insert(words.first(), characters);
    }
    return names;
}

static bool isPunctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`')
        || (c >= '{' && c <= '~');
}

static QString numbered(QByteArrayView digits, int base)
{
    bool ok = false;
    const uint code = digits.toByteArray().toUInt(&ok, base);
    const bool isCharacter = ok && code > 0 && code <= QChar::LastValidCodePoint
        && (code < 0xd800 || code > 0xdfff) && (code < 0xfdd0 || code > 0xfdef);
    QString character;
    character += QChar::fromUcs4(isCharacter ? code : 0xfffd);
    return character;
}

QString unescaped(QByteArrayView text)
{
    QString result;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype end = text[i] == '&' ? text.indexOf(';', i) : -1;
        const bool escapes = text[i] == '\\' && i + 1 < text.size() && isPunctuation(text[i + 1]);
        qsizetype length = escapes ? 2 : 1;
        if (end > i + 1 && end - i < 34) {
            length = end + 1 - i;
            result += decodedEntity(text.sliced(i, length));
        } else {
            while (!escapes && i + length < text.size() && text[i + length] != '\\'
                   && text[i + length] != '&')
                ++length;
            result += QString::fromUtf8(escapes ? text.sliced(i + 1, 1) : text.sliced(i, length));
        }
        i += length;
    }
    return result;
}

QString decodedEntity(QByteArrayView entity)
{
    const QByteArrayView name = entity.sliced(1, entity.size() - 2);
    if (name.startsWith("#x") || name.startsWith("#X"))
        return numbered(name.sliced(2), 16);
    if (name.startsWith('#'))
        return numbered(name.sliced(1), 10);
    static const QHash<QByteArray, QString> names = readNames();
    const auto found = names.constFind(name.toByteArray());
    return found == names.cend() ? QString::fromUtf8(entity) : *found;
}

} // namespace Aura
