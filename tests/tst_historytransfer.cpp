// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/database.h"
#include "history/historyfile.h"
#include "transfer/historytarget.h"
#include "transfer/importer.h"

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

Result<ImportReport> importInto(const QString &history, const QString &file,
                                HistoryTarget::Mode mode = HistoryTarget::Mode::Write,
                                const Importer::Progress &progress = {})
{
    Result<std::unique_ptr<HistoryTarget>> target = HistoryTarget::open(history, mode);
    if (!target)
        return target.error();
    return Importer(**target, progress).run({file});
}

Result<ExportReport> exportAll(const QString &history, const QString &output)
{
    Result<std::unique_ptr<HistorySource>> source = HistorySource::open(history);
    if (!source)
        return source.error();
    return Exporter(**source).run({.format = exportFormat(u"json"_s), .output = output});
}

//! All that is in a history.
struct Contents
{
    QList<Folder> folders{};
    QList<StoredConversation> conversations{};
    QList<QList<StoredMessage>> messages{};

    friend bool operator==(const Contents &, const Contents &) = default;
};

Contents contentsOf(const QString &history)
{
    Contents contents;
    const auto file = HistoryFile::open(history, HistoryFile::Use::Read);
    if (!file)
        return contents;
    contents.folders = (*file)->folders();
    const QList<ConversationSummary> summaries = (*file)->summaries();
    for (const ConversationSummary &summary : summaries) {
        contents.conversations << (*file)->conversation(summary.id).value();
        contents.messages << (*file)->messages(summary.id);
    }
    return contents;
}

} // namespace

//! Import into a history's file, and export from it.
class TestHistoryTransfer : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_history = m_folder->filePath(u"history.sqlite"_s);
    }

    void importsAndExportsWithoutALoss_data();
    void importsAndExportsWithoutALoss();
    void changesNothingInADryRun();
    void changesNothingWhereItFails();
    void movesIdsThatAreTaken();
    void aLargeImportLeavesTheIndexInOnePart();
    void keepsTheActivePath();
    void aNewerFileExtends_data();
    void aNewerFileExtends();
    void versionsAreTakenOver();
    void tellsWhatIsWrongWithTheFile();

private:
    //! A file of openchat-ui with one conversation: questions and answers in turns.
    QString openchatFile(const QString &name, const QString &id, const QStringList &texts) const
    {
        QStringList messages;
        for (qsizetype i = 0; i < texts.size(); ++i)
            messages += uR"({"role": "%1", "content": "%2"})"_s.arg(
                i % 2 == 0 ? u"user"_s : u"assistant"_s, texts.at(i));
        const QString json =
            uR"([{"id": %1, "name": "chat", "messages": [%2]}])"_s.arg(id, messages.join(u','));
        QFile file(m_folder->filePath(name));
        const QByteArray bytes = json.toUtf8();
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            ? file.fileName()
            : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_history;
};

void TestHistoryTransfer::importsAndExportsWithoutALoss_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"openchat-v4.json", "chatgpt.json", "claude.json", "openwebui.json",
                             "lmstudio", "jan", "chatbox.json", "llamacpp.json", "openai.json"})
        QTest::newRow(file) << QString::fromUtf8(file);
}

//! From a foreign file into one history, from there as JSON into another: each field is compared.
void TestHistoryTransfer::importsAndExportsWithoutALoss()
{
    QFETCH(QString, file);
    const Result<ImportReport> imported = importInto(m_history, dataFile(file));
    QVERIFY2(imported, qPrintable(imported.error().text));
    const QString json = m_folder->filePath(u"all.json"_s);
    const Result<ExportReport> exported = exportAll(m_history, json);
    QVERIFY2(exported, qPrintable(exported.error().text));
    QCOMPARE(exported->conversations, imported->conversations);
    const QString other = m_folder->filePath(u"other.sqlite"_s);
    const Result<ImportReport> again = importInto(other, json);
    QVERIFY2(again, qPrintable(again.error().text));
    QCOMPARE(again->warnings, QList<ImportWarning>());
    const Contents before = contentsOf(m_history);
    const Contents after = contentsOf(other);
    QCOMPARE(after.conversations.size(), imported->conversations);
    QCOMPARE(after.folders, before.folders);
    QCOMPARE(after.conversations, before.conversations);
    QCOMPARE(after.messages, before.messages);
    // And the other way there is nothing new.
    const Result<ImportReport> back = importInto(m_history, json);
    QVERIFY(back);
    QCOMPARE(back->conversations, 0);
    QCOMPARE(contentsOf(m_history), before);
#ifndef Q_OS_WIN
    QVERIFY(!(QFile::permissions(m_history) & (QFile::ReadGroup | QFile::ReadOther)));
#endif
}

