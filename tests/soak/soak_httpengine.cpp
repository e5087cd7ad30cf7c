// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Thousands of replies that are cut off, as many that are whole, as many that never begin: how many
// are called what, and how often was each question sent? Prints a table; exits 1 where the engine
// was wrong once.
//
//   soak_httpengine [--runs 10000] [--workers 8] [--manager engine|stock|both] [--load 2]
//                  [--batch 100]
#include "support/managers.h"

#include "support/askhttp.h"
#include "support/faultpaths.h"
#include "support/faultserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QMap>
#include <QProcess>
#include <QTextStream>

#include <algorithm>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

constexpr int atOnce = 10; // requests of one worker together

const QList<QByteArray> cutOffs{"/chunk-trunc",       "/chunk-trunc-inside", "/chunk-trunc-rst",
                                "/chunk-onlyheaders", "/cl-short",           "/cl-short-rst"};
const QList<QByteArray> wholes{"/good-chunked",    "/good-chunked-fin", "/good-length",
                               "/good-length-fin", "/good-trailer",     "/interim"};
const QList<QByteArray> unanswered{"/close", "/close-rst", "/half-header"};

struct Count
{
    int runs = 0;
    int complete = 0;
    int textLost = 0; // of replies that arrived whole, up to the cut
    int endless = 0;

    void add(const Count &other)
    {
        runs += other.runs;
        complete += other.complete;
        textLost += other.textLost;
        endless += other.endless;
    }
};

std::unique_ptr<QNetworkAccessManager> makeManager(const QString &name)
{
    const QList<TestManager> all = testManagers();
    const auto found = std::find_if(all.begin(), all.end(), [&](const TestManager &manager) {
        return QString::fromLatin1(manager.name) == name;
    });
    if (found == all.end())
        qFatal("there is no such manager");
    return found->make({}, {});
}

// A worker: a process of its own asks `batch` times, and prints what it saw.
int work(const QString &managerName, const QUrl &url, int batch)
{
    const auto manager = makeManager(managerName);
    const bool losesNothing = !url.path().contains("rst"_L1) && !url.path().contains("only"_L1)
        && !unanswered.contains(url.path().toLatin1());
    Count count;
    while (count.runs < batch) {
        std::vector<ReplyPointer> replies;
        for (int i = 0; i < atOnce && count.runs + i < batch; ++i)
            replies.push_back(post(*manager, url));
        for (const ReplyPointer &reply : replies) {
            const HttpAnswer answer = waitFor(*reply);
            ++count.runs;
            count.endless += answer.hasFinished ? 0 : 1;
            count.complete += answer.code == QNetworkReply::NoError && !answer.error ? 1 : 0;
            count.textLost += losesNothing && !answer.text.startsWith(faultText()) ? 1 : 0;
        }
    }
    QTextStream(stdout) << count.runs << ' ' << count.complete << ' ' << count.textLost << ' '
                        << count.endless << '\n';
    return 0;
}

class Soak
{
public:
    Soak(int runs, int workers, int batch)
        : m_runs(runs)
        , m_workers(workers)
        , m_batch(batch)
    {
        addFaultPaths(m_server);
        addGoodPaths(m_server);
    }

