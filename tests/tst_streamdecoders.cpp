// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/streamdecoder.h"
#include "support/wire.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

//! What the pieces read as, one after the other, through one decoder.
QString read(const QList<QByteArrayView> &pieces)
{
    PlainTextDecoder decoder;
    QList<StreamEvent> events;
    for (const QByteArrayView piece : pieces)
        events += decoder.feed(piece);
    events += decoder.finish();
    QString text;
    for (const StreamEvent &event : std::as_const(events)) {
        if (event.kind != StreamEvent::Kind::Text || event.text.isEmpty())
            return u"an event that is no text"_s;
        text += event.text;
    }
    return text;
}

QString readInSteps(const QByteArray &bytes, qsizetype step)
{
    QList<QByteArrayView> pieces;
    for (qsizetype at = 0; at < bytes.size(); at += step)
        pieces += QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at));
    return read(pieces);
}

//! The text in well-formed UTF-8 among other bytes, found the slow way: a piece counts where Qt
//! turns it into one character and back into the same bytes.
QString slowRead(const QByteArray &bytes)
{
    QString text;
    qsizetype at = 0;
    while (at < bytes.size()) {
        qsizetype taken = 0;
        for (qsizetype length = 1; length <= 4 && at + length <= bytes.size() && !taken; ++length) {
            QStringDecoder decoder(QStringConverter::Utf8,
                                   QStringConverter::Flag::ConvertInitialBom);
            const QString piece = decoder.decode(QByteArrayView(bytes).sliced(at, length));
            const bool isOne =
                piece.size() == 1 || (piece.size() == 2 && piece.front().isHighSurrogate());
            if (isOne && piece.toUtf8() == bytes.mid(at, length)) {
                text += piece;
                taken = length;
            }
        }
        at += qMax(taken, 1);
    }
    return text;
}

} // namespace

class TestStreamDecoders : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void recording_data();
    void recording();
    void utf8_data();
    void utf8();
    void randomBytes();
    void longTextCostsLittle();
    void endIsNotMarked();
};

void TestStreamDecoders::recording_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");

    const QList<Wire::Recording> recordings = Wire::recordings(u"aura"_s);
    QVERIFY(recordings.size() > 40);
    for (const Wire::Recording &recording : recordings) {
        if (recording.text)
            QTest::newRow(recording.name.constData())
                << Wire::plainBody(recording.response) << *recording.text;
    }
    QTest::newRow("plain-cut-utf8")
        << Wire::readFile(u"synthetic/plain-cut-utf8.body"_s) << u"Hello 日本"_s;
}

void TestStreamDecoders::recording()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, text);

    QCOMPARE(read({body}), text);
    QCOMPARE(readInSteps(body, 1), text);
    for (qsizetype cut = 0; cut <= body.size(); ++cut)
        QCOMPARE(read({QByteArrayView(body).first(cut), QByteArrayView(body).sliced(cut)}), text);
    QRandomGenerator random(20261125);
    for (int round = 0; round < 1000; ++round) {
        QList<QByteArrayView> pieces;
        qsizetype at = 0;
        for (qsizetype next = 0; at < body.size(); at = next) {
            next = at + random.bounded(int(qMin<qsizetype>(body.size() - at, 200))) + 1;
            pieces += QByteArrayView(body).sliced(at, next - at);
        }
        QCOMPARE(read(pieces), text);
    }
}

