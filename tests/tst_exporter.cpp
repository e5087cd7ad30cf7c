// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorytarget.h"
#include "transfer/exporter.h"
#include "transfer/filenames.h"
#include "transfer/htmlblocks.h"
#include "transfer/importer.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(qint64 seconds)
{
    return QDateTime::fromMSecsSinceEpoch(1'700'000'000'123 + seconds * 1000, Qt::UTC);
}

MessageId idAt(qint64 seconds)
{
    return MessageId{(at(seconds).toMSecsSinceEpoch() << 20) + 7};
}

StoredMessage message(qint64 seconds, MessageId parent, Role role, const QString &text)
{
    StoredMessage stored;
    stored.message.id = idAt(seconds);
    stored.message.role = role;
    stored.message.text = text;
    stored.message.time = at(seconds);
    stored.parent = parent;
    return stored;
}

//! An answer with every field set to something of its own.
StoredMessage fullAnswer(qint64 seconds, MessageId parent)
{
    StoredMessage stored = message(seconds, parent, Role::Assistant, u"Answer **two** 😀"_s);
    Message &own = stored.message;
    own.reasoning = u"First I thought.\nThen I wrote."_s;
    own.state = ReplyState::Failed;
    own.error = ProviderError{.kind = ErrorKind::Timeout,
                              .cause = ErrorCause::IdleTimeout,
                              .subject = u"127.0.0.1:8080"_s,
                              .detail = u"quiet"_s,
                              .httpStatus = 504,
                              .limit = std::chrono::milliseconds(30'000),
                              .needed = 5,
                              .allowed = 4};
    own.model = u"llama3"_s;
    own.connectionName = u"At home"_s;
    own.usage = {.promptTokens = 12, .completionTokens = 34};
    own.timing = {.connectMs = 1, .firstByteMs = 22, .totalMs = 333};
    stored.parameters = {{u"temperature"_s, 0.25}};
    stored.attachments = {QJsonObject{{u"name"_s, u"a.png"_s}}};
    stored.origin = u"old-id"_s;
    return stored;
}

ImportedConversation fullConversation()
{
    ImportedConversation full;
    full.isOwn = true;
    StoredConversation &own = full.conversation;
    own.id = u"conversation-1"_s;
    own.title = u"Everything: \"quotes\", <tags> & 🐈"_s;
    own.hasOwnTitle = true;
    own.folderId = u"folder-2"_s;
    own.isPinned = true;
    own.isArchived = true;
    own.created = at(0);
    own.changed = at(50);
    own.parameters = {.systemPrompt = u""_s,
                      .temperature = 0.1,
                      .maxTokens = 4096,
                      .connectionId = u"a-connection"_s,
                      .model = u"llama3"_s};
    own.draft = u"half a thought"_s;
    own.scroll = {idAt(2), -15};
    own.origin = u"chatgpt:abc"_s;
    full.messages << message(1, {}, Role::System, u"Be brief."_s)
                  << message(2, {}, Role::User, u"First wording"_s)
                  << message(3, idAt(2), Role::Assistant, u"Answer one"_s) << fullAnswer(4, idAt(2))
                  << message(5, {}, Role::User, u"Second wording"_s)
                  << message(6, idAt(5), Role::Assistant, u"\n  Kept as it is \n\n"_s);
    full.messages[2].isActive = false;
    full.messages[4].isActive = false;
    full.messages[5].message.state = ReplyState::Stopped;
    return full;
}

MemoryTarget history()
{
    MemoryTarget target;
    target.m_folders = {{.id = u"folder-1"_s, .name = u"Work"_s, .position = 3},
                        {.id = u"folder-2"_s,
                         .parentId = u"folder-1"_s,
                         .name = u"A/B: \"tests\""_s,
                         .position = 1,
                         .origin = u"lm-studio:Work"_s},
                        {.id = u"folder-3"_s, .name = u"Empty"_s}};
    ImportedConversation plain = fullConversation();
    plain.conversation = {.id = u"conversation-2"_s,
                          .title = u"everything_ _quotes_, _tags_ & 🐈"_s,
                          .folderId = u"folder-2"_s,
                          .created = at(100),
                          .changed = at(100)};
    plain.messages = {message(101, {}, Role::User, u"Only a question"_s)};
    target.m_conversations = {fullConversation(), plain};
    return target;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ExportJob job(const char *format, const QString &output, const QStringList &ids = {})
{
    return {.format = exportFormat(QString::fromUtf8(format)), .ids = ids, .output = output};
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files << QDir(folder).relativeFilePath(it.next());
    files.sort();
    return files;
}

} // namespace

//! What is exported: whole, safe, and, as JSON, to be read again without a loss.
class TestExporter : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void losesNothingAsJson();
    void importsItsOwnOnlyOnce();
    void mendsATreeThatWasChanged();
    void writesForOpenchat();
    void writesAFileForEach_data();
    void writesAFileForEach();
    void writesOneInAFolder();
    void writesMarkdown();
    void writesAPageThatStandsAlone();
    void writesHtml_data();
    void writesHtml();
    void closesItsFilesToOthers();
    void leavesTheOldFileWhereItFails();
    void namesFilesSafely_data();
    void namesFilesSafely();
    void namesFilesOnce();
};

