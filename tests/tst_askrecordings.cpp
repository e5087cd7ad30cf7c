// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asksession.h"

#include "cli/exitcode.h"
#include "demo/demoserver.h"
#include "support/managers.h"
#include "support/wire.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

//! What `aura ask --json` says of the recordings of real servers.
class TestAskRecordings : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void recording_data();
    void recording();
};

void TestAskRecordings::recording_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("text");

    for (const auto &[folder, provider] :
         {std::pair(u"llama-server"_s, u"openai"_s), {u"ollama"_s, u"ollama"_s}}) {
        const QList<Wire::Recording> recordings = Wire::recordings(folder);
        for (const Wire::Recording &recording : recordings)
            QTest::addRow("%s: %s", qPrintable(provider), recording.name.constData())
                << provider << recording.response << QString::fromLatin1(recording.state)
                << recording.text.value_or(QString());
    }
    for (const auto &[prefix, provider] :
         {std::pair(QByteArray("sse-"), u"openai"_s), {"nd-", u"ollama"_s}}) {
        const QList<Wire::Synthetic> rows = Wire::synthetics(prefix);
        for (const Wire::Synthetic &row : rows)
            QTest::newRow(row.name.constData()) << provider
                                                << "HTTP/1.1 200 OK\r\nContent-Length: "
                    + QByteArray::number(row.body.size()) + "\r\n\r\n" + row.body
                                                << QString::fromLatin1(row.state) << row.text;
    }
}

void TestAskRecordings::recording()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, response);
    QFETCH(const QString, state);
    QFETCH(const QString, text);

    DemoServer server;
    QVERIFY(server.listen());
    server.setScenario(
        {.pieces = {response}, .framing = Scenario::Framing::UntilClose, .sendHead = false});
    const QTemporaryDir folder;
    const CommandLine line =
        parseCommandLine({u"--data-dir"_s, folder.path(), u"ask"_s, u"--json"_s, u"--provider"_s,
                          provider, u"--url"_s, server.url().toString(), u"hi"_s});
    QBuffer output;
    QBuffer problems;
    output.open(QIODevice::WriteOnly);
    problems.open(QIODevice::WriteOnly);
    AskSession session(line, testManagers().constLast().make, {},
                       {.text = output, .problems = problems});
    QList<int> codes;
    connect(&session, &AskSession::finished, this, [&codes](ExitCode code) { codes += int(code); });
    session.start(line.ask.prompt);
    QTRY_COMPARE_WITH_TIMEOUT(codes.size(), 1, 10'000);

    const QJsonObject json = QJsonDocument::fromJson(output.data()).object();
    QCOMPARE(json.value("state"_L1).toString(), state);
    const QString own = json.value("text"_L1).toString();
    const bool thinksInText = text.startsWith("<think>"_L1);
    const QString thought = json.value("reasoning"_L1).toString();
    QCOMPARE(thinksInText ? u"<think>"_s + thought + u"</think>"_s + own : own, text);
    QCOMPARE(json.value("error"_L1).isObject(), state == "failed"_L1 || state == "interrupted"_L1);
    QCOMPARE(problems.data(), "");
    QCOMPARE(server.requests().size(), 1);
}

QTEST_GUILESS_MAIN(TestAskRecordings)
#include "tst_askrecordings.moc"