void TestStreamDecoders::utf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("one to four bytes") << QByteArray("a\u00e9\u20ac\U0001f600") << u"aé€😀"_s;
    QTest::newRow("a byte that never occurs") << QByteArray("a\xff"
                                                            "b")
                                              << u"ab"_s;
    QTest::newRow("a stray continuation byte") << QByteArray("a\x80"
                                                             "b")
                                               << u"ab"_s;
    QTest::newRow("a missing continuation byte") << QByteArray("a\xe2\x82"
                                                               "b")
                                                 << u"ab"_s;
    QTest::newRow("an overlong slash") << QByteArray("a\xc0\xaf"
                                                     "b")
                                       << u"ab"_s;
    QTest::newRow("an overlong three-byte form") << QByteArray("a\xe0\x80\xaf"
                                                               "b")
                                                 << u"ab"_s;
    QTest::newRow("a lone surrogate") << QByteArray("a\xed\xa0\x80"
                                                    "b")
                                      << u"ab"_s;
    QTest::newRow("a pair of surrogates") << QByteArray("a\xed\xa0\xbd\xed\xb8\x80"
                                                        "b")
                                          << u"ab"_s;
    QTest::newRow("above U+10FFFF") << QByteArray("a\xf4\x90\x80\x80"
                                                  "b")
                                    << u"ab"_s;
    QTest::newRow("Latin-1") << QByteArray("d\xe9pass\xe9"
                                           "e")
                             << u"dpasse"_s;
    QTest::newRow("half a character at the end") << QByteArray("a\xf0\x9f\x98") << u"a"_s;
    QTest::newRow("half a character, then a whole one")
        << QByteArray("\xf0\x9f\xe2\x82\xac") << u"€"_s;
    QTest::newRow("U+FFFD that the server sent") << QByteArray("a\xef\xbf\xbd"
                                                               "b")
                                                 << u"a\uFFFDb"_s;
    QTest::newRow("a NUL") << QByteArray("a\0b", 3) << QString(u"a\0b"_s);
    QTest::newRow("byte order marks") << QByteArray("\xef\xbb\xbf"
                                                    "a\xef\xbb\xbf"
                                                    "b")
                                      << u"\uFEFFa\uFEFFb"_s;
    QTest::newRow("text running right to left") << QByteArray("\u202e"
                                                              "abc")
                                                << u"\u202Eabc"_s;
    QTest::newRow("a noncharacter") << QByteArray("\xef\xbf\xbe") << QString(QChar(0xfffe));
}

void TestStreamDecoders::utf8()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);

    QCOMPARE(read({bytes}), text);
    QCOMPARE(readInSteps(bytes, 1), text);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut)
        QCOMPARE(read({QByteArrayView(bytes).first(cut), QByteArrayView(bytes).sliced(cut)}), text);
}

void TestStreamDecoders::randomBytes()
{
    // Bytes near the limits of what UTF-8 allows, in any order.
    const QByteArray alphabet = QByteArray::fromHex("0041c2c3e0e2edeff0f4f5ff7f808f909fa0a9bdbf");
    QRandomGenerator random(20261120);
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes;
        for (int i = random.bounded(12); i >= 0; --i)
            bytes += alphabet[random.bounded(int(alphabet.size()))];
        const QString text = slowRead(bytes);
        QVERIFY2(read({bytes}) == text, bytes.toHex().constData());
        QVERIFY2(readInSteps(bytes, 1) == text, bytes.toHex().constData());
        QVERIFY2(readInSteps(bytes, 1 + random.bounded(5)) == text, bytes.toHex().constData());
    }
}

void TestStreamDecoders::longTextCostsLittle()
{
    const QByteArray bytes = QByteArray("Ж€😀 a long reply\xff").repeated(400'000);
    QElapsedTimer clock;
    clock.start();
    const QString text = readInSteps(bytes, 4096);
    QCOMPARE(text.size(), 400'000 * 17);
    QVERIFY2(clock.elapsed() < 5000, qPrintable(u"%1 ms"_s.arg(clock.elapsed())));
}

void TestStreamDecoders::endIsNotMarked()
{
    PlainTextDecoder decoder;
    QVERIFY(!decoder.marksEnd());
    QCOMPARE(decoder.feed("\xe2\x82"), QList<StreamEvent>());
    QCOMPARE(decoder.finish(), QList<StreamEvent>());
}

QTEST_GUILESS_MAIN(TestStreamDecoders)
#include "tst_streamdecoders.moc"