void TestExporter::losesNothingAsJson()
{
    QTemporaryDir folder;
    MemoryTarget before = history();
    const QString path = folder.filePath(u"all.json"_s);
    const Result<ExportReport> exported = Exporter(before).run(job("json", path));
    QVERIFY2(exported, qPrintable(exported.error().text));
    QCOMPARE(exported->conversations, 2);
    QVERIFY(QJsonDocument::fromJson(contentOf(path)).isObject());
    MemoryTarget after;
    const Result<ImportReport> imported = Importer(after).run({path});
    QVERIFY2(imported, qPrintable(imported.error().text));
    QCOMPARE(imported->warnings, QList<ImportWarning>());
    QCOMPARE(after.m_folders, before.m_folders);
    QCOMPARE(after.m_conversations.size(), before.m_conversations.size());
    for (qsizetype i = 0; i < after.m_conversations.size(); ++i) {
        const ImportedConversation &was = before.m_conversations.at(i);
        const ImportedConversation &is = after.m_conversations.at(i);
        QCOMPARE(is.conversation, was.conversation);
        QCOMPARE(is.messages.size(), was.messages.size());
        for (qsizetype row = 0; row < is.messages.size(); ++row)
            QCOMPARE(is.messages.at(row), was.messages.at(row));
    }
}

void TestExporter::importsItsOwnOnlyOnce()
{
    QTemporaryDir folder;
    MemoryTarget target = history();
    const QString path = folder.filePath(u"all.json"_s);
    QVERIFY(Exporter(target).run(job("json", path)));
    const Result<ImportReport> again = Importer(target).run({path});
    QVERIFY(again);
    QCOMPARE(again->conversations, 0);
    QCOMPARE(again->folders, 0);
    QCOMPARE(again->duplicates, 2);
}

void TestExporter::mendsATreeThatWasChanged()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"changed.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format":"aura-conversations","version":1,"conversations":[{"id":"c","title":"t",
        "messages":[{"id":"5","role":"user","text":"a","parent":"9"},
                    {"id":"5","role":"assistant","text":"b","parent":"5"},
                    {"id":"-1","role":"system","text":"s1"},{"role":"system","text":"s2"},
                    {"id":"9223372036854775807","role":"user","text":"c","isActive":true}]}]})");
    file.close();
    MemoryTarget target;
    const Result<ImportReport> report = Importer(target).run({path});
    QVERIFY2(report, qPrintable(report.error().text));
    QCOMPARE(report->warnings.size(), 1);
    const QList<StoredMessage> messages = target.m_conversations.constFirst().messages;
    QCOMPARE(messages.size(), 5);
    QSet<MessageId> ids;
    for (const StoredMessage &stored : messages) {
        QVERIFY(stored.message.id.isValid());
        QVERIFY(!ids.contains(stored.message.id));
        QVERIFY(!stored.parent.isValid() || ids.contains(stored.parent));
        ids.insert(stored.message.id);
    }
}

void TestExporter::writesForOpenchat()
{
    QTemporaryDir folder;
    MemoryTarget before = history();
    const QString path = folder.filePath(u"openchat.json"_s);
    QVERIFY(Exporter(before).run(job("openchat", path)));
    const QJsonObject root = QJsonDocument::fromJson(contentOf(path)).object();
    QCOMPARE(root.value("version"_L1).toInt(), 4);
    const QJsonValue first = root.value("history"_L1)[0];
    QCOMPARE(first["prompt"_L1].toString(), u"Be brief."_s);
    QCOMPARE(first["model"_L1]["id"_L1].toString(), u"llama3"_s);
    MemoryTarget after;
    const Result<ImportReport> report = Importer(after).run({path});
    QVERIFY2(report, qPrintable(report.error().text));
    QCOMPARE(report->conversations, 2);
    QCOMPARE(report->folders, 3);
    const QList<Message> path1 = activePath(after.m_conversations.constFirst().messages);
    QCOMPARE(path1.size(), 2);
    QCOMPARE(path1.at(1).text, u"Answer **two** 😀"_s);
}

