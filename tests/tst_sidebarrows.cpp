// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationlistmodel.h"
#include "ui/sidebar/conversationedits.h"
#include "ui/sidebar/sidebarmodel.h"
#include "ui/sidebar/sidebarrows.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLocale>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Aura;
using namespace Qt::StringLiterals;

//! What stands where in the sidebar, and what the user's edits make of it, there and back.
class TestSidebarRows : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        QLocale::setDefault(QLocale::c());
    }
    void heading_data();
    void heading();
    void places();
    void foldersOfOthers();
    void openFolders();
    void edits_data();
    void edits();
    void undoKeepsWhatCameSince();
    void removedFolderKeepsItsContent();
    void drops_data();
    void drops();
    void manyAreQuick();

private:
    static ConversationSummary summary(const QString &id, int minutesAgo);
    static QStringList rows(const ConversationListModel &list, const QSet<QString> &open = {});
    static void fill(ConversationListModel &list);
};

ConversationSummary TestSidebarRows::summary(const QString &id, int minutesAgo)
{
    return {.id = id,
            .title = id,
            .changed =
                QDateTime(QDate(2026, 11, 20), QTime(12, 0)).toUTC().addSecs(-60 * minutesAgo)};
}

QStringList TestSidebarRows::rows(const ConversationListModel &list, const QSet<QString> &open)
{
    QStringList texts;
    for (const SidebarRow &row : makeSidebarRows(list, open, QDate(2026, 11, 20))) {
        const QString indent(row.depth, u'-');
        switch (row.kind) {
        case SidebarRow::Kind::Heading: texts.append(u"# "_s + row.text); break;
        case SidebarRow::Kind::Folder:
        case SidebarRow::Kind::Shelf:
            texts.append(indent + (row.isOpen ? u"v "_s : u"> "_s) + row.text + u' '
                         + QString::number(row.count));
            break;
        case SidebarRow::Kind::Conversation: texts.append(indent + row.id); break;
        }
    }
    return texts;
}

//! Two of today, one of them pinned, one of yesterday; Work with Reports in it, one in each.
void TestSidebarRows::fill(ConversationListModel &list)
{
    ConversationSummary pinned = summary(u"pinned"_s, 30);
    pinned.isPinned = true;
    ConversationSummary inWork = summary(u"inWork"_s, 60);
    inWork.folderId = u"work"_s;
    ConversationSummary inReports = summary(u"inReports"_s, 70);
    inReports.folderId = u"reports"_s;
    list.adopt({summary(u"today"_s, 10), pinned, inWork, inReports, summary(u"yesterday"_s, 1500)},
               {{.id = u"reports"_s, .parentId = u"work"_s, .name = u"Reports"_s},
                {.id = u"work"_s, .name = u"Work"_s}});
}

void TestSidebarRows::heading_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("heading");
    QTest::newRow("today") << QDate(2026, 11, 20) << u"Today"_s;
    QTest::newRow("tomorrow, by a wrong clock") << QDate(2026, 11, 21) << u"Today"_s;
    QTest::newRow("yesterday") << QDate(2026, 11, 19) << u"Yesterday"_s;
    QTest::newRow("monday") << QDate(2026, 11, 16) << u"This week"_s;
    QTest::newRow("sunday before") << QDate(2026, 11, 15) << u"November 2026"_s;
    QTest::newRow("last year") << QDate(2025, 2, 1) << u"February 2025"_s;
}

void TestSidebarRows::heading()
{
    QFETCH(QDate, day);
    QFETCH(QString, heading);
    QCOMPARE(dayHeading(day, QDate(2026, 11, 20)), heading);
}

void TestSidebarRows::places()
{
    ConversationListModel list;
    QCOMPARE(rows(list), QStringList());
    fill(list);
    QCOMPARE(rows(list),
             (QStringList{u"# Pinned"_s, u"pinned"_s, u"# Folders"_s, u"> Work 2"_s, u"# Today"_s,
                          u"today"_s, u"# Yesterday"_s, u"yesterday"_s}));
}

void TestSidebarRows::foldersOfOthers()
{
    ConversationListModel list;
    ConversationSummary lost = summary(u"lost"_s, 1);
    lost.folderId = u"no such folder"_s;
    list.adopt({lost},
               {{.id = u"a"_s, .parentId = u"b"_s, .name = u"A"_s},
                {.id = u"b"_s, .parentId = u"a"_s, .name = u"B"_s},
                {.id = u"c"_s, .parentId = u"gone"_s, .name = u"C"_s}});
    QCOMPARE(
        rows(list),
        (QStringList{u"# Folders"_s, u"> A 0"_s, u"> B 0"_s, u"> C 0"_s, u"# Today"_s, u"lost"_s}));
}

