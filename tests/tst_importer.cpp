// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorytarget.h"
#include "support/zipfile.h"
#include "transfer/importer.h"
#include "transfer/ziparchive.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

using Kind = ImportWarning::Kind;

QString dataFile(const QString &name)
{
    return QStringLiteral(AURA_TEST_DATA "/import/") + name;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(content) == content.size();
}

QList<Kind> kindsOf(const ImportReport &report)
{
    QList<Kind> kinds;
    for (const ImportWarning &warning : report.warnings)
        kinds << warning.kind;
    return kinds;
}

QByteArray nested(int depth)
{
    return R"([{"id":1,"name":"deep","messages":)" + QByteArray(depth, '[') + QByteArray(depth, ']')
        + "}]";
}

} // namespace

//! Files of other programs, whole and broken: what comes of them.
class TestImporter : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsEachFormat_data();
    void readsEachFormat();
    void refuses_data();
    void refuses();
    void refusesAnArchiveThatUnpacksWithoutEnd();
    void takesNoNameForAPath();
    void namesFoldersBelowTheChosenOne();
    void readsAnArchiveWithSplitFiles();
    void addsNothingTwice_data();
    void addsNothingTwice();
    void looksIntoTheTrash();
    void keepsTheOrderOfWhatHasNoTimes();
    void givesIdsByTime();
    void cancels();
    void endsWhereTheHistoryRefuses();
    void readsALongThreadInLinearTime();
    void limitsTheWarnings();
    void hasASentenceForEachWarning();
};

void TestImporter::readsEachFormat_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<qint64>("conversations");
    QTest::addColumn<QList<Kind>>("warnings");

    const auto row = [](const char *file, const QString &format, qint64 conversations,
                        const QList<Kind> &warnings = {}) {
        QTest::newRow(file) << format << conversations << warnings;
    };
    const QString openchat = u"openchat-ui"_s;
    row("openchat-v1.json", openchat, 2, {Kind::EmptyConversation});
    row("openchat-v2.json", openchat, 2);
    row("openchat-v2-null.json", openchat, 0);
    row("openchat-v3.json", openchat, 1);
    row("openchat-v4.json", openchat, 3,
        {Kind::FolderMissing, Kind::MessageUnreadable, Kind::EmptyConversation,
         Kind::ConversationUnreadable, Kind::PromptsLeftOut});
    row("utf16le.json", openchat, 3,
        {Kind::FolderMissing, Kind::MessageUnreadable, Kind::EmptyConversation,
         Kind::ConversationUnreadable, Kind::PromptsLeftOut});
    row("utf16be.json", openchat, 1);
    row("bom.json", openchat, 1);
    row("latin1.json", openchat, 1, {Kind::NotUtf8});
    row("chatgpt.json", u"ChatGPT"_s, 4,
        {Kind::AttachmentsLeftOut, Kind::ToolCallsMoved, Kind::AlternativesCut});
    row("claude.json", u"Claude"_s, 2, {Kind::AttachmentsLeftOut, Kind::ToolCallsMoved});
    row("openwebui.json", u"Open WebUI"_s, 2, {Kind::AttachmentsLeftOut, Kind::ToolCallsMoved});
    row("openwebui-old.json", u"Open WebUI"_s, 1);
    row("lmstudio", u"LM Studio"_s, 2, {Kind::AttachmentsLeftOut, Kind::FileUnreadable});
    row("jan/threads", u"Jan"_s, 1, {Kind::AttachmentsLeftOut});
    row("jan/threads/t1/thread.json", u"Jan"_s, 1, {Kind::AttachmentsLeftOut});
    row("chatbox.json", u"Chatbox"_s, 2,
        {Kind::AttachmentsLeftOut, Kind::ToolCallsMoved, Kind::AttachmentsLeftOut});
    row("llamacpp.json", u"llama.cpp"_s, 1, {Kind::AttachmentsLeftOut});
    row("openai.json", u"OpenAI"_s, 1, {Kind::AttachmentsLeftOut, Kind::ToolCallsMoved});
    row("openai.jsonl", u"OpenAI"_s, 2, {Kind::ConversationUnreadable});
}

