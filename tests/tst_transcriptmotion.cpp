// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationmodel.h"
#include "support/markdowngenerator.h"
#include "ui/transcript/framepacer.h"
#include "ui/transcript/transcriptview.h"

#include <QCoreApplication>
#include <QImage>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>

#include <cstdlib>

using namespace Aura;
using namespace Qt::StringLiterals;

//! The transcript in its window while replies stream: what is painted in parts is the whole
//! picture, and nothing moves but at the reader's wish.
class TestTranscriptMotion : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void partsMakeTheWholePicture_data();
    void partsMakeTheWholePicture();
    void readerIsNotMoved_data();
    void readerIsNotMoved();
    void comesBackFromAnyWidthAndZoom_data();
    void comesBackFromAnyWidthAndZoom();
    void staysAtTheEnd();
    void clicksWhileAReplyStreams();
    void textComesInSlices();

private:
    void begin(const QString &text);
    void stream(const QString &piece);
    void scrollTo(int value);
    void wheel(int angle, Qt::KeyboardModifiers keys = {});
    QImage onScreen() const;
    QImage painted() const { return m_view->viewport()->grab().toImage(); }

    std::unique_ptr<ConversationModel> m_model;
    std::unique_ptr<TranscriptView> m_view;
    MessageId m_reply;
    int m_frames = 0;
};

namespace {

QString mixed(int seed, int blocks)
{
    MarkdownGenerator generator(seed);
    // Without the scripts and emoji of the world: Qt warns where this machine's fonts lack one.
    QString text = QString::fromUtf8(generator.reply(blocks));
    return text.removeIf([](QChar c) { return c.unicode() > 0x2fff; });
}

//! The edge of a round corner comes out a shade lighter or darker where it is clipped.
bool looksLike(const QImage &one, const QImage &other)
{
    constexpr int shade = 3;
    if (one.size() != other.size())
        return false;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QRgb a = one.pixel(x, y);
            const QRgb b = other.pixel(x, y);
            if (std::abs(qRed(a) - qRed(b)) > shade || std::abs(qGreen(a) - qGreen(b)) > shade
                || std::abs(qBlue(a) - qBlue(b)) > shade)
                return false;
        }
    }
    return true;
}

} // namespace

void TestTranscriptMotion::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_model = std::make_unique<ConversationModel>();
    m_view = std::make_unique<TranscriptView>();
    m_view->setModel(m_model.get());
    m_view->resize(700, 500);
}

void TestTranscriptMotion::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TestTranscriptMotion::begin(const QString &text)
{
    for (int i = 0; i < 6; ++i) {
        const MessageId reply = m_model->beginReply(m_model->appendQuestion(u"And then?"_s));
        m_model->appendToReply(reply, mixed(i, 4));
        m_model->endReply(reply, {});
    }
    m_reply = m_model->beginReply(m_model->appendQuestion(u"Tell me"_s));
    m_model->appendToReply(m_reply, text);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QTRY_VERIFY(m_view->verticalScrollBar()->maximum() > 0);
}

//! A piece of the reply comes, and the frame that shows it: at once, for what is painted does not
//! depend on when; every sixteenth one when its time has come.
void TestTranscriptMotion::stream(const QString &piece)
{
    auto *pacer = m_view->findChild<FramePacer *>();
    QSignalSpy due(pacer, &FramePacer::due);
    m_model->appendToReply(m_reply, piece);
    if (++m_frames % 16 == 0)
        QVERIFY(due.wait());
    else
        emit pacer->due();
    QCoreApplication::sendPostedEvents(); // what it asks to be painted
}

void TestTranscriptMotion::scrollTo(int value)
{
    m_view->verticalScrollBar()->setValue(value);
    QCoreApplication::sendPostedEvents();
}

void TestTranscriptMotion::wheel(int angle, Qt::KeyboardModifiers keys)
{
    const QPointF at = m_view->viewport()->rect().center();
    QWheelEvent event(at, m_view->viewport()->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, keys,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    QCoreApplication::sendPostedEvents();
}

//! What was painted bit by bit since the window was shown.
QImage TestTranscriptMotion::onScreen() const
{
    QCoreApplication::sendPostedEvents();
    const QImage window = m_view->screen()
                              ->grabWindow(m_view->winId())
                              .toImage()
                              .convertToFormat(QImage::Format_RGB32);
    const QRect viewport(m_view->viewport()->mapTo(m_view.get(), QPoint()),
                         m_view->viewport()->size());
    return window.copy(viewport);
}

void TestTranscriptMotion::partsMakeTheWholePicture_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("like a model's reply") << mixed(3, 30);
    QTest::newRow("code") << u"```cpp\n"_s + u"int value = f(\"x\"); // why\n"_s.repeated(40);
    QTest::newRow("table") << u"| a | b |\n|---|--:|\n"_s
            + u"| **one** cell | `two` |\n| longer text | 2 |\n"_s.repeated(20);
    QTest::newRow("paragraph")
        << u"words with *style* and a [link](https://a.b/c) in them, "_s.repeated(30);
    QTest::newRow("list and quote")
        << u"- an item\n  - one below\n\n> said **he**\n\n"_s.repeated(12);
    QTest::newRow("definition that comes late")
        << u"see [this] and [that]\n\nwords\n\n[this]: https://a.b\n\n[that]: https://c.d\n\nend"_s;
}