void TestSidebarRows::openFolders()
{
    ConversationListModel list;
    fill(list);
    ConversationEdits edits(list);
    SidebarModel model(list, edits);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowOf(u"inReports"_s), -1);
    model.reveal(u"inReports"_s);
    QCOMPARE(rows(list, model.openFolders()).mid(2, 5),
             (QStringList{u"# Folders"_s, u"v Work 2"_s, u"-v Reports 1"_s, u"--inReports"_s,
                          u"-inWork"_s}));
    QVERIFY(model.rowOf(u"inReports"_s) > 0);
    model.setOpen(u"work"_s, false);
    QCOMPARE(model.rowOf(u"inWork"_s), -1);
}

void TestSidebarRows::edits_data()
{
    using Edit = std::function<void(ConversationEdits &)>;
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("gone");  // a row that goes …
    QTest::addColumn<QString>("comes"); // … and one that comes, all being open
    QTest::newRow("rename") << Edit([](ConversationEdits &edits) {
        edits.renameFolder(u"work"_s, u"Play"_s);
    }) << u"v Work 2"_s << u"v Play 2"_s;
    QTest::newRow("pin") << Edit(
        [](ConversationEdits &edits) { edits.setPinned({u"yesterday"_s}, true); })
                         << u"# Yesterday"_s << QString();
    QTest::newRow("unpin") << Edit([](ConversationEdits &edits) {
        edits.setPinned({u"pinned"_s}, false);
    }) << u"# Pinned"_s << QString();
    QTest::newRow("archive") << Edit([](ConversationEdits &edits) {
        edits.setArchived({u"today"_s, u"yesterday"_s}, true);
    }) << u"# Today"_s << u"v Archive 2"_s;
    QTest::newRow("trash") << Edit([](ConversationEdits &edits) {
        edits.moveToTrash({u"inWork"_s});
    }) << u"v Work 2"_s << u"v Trash 1"_s;
    QTest::newRow("into a folder")
        << Edit([](ConversationEdits &edits) { edits.moveToFolder({u"today"_s}, u"reports"_s); })
        << u"# Today"_s << u"-v Reports 2"_s;
    QTest::newRow("new folder") << Edit([](ConversationEdits &edits) {
        edits.addFolder(u"work"_s, u"Reports"_s);
    }) << QString() << u"-> Reports (2) 0"_s;
    QTest::newRow("folder to the top")
        << Edit([](ConversationEdits &edits) { edits.moveFolder(u"reports"_s, {}); })
        << u"-v Reports 1"_s << u"v Reports 1"_s;
    QTest::newRow("folder into itself")
        << Edit([](ConversationEdits &edits) { edits.moveFolder(u"work"_s, u"reports"_s); })
        << QString() << QString();
}

void TestSidebarRows::edits()
{
    QFETCH(std::function<void(ConversationEdits &)>, edit);
    QFETCH(QString, gone);
    QFETCH(QString, comes);
    const QSet<QString> open{u"work"_s, u"reports"_s, archiveShelf, trashShelf};
    ConversationListModel list;
    fill(list);
    ConversationEdits edits(list);
    const QStringList before = rows(list, open);
    QVERIFY(gone.isEmpty() || before.contains(gone));
    QVERIFY(comes.isEmpty() || !before.contains(comes));

    edit(edits);
    const QStringList after = rows(list, open);
    QVERIFY2(gone.isEmpty() || !after.contains(gone), qPrintable(after.join(u'\n')));
    QVERIFY2(comes.isEmpty() || after.contains(comes), qPrintable(after.join(u'\n')));
    QCOMPARE(edits.undoStack().count(), gone.isEmpty() && comes.isEmpty() ? 0 : 1);

    edits.undoStack().undo();
    QCOMPARE(rows(list, open), before);
    edits.undoStack().redo();
    QCOMPARE(rows(list, open), after);
}

