// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/historytarget.h"
#include "transfer/importer.h"
#include "ui/transfer/exportdialog.h"
#include "ui/transfer/importdialog.h"

#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

QString dataFile(const QString &name)
{
    return QStringLiteral(AURA_TEST_DATA "/import/") + name;
}

QPushButton *button(const QWidget &dialog, const QString &text)
{
    const QList<QPushButton *> buttons = dialog.findChildren<QPushButton *>();
    for (QPushButton *each : buttons) {
        if (each->text() == text && each->isVisible())
            return each;
    }
    return nullptr;
}

bool says(const QWidget &dialog, const QString &text)
{
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

} // namespace

//! The dialogs of import and export, on a history of their own.
class TestTransferDialogs : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_history = m_folder->filePath(u"history.sqlite"_s);
    }

    void importsAfterAsking();
    void changesNothingWhereNobodyAgrees();
    void tellsWhatIsWrong();
    void hasNothingToAskWhereNothingIsNew();
    void exports_data();
    void exports();
    void tellsWhereItCannotWrite();

private:
    void import(const QString &file)
    {
        auto target = HistoryTarget::open(m_history, HistoryTarget::Mode::Write);
        QVERIFY(target && Importer(**target).run({file}));
    }
    QStringList titles() const
    {
        auto source = HistorySource::open(m_history);
        return source ? (*source)->conversations() : QStringList();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_history;
};

void TestTransferDialogs::importsAfterAsking()
{
    ImportDialog dialog(m_history, {dataFile(u"openchat-v4.json"_s)});
    QSignalSpy imported(&dialog, &ImportDialog::imported);
    dialog.show();
    QTRY_VERIFY(button(dialog, u"Import"_s));
    QVERIFY(says(dialog, u"New: 3 conversation(s)"_s));
    QVERIFY(says(dialog, u"openchat-ui"_s));
    auto *warnings = dialog.findChild<QListWidget *>();
    QVERIFY(warnings->isVisible());
    QCOMPARE(warnings->count(), 5);
    QVERIFY(!QFile::exists(m_history));
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return); // not Cancel, which had the focus before
    QTRY_VERIFY(button(dialog, u"Close"_s));
    QVERIFY(says(dialog, u"Imported: 3 conversation(s)"_s));
    QCOMPARE(imported.size(), 1);
    QVERIFY(!button(dialog, u"Import"_s));
    QCOMPARE(titles().size(), 3);
}

void TestTransferDialogs::changesNothingWhereNobodyAgrees()
{
    ImportDialog dialog(m_history, {dataFile(u"chatgpt.json"_s)});
    QSignalSpy imported(&dialog, &ImportDialog::imported);
    dialog.show();
    QTRY_VERIFY(button(dialog, u"Import"_s));
    button(dialog, u"Cancel"_s)->click();
    QVERIFY(!dialog.isVisible());
    QVERIFY(imported.isEmpty());
    QVERIFY(!QFile::exists(m_history));
}

void TestTransferDialogs::tellsWhatIsWrong()
{
    ImportDialog dialog(m_history, {dataFile(u"truncated.json"_s)});
    dialog.show();
    QTRY_VERIFY(button(dialog, u"Close"_s));
    QVERIFY(says(dialog, u"“truncated.json” was not imported, and nothing has changed."_s));
    QVERIFY(says(dialog, u"It ends in the middle."_s));
    QVERIFY(!button(dialog, u"Import"_s));
}

void TestTransferDialogs::hasNothingToAskWhereNothingIsNew()
{
    import(dataFile(u"claude.json"_s));
    ImportDialog dialog(m_history, {dataFile(u"claude.json"_s)});
    dialog.show();
    QTRY_VERIFY(button(dialog, u"Close"_s));
    QVERIFY(says(dialog, u"nothing new"_s));
    QVERIFY(!button(dialog, u"Import"_s));
}

void TestTransferDialogs::exports_data()
{
    QTest::addColumn<QString>("subject"); // the text of the button
    QTest::addColumn<QString>("output");
    QTest::addColumn<int>("files");
    QTest::newRow("markdown") << u"All conversations"_s << u"out"_s << 2;
    QTest::newRow("html") << u"This conversation: A && B"_s << u"one.html"_s << 1;
    QTest::newRow("json") << u"All conversations"_s << u"all.json"_s << 1;
    QTest::newRow("openchat") << u"This conversation: A && B"_s << u"one.json"_s << 1;
}

void TestTransferDialogs::exports()
{
    QFETCH(QString, subject);
    QFETCH(QString, output);
    import(dataFile(u"claude.json"_s));
    ExportDialog dialog(m_history, {{titles().constFirst()}, u"A & B"_s});
    dialog.show();
    const QList<QRadioButton *> choices = dialog.findChildren<QRadioButton *>();
    for (QRadioButton *choice : choices) {
        if (choice->text() == subject
            || choice->objectName() == QString::fromUtf8(QTest::currentDataTag()))
            choice->click();
    }
    const QString place = m_folder->filePath(u"x/"_s) + output;
    QVERIFY(QDir(m_folder->path()).mkdir(u"x"_s));
    dialog.exportTo(place);
    QTRY_VERIFY(button(dialog, u"Close"_s));
    QVERIFY(says(dialog, place));
    const QFileInfo written(place);
    QVERIFY(written.exists());
    QFETCH(int, files);
    QCOMPARE(written.isDir() ? QDir(place).entryList(QDir::Files).size() : 1, files);
}

void TestTransferDialogs::tellsWhereItCannotWrite()
{
    import(dataFile(u"claude.json"_s));
    ExportDialog dialog(m_history, {{titles().constFirst()}, u"A"_s});
    dialog.show();
    dialog.exportTo(m_folder->filePath(u"no/such/folder.md"_s));
    QTRY_VERIFY(button(dialog, u"Close"_s));
    QVERIFY(says(dialog, u"cannot be written"_s));
}

QTEST_MAIN(TestTransferDialogs)
#include "tst_transferdialogs.moc"