//! The text of each file's conversations stands beside it, in NAME.txt.
void TestImporter::readsEachFormat()
{
    QFETCH(QString, format);
    QFETCH(qint64, conversations);
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    MemoryTarget target;
    const Result<ImportReport> report = Importer(target).run({dataFile(name)});
    QVERIFY2(report, qPrintable(report.error().text));
    QCOMPARE(report->formats, QStringList(format));
    QCOMPARE(report->conversations, conversations);
    QTEST(kindsOf(*report), "warnings");
    QVERIFY(target.isCommitted);
    const QString text = describe(target);
    QVERIFY(!text.contains("sk-canary"_L1));
    const QString expectedFile = dataFile(QString(name).replace(u'/', u'-') + ".txt"_L1);
    if (qEnvironmentVariableIsSet("AURA_TESTS_RECORD")) // then look at what was written
        QVERIFY(write(expectedFile, text.toUtf8()));
    QCOMPARE(text, QString::fromUtf8(contentOf(expectedFile)));
}

void TestImporter::refuses_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content"); // empty: the file is one of the data
    QTest::addColumn<QString>("problem");

    const auto row = [](const char *name, const QString &file, const QString &problem,
                        const QByteArray &content = {}) {
        QTest::newRow(name) << file << content << problem;
    };
    row("nothing there", u"no-such-file.json"_s, u"does not exist"_s);
    row("empty", u"empty.json"_s, u"It is empty."_s);
    row("truncated array", u"truncated.json"_s, u"ends in the middle"_s);
    row("truncated object", u"truncated-object.json"_s, u"ends in the middle"_s);
    row("malformed", u"malformed.json"_s, u"not valid JSON"_s);
    row("another program's file", u"unknown.json"_s, u"no chat export"_s);
    row("an array of anything", u"unknown-array.json"_s, u"no chat export"_s);
    row("Aura from the future", u"future-aura.json"_s, u"newer than this Aura knows"_s);
    row("openchat-ui from the future", u"future-openchat.json"_s, u"newer than this Aura knows"_s);
    row("10^5 levels deep", u"deep.json"_s, u"more than 512 levels"_s, nested(100'000));
    row("a web page", u"page.json"_s, u"not valid JSON"_s, "<!DOCTYPE html><html></html>");
    row("no archive", u"cut.zip"_s, u"cannot be opened"_s,
        QByteArray("PK\x03\x04 and no more", 17));
}

void TestImporter::refuses()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    QString path = dataFile(file);
    if (!content.isEmpty()) {
        path = folder.filePath(file);
        QVERIFY(write(path, content));
    }
    MemoryTarget target;
    const Result<ImportReport> report = Importer(target).run({path});
    QVERIFY(!report);
    QFETCH(QString, problem);
    QVERIFY2(report.error().text.contains(problem), qPrintable(report.error().text));
    QVERIFY(!target.isCommitted);
}

void TestImporter::refusesAnArchiveThatUnpacksWithoutEnd()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"bomb.zip"_s);
    const QByteArray text = R"([{"id":"1","name":"bomb","messages":[{"role":"user","content":")"
        + QByteArray(qsizetype(100) << 20, ' ') + R"("}]}])";
    QVERIFY(writeZip(path, {{"conversations.json", text}}));
    QVERIFY(QFileInfo(path).size() < qint64(1) << 20);
    MemoryTarget target;
    const Result<ImportReport> report = Importer(target).run({path});
    QVERIFY(!report);
    QVERIFY2(report.error().text.contains("unpacks to far more"_L1),
             qPrintable(report.error().text));
    QVERIFY(!target.isCommitted);
}