void TestExporter::writesAFileForEach_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("markdown") << u".md"_s;
    QTest::newRow("html") << u".html"_s;
}

void TestExporter::writesAFileForEach()
{
    QFETCH(QString, ending);
    QTemporaryDir folder;
    MemoryTarget source = history();
    const QString path = folder.filePath(u"out"_s);
    const Result<ExportReport> report = Exporter(source).run(job(QTest::currentDataTag(), path));
    QVERIFY2(report, qPrintable(report.error().text));
    const QString place = u"Work/A_B_ _tests_/"_s;
    const QStringList expected{place + u"Everything_ _quotes_, _tags_ & 🐈"_s + ending,
                               place + u"everything_ _quotes_, _tags_ & 🐈 (2)"_s + ending};
    QCOMPARE(filesBelow(path), expected);
}

void TestExporter::writesOneInAFolder()
{
    QTemporaryDir folder;
    MemoryTarget source = history();
    for (int i = 0; i < 2; ++i) {
        const Result<ExportReport> report =
            Exporter(source).run(job("markdown", folder.path(), {u"conversation-2"_s}));
        QVERIFY2(report, qPrintable(report.error().text));
    }
    QCOMPARE(filesBelow(folder.path()),
             QStringList({u"everything_ _quotes_, _tags_ & 🐈 (2).md"_s,
                          u"everything_ _quotes_, _tags_ & 🐈.md"_s}));
}

void TestExporter::writesMarkdown()
{
    QTemporaryDir folder;
    MemoryTarget source = history();
    source.m_conversations[0].messages[3].message.text += u"\n```c\nint a;"_s; // never closed
    const QString path = folder.filePath(u"one.md"_s);
    QVERIFY(Exporter(source).run(job("markdown", path, {u"conversation-1"_s})));
    const QString text = QString::fromUtf8(contentOf(path));
    QVERIFY(text.startsWith(u"# Everything: \"quotes\", \\<tags\\> \\& 🐈\n"_s));
    for (const QString &part : {u"Be brief."_s, u"First wording"_s, u"## Assistant (llama3) · "_s,
                                u"<summary>Reasoning</summary>\n\nFirst I thought."_s,
                                u"Answer **two** 😀\n```c\nint a;\n```\n\n*The reply failed.*\n"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY(!text.contains("Answer one"_L1));
    QVERIFY(!text.contains("Second wording"_L1));
}

void TestExporter::writesAPageThatStandsAlone()
{
    QTemporaryDir folder;
    MemoryTarget source = history();
    source.m_conversations[0].messages[3].message.text =
        u"<script>alert(1)</script> ![pic](https://example.org/a.png) [x](javascript:alert(1))"
        " <img src=x onerror=y> <https://example.org/>\n\n<style>@import 'x'</style>"_s;
    const QString path = folder.filePath(u"one.html"_s);
    QVERIFY(Exporter(source).run(job("html", path, {u"conversation-1"_s})));
    const QString page = QString::fromUtf8(contentOf(path));
    for (const auto bad : {"<script"_L1, "<img"_L1, "href=\"javascript:"_L1, "<link"_L1,
                           "@import 'x'</style>"_L1, "url("_L1, "<iframe"_L1})
        QVERIFY2(!page.contains(bad, Qt::CaseInsensitive), bad.data());
    QVERIFY(!page.contains(QRegularExpression(u"<[^>]*\\bsrc="_s)));
    QVERIFY(page.contains("default-src 'none'"_L1));
    QVERIFY(page.contains("prefers-color-scheme: dark"_L1));
    QVERIFY(page.contains("&lt;tags&gt; &amp; "_L1));
}

void TestExporter::writesHtml_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");

    QTest::newRow("paragraph")
        << u"a *b* **c** `d` <e>"_s
        << u"<p>a <em>b</em> <strong>c</strong> <code>d</code> &lt;e&gt;</p>\n"_s;
    QTest::newRow("heading") << u"# Top"_s << u"<h3>Top</h3>\n"_s;
    QTest::newRow("list") << u"- a\n- b\n  1. c\n\nd"_s
                          << u"<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n<ol>\n<li><p>c</p>\n</li>\n"
                             "</ol>\n</li>\n</ul>\n<p>d</p>\n"_s;
    QTest::newRow("numbers go on")
        << u"3. a\n4. b"_s
        << u"<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n"_s;
    QTest::newRow("quote") << u"> a"_s << u"<blockquote>\n<p>a</p>\n</blockquote>\n"_s;
    QTest::newRow("code") << u"```\na <b>\n\nc\n```"_s
                          << u"<pre><code>a &lt;b&gt;\n\nc</code></pre>\n"_s;
    QTest::newRow("table") << u"|a|b|\n|-|-:|\n|c|d|"_s
                           << u"<table>\n<tr><th>a</th><th class=\"r\">b</th></tr>\n"
                              "<tr><td>c</td><td class=\"r\">d</td></tr>\n</table>\n"_s;
    QTest::newRow("raw html") << u"<div onclick=\"x\">\n"_s
                              << u"<pre><code>&lt;div onclick=&quot;x&quot;&gt;</code></pre>\n"_s;
    QTest::newRow("link")
        << u"[a](https://example.org/?a=\"b\"&c)"_s
        << u"<p><a rel=\"noreferrer noopener\" href=\"https://example.org/?a=&quot;b&quot;&amp;c\">a</a></p>\n"_s;
}

void TestExporter::writesHtml()
{
    QFETCH(QString, markdown);
    const QString html = markdownToHtml(markdown);
    QTEST(html, "html");
    QXmlStreamReader xml("<x>"_L1 + html + "</x>"_L1);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

void TestExporter::closesItsFilesToOthers()
{
#ifndef Q_OS_WIN
    QTemporaryDir folder;
    MemoryTarget source = history();
    const QString path = folder.filePath(u"out"_s);
    QVERIFY(Exporter(source).run(job("markdown", path)));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(path) & others));
    const QStringList files = filesBelow(path);
    QCOMPARE(files.size(), 2);
    for (const QString &file : files)
        QVERIFY(!(QFile::permissions(path + u'/' + file) & others));
#endif
}

