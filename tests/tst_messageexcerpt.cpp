// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/excerptmimedata.h"

#include <QRegularExpression>
#include <QTest>

#include <climits>

using namespace Aura;
using namespace Qt::StringLiterals;

//! What a part of a message is on the clipboard.
class TestMessageExcerpt : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void flavours_data();
    void flavours();
    void codeIsCodeAlone_data();
    void codeIsCodeAlone();
    void reasoningThatIsFoldedStaysBehind();
    void asMarkdownAndAsPlainText();
    void muchIsTheSameAsLittle();

private:
    static MessageExcerpt whole(const QString &text)
    {
        return {Role::Assistant, text, {{0, 0, 0}, {0, INT_MAX, 0}}, true};
    }
};

namespace {

const QString list = u"Before\n\n- one\n- **two** and *three*\n  1. inner\n\nBehind"_s;
const QString table = u"|a|b|\n|-|-|\n|c **d**|e|\n|f|g|\n"_s;

} // namespace

void TestMessageExcerpt::flavours_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TextSelection>("part");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");
    const TextSelection all{{0, 0, 0}, {0, INT_MAX, 0}};

    QTest::newRow("paragraphs") << u"One\ntwo\n\nThree\n"_s << all << u"One\ntwo\n\nThree"_s
                                << u"One\ntwo\n\nThree"_s << u"<p>One<br>two</p><p>Three</p>"_s;
    QTest::newRow("a part of a paragraph")
        << u"Some **bold words** and `a_b` here"_s << TextSelection{{0, 0, 7}, {0, 0, 22}}
        << u"ld words and a_"_s << u"**ld words** and `a_`"_s
        << u"<strong>ld words</strong> and <code>a_</code>"_s;
    QTest::newRow("a list")
        << list << all << u"Before\n\n• one\n• two and three\n  1. inner\n\nBehind"_s << list
        << u"<p>Before</p><ul><li><p>one</p></li><li><p><strong>two</strong> and "
           "<em>three</em></p><ol><li><p>inner</p></li></ol></li></ul>"
           "<p>Behind</p>"_s;
    QTest::newRow("from the middle over a list")
        << list << TextSelection{{0, 0, 2}, {0, 4, 3}}
        << u"fore\n\n• one\n• two and three\n  1. inner\n\nBeh"_s
        << u"fore\n\n- one\n- **two** and *three*\n  1. inner\n\nBeh"_s
        << u"<p>fore</p><ul><li><p>one</p></li><li><p><strong>two</strong> and "
           "<em>three</em></p><ol><li><p>inner</p></li></ol></li></ul><p>Beh</p>"_s;
    QTest::newRow("a table") << table << all << u"a\tb\nc d\te\nf\tg"_s
                             << u"|a|b|\n|-|-|\n|c **d**|e|\n|f|g|"_s
                             << u"<table><tr><th>a</th><th>b</th></tr><tr><td>c "
                                "<strong>d</strong></td><td>e</td></tr><tr><td>f</td><td>g</td>"
                                "</tr></table>"_s;
    QTest::newRow("rows of a table")
        << table << TextSelection{{0, 0, 4}, {0, 0, 13}} << u"c d\te\nf\tg"_s
        << u"| c **d** | e |\n| --- | --- |\n| f | g |"_s
        << u"<table><tr><td>c <strong>d</strong></td><td>e</td></tr><tr><td>f</td><td>g</td></tr>"
           "</table>"_s;
    QTest::newRow("code between text")
        << u"See\n\n```py\nx < 1\n```\n"_s << all << u"See\n\nx < 1"_s
        << u"See\n\n```py\nx < 1\n```"_s << u"<p>See</p><pre><code>x &lt; 1</code></pre>"_s;
    QTest::newRow("into code") << u"See\n\n```py\nx = 1\ny = 2\n```\n"_s
                               << TextSelection{{0, 0, 1}, {0, 1, 5}} << u"ee\n\nx = 1"_s
                               << u"ee\n\n```py\nx = 1\n```"_s
                               << u"<p>ee</p><pre><code>x = 1</code></pre>"_s;
    QTest::newRow("an image is words")
        << u"![A cat](https://example.org/cat.png)"_s << all << u"Image: A cat (example.org)"_s
        << u"![A cat](https://example.org/cat.png)"_s << u"<p>Image: A cat (example.org)</p>"_s;
    QTest::newRow("a link") << u"[Qt](https://qt.io) is"_s << TextSelection{{0, 0, 0}, {0, 0, 2}}
                            << u"Qt"_s << u"[Qt](<https://qt.io>)"_s
                            << u"<a href=\"https://qt.io\">Qt</a>"_s;
    QTest::newRow("what looks like markup is escaped")
        << u"a \\*b\\* <i> c"_s << TextSelection{{0, 0, 0}, {0, 0, 9}} << u"a *b* <i>"_s
        << u"a \\*b\\* \\<i>"_s << u"a *b* &lt;i&gt;"_s;
    QTest::newRow("a heading and a quote")
        << u"# Title\n\n> said\n> so\n"_s << all << u"Title\n\n> said\n> so"_s
        << u"# Title\n\n> said\n> so"_s
        << u"<h1>Title</h1><blockquote><p>said<br>so</p></blockquote>"_s;
}

