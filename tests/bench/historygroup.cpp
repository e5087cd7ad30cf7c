// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// G11: a search is a small part of a scan, and what is opened costs the same in a large history.
#include "bench/generatedhistory.h"
#include "bench/groups.h"

#include "chat/conversation.h"
#include "history/conversationrows.h"
#include "history/database.h"
#include "history/historysearch.h"
#include "history/messagerows.h"

#include <QDir>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <ctime>
#include <functional>
#include <limits>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

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

void benchSearch(BenchReport &report, Database &database)
{
    const double scan = medianMs(3, [&database] {
        database.value(u"SELECT count(*) FROM message WHERE text LIKE '%zuzuzu%'"_s);
    });
    const QString common = generatedWord(1);
    const QString middle = generatedWord(300);
    const QString rare = generatedWord(45'000);
    QList<std::pair<QString, QString>> queries{
        {u"rare"_s, rare + u' '},
        {u"middle"_s, middle + u' '},
        {u"common"_s, common + u' '},
        {u"and"_s, common + u' ' + middle + u' '},
        {u"phrase"_s, u'"' + common + u' ' + generatedWord(2) + u'"'},
        {u"one CJK character"_s, u"东"_s},
        {u"two CJK characters"_s, u"东京"_s},
        {u"model"_s, u"model:qwen2.5 "_s + middle + u' '},
        {u"code"_s, common + u" has:code "_s},
        {u"small folder"_s, common + u" in:Small "_s},
        {u"the whole of a small folder"_s, middle + u" in:Small "_s},
        {u"role"_s, common + u" role:user "_s},
        {u"nothing by role"_s, common + u" role:system "_s},
        {u"days"_s, common + u" after:2020-01-02 before:2020-01-03 "_s},
        {u"excluded"_s, middle + u" -"_s + common + u' '},
    };
    for (int letters = 1; letters <= common.size(); ++letters)
        queries.append({u"beginning of %1 letter(s)"_s.arg(letters), common.left(letters)});
    for (const int letters : {2, 4, 6}) {
        queries.append({u"beginning of %1 letters, middle"_s.arg(letters), middle.left(letters)});
        queries.append({u"beginning of %1 letters, rare"_s.arg(letters), rare.left(letters)});
    }
    queries.append({u"beginning in a small folder"_s, u"in:Small "_s + common.left(4)});
    double slowest = 0;
    for (const auto &[name, text] : queries) {
        qsizetype hits = 0;
        const double time = medianMs(9, [&database, &hits, query = text] {
            hits = searchHistory(database, query, 20, {}, [] { return false; }).hits.size();
        });
        report.atMost(u"G11 search, "_s + name + u", to a scan"_s, time / scan, 1.0 / 200,
                      u"ratio"_s, {{u"ms"_s, time}, {u"scanMs"_s, scan}, {u"hits"_s, hits}});
        slowest = std::max(slowest, time);
    }
    const double large = medianMs(9, [&database, query = common + u" in:Large "_s] {
        searchHistory(database, query, 20, {}, [] { return false; });
    });
    report.atMost(u"G11 search, slowest class of a million messages"_s, std::max(slowest, large),
                  50, u"ms"_s, {{u"largeFolderMs"_s, large}});
}

double openMs(Database &database, int messages)
{
    int number = 0;
    return medianMs(25, [&database, &number, messages] {
        number = (number + 7919) % (messages / messagesOfAConversation);
        readMessages(database, conversationKey(database, u"c%1"_s.arg(number)));
    });
}

//! ms by the clock, for a commit waits for the disk.
double commitMs(const QString &journal, const QString &synchronous)
{
    constexpr int commits = 200;
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    QDir().mkpath(cache);
    const QTemporaryDir folder(cache + u"/aura-commit"_s); // a real disk, as /tmp may not be
    Database database;
    if (!database.open(folder.filePath(u"history.sqlite"_s))
        || !database.run(u"PRAGMA journal_mode = "_s + journal)
        || !database.run(u"PRAGMA synchronous = "_s + synchronous)
        || !database.run(u"CREATE TABLE piece(message INTEGER, text TEXT)"_s))
        return std::numeric_limits<double>::quiet_NaN();
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < commits; ++i)
        database.run(u"INSERT INTO piece VALUES(?, ?)"_s, {i, u"a piece of a reply"_s});
    return double(clock.nsecsElapsed()) / 1e6 / commits;
}

void benchCommit(BenchReport &report)
{
    const double quick = commitMs(u"WAL"_s, u"NORMAL"_s);
    const double ours = commitMs(u"WAL"_s, u"FULL"_s);
    const double stock = commitMs(u"DELETE"_s, u"FULL"_s);
    report.atMost(u"G11 commit, WAL and NORMAL (an import), to DELETE and FULL"_s, quick / stock,
                  1.0 / 5, u"ratio"_s,
                  {{u"stockMs"_s, stock}, {u"whatIsWrittenWhileChattingMs"_s, ours}});
}

} // namespace

void benchHistory(BenchReport &report)
{
    benchCommit(report);
    Database small;
    Database large;
    const auto readOnly = Database::Access::ReadOnly;
    if (!small.open(generatedHistory(10'000), readOnly)
        || !large.open(generatedHistory(1'000'000), readOnly)) {
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