void TestExporter::leavesTheOldFileWhereItFails()
{
    QTemporaryDir folder;
    MemoryTarget source = history();
    const QString path = folder.filePath(u"all.json"_s);
    QVERIFY(Exporter(source).run(job("json", path)));
    const QByteArray before = contentOf(path);
    Exporter cancelled(source, [](qint64 done, qint64) { return done < 2; });
    QVERIFY(!cancelled.run(job("json", path)));
    QCOMPARE(contentOf(path), before);
    QCOMPARE(filesBelow(folder.path()), QStringList(u"all.json"_s));
    const Result<ExportReport> nowhere =
        Exporter(source).run(job("json", folder.filePath(u"no/such/folder.json"_s)));
    QVERIFY(!nowhere);
    QVERIFY(nowhere.error().text.contains("cannot be written"_L1));
}

void TestExporter::namesFilesSafely_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"What is a monad?"_s << u"What is a monad_"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"_._.._etc_passwd"_s;
    QTest::newRow("backslash") << u"C:\\temp"_s << u"C__temp"_s;
    QTest::newRow("device") << u"con.txt"_s << u"_con.txt"_s;
    QTest::newRow("port") << u"LPT1"_s << u"_LPT1"_s;
    QTest::newRow("option") << u"-rf"_s << u"_rf"_s;
    QTest::newRow("dots at the end") << u"so..."_s << u"so"_s;
    QTest::newRow("nothing") << u" \n"_s << u"_"_s;
    QTest::newRow("control characters") << u"a\x1b[31mb\u202ec"_s << u"a[31mbc"_s;
    QTest::newRow("long") << QString(50, u'я') + u"x"_s << QString(50, u'я');
}

void TestExporter::namesFilesSafely()
{
    QFETCH(QString, title);
    QTEST(safeFileName(title), "name");
}

void TestExporter::namesFilesOnce()
{
    FileNames names;
    QCOMPARE(names.take(u"A"_s, u".md"_s), u"A.md"_s);
    QCOMPARE(names.take(u"a"_s, u".md"_s), u"a (2).md"_s);
    QCOMPARE(names.take(u"A"_s, u".md"_s), u"A (3).md"_s);
    QCOMPARE(names.take(u"a (2)"_s, u".md"_s), u"a (2) (2).md"_s);
}

QTEST_GUILESS_MAIN(TestExporter)
#include "tst_exporter.moc"
