// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// G11: a search is a small part of a scan, and what is opened costs the same in a large history.
// The history of a million messages is generated once, into the user's cache folder (half a
// gigabyte).
#include "bench/groups.h"

#include "base/messageids.h"
#include "chat/conversation.h"
#include "history/conversationrows.h"
#include "history/database.h"
#include "history/historysearch.h"
#include "history/messagerows.h"
#include "history/schema.h"

#include <QDir>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int vocabulary = 50'000;
constexpr int wordsOfAMessage = 32;
constexpr int messagesOfAConversation = 50;
constexpr int longConversation = 100'000;

double threadCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double medianMs(int runs, const std::function<void()> &work)
{
    QList<double> times;
    for (int run = 0; run < runs; ++run) {
        const double start = threadCpuMs();
        work();
        times.append(threadCpuMs() - start);
    }
    return median(times);
}

//! "kabelu": three syllables, by the number; the common ones have the small numbers.
QString word(int number)
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

//! Zipf: the word with number n comes with a frequency of 1/n.
QString sentence(QRandomGenerator &random)
{
    QString text;
    for (int i = 0; i < wordsOfAMessage; ++i)
        text += word(int(std::pow(double(vocabulary), random.generateDouble()))) + u' ';
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

//! The conversations of a folder, one of a hundred.
QString folderOf(int conversation)
{
    return conversation % 100 == 7 ? u"f"_s : QString();
}

bool generate(Database &database, int messages)
{
    QRandomGenerator random(1);
    const qint64 first = QDateTime(QDate(2020, 1, 1), QTime(), Qt::UTC).toMSecsSinceEpoch();
    if (!putFolder(database, {.id = u"f"_s, .name = u"Folder"_s}))
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

bool openGenerated(Database &database, int messages)
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/aura-bench"_s;
    QDir().mkpath(folder);
    const QString file = folder + u"/history-%1-%2.sqlite"_s.arg(schemaVersion).arg(messages);
    if (!QFile::exists(file)) {
        QFile::remove(file + u".part"_s);
        Database part;
        if (!part.open(file + u".part"_s) || !part.run(u"PRAGMA synchronous = OFF"_s)
            || !part.run(u"PRAGMA cache_size = -200000"_s) || !migrate(part)
            || !generate(part, messages) || !generateLong(part))
            return false;
        part.close();
        QFile::rename(file + u".part"_s, file);
    }
    return database.open(file, Database::Access::ReadOnly);
}

void benchSearch(BenchReport &report, Database &database)
{
    const double scan = medianMs(3, [&database] {
        database.value(u"SELECT count(*) FROM message WHERE text LIKE '%zuzuzu%'"_s);
    });
    const QString common = word(1);
    const QString middle = word(300);
    const QString rare = word(45'000);
    QList<std::pair<QString, QString>> queries{
        {u"rare"_s, rare + u' '},
        {u"middle"_s, middle + u' '},
        {u"common"_s, common + u' '},
        {u"and"_s, common + u' ' + middle + u' '},
        {u"phrase"_s, u'"' + common + u' ' + word(2) + u'"'},
        {u"one CJK character"_s, u"东"_s},
        {u"two CJK characters"_s, u"东京"_s},
        {u"model"_s, u"model:qwen2.5 "_s + middle + u' '},
        {u"code"_s, common + u" has:code "_s},
        {u"folder"_s, common + u" in:Folder "_s},
        {u"role"_s, common + u" role:user "_s},
        {u"nothing by role"_s, common + u" role:system "_s},
        {u"days"_s, common + u" after:2020-01-02 before:2020-01-03 "_s},
        {u"excluded"_s, middle + u" -"_s + common + u' '},
    };
    for (int letters = 1; letters <= common.size(); ++letters)
        queries.append({u"beginning of %1 letter(s)"_s.arg(letters), common.left(letters)});
    for (const auto &[name, text] : queries) {
        qsizetype hits = 0;
        const double time = medianMs(9, [&database, &hits, query = text] {
            hits = searchHistory(database, query, 20, {}, [] { return false; }).hits.size();
        });
        report.atMost(u"G11 search, "_s + name + u", to a scan"_s, time / scan, 1.0 / 200,
                      u"ratio"_s, {{u"ms"_s, time}, {u"scanMs"_s, scan}, {u"hits"_s, hits}});
    }
}

double openMs(Database &database, int messages)
{
    int number = 0;
    return medianMs(25, [&database, &number, messages] {
        number = (number + 7919) % (messages / messagesOfAConversation);
        readMessages(database, conversationKey(database, u"c%1"_s.arg(number)));
    });
}

} // namespace

void benchHistory(BenchReport &report)
{
    Database small;
    Database large;
    if (!openGenerated(small, 10'000) || !openGenerated(large, 1'000'000)) {
        report.atMost(u"G11 the generated history can be opened"_s, 1, 0, u"failures"_s);
        return;
    }
    benchSearch(report, large);
    const double inSmall = openMs(small, 10'000);
    const double inLarge = openMs(large, 1'000'000);
    report.atMost(u"G11 open a conversation, of 1,000,000 to of 10,000"_s, inLarge / inSmall, 2,
                  u"ratio"_s, {{u"ms"_s, inLarge}});
    const double longMs = medianMs(9, [&large] {
        Conversation conversation(u"long"_s);
        conversation.load({.id = u"long"_s},
                          readLatestMessages(large, conversationKey(large, u"long"_s)));
    });
    report.atMost(u"G11 open 100,000 messages at their end"_s, longMs, 50, u"ms"_s);
}

} // namespace Aura
