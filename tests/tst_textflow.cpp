// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdowndocument.h"
#include "ui/theme/theme.h"
#include "ui/transcript/textblock.h"
#include "ui/transcript/typography.h"

#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

//! A paragraph that comes in pieces is laid out from where it can still change, and looks at every
//! moment as if it had been laid out whole.
class TestTextFlow : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void piecesLookLikeTheWhole_data();
    void piecesLookLikeTheWhole();
    void anotherWidthLaysOutAnew();

private:
    static constexpr int tallest = 1400;

    QImage picture(const TextBlock &block, int width, const QList<TextMark> &marks = {}) const;
    static void compareCarets(const TextBlock &one, const TextBlock &other, int width);

    Theme m_theme = themeOf(QPalette());
    Typography m_type = Typography::make(QFont(), 1);
    BlockStyle m_style{m_theme, m_type};
};

QImage TestTextFlow::picture(const TextBlock &block, int width, const QList<TextMark> &marks) const
{
    QImage image(width, tallest, QImage::Format_RGB32);
    image.fill(m_theme.surface);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    block.paint(painter, {}, {m_theme, m_type, QRectF(image.rect()), marks});
    return image;
}

void TestTextFlow::compareCarets(const TextBlock &one, const TextBlock &other, int width)
{
    for (int offset = 0; offset <= one.text().size(); ++offset)
        QCOMPARE(one.caretRect(offset), other.caretRect(offset));
    for (int y = 5; y < tallest; y += 19) {
        for (int x = -3; x < width + 20; x += 17)
            QCOMPARE(one.offsetAt(QPointF(x, y)), other.offsetAt(QPointF(x, y)));
    }
}

void TestTextFlow::piecesLookLikeTheWhole_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("words",
        u"Many words stand here, and more of them come (some in brackets). "_s.repeated(9));
    row("styles and links",
        u"With *slanted* and **bold words over a line or so**, `some code(in, it)` and a "
        "[link with many words](https://a.b/c). "_s.repeated(6));
    row("a style that ends late",
        u"It **begins here "_s + u"and goes on and on "_s.repeated(15)
            + u"to its end** and *another one "_s + u"that never ends "_s.repeated(9));
    row("code that ends late",
        u"Here `code = of(many) words; "_s + u"and more of "_s.repeated(16) + u"it` ends"_s);
    row("words that become shorter",
        u"An in**tern**al un[believable](https://somewhere.example/else) w~~o~~rd&amp;c "_s
            .repeated(9));
    row("words longer than a line",
        u"See https://example.org/"_s + u"a/very-long_path"_s.repeated(12) + u" and then words "_s
            + u"Donaudampfschifffahrt"_s.repeated(9) + u" of a length "_s.repeated(12));
    row("lines of the author",
        u"One line\nand the next, which is longer than it\\\nbroken\nEnds. "_s.repeated(7));
    row("Cyrillic and Greek",
        u"Слова идут одно за другим, и «ещё» одно. Οι λέξεις. "_s.repeated(9));
    row("Arabic", u"كلمات كثيرة تأتي هنا، والمزيد منها (123) يأتي. "_s.repeated(9));
    row("Hebrew within",
        u"English words, then שלום עולם (שלום) 12-34, and English. "_s.repeated(8));
    row("Hebrew at the end",
        u"English words come first. "_s.repeated(11) + u"ואז עברית 12 "_s.repeated(9));
    row("Chinese and Japanese",
        u"这里有许多字，还有更多的字。「日本語」もある。カタカナ, and English. "_s.repeated(8));
    row("Thai", u"คำหลายคำอยู่ที่นี่และยังมีอีก หลายคำ "_s.repeated(8));
    row("emoji",
        u"Joined 👩‍👩‍👧‍👦 and 👍🏽 ❤️‍🔥 flags 🇩🇪🇫🇷 keycaps 1️⃣2️⃣ and words "_s
            .repeated(8));
    row("combining marks",
        u"e\u0301te\u0301 n\u0303 a\u0308\u0323\u0301 Z\u0334\u035b\u0322a\u0337lgo and words "_s
            .repeated(12));
    row("numbers and signs",
        u"12 345,67 € — 3.14 … (x + y)/2 = 7; “quoted” \"text\" a-b-c d/e/f "_s.repeated(9));
    row("formulas",
        u"Where $x_1 + \\alpha$ and $\\frac{1}{2}$ are words of $E = mc^2$ here. "_s.repeated(7));
    row("a reference",
        u"See [this] and [that thing] and then more words. "_s.repeated(8)
            + u"\n\n[this]: https://a.b\n[that thing]: https://c.d\n"_s);
}

void TestTextFlow::piecesLookLikeTheWhole()
{
    QFETCH(QString, text);
    for (const auto &[piece, width] : {std::pair{1, 430}, {7, 300}, {23, 610}, {190, 380}}) {
        MarkdownDocument document;
        const auto source = [&document] {
            return document.blockCount() > 0 ? document.text(0) : RichText();
        };
        TextBlock streamed(source, TextBlock::Tone::Normal);
        QImage before;
        for (qsizetype at = 0; at < text.size(); at += piece) {
            document.append(QStringView(text).mid(at, piece));
            document.flush();
            const qreal height = streamed.layout(width, m_style);
            if (piece == 1 && at % 5 != 0)
                continue;
            TextBlock whole(source, TextBlock::Tone::Normal);
            QCOMPARE(height, whole.layout(width, m_style));
            const QImage image = picture(streamed, width);
            QCOMPARE(image, picture(whole, width));
            const QRect same(0, 0, width, int(streamed.unchangedHeight()));
            if (!before.isNull() && piece != 1)
                QCOMPARE(image.copy(same), before.copy(same));
            before = image;
        }
        QVERIFY(streamed.unchangedHeight() < tallest);
        TextBlock whole(source, TextBlock::Tone::Normal);
        whole.layout(width, m_style);
        compareCarets(streamed, whole, width);
        TextMark mark{17, int(streamed.text().size()) - 9, {}};
        mark.format.setBackground(m_theme.selection);
        QCOMPARE(picture(streamed, width, {mark}), picture(whole, width, {mark}));
    }
}

//! And what stays the same at one width costs less than all of it: the first lines are kept.
void TestTextFlow::anotherWidthLaysOutAnew()
{
    RichText text{.text = u"words and words and "_s.repeated(40)};
    TextBlock block([&text] { return text; }, TextBlock::Tone::Normal);
    block.layout(400, m_style);
    text.text += u"more"_s;
    const qreal height = block.layout(400, m_style);
    QVERIFY(block.unchangedHeight() > height - 3 * m_type.bodyLine);
    block.layout(300, m_style);
    QCOMPARE(block.unchangedHeight(), 0.0);
    TextBlock whole([&text] { return text; }, TextBlock::Tone::Normal);
    whole.layout(300, m_style);
    QCOMPARE(picture(block, 300), picture(whole, 300));
}

QTEST_MAIN(TestTextFlow)
#include "tst_textflow.moc"