void TestHistoryTransfer::changesNothingInADryRun()
{
    const auto dryRun = HistoryTarget::Mode::DryRun;
    const Result<ImportReport> first = importInto(m_history, dataFile(u"chatgpt.json"_s), dryRun);
    QVERIFY(first);
    QCOMPARE(first->conversations, 4);
    QVERIFY(!QFile::exists(m_history));
    const Result<ImportReport> real = importInto(m_history, dataFile(u"chatgpt.json"_s));
    QCOMPARE(*real, *first);
    const Contents before = contentsOf(m_history);
    const Result<ImportReport> other = importInto(m_history, dataFile(u"claude.json"_s), dryRun);
    QVERIFY(other);
    QCOMPARE(other->conversations, 2);
    const Result<ImportReport> same = importInto(m_history, dataFile(u"chatgpt.json"_s), dryRun);
    QCOMPARE(same->duplicates, 4);
    QCOMPARE(contentsOf(m_history), before);
}

void TestHistoryTransfer::changesNothingWhereItFails()
{
    QVERIFY(importInto(m_history, dataFile(u"claude.json"_s)));
    const Contents before = contentsOf(m_history);
    // Whole conversations stand before the place where the file ends.
    QFile whole(dataFile(u"chatgpt.json"_s));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray all = whole.readAll();
    QFile cut(m_folder->filePath(u"cut.json"_s));
    QVERIFY(cut.open(QIODevice::WriteOnly));
    cut.write(all.first(all.size() - 100));
    cut.close();
    QVERIFY(!importInto(m_history, cut.fileName()));
    QCOMPARE(contentsOf(m_history), before);
    const auto write = HistoryTarget::Mode::Write;
    QVERIFY(!importInto(m_history, dataFile(u"chatgpt.json"_s), write,
                        [](const ImportProgress &) { return false; }));
    QCOMPARE(contentsOf(m_history), before);
}

void TestHistoryTransfer::movesIdsThatAreTaken()
{
    const MessageId taken{(qint64(1'700'000'000'000) << 20) + 1};
    const auto conversation = [&](const QString &id) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
        return StoredConversation{.id = id, .title = id, .created = time, .changed = time};
    };
    const auto message = [](MessageId id, MessageId parent, Role role) {
        StoredMessage stored;
        stored.message.id = id;
        stored.message.role = role;
        stored.message.text = u"text"_s;
        stored.parent = parent;
        return stored;
    };
    const QList<StoredMessage> messages{message(taken, {}, Role::User),
                                        message({taken.value + 1}, taken, Role::Assistant)};
    {
        auto file = HistoryFile::open(m_history, HistoryFile::Use::Write);
        QVERIFY2(file, qPrintable(file.error().text));
        QVERIFY((*file)->add(conversation(u"a"_s), messages));
        QVERIFY((*file)->add(conversation(u"b"_s), messages));
        QVERIFY((*file)->commit());
    }
    auto file = HistoryFile::open(m_history, HistoryFile::Use::Read);
    QCOMPARE((*file)->messages(u"a"_s), messages);
    const QList<StoredMessage> moved = (*file)->messages(u"b"_s);
    QCOMPARE(moved.size(), 2);
    QCOMPARE(moved.at(0).message.id.value, taken.value + 2);
    QCOMPARE(moved.at(1).message.id.value, taken.value + 3);
    QCOMPARE(moved.at(1).parent, moved.at(0).message.id);
    QVERIFY(moved.at(1).isActive);
}

