// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/eventshape.h"
#include "net/jsontext.h"
#include "net/openaidecoder.h"
#include "support/decoderreading.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

// What an event's shape may stand in for, and what it may not.
class TestEventShape : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void text_data();
    void text();
    void staysThroughTextsThatAreRead();
    void learningPauses();
    void readsAsJsonDoes();
};

void TestEventShape::text_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QByteArray>("text"); // null: it has to be read as JSON

    const QByteArray hello = R"({"choices":[{"delta":{"content":"Hello"}}]})";
    const auto with = [&](const QByteArray &text) {
        return QByteArray(hello).replace("Hello", text);
    };
    const QByteArray none;
    QTest::newRow("another text") << hello << with("you") << QByteArray("you");
    QTest::newRow("no text") << hello << with("") << QByteArray("");
    QTest::newRow("letters of two to four bytes") << hello << with("é€😀") << QByteArray("é€😀");
    QTest::newRow("behind a text with escapes")
        << with(R"(a\"b\\)") << hello << QByteArray("Hello");
    QTest::newRow("spaces as Python puts them")
        << QByteArray(R"({"choices": [{"delta": {"content": "a"}}]})")
        << QByteArray(R"({"choices": [{"delta": {"content": "b"}}]})") << QByteArray("b");
    QTest::newRow("a list of one") << '[' + hello + ']' << '[' + with("b") + ']' << QByteArray("b");
    QTest::newRow("a quote") << hello << with(R"(\")") << none;
    QTest::newRow("the end of the text, and more")
        << hello << with(R"(a"},"finish_reason":"stop","x":{"y":")") << none;
    QTest::newRow("a line break") << hello << with(R"(\n)") << none;
    QTest::newRow("a control") << hello << with("\x01") << none;
    QTest::newRow("half a letter") << hello << with("\xc3") << none;
    QTest::newRow("a byte order mark") << hello << with("\xef\xbb\xbf") << none;
    QTest::newRow("a field more")
        << hello << QByteArray(R"({"choices":[{"delta":{"content":"Hello"}}],"error":"no"})")
        << none;
    QTest::newRow("shorter than the shape")
        << hello << QByteArray(R"({"choices":[{"delta":{"content"}}]})") << none;
    QTest::newRow("nothing in common") << hello << QByteArray("[DONE]") << none;

    // Events that only look as if their text were the text.
    const auto same = [](const char *name, const QByteArray &event) {
        QTest::newRow(name) << event << event << QByteArray();
    };
    same("the text stands there twice", R"({"choices":[{"delta":{"content":"a","content":"a"}}]})");
    same("twice, and one hides", R"({"choices":[{"delta":{"content":"a","conten\u0074":"a"}}]})");
    same("in a text", R"({"x":"{\"content\":\"a\"}","choices":[{"delta":{"conten\u0074":"a"}}]})");
    same("in another object",
         R"({"x":{"content":"a"},"choices":[{"delta":{"conten\u0074":"a"}}]})");
    same("in the second choice",
         R"({"choices":[{"delta":{"conten\u0074":"a"}},{"delta":{"content":"a"}}]})");
    same("no text", R"({"choices":[{"delta":{"content":null}}]})");
    same("a list", R"({"choices":[{"delta":{"content":["a"]}}]})");
    same("bytes that are no UTF-8",
         "{\"x\":\"\xff\",\"choices\":[{\"delta\":{\"content\":\"a\"}}]}");
}

void TestEventShape::text()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    QFETCH(const QByteArray, text);
    EventShape shape;
    const auto object = parseJsonObject(first);
    QVERIFY(object);
    shape.learn(first, *object);
    const auto found = shape.textOf(second);
    QCOMPARE(found.has_value(), !text.isNull());
    if (found)
        QCOMPARE(found->toByteArray(), text);
    shape.forget();
    QVERIFY(!shape.textOf(first));
}

void TestEventShape::staysThroughTextsThatAreRead()
{
    const QByteArray plain = R"({"choices":[{"delta":{"content":"a"}}]})";
    const QByteArray escaped = R"({"choices":[{"delta":{"content":"\n"}}]})";
    EventShape shape;
    shape.learn(plain, *parseJsonObject(plain));
    for (int i = 0; i < 100; ++i) {
        shape.learn(escaped, *parseJsonObject(escaped));
        QVERIFY(shape.textOf(plain));
    }
}

//! Where each event has another shape, each is read once and not twice.
void TestEventShape::learningPauses()
{
    EventShape shape;
    int learnt = 0;
    for (int i = 0; i < 1000; ++i) {
        const QByteArray event =
            R"({"id":)" + QByteArray::number(i) + R"(,"choices":[{"delta":{"content":"a"}}]})";
        shape.learn(event, *parseJsonObject(event));
        EventShape copy = shape;
        learnt += copy.textOf(event) ? 1 : 0;
    }
    QVERIFY2(learnt < 60, qPrintable(QString::number(learnt)));
}

//! Bodies of every kind of fragment, by chance: with the shape and without it they say the same.
void TestEventShape::readsAsJsonDoes()
{
    const QByteArrayList fragments{R"({"choices":[{"delta":{"content":")",
                                   R"("}}]})",
                                   R"({"model":"m","choices":[{"index":0,"delta":{"content":")",
                                   R"({"model":"n","choices":[{"index":0,"delta":{"content":")",
                                   R"("},"finish_reason":null}]})",
                                   R"("},"finish_reason":"stop"}]})",
                                   R"(","reasoning":"r"}}]})",
                                   R"(","conten\u0074":"x"}}]})",
                                   R"("}}],"usage":{"prompt_tokens":1,"completion_tokens":2}})",
                                   "a",
                                   "é😀",
                                   R"(\n)",
                                   R"(\ud83d)",
                                   R"(\ude00)",
                                   "\xff",
                                   "<think>",
                                   "</think>",
                                   "\n\ndata: ",
                                   "\n\ndata: ",
                                   "\n\ndata: [DONE]\n\ndata: ",
                                   "\n\nevent: error\ndata: "};
    QRandomGenerator random(20261125);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray body = "data: ";
        for (int events = random.bounded(8); events >= 0; --events) {
            if (random.bounded(8) > 0) { // mostly an event as it should be
                const int opening = random.bounded(2) * 2;
                body += fragments.at(opening) + fragments.at(9 + random.bounded(8))
                    + fragments.at(opening == 0 ? 1 : 4) + "\n\ndata: ";
            } else {
                body += fragments.at(random.bounded(int(fragments.size())));
            }
        }
        const auto read = [&body](OpenAiDecoder::Shapes shapes) {
            OpenAiDecoder decoder(shapes);
            DecoderReading reading;
            reading.take(decoder.feed(body));
            reading.take(decoder.finish());
            return reading;
        };
        QVERIFY2(read(OpenAiDecoder::Shapes::Used) == read(OpenAiDecoder::Shapes::Ignored),
                 body.constData());
    }
}

QTEST_GUILESS_MAIN(TestEventShape)
#include "tst_eventshape.moc"