void TestMessageExcerpt::flavours()
{
    QFETCH(QString, text);
    QFETCH(TextSelection, part);
    const ExcerptMimeData data({{Role::Assistant, text, part, true}});
    QTEST(data.text(), "plain");
    QTEST(QString::fromUtf8(data.data(u"text/markdown"_s)), "markdown");
    QString html = data.html();
    html.remove(u"<html><head><meta charset=\"utf-8\"></head><body>"_s).remove(u"</body></html>"_s);
    QTEST(html, "html");
}

void TestMessageExcerpt::codeIsCodeAlone_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<TextSelection>("part");
    QTest::addColumn<QString>("copied");
    QTest::newRow("whole, without its last line end")
        << u"curl x\nsh\n"_s << TextSelection{{0, 0, 0}, {0, INT_MAX, 0}} << u"curl x\nsh"_s;
    QTest::newRow("without escapes")
        << u"a\u001b[31mb\n"_s << TextSelection{{0, 0, 0}, {0, INT_MAX, 0}} << u"a[31mb"_s;
    QTest::newRow("a part") << u"first\nsecond\nthird\n"_s << TextSelection{{0, 0, 2}, {0, 0, 9}}
                            << u"rst\nsec"_s;
}

void TestMessageExcerpt::codeIsCodeAlone()
{
    QFETCH(QString, code);
    QFETCH(TextSelection, part);
    const ExcerptMimeData data({{Role::Assistant, u"```sh\n"_s + code + u"```\n"_s, part, true}});
    QCOMPARE(data.formats(), QStringList{u"text/plain"_s});
    QTEST(data.text(), "copied");
}

void TestMessageExcerpt::reasoningThatIsFoldedStaysBehind()
{
    MessageExcerpt excerpt = whole(u"<think>\nLet me see\n</think>\n\nYes"_s);
    QCOMPARE(plainTextOf(excerpt), u"Let me see\n\nYes"_s);
    excerpt.withReasoning = false;
    QCOMPARE(plainTextOf(excerpt), u"Yes"_s);
    QCOMPARE(markdownOf(excerpt), u"Yes"_s);
    QCOMPARE(htmlOf(excerpt), u"<p>Yes</p>"_s);
}

void TestMessageExcerpt::asMarkdownAndAsPlainText()
{
    const ExcerptMimeData markdown({whole(u"**x**"_s), whole(u"`y`"_s)}, CopyAs::Markdown);
    QCOMPARE(markdown.text(), u"**x**\n\n`y`"_s);
    QVERIFY(!markdown.hasHtml());
    const ExcerptMimeData plain({whole(u"**x**"_s)}, CopyAs::PlainText);
    QCOMPARE(plain.text(), u"x"_s);
    QCOMPARE(plain.formats(), QStringList{u"text/plain"_s});
}

// What is written ahead in another thread is what would be written here.
void TestMessageExcerpt::muchIsTheSameAsLittle()
{
    const MessageExcerpt one = whole(u"Some **bold** words.\n\n"_s.repeated(1000));
    const ExcerptMimeData much(QList<MessageExcerpt>(20, one));
    const QString expected = plainTextOf(one);
    const QStringList parts = much.text().split(expected);
    QCOMPARE(parts.size(), 21);
    QVERIFY(much.html().contains(u"<strong>bold</strong>"_s));
}

QTEST_MAIN(TestMessageExcerpt)
#include "tst_messageexcerpt.moc"