    // False: something was called what it is not.
    bool run(const QString &manager)
    {
        QTextStream(stdout) << "\n"
                            << manager << "\n"
                            << u"%1 %2 %3 %4 %5 %6\n"_s.arg("reply"_L1, -22)
                                   .arg("runs"_L1, 7)
                                   .arg("complete"_L1, 10)
                                   .arg("cut off"_L1, 9)
                                   .arg("text lost"_L1, 10)
                                   .arg("POSTs"_L1, 7);
        m_posts = 0;
        const Count cut = runKinds(manager, cutOffs);
        const Count whole = runKinds(manager, wholes);
        const Count none = runKinds(manager, unanswered);
        const int questions = cut.runs + whole.runs + none.runs;
        QTextStream(stdout) << "cut off, but called complete: " << cut.complete << " of "
                            << cut.runs
                            << "\nwhole, but called cut off: " << whole.runs - whole.complete
                            << " of " << whole.runs
                            << "\nwithout an answer, but called complete: " << none.complete
                            << " of " << none.runs << "\nPOSTs: " << m_posts << " for " << questions
                            << " questions\n";
        return cut.complete + none.complete == 0 && whole.complete == whole.runs
            && cut.textLost == 0 && whole.textLost == 0 && m_posts == questions;
    }

private:
    Count runKinds(const QString &manager, const QList<QByteArray> &kinds)
    {
        Count sum;
        const int each = (m_runs / int(kinds.size()) + m_batch) / m_batch * m_batch;
        for (const QByteArray &path : kinds) {
            m_server.forget();
            const Count count = runKind(manager, path, each);
            const int posts = m_server.posts(path);
            QTextStream(stdout) << u"%1 %2 %3 %4 %5 %6\n"_s.arg(QString::fromLatin1(path), -22)
                                       .arg(count.runs, 7)
                                       .arg(count.complete, 10)
                                       .arg(count.runs - count.complete, 9)
                                       .arg(count.textLost, 10)
                                       .arg(posts, 7);
            sum.add(count);
            m_posts += posts;
        }
        return sum;
    }

    Count runKind(const QString &manager, const QByteArray &path, int runs)
    {
        Count sum;
        std::vector<std::unique_ptr<QProcess>> workers;
        int started = 0;
        while (sum.runs < runs) {
            while (started < runs && int(workers.size()) < m_workers) {
                auto worker = std::make_unique<QProcess>();
                worker->setProcessChannelMode(QProcess::ForwardedErrorChannel);
                worker->start(QCoreApplication::applicationFilePath(),
                              {u"--worker"_s, m_server.url(path).toString(), u"--manager"_s,
                               manager, u"--batch"_s, QString::number(m_batch)});
                workers.push_back(std::move(worker));
                started += m_batch;
            }
            workers.front()->waitForFinished(-1);
            sum.add(readCount(*workers.front()));
            workers.erase(workers.begin());
        }
        return sum;
    }

    static Count readCount(QProcess &worker)
    {
        const QList<QByteArray> numbers = worker.readAllStandardOutput().simplified().split(' ');
        if (worker.exitCode() != 0 || numbers.size() != 4)
            qFatal("a worker failed");
        return {numbers.at(0).toInt(), numbers.at(1).toInt(), numbers.at(2).toInt(),
                numbers.at(3).toInt()};
    }

    FaultServer m_server;
    int m_runs;
    int m_workers;
    int m_batch; // requests of one worker process
    int m_posts = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions(
        {{u"runs"_s, u"Replies cut off, as many whole ones, as many missing"_s, u"n"_s, u"10000"_s},
         {u"workers"_s, u"Processes at a time"_s, u"n"_s, u"8"_s},
         {u"manager"_s, u"engine, stock or both"_s, u"name"_s, u"engine"_s},
         {u"load"_s, u"Busy loops beside"_s, u"n"_s, u"2"_s},
         {u"batch"_s, u"Requests of one process, 10 at once"_s, u"n"_s, u"100"_s},
         {u"worker"_s, u"(internal)"_s, u"url"_s}});
    parser.addHelpOption();
    parser.process(application);
    const QString manager = parser.value(u"manager"_s);
    if (parser.isSet(u"worker"_s))
        return work(manager, QUrl(parser.value(u"worker"_s)), parser.value(u"batch"_s).toInt());

    std::atomic<bool> isEnding = false;
    std::vector<std::thread> load(size_t(parser.value(u"load"_s).toInt()));
    for (std::thread &thread : load) {
        thread = std::thread([&isEnding] {
            while (!isEnding) {}
        });
    }
    bool isRight = true;
    {
        Soak soak(parser.value(u"runs"_s).toInt(), parser.value(u"workers"_s).toInt(),
                  parser.value(u"batch"_s).toInt());
        if (manager != "stock"_L1)
            isRight = soak.run(u"engine"_s);
        if (manager != "engine"_L1)
            soak.run(u"stock"_s); // for comparison; it is known to be wrong
    }
    isEnding = true;
    for (std::thread &thread : load)
        thread.join();
    return isRight ? 0 : 1;
}