void TestTranscriptMotion::partsMakeTheWholePicture()
{
    QFETCH(QString, text);
    begin({});
    for (qsizetype at = 0, step = 0; at < text.size(); at += 23, ++step) {
        stream(text.mid(at, 23));
        if (step % 5 != 0)
            continue;
        const QImage whole = painted();
        if (!looksLike(onScreen(), whole)) {
            onScreen().save(u"parts.png"_s);
            whole.save(u"whole.png"_s);
            QFAIL("what is on the screen is not what would be painted: parts.png, whole.png");
        }
    }
    for (const int by : {-40, -300, +25, -7, +90}) {
        scrollTo(m_view->verticalScrollBar()->value() + by);
        QVERIFY(looksLike(onScreen(), painted()));
    }
}

void TestTranscriptMotion::readerIsNotMoved_data()
{
    QTest::addColumn<int>("above"); // the end, px
    QTest::newRow("just above the end") << 1;
    QTest::newRow("within the reply") << 400;
    QTest::newRow("where the reply begins") << 1500;
    QTest::newRow("in an earlier message") << 2500;
}

void TestTranscriptMotion::readerIsNotMoved()
{
    QFETCH(int, above);
    begin(u"See [late] and read.\n\n"_s + mixed(5, 20));
    scrollTo(std::max(1, m_view->verticalScrollBar()->maximum() - above));
    QVERIFY(!m_view->isAtEnd());
    const int value = m_view->verticalScrollBar()->value();
    const QRect top(0, 0, m_view->viewport()->width(), 200); // whose text is there already
    const QImage before = painted().copy(top);
    const QString more = mixed(6, 12) + u"\n\n[late]: https://a.b\n\n"_s;
    for (qsizetype at = 0; at < more.size(); at += 31) {
        stream(more.mid(at, 31));
        QCOMPARE(m_view->verticalScrollBar()->value(), value);
        QVERIFY(!m_view->isAtEnd());
    }
    m_model->endReply(m_reply, {});
    QCoreApplication::sendPostedEvents();
    if (above < 1000 || above > 2000) // the row with [late] becomes a link
        QCOMPARE(painted().copy(top), before);
}

void TestTranscriptMotion::comesBackFromAnyWidthAndZoom_data()
{
    QTest::addColumn<double>("place"); // share of the way down
    for (const double place : {0.1, 0.35, 0.5, 0.77, 0.95})
        QTest::addRow("%d %% down", int(100 * place)) << place;
}

void TestTranscriptMotion::comesBackFromAnyWidthAndZoom()
{
    QFETCH(double, place);
    begin(mixed(8, 30));
    scrollTo(int(place * m_view->verticalScrollBar()->maximum()));
    const QImage before = painted();
    for (const int width : {500, 431, 900, 380, 700})
        m_view->resize(width, 500);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(painted(), before);
    for (const int angle : {120, 120, -120, -120, -120, 120})
        wheel(angle, Qt::ControlModifier);
    QCOMPARE(painted(), before);
    stream(u"more\n\n"_s);
    m_view->resize(600, 500);
    m_view->resize(700, 500);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(painted(), before);
}

void TestTranscriptMotion::staysAtTheEnd()
{
    begin(mixed(9, 20));
    QVERIFY(m_view->isAtEnd());
    m_view->resize(500, 400);
    wheel(120, Qt::ControlModifier);
    stream(mixed(10, 5));
    QVERIFY(m_view->isAtEnd());
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    wheel(120);
    QVERIFY(!m_view->isAtEnd());
    for (int i = 0; i < 50 && !m_view->isAtEnd(); ++i)
        wheel(-120);
    QVERIFY(m_view->isAtEnd());
}

//! Clicks on text, code buttons and folds, wheels and resizes in the middle of a stream: nothing
//! warns, and what is on the screen stays the whole picture.
void TestTranscriptMotion::clicksWhileAReplyStreams()
{
    begin(u"<think>\nHm, *so*.\n</think>\n```cpp\n"_s
          + u"int value = 1; // long line\n"_s.repeated(30) + u"```\n\n"_s);
    MarkdownGenerator random(12);
    for (int i = 0; i < 120; ++i) {
        stream(mixed(200 + i, 1).left(40) + u"\n\n"_s);
        const QPoint at(random.below(680), random.below(480));
        switch (random.below(6)) {
        case 0: wheel(random.below(2) == 0 ? 120 : -120); break;
        case 1: wheel(random.below(2) == 0 ? 120 : -120, Qt::ControlModifier); break;
        case 2: m_view->resize(500 + random.below(300), 400 + random.below(200)); break;
        case 3: QTest::mouseMove(m_view->viewport(), at); break;
        case 4: QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at); break;
        default: scrollTo(m_view->verticalScrollBar()->maximum() - random.below(900)); break;
        }
        QVERIFY(looksLike(onScreen(), painted()));
    }
}

//! A message of many megabytes is taken in a slice a frame: all of it comes, and none is long.
void TestTranscriptMotion::textComesInSlices()
{
    begin({});
    const QString text = u"A paragraph that says something.\n\n"_s.repeated(120'000);
    m_model->endReply(m_reply, {});
    const MessageId last = m_model->beginReply(m_model->appendQuestion(u"All of it"_s));
    m_model->appendToReply(last, text + u"the end"_s);
    m_model->endReply(last, {});
    ConversationModel other;
    m_view->setModel(&other); // nothing is laid out any more
    m_view->setModel(m_model.get());
    const int perParagraph = 20; // px at least
    QTRY_VERIFY_WITH_TIMEOUT(m_view->verticalScrollBar()->maximum() > 120'000 * perParagraph,
                             20'000);
    QTRY_VERIFY(m_view->isAtEnd());
}

QTEST_MAIN(TestTranscriptMotion)
#include "tst_transcriptmotion.moc"
