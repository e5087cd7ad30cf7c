// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/messageindex.h"

#include "history/database.h"
#include "history/messagerows.h"
#include "history/searchtext.h"
#include "history/wordbeginning.h"

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

QString tagsOf(const IndexedMessage &message)
{
    const QString role = roleName(message.role);
    const QString code = hasFencedCode(message.text) ? u" code"_s : QString();
    return role + code + u" c"_s + QString::number(message.conversation);
}

QVariantList columnsOf(const IndexedMessage &message)
{
    return {message.id.value, withShortWords(message.text), cjkTerms(message.text), message.model,
            tagsOf(message)};
}

} // namespace

bool addToIndex(Database &database, const IndexedMessage &message)
{
    return database.run(
        u"INSERT INTO message_index(rowid, text, cjk, model, tags) VALUES(?, ?, ?, ?, ?)"_s,
        columnsOf(message));
}

bool removeFromIndex(Database &database, const IndexedMessage &message)
{
    return database.run(u"INSERT INTO message_index(message_index, rowid, text, cjk, model, tags)"
                        u" VALUES('delete', ?, ?, ?, ?, ?)"_s,
                        columnsOf(message));
}

bool addTitleToIndex(Database &database, qint64 conversation, const QString &title)
{
    return database.run(u"INSERT INTO title_index(rowid, title, cjk) VALUES(?, ?, ?)"_s,
                        {conversation, title, cjkTerms(title)});
}

bool removeTitleFromIndex(Database &database, qint64 conversation, const QString &title)
{
    return database.run(u"INSERT INTO title_index(title_index, rowid, title, cjk)"
                        u" VALUES('delete', ?, ?, ?)"_s,
                        {conversation, title, cjkTerms(title)});
}

bool fillIndex(Database &database)
{
    Rows messages = database.rows(u"SELECT id, conversation, role, model, text FROM message"
                                  u" WHERE state <> 'answering'"_s);
    while (messages.next()) {
        if (!addToIndex(database,
                        {.id = {messages.number(0)},
                         .conversation = messages.number(1),
                         .role = roleFromName(messages.text(2)),
                         .model = messages.text(3),
                         .text = messages.text(4)}))
            return false;
    }
    if (database.error().code != 0)
        return false;
    Rows titles = database.rows(u"SELECT key, title FROM conversation"_s);
    while (titles.next()) {
        if (!addTitleToIndex(database, titles.number(0), titles.text(1)))
            return false;
    }
    return database.error().code == 0;
}

} // namespace Aura
