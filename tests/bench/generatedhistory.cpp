// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generatedhistory.h"

#include "base/messageids.h"
#include "history/conversationrows.h"
#include "history/database.h"
#include "history/messagerows.h"
#include "history/schema.h"
#include "history/trash.h"

#include <QDateTime>
#include <QDir>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int generation = 4; // of what is generated below
constexpr int vocabulary = 50'000;
constexpr int wordsOfAMessage = 32;
constexpr int longConversation = 100'000;

//! Zipf: the word with number n comes with a frequency of 1/n.
QString sentence(QRandomGenerator &random)
{
    QString text;
    for (int i = 0; i < wordsOfAMessage; ++i)
        text += generatedWord(int(std::pow(double(vocabulary), random.generateDouble()))) + u' ';
    return text;
}

//! One of ten with some Chinese, one of twenty with code.
QString textOf(int i, QRandomGenerator &random)
{
    QString text = sentence(random);
    if (i % 10 == 3)
        text += u"我喜欢东京塔"_s.sliced(i / 10 % 3, 3);
    if (i % 20 == 7)
        text += u"\n```\ncode\n```\n"_s;
    return text;
}

//! A folder of one in five hundred conversations, another of one in five.
QString folderOf(int conversation)
{
    if (conversation % 500 == 7)
        return u"small"_s;
    return conversation % 5 == 1 ? u"large"_s : QString();
}

bool generate(Database &database, int messages)
{
    QRandomGenerator random(1);
    const qint64 first = QDateTime(QDate(2020, 1, 1), QTime(), Qt::UTC).toMSecsSinceEpoch();
    if (!putFolder(database, {.id = u"small"_s, .name = u"Small"_s})
        || !putFolder(database, {.id = u"large"_s, .name = u"Large"_s}))
        return false;
    for (int i = 0; i < messages; ++i) {
        const int number = i / messagesOfAConversation;
        const int place = i % messagesOfAConversation;
        const QString id = u"c%1"_s.arg(number);
        if (place == 0
            && !(database.run(u"BEGIN"_s)
                 && putConversation(
                     database,
                     {.id = id, .title = sentence(random).left(60), .folderId = folderOf(number)})))
            return false;
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(first + i * 1000LL, Qt::UTC);
        const MessageId before = place == 0 ? MessageId() : firstMessageId(time.addSecs(-1));
        const StoredMessage stored{
            .message = {.id = firstMessageId(time),
                        .role = place % 2 ? Role::Assistant : Role::User,
                        .text = textOf(i, random),
                        .model = place % 2 ? u"qwen2.5-coder:7b"_s : QString(),
                        .time = time},
            .parent = before};
        const qint64 key = conversationKey(database, id);
        if (!putMessage(database, key, stored, place + 1)
            || !activateMessage(database, key, before, stored.message.id)
            || (place == messagesOfAConversation - 1 && !database.run(u"COMMIT"_s)))
            return false;
    }
    return true;
}

//! One conversation of 100,000 messages, an older answer beside every tenth.
bool generateLong(Database &database)
{
    QRandomGenerator random(2);
    const QString id = u"long"_s;
    if (!database.run(u"BEGIN"_s) || !putConversation(database, {.id = id, .title = id}))
        return false;
    const qint64 key = conversationKey(database, id);
    const MessageId first = firstMessageId(QDateTime(QDate(2024, 1, 1), QTime(), Qt::UTC));
    for (int i = 0; i < longConversation; ++i) {
        const MessageId message{first.value + 2 * i};
        const MessageId above{i == 0 ? 0 : first.value + 2 * (i - 1)};
        const QString text = sentence(random);
        const MessageId older{message.value - 1};
        if ((i % 10 == 9
             && !putMessage(database, key,
                            {.message = {.id = older, .text = text}, .parent = above}, {}))
            || !putMessage(database, key,
                           {.message = {.id = message, .text = text}, .parent = above}, i + 1)
            || !activateMessage(database, key, above, message))
            return false;
    }
    return database.run(u"COMMIT"_s);
}

//! As after an import of so many (HistoryFile); what is written later is not joined.
bool joinIndex(Database &database)
{
    MergeStep step = MergeStep::More;
    while (step == MergeStep::More)
        step = mergeIndexStep(database);
    return step == MergeStep::Done;
}

bool make(const QString &file, int messages)
{
    Database part;
    return part.open(file) && part.run(u"PRAGMA synchronous = OFF"_s)
        && part.run(u"PRAGMA cache_size = -200000"_s) && migrate(part) && generate(part, messages)
        && joinIndex(part) && generateLong(part);
}

} // namespace

QString generatedWord(int number)
{
    static const QString consonants = u"bdfgklmnprstvz"_s;
    static const QString vowels = u"aeiou"_s;
    QString text;
    for (int syllable = 0; syllable < 3; ++syllable) {
        text += consonants.at(number % 14);
        number /= 14;
        text += vowels.at(number % 5);
        number /= 5;
    }
    return text + QString::number(number);
}

QString generatedHistory(int messages)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
        + u"/aura-bench/%1-%2-%3"_s.arg(schemaVersion).arg(generation).arg(messages);
    QDir().mkpath(folder);
    QString file = folder + u"/history.sqlite"_s;
    if (QFile::exists(file))
        return file;
    const QString part = folder + u"/part"_s;
    QFile::remove(part);
    return make(part, messages) && QFile::rename(part, file) ? file : QString();
}

} // namespace Aura