void TestImporter::takesNoNameForAPath()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"in/evil.zip"_s);
    const QByteArray chat = contentOf(dataFile(u"lmstudio/Work/1700000000000.conversation.json"_s));
    QVERIFY(QDir().mkpath(folder.filePath(u"in"_s)));
    QVERIFY(writeZip(path,
                     {{"../../out/evil.conversation.json", chat},
                      {"/etc/aura/absolute.conversation.json", chat + ' '}}));
    const QStringList before = QDir(folder.path()).entryList();
    MemoryTarget target;
    const Result<ImportReport> report = Importer(target).run({path});
    QVERIFY2(report, qPrintable(report.error().text));
    QCOMPARE(report->conversations, 1); // the same twice
    QCOMPARE(report->duplicates, 1);
    QCOMPARE(target.m_folders.constFirst().name, u"out"_s);
    QCOMPARE(QDir(folder.path()).entryList(), before);
}

void TestImporter::namesFoldersBelowTheChosenOne()
{
    MemoryTarget target;
    const QString relative = QDir::current().relativeFilePath(dataFile(u"lmstudio"_s));
    QVERIFY(Importer(target).run({relative}));
    QCOMPARE(target.m_folders.constFirst().name, u"Work"_s);
    QCOMPARE(target.m_folders.size(), 2);
}

void TestImporter::readsAnArchiveWithSplitFiles()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"export.zip"_s);
    const QByteArray all = contentOf(dataFile(u"chatgpt.json"_s));
    const QByteArray other = QByteArray(all).replace("cg-", "more-");
    QVERIFY(writeZip(path,
                     {{"user.json", R"({"email": "a@example.org"})"},
                      {"conversations-001.json", other},
                      {"conversations-000.json", all},
                      {"chat.html", "<html>"}}));
    MemoryTarget target;
    const Result<ImportReport> report = Importer(target).run({path});
    QVERIFY2(report, qPrintable(report.error().text));
    QCOMPARE(report->conversations, 8);
    QCOMPARE(target.m_conversations.at(0).conversation.origin, u"chatgpt:cg-1"_s);
    QCOMPARE(target.m_conversations.at(4).conversation.origin, u"chatgpt:more-1"_s);
}

void TestImporter::addsNothingTwice_data()
{
    readsEachFormat_data();
}

void TestImporter::addsNothingTwice()
{
    QFETCH(qint64, conversations);
    const QString path = dataFile(QString::fromUtf8(QTest::currentDataTag()));
    MemoryTarget target;
    const Result<ImportReport> first = Importer(target).run({path});
    QVERIFY(first);
    const QString before = describe(target);
    const Result<ImportReport> second = Importer(target).run({path});
    QVERIFY(second);
    QCOMPARE(second->conversations, 0);
    QCOMPARE(second->folders, 0);
    QCOMPARE(second->duplicates, conversations + first->duplicates);
    QCOMPARE(describe(target), before);
}

void TestImporter::looksIntoTheTrash()
{
    MemoryTarget target;
    QVERIFY(Importer(target).run({dataFile(u"openchat-v3.json"_s)}));
    target.m_conversations.first().conversation.trashedAt = QDateTime::currentDateTimeUtc();
    const Result<ImportReport> again = Importer(target).run({dataFile(u"openchat-v3.json"_s)});
    QVERIFY(again);
    QCOMPARE(again->duplicates, 1);
    QCOMPARE(kindsOf(*again), QList<Kind>{Kind::InTrash});
}

void TestImporter::keepsTheOrderOfWhatHasNoTimes()
{
    MemoryTarget target;
    QVERIFY(Importer(target).run({dataFile(u"openchat-v4.json"_s)}));
    QCOMPARE(target.m_conversations.size(), 3);
    const auto changed = [&](qsizetype i) {
        return target.m_conversations.at(i).conversation.changed;
    };
    QVERIFY(changed(0).isValid());
    QVERIFY(changed(0) < changed(1));
    QVERIFY(changed(1) < changed(2));
    QVERIFY(changed(2) <= QDateTime::currentDateTimeUtc());
}

