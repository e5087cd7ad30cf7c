// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/caretrest.h"

#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStyleHints>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

//! Counts how often a field's ground was painted: a caret that blinks paints its line.
class PaintedEdit : public QPlainTextEdit
{
public:
    int paints = 0;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        ++paints;
        QPlainTextEdit::paintEvent(event);
    }
};

class TestCaretRest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void restsUntilTheNextKey();
    void leavesTheDesktopsSpeed();

private:
    static QStyleHints &hints() { return *QGuiApplication::styleHints(); }
};

void TestCaretRest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s));
    hints().setCursorFlashTime(60);
}

void TestCaretRest::restsUntilTheNextKey()
{
    using namespace std::chrono_literals;
    const CaretRest rest(300ms);
    PaintedEdit edit;
    edit.show();
    edit.setFocus();
    edit.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&edit));
    edit.paints = 0;
    QTRY_VERIFY(edit.paints >= 3); // it blinks
    QTRY_COMPARE(hints().cursorFlashTime(), 0);
    QTest::qWait(0); // what was asked for before is painted
    edit.paints = 0;
    QTest::qWait(200);
    QCOMPARE(edit.paints, 0);
    const QRect caret = edit.cursorRect();
    QVERIFY(qGray(edit.viewport()->grab(caret).toImage().pixel(0, caret.height() / 2)) < 128);

    QTest::keyClick(&edit, Qt::Key_A);
    QCOMPARE(hints().cursorFlashTime(), 60);
    edit.paints = 0;
    QTRY_VERIFY(edit.paints >= 3);
}

void TestCaretRest::leavesTheDesktopsSpeed()
{
    {
        const CaretRest rest(std::chrono::milliseconds(0));
        QPlainTextEdit edit;
        QTest::keyClick(&edit, Qt::Key_A);
        QTRY_COMPARE(hints().cursorFlashTime(), 0);
    }
    QCOMPARE(hints().cursorFlashTime(), 60);
}

QTEST_MAIN(TestCaretRest)
#include "tst_caretrest.moc"