//! What comes later to much that is here, is not worth it.
void TestHistoryTransfer::aLargeImportLeavesTheIndexInOnePart()
{
    for (const auto &[count, isJoined] : {std::pair{1500, true}, std::pair{1000, false}}) {
        QList<StoredMessage> messages;
        for (int i = 0; i < count; ++i) {
            StoredMessage stored;
            stored.message.id = MessageId{(qint64(count) << 32) + i};
            for (int word = 0; word < 100; ++word) // more than FTS5 keeps in memory
                stored.message.text += u"word%1 "_s.arg(100 * i + word);
            messages += stored;
        }
        {
            const auto file = HistoryFile::open(m_history, HistoryFile::Use::Write);
            QVERIFY2(file, qPrintable(file.error().text));
            QVERIFY((*file)->add(StoredConversation{.id = QString::number(count)}, messages));
            QVERIFY((*file)->commit());
        }
        Database database;
        QVERIFY(database.open(m_history, Database::Access::ReadOnly));
        const int parts =
            database.value(u"SELECT count(DISTINCT segid) FROM message_index_idx"_s).toInt();
        QVERIFY2((parts == 1) == isJoined, qPrintable(QString::number(parts)));
        QCOMPARE(
            database
                .value(u"SELECT count(*) FROM message_index WHERE message_index MATCH 'word5'"_s)
                .toInt(),
            isJoined ? 1 : 2);
    }
}

void TestHistoryTransfer::keepsTheActivePath()
{
    QVERIFY(importInto(m_history, dataFile(u"chatgpt.json"_s)));
    auto source = HistorySource::open(m_history);
    QVERIFY(source);
    const QStringList ids = (*source)->withTitle(u"branches"_s);
    QCOMPARE(ids.size(), 1);
    const Result<ExportedConversation> exported = (*source)->conversation(ids.constFirst());
    QVERIFY(exported);
    const QList<Message> path = activePath(exported->messages);
    QCOMPARE(path.size(), 2);
    QCOMPARE(path.at(0).text, u"First wording"_s);
    QCOMPARE(path.at(1).text, u"Answer A"_s);
}

void TestHistoryTransfer::aNewerFileExtends_data()
{
    QTest::addColumn<QString>("id"); // as the file has it
    QTest::addColumn<QStringList>("older");
    QTest::addColumn<QString>("saidHere"); // meanwhile, at the end of the path
    QTest::addColumn<QStringList>("newer");
    QTest::addColumn<int>("added");
    QTest::addColumn<QStringList>("shown");
    QTest::addColumn<QStringList>("beside"); // versions that are not shown
    const QString uuid = u"\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\""_s;
    const QStringList two{u"q1"_s, u"a1"_s};
    const QStringList four{u"q1"_s, u"a1"_s, u"q2"_s, u"a2"_s};
    const auto row = [](const char *name) -> QTestData & { return QTest::newRow(name); };
    row("more messages") << uuid << two << QString() << four << 2 << four << QStringList();
    row("the same") << uuid << four << QString() << four << 0 << four << QStringList();
    row("an older file") << uuid << four << QString() << two << 0 << four << QStringList();
    row("a number for an id") << u"7"_s << two << QString() << four << 2 << four << QStringList();
    row("an answer anew") << uuid << two << QString() << QStringList{u"q1"_s, u"b1"_s, u"q2"_s} << 2
                          << two << QStringList{u"b1"_s, u"q2"_s};
    row("an edited question") << uuid << four << QString() << QStringList{u"p1"_s, u"b1"_s} << 2
                              << four << QStringList{u"p1"_s, u"b1"_s};
    row("gone on with here") << uuid << two << u"mine"_s << four << 2
                             << QStringList{u"q1"_s, u"a1"_s, u"mine"_s}
                             << QStringList{u"q2"_s, u"a2"_s};
    row("the same said twice") << uuid << QStringList{u"q"_s, u"a"_s, u"q"_s, u"a"_s} << QString()
                               << QStringList{u"q"_s, u"a"_s, u"q"_s, u"a"_s, u"q"_s, u"a"_s} << 2
                               << QStringList{u"q"_s, u"a"_s, u"q"_s, u"a"_s, u"q"_s, u"a"_s}
                               << QStringList();
    row("begun with nothing") << uuid << QStringList() << QString() << two << 2 << two
                              << QStringList();
}

