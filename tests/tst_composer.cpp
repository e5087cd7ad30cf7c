// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer.h"
#include "ui/messageedit.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestComposer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void enter_data();
    void enter();
    void enterInAPreeditDoesNotSend();
    void whileAnsweringNothingIsSent();
    void stopIsThereWhileAnswering();
    void growsToTheLimitAndNoFurther();
    void pasteIsPlainText();
    void pasteOfTwoMegabytes_data();
    void pasteOfTwoMegabytes();
    void longLinesAreChangedLikeOthers();
    void showsThatAQuestionIsChanged();

private:
    static QPushButton *button(const Composer &composer, const QString &name);
};

void TestComposer::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
}

QPushButton *TestComposer::button(const Composer &composer, const QString &name)
{
    for (QPushButton *candidate : composer.findChildren<QPushButton *>()) {
        if (candidate->text() == name)
            return candidate;
    }
    return nullptr;
}

void TestComposer::enter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<bool>("sent");
    QTest::addColumn<QString>("left");

    const int none = int(Qt::NoModifier);
    QTest::newRow("Enter sends") << u"hello"_s << int(Qt::Key_Return) << none << true << u"hello"_s;
    QTest::newRow("so does the one of the keypad")
        << u"hello"_s << int(Qt::Key_Enter) << int(Qt::KeypadModifier) << true << u"hello"_s;
    QTest::newRow("Ctrl+Enter sends")
        << u"hello"_s << int(Qt::Key_Return) << int(Qt::ControlModifier) << true << u"hello"_s;
    QTest::newRow("Shift+Enter breaks the line")
        << u"hello"_s << int(Qt::Key_Return) << int(Qt::ShiftModifier) << false << u"hello\n"_s;
    QTest::newRow("nothing is not sent")
        << QString() << int(Qt::Key_Return) << none << false << QString();
    QTest::newRow("white space is not sent")
        << u" \n\t "_s << int(Qt::Key_Return) << none << false << u" \n\t "_s;
}

void TestComposer::enter()
{
    QFETCH(QString, text);
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(bool, sent);
    QFETCH(QString, left);

    Composer composer;
    QSignalSpy spy(&composer, &Composer::sendRequested);
    composer.setText(text);
    QTest::keyClick(&composer.edit(), Qt::Key(key), Qt::KeyboardModifiers(modifiers));
    QCOMPARE(spy.count(), sent ? 1 : 0);
    if (sent)
        QCOMPARE(spy.first().first().toString(), text);
    QCOMPARE(composer.text(), left);
}

void TestComposer::enterInAPreeditDoesNotSend()
{
    Composer composer;
    QSignalSpy spy(&composer, &Composer::sendRequested);
    composer.setText(u"a"_s);
    QInputMethodEvent preedit(u"ni"_s, {});
    QCoreApplication::sendEvent(&composer.edit(), &preedit);
    QTest::keyClick(&composer.edit(), Qt::Key_Return);
    QCOMPARE(spy.count(), 0);

    QInputMethodEvent commit;
    commit.setCommitString(u"你"_s);
    QCoreApplication::sendEvent(&composer.edit(), &commit);
    QTest::keyClick(&composer.edit(), Qt::Key_Return);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().first().toString(), u"a你"_s);
}

void TestComposer::whileAnsweringNothingIsSent()
{
    Composer composer;
    QSignalSpy spy(&composer, &Composer::sendRequested);
    composer.setText(u"next"_s);
    composer.setAnswering(true);
    QTest::keyClick(&composer.edit(), Qt::Key_Return);
    QCOMPARE(spy.count(), 0);
    QCOMPARE(composer.text(), u"next"_s);
    composer.setAnswering(false);
    QTest::keyClick(&composer.edit(), Qt::Key_Return);
    QCOMPARE(spy.count(), 1);
}

void TestComposer::stopIsThereWhileAnswering()
{
    Composer composer;
    QSignalSpy spy(&composer, &Composer::stopRequested);
    composer.show();
    QPushButton *send = button(composer, u"Send"_s);
    QPushButton *stop = button(composer, u"Stop"_s);
    QVERIFY(send != nullptr && stop != nullptr);
    QVERIFY(send->isVisible() && !stop->isVisible());
    composer.setAnswering(true);
    QVERIFY(!send->isVisible() && stop->isVisible());
    stop->click();
    QCOMPARE(spy.count(), 1);
}

void TestComposer::growsToTheLimitAndNoFurther()
{
    Composer composer;
    composer.setHeightLimit(120);
    composer.resize(500, 100);
    composer.show();
    const int line = composer.edit().height();
    composer.setText(u"one\ntwo\nthree"_s);
    const int three = composer.edit().height();
    QVERIFY(three > 2 * line);
    composer.setText(u"line\n"_s.repeated(100));
    QCOMPARE(composer.edit().height(), 120);
    composer.clear();
    QCOMPARE(composer.edit().height(), line);
}

void TestComposer::pasteIsPlainText()
{
    Composer composer;
    auto *rich = new QMimeData; // the clipboard owns it
    rich->setHtml(u"<b>bold</b><img src=\"http://127.0.0.1:1/x\">"_s);
    rich->setText(u"bold"_s);
    QGuiApplication::clipboard()->setMimeData(rich);
    composer.edit().paste();
    QCOMPARE(composer.text(), u"bold"_s);
}

void TestComposer::pasteOfTwoMegabytes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("lines")
        << u"a line of a log file, or of a program, of usual length\n"_s.repeated(37000);
    QTest::newRow("one line") << u"word "_s.repeated(400000);
}

void TestComposer::pasteOfTwoMegabytes()
{
    QFETCH(QString, text);
    Composer composer;
    composer.resize(700, 200);
    composer.show();
    QVERIFY(QTest::qWaitForWindowExposed(&composer));
    QGuiApplication::clipboard()->setText(text);
    QElapsedTimer timer;
    timer.start();
    composer.edit().paste();
    QCoreApplication::processEvents();
    qInfo() << "pasted and painted in" << timer.elapsed() << "ms";
    QCOMPARE(composer.text(), text);
    QVERIFY(timer.elapsed() < 5000);

    composer.edit().selectAll();
    composer.edit().copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
}

void TestComposer::longLinesAreChangedLikeOthers()
{
    const QString line = u"🙂word "_s.repeated(8000);
    Composer composer;
    composer.setText(line);
    QCOMPARE(composer.text(), line);
    QVERIFY(composer.edit().document()->blockCount() > 10);

    QTextCursor cursor = composer.edit().textCursor();
    cursor.setPosition(composer.edit().document()->findBlockByNumber(3).position() + 6);
    composer.edit().setTextCursor(cursor);
    QTest::keyClick(&composer.edit(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(&composer.edit(), u"a"_s);
    QCOMPARE(composer.text().count(u'\n'), 1);
    QCOMPARE(composer.text().remove(u"\na"_s), line);
    composer.edit().undo();
    composer.edit().undo();
    QCOMPARE(composer.text(), line);

    QGuiApplication::clipboard()->setText(u"1\r\n2"_s);
    composer.edit().paste();
    QCOMPARE(composer.text().remove(u"1\n2"_s), line);
}

void TestComposer::showsThatAQuestionIsChanged()
{
    Composer composer;
    composer.show();
    const int before = composer.sizeHint().height();
    composer.setEditing(true);
    QVERIFY(composer.sizeHint().height() > before);
    composer.setEditing(false);
    QCOMPARE(composer.sizeHint().height(), before);
}

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