void TestSidebarRows::undoKeepsWhatCameSince()
{
    ConversationListModel list;
    fill(list);
    ConversationEdits edits(list);
    edits.moveToFolder({u"today"_s}, u"work"_s);
    edits.addFolder({}, u"Mine"_s);
    QList<Folder> folders = list.folders();
    folders.append({.id = u"imported"_s, .name = u"Imported"_s});
    list.setFolders(folders);
    ConversationSummary renamed = list.summaryAt(list.rowOf(u"today"_s));
    renamed.title = u"Another title"_s;
    list.setSummaries({renamed});

    edits.undoStack().undo();
    edits.undoStack().undo();
    const ConversationSummary now = list.summaryAt(list.rowOf(u"today"_s));
    QCOMPARE(now.title, u"Another title"_s);
    QCOMPARE(now.folderId, QString());
    QStringList names;
    for (const Folder &folder : list.folders())
        names.append(folder.name);
    names.sort();
    QCOMPARE(names, (QStringList{u"Imported"_s, u"Reports"_s, u"Work"_s}));
}

void TestSidebarRows::removedFolderKeepsItsContent()
{
    ConversationListModel list;
    fill(list);
    ConversationEdits edits(list);
    QSignalSpy told(&edits, &ConversationEdits::movedAway);
    edits.removeFolder(u"work"_s);
    QCOMPARE(
        rows(list, {u"reports"_s}),
        (QStringList{u"# Pinned"_s, u"pinned"_s, u"# Folders"_s, u"v Reports 1"_s, u"-inReports"_s,
                     u"# Today"_s, u"today"_s, u"inWork"_s, u"# Yesterday"_s, u"yesterday"_s}));
    QCOMPARE(told.count(), 1);
}

void TestSidebarRows::drops_data()
{
    QTest::addColumn<QString>("dragged");
    QTest::addColumn<QString>("onto"); // what the row shows; empty: below the last
    QTest::addColumn<bool>("taken");
    QTest::addColumn<QString>("comes");
    QTest::newRow("onto a folder") << u"today"_s << u"Reports"_s << true << u"--today"_s;
    QTest::newRow("onto one in a folder") << u"today"_s << u"inWork"_s << true << u"-today"_s;
    QTest::newRow("onto pinned") << u"yesterday"_s << u"pinned"_s << true << u"yesterday"_s;
    QTest::newRow("out of a folder") << u"inWork"_s << u"today"_s << true << u"inWork"_s;
    QTest::newRow("below all") << u"inWork"_s << QString() << true << u"inWork"_s;
    QTest::newRow("folder into folder below it")
        << u"work"_s << u"Reports"_s << false << u"v Work 2"_s;
    QTest::newRow("folder onto the heading")
        << u"reports"_s << u"Folders"_s << true << u"v Reports 1"_s;
    QTest::newRow("folder onto a day") << u"reports"_s << u"today"_s << false << u"-v Reports 1"_s;
}

void TestSidebarRows::drops()
{
    QFETCH(QString, dragged);
    QFETCH(QString, onto);
    QFETCH(bool, taken);
    QFETCH(QString, comes);
    const QSet<QString> open{u"work"_s, u"reports"_s};
    ConversationListModel list;
    fill(list);
    ConversationEdits edits(list);
    SidebarModel model(list, edits);
    model.setOpenFolders(open);
    QModelIndex target;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!onto.isEmpty() && model.index(row).data().toString() == onto)
            target = model.index(row);
    }
    QCOMPARE(target.isValid(), !onto.isEmpty());
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(model.rowOf(dragged))}));
    QCOMPARE(model.canDropMimeData(data.get(), Qt::MoveAction, -1, -1, target), taken);
    QCOMPARE(model.dropMimeData(data.get(), Qt::MoveAction, -1, -1, target), taken);
    const QStringList after = rows(list, open);
    QVERIFY2(after.contains(comes), qPrintable(after.join(u'\n')));
}

// Not a timed test: a row that cost a hundred times as much would run into the function's limit.
void TestSidebarRows::manyAreQuick()
{
    ConversationListModel list;
    QList<ConversationSummary> many;
    for (int i = 0; i < 100'000; ++i)
        many.append(summary(QString::number(i), i));
    list.adopt(many, {});
    const std::vector<SidebarRow> all = makeSidebarRows(list, {}, QDate(2026, 11, 20));
    QCOMPARE(int(std::ranges::count(all, SidebarRow::Kind::Conversation, &SidebarRow::kind)),
             100'000);
}

QTEST_MAIN(TestSidebarRows)
#include "tst_sidebarrows.moc"
