// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatcontroller.h"
#include "chat/conversation.h"
#include "cli/commandline.h"
#include "demo/demoserver.h"
#include "ui/application.h"
#include "ui/composer.h"
#include "ui/conversationpage.h"
#include "ui/findbar.h"
#include "ui/mainwindow.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! The transcript as one text, in the real window, while a reply streams.
class TestOneSurface : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void byMouse();
    void byKeyboard();
    void typingIsForTheComposer();

private:
    void beginReply();
    void compareClipboard();
    MainWindow &window() { return m_application->window(); }
    TranscriptView &transcript() { return window().page().transcript(); }
    ConversationModel &messages() { return window().current()->messages(); }
    QPoint pointOf(const TextPosition &position)
    {
        const QRectF caret = transcript().caretRect(position);
        return {int(caret.left()), int(caret.center().y())};
    }
    bool isStreaming()
    {
        return messages().messageAt(messages().rowCount() - 1).state == ReplyState::Answering;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Application> m_application;
};

namespace {

constexpr int from = 21; // an answer
constexpr int to = 61;   // likewise, far below

QString answer(int i)
{
    return u"Answer **%1** is so:\n\n- one `x_%1`\n- two\n\n```py\na = %1\n```"_s.arg(i);
}

} // namespace

void TestOneSurface::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_application = std::make_unique<Application>(CommandLine{.dataDir = m_folder->path()});
    QVERIFY(bool(m_application->start()));
    m_application->demo().setPace(10ms);
    for (int i = 0; i < 50; ++i) {
        const MessageId reply =
            messages().beginReply(messages().appendQuestion(u"Question %1"_s.arg(i)));
        messages().appendToReply(reply, answer(i));
        messages().endReply(reply, {});
    }
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    beginReply();
}

void TestOneSurface::cleanup()
{
    m_application.reset();
    m_folder.reset();
}

void TestOneSurface::beginReply()
{
    window().page().composer().setText(u"Show me everything that Markdown can do"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(messages().rowCount() == 102 && !messages().messageAt(101).text.isEmpty());
    QVERIFY(isStreaming());
}

//! From behind "Answer " of message 21 to behind "two" of message 61's list.
void TestOneSurface::compareClipboard()
{
    QStringList plain{u"10 is so:\n\n• one x_10\n• two\n\na = 10"_s};
    QStringList markdown{u"**10** is so:\n\n- one `x_10`\n- two\n\n```py\na = 10\n```"_s};
    QStringList html{u"<p><strong>10</strong> is so:</p><ul><li><p>one <code>x_10</code></p></li>"
                     "<li><p>two</p></li></ul><pre><code>a = 10</code></pre>"_s};
    for (int i = 11; i <= 30; ++i) {
        plain << u"Question %1"_s.arg(i);
        markdown << plain.last();
        html << u"<p>"_s + plain.last() + u"</p>"_s;
        const bool last = i == 30;
        plain << u"Answer %1 is so:\n\n• one x_%1\n• two"_s.arg(i)
                + (last ? QString() : u"\n\na = %1"_s.arg(i));
        markdown << (last ? answer(i).left(answer(i).indexOf(u"\n\n```"_s)) : answer(i));
        html << u"<p>Answer <strong>%1</strong> is so:</p><ul><li><p>one <code>x_%1</code></p>"
                "</li><li><p>two</p></li></ul>"_s.arg(i)
                + (last ? QString() : u"<pre><code>a = %1</code></pre>"_s.arg(i));
    }
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    QCOMPARE(copied->text(), plain.join(u"\n\n"_s));
    QCOMPARE(QString::fromUtf8(copied->data(u"text/markdown"_s)), markdown.join(u"\n\n"_s));
    const QString body =
        QRegularExpression(u"<body>(.*)</body>"_s, QRegularExpression::DotMatchesEverythingOption)
            .match(copied->html())
            .captured(1);
    QCOMPARE(body, html.join(u'\n'));
}

void TestOneSurface::byMouse()
{
    QWidget *viewport = transcript().viewport();
    transcript().reveal({from, 0, 0});
    QTest::mouseClick(viewport, Qt::LeftButton, {}, pointOf({from, 0, 7}));
    transcript().reveal({to, 2, 0});
    QTest::mouseClick(viewport, Qt::LeftButton, Qt::ShiftModifier, pointOf({to, 2, 3}));
    QTest::keyClick(&transcript(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(isStreaming());
    compareClipboard();
}

void TestOneSurface::byKeyboard()
{
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers = {}, int times = 1) {
        for (int i = 0; i < times; ++i)
            QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    };
    // Ctrl+F finds the message, Esc leaves the caret there.
    press(Qt::Key_F, Qt::ControlModifier);
    auto *field = window().page().findBar().findChild<QLineEdit *>();
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"answer 10"_s);
    QTRY_COMPARE(field->accessibleDescription(), u"1 of 1"_s);
    press(Qt::Key_Escape);
    QVERIFY(transcript().hasFocus());
    QCOMPARE(transcript().selection().plainText(), u"Answer 10"_s);
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    QCOMPARE(transcript().selection().cursor(), (TextPosition{from, 0, 7}));
    // Every message down to the other: its question, and four blocks of its answer.
    press(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier, 4 + 19 * 5 + 3);
    press(Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(transcript().selection().range().begin(), (TextPosition{from, 0, 7}));
    QCOMPARE(transcript().selection().range().end(), (TextPosition{to, 2, 3}));
    press(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(isStreaming());
    compareClipboard();
}

void TestOneSurface::typingIsForTheComposer()
{
    QTest::keyClick(&window(), Qt::Key_Up, Qt::AltModifier);
    QVERIFY(transcript().hasFocus());
    QTest::keyClicks(&transcript(), u"W"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"hy"_s);
    QCOMPARE(window().page().composer().text(), u"Why"_s);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    TestOneSurface test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_onesurface.moc"