void TestHistoryTransfer::aNewerFileExtends()
{
    QFETCH(QString, id);
    QFETCH(QStringList, older);
    QFETCH(QString, saidHere);
    QFETCH(QStringList, newer);
    QFETCH(int, added);
    const bool isThere = !older.isEmpty();
    if (isThere)
        QVERIFY(importInto(m_history, openchatFile(u"older.json"_s, id, older)));
    if (!saidHere.isEmpty()) {
        auto file = HistoryFile::open(m_history, HistoryFile::Use::Write);
        const QString known = (*file)->summaries().constFirst().id;
        const MessageId end = (*file)->messages(known).constLast().message.id;
        StoredMessage mine{.message = {.id = {end.value + 5}, .text = saidHere}, .parent = end};
        QVERIFY((*file)->extend(known, {}, {mine}));
        QVERIFY((*file)->commit());
    }
    const QString file = openchatFile(u"newer.json"_s, id, newer);
    const Result<ImportReport> told = importInto(m_history, file, HistoryTarget::Mode::DryRun);
    const Result<ImportReport> report = importInto(m_history, file);
    QVERIFY2(report, qPrintable(report.error().text));
    QCOMPARE(*report, *told);
    QCOMPARE(report->conversations, isThere ? 0 : 1);
    QCOMPARE(report->extendedBy, isThere ? added : 0);
    QCOMPARE(report->extended.size(), isThere && added > 0 ? 1 : 0);
    QCOMPARE(report->duplicates, isThere && added == 0 ? 1 : 0);
    QVERIFY(!summaryText(*report, ImportTense::WouldCome).isEmpty());

    const Contents contents = contentsOf(m_history);
    QCOMPARE(contents.conversations.size(), 1);
    QStringList shown;
    QStringList beside;
    const QList<Message> path = activePath(contents.messages.constFirst());
    for (const Message &message : path)
        shown.append(message.text);
    for (const StoredMessage &stored : contents.messages.constFirst()) {
        if (!path.contains(stored.message))
            beside.append(stored.message.text);
    }
    QTEST(shown, "shown");
    QTEST(beside, "beside");
    const Result<ImportReport> again = importInto(m_history, file);
    QVERIFY(again);
    QVERIFY(!again->hasNew());
    QCOMPARE(contentsOf(m_history), contents);
}

//! Of a file that has versions: a new one comes beside those that are here, an old one does not.
void TestHistoryTransfer::versionsAreTakenOver()
{
    QFile original(dataFile(u"chatgpt.json"_s));
    QVERIFY(original.open(QIODevice::ReadOnly));
    QByteArray text = original.readAll();
    QVERIFY(importInto(m_history, original.fileName()));
    const Contents before = contentsOf(m_history);
    QVERIFY(text.contains("Answer A"));
    text.replace("Answer A", "Answer Z"); // edited where it stands
    QFile edited(m_folder->filePath(u"edited.json"_s));
    QVERIFY(edited.open(QIODevice::WriteOnly) && edited.write(text) == text.size());
    edited.close();
    const Result<ImportReport> report = importInto(m_history, edited.fileName());
    QVERIFY2(report, qPrintable(report.error().text));
    QCOMPARE(report->extendedBy, 1);
    QCOMPARE(report->duplicates, 3);
    const Contents after = contentsOf(m_history);
    for (qsizetype i = 0; i < after.messages.size(); ++i) {
        for (const StoredMessage &stored : before.messages.at(i))
            QVERIFY(after.messages.at(i).contains(stored));
    }
    QVERIFY(!importInto(m_history, edited.fileName())->hasNew());
}

void TestHistoryTransfer::tellsWhatIsWrongWithTheFile()
{
    const auto read = HistoryFile::Use::Read;
    const auto write = HistoryFile::Use::Write;
    QVERIFY(HistoryFile::open(m_history, read).error().text.contains("no history yet"_L1));
    QFile file(m_history);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    QVERIFY(!HistoryFile::open(m_history, write));
    QVERIFY(file.remove());
    QVERIFY(HistoryFile::open(m_history, write));
    Database database;
    QVERIFY(database.open(m_history));
    QVERIFY(database.run(u"PRAGMA user_version = 1000"_s));
    database.close();
    QVERIFY(HistoryFile::open(m_history, write).error().text.contains("newer Aura"_L1));
    QVERIFY(HistoryFile::open(m_history, read).error().text.contains("newer Aura"_L1));
}

QTEST_GUILESS_MAIN(TestHistoryTransfer)
#include "tst_historytransfer.moc"
