// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitcode.h"
#include "cli/transfercommand.h"
#include "history/historystore.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

QString dataFile(const QString &name)
{
    return QStringLiteral(AURA_TEST_DATA "/import/") + name;
}

} // namespace

//! aura import and aura export: what they print, what they return, what they do.
class TestTransferCommand : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_output.clear();
        m_problems.clear();
    }

    void importsAndExports();
    void tellsADryRun();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void worksWhileTheWindowHasTheFile();

private:
    //! The command line as a shell would hand it over; the data folder is m_folder.
    ExitCode run(const QStringList &arguments)
    {
        const CommandLine line =
            parseCommandLine(QStringList{u"--data-dir"_s, m_folder->path()} + arguments);
        QBuffer output(&m_output);
        QBuffer problems(&m_problems);
        output.open(QIODevice::WriteOnly);
        problems.open(QIODevice::WriteOnly);
        const TransferOutput devices{.text = output, .problems = problems};
        switch (line.command) {
        case CommandLine::Command::Import: return runImport(line, devices);
        case CommandLine::Command::Export: return runExport(line, devices);
        default: m_problems = line.problem.toUtf8(); return ExitCode::Usage;
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_output;
    QByteArray m_problems;
};

void TestTransferCommand::importsAndExports()
{
    QCOMPARE(run({u"import"_s, dataFile(u"chatgpt.json"_s), dataFile(u"claude.json"_s)}),
             ExitCode::Complete);
    QVERIFY2(m_output.startsWith("Imported: 6 conversation(s) with 17 message(s)."),
             m_output.constData());
    QVERIFY2(m_problems.contains("“Thoughts and tools”: 2 picture(s) or file(s)"),
             m_problems.constData());
    QCOMPARE(run({u"import"_s, dataFile(u"chatgpt.json"_s)}), ExitCode::Complete);
    QVERIFY2(m_output.startsWith("There is nothing new to import. 4 conversation(s) are here"),
             m_output.constData());
    const QString one = m_folder->filePath(u"one.md"_s);
    QCOMPARE(run({u"export"_s, u"--output"_s, one, u"Only"_s, u"thoughts"_s}), ExitCode::Complete);
    QVERIFY(QFile::exists(one));
    const QString all = m_folder->filePath(u"all"_s);
    QCOMPARE(run({u"export"_s, u"--all"_s, u"--format"_s, u"html"_s, u"--output"_s, all}),
             ExitCode::Complete);
    QCOMPARE(QDir(all).entryList(QDir::Files).size(), 6);
    QVERIFY2(m_output.startsWith("Exported 6 conversation(s) to "), m_output.constData());
}

void TestTransferCommand::tellsADryRun()
{
    QCOMPARE(run({u"import"_s, u"--dry-run"_s, dataFile(u"openwebui.json"_s)}), ExitCode::Complete);
    QVERIFY2(m_output.startsWith("New: 2 conversation(s) with 5 message(s)."),
             m_output.constData());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestTransferCommand::tellsWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<ExitCode>("code");
    QTest::addColumn<QByteArray>("problem");

    const QString output = u"--output"_s;
    const auto row = [](const char *name, const QStringList &arguments, ExitCode code,
                        const char *problem) {
        QTest::newRow(name) << arguments << code << QByteArray(problem);
    };
    row("import of nothing", {u"import"_s}, ExitCode::Usage, "needs a file");
    row("import with a wrong option", {u"import"_s, u"--wet-run"_s, u"x"_s}, ExitCode::Usage,
        "wet-run");
    row("import of a missing file", {u"import"_s, u"/no/such/file"_s}, ExitCode::Failed,
        "does not exist");
    row("import of a broken file", {u"import"_s, dataFile(u"truncated.json"_s)}, ExitCode::Failed,
        "ends in the middle");
    row("export to nowhere", {u"export"_s, u"--all"_s}, ExitCode::Usage, "needs --output");
    row("export of nothing", {u"export"_s, output, u"x"_s}, ExitCode::Usage, "either --all or");
    row("export of all and one", {u"export"_s, u"--all"_s, output, u"x"_s, u"Title"_s},
        ExitCode::Usage, "either --all or");
    row("export in a wrong format",
        {u"export"_s, u"--all"_s, output, u"x"_s, u"--format"_s, u"pdf"_s}, ExitCode::Usage,
        "There are: markdown, html, json, openchat.");
    row("export before anything was said", {u"export"_s, u"--all"_s, output, u"x.md"_s},
        ExitCode::Failed, "no history yet");
}

void TestTransferCommand::tellsWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QTEST(run(arguments), "code");
    QFETCH(QByteArray, problem);
    QVERIFY2(m_problems.contains(problem), m_problems.constData());
    QVERIFY(m_output.isEmpty());
}

void TestTransferCommand::worksWhileTheWindowHasTheFile()
{
    HistoryStore store(m_folder->filePath(u"history.sqlite"_s));
    store.open();
    QTRY_COMPARE(store.status().condition, HistoryCondition::Working);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    store.putConversation({.id = u"open"_s, .title = u"Open"_s, .created = now, .changed = now});
    QFuture<bool> kept = store.kept();
    QTRY_VERIFY(kept.isFinished());
    QCOMPARE(run({u"import"_s, dataFile(u"openchat-v3.json"_s)}), ExitCode::Complete);
    QCOMPARE(run({u"export"_s, u"--all"_s, u"--output"_s, m_folder->filePath(u"a.json"_s)}),
             ExitCode::Complete);
    QFuture<QList<ConversationSummary>> summaries = store.summaries();
    QTRY_VERIFY(summaries.isFinished());
    QCOMPARE(summaries.result().size(), 2);
}

QTEST_GUILESS_MAIN(TestTransferCommand)
#include "tst_transfercommand.moc"