void TestImporter::givesIdsByTime()
{
    MemoryTarget target;
    QVERIFY(Importer(target).run({dataFile(u"chatgpt.json"_s)}));
    for (const ImportedConversation &each : std::as_const(target.m_conversations)) {
        QHash<MessageId, MessageId> youngest; // by parent
        for (const StoredMessage &stored : each.messages) {
            const MessageId id = stored.message.id;
            QVERIFY(id > stored.parent);
            QVERIFY(id > youngest.value(stored.parent));
            youngest.insert(stored.parent, id);
            if (stored.message.time.isValid() && !stored.parent.isValid())
                QCOMPARE(id.value >> 20, stored.message.time.toMSecsSinceEpoch());
        }
    }
}

void TestImporter::cancels()
{
    MemoryTarget target;
    Importer importer(
        target, [](const ImportProgress &progress) { return progress.done < progress.total; });
    const Result<ImportReport> report = importer.run({dataFile(u"chatgpt.json"_s)});
    QVERIFY(!report);
    QVERIFY(importer.wasCancelled());
    QVERIFY(!target.isCommitted);
}

void TestImporter::endsWhereTheHistoryRefuses()
{
    MemoryTarget target;
    target.refusal = u"The disk is full."_s;
    const Result<ImportReport> report = Importer(target).run({dataFile(u"chatgpt.json"_s)});
    QVERIFY(!report);
    QCOMPARE(report.error().text, u"The disk is full."_s);
    QVERIFY(!target.isCommitted);
}

//! Chains of parents, of passages, and of answers that go on: none may cost the square of its
//! length.
void TestImporter::readsALongThreadInLinearTime()
{
    constexpr int count = 50'000;
    QByteArray mapping;
    for (int i = 0; i < count; ++i) {
        const QByteArray id = QByteArray::number(i);
        const bool isThought = i % 3 == 1;
        mapping += (i > 0 ? ",\"" : "\"") + id + R"(":{"parent":)"
            + (i > 0 ? '"' + QByteArray::number(i - 1) + '"' : QByteArray("null"))
            + R"(,"message":{"author":{"role":"assistant"},"content":{"content_type":)"
            + (isThought ? R"("thoughts","thoughts":[{"content":"t"}]})"
                         : R"("text","parts":["a"]})")
            + "}}";
    }
    QTemporaryDir folder;
    const QString path = folder.filePath(u"long.json"_s);
    QVERIFY(write(path, R"([{"title":"long","conversation_id":"l","mapping":{)" + mapping + "}}]"));
    MemoryTarget target;
    const Result<ImportReport> report = Importer(target).run({path});
    QVERIFY2(report, qPrintable(report.error().text));
    QCOMPARE(report->messages, 1); // all of it is one answer
    const Message &answer = target.m_conversations.constFirst().messages.constFirst().message;
    QCOMPARE(answer.text.count(u'a'), count - (count + 1) / 3);
    QCOMPARE(answer.reasoning.count(u't'), (count + 1) / 3);
}

void TestImporter::limitsTheWarnings()
{
    ImportReport report;
    for (int i = 0; i < 5000; ++i)
        report.warn(Kind::EmptyConversation, QString::number(i));
    QCOMPARE(report.warnings.size(), ImportReport::mostWarnings);
    QCOMPARE(report.moreWarnings, 5000 - ImportReport::mostWarnings);
    ImportReport repeated;
    repeated.warn(Kind::PromptsLeftOut, u"a"_s, 2);
    repeated.warn(Kind::PromptsLeftOut, u"a"_s, 3);
    QCOMPARE(repeated.warnings, (QList<ImportWarning>{{Kind::PromptsLeftOut, u"a"_s, 5}}));
}

void TestImporter::hasASentenceForEachWarning()
{
    for (int kind = 0; kind <= int(Kind::ToolCallsMoved); ++kind) {
        const QString text = warningText({Kind(kind), u"The subject"_s, 2});
        QVERIFY2(text.contains("The subject"_L1), qPrintable(QString::number(kind)));
        QVERIFY(text.endsWith(u'.'));
    }
}

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
