// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/entities.h"
#include "markdown/inlineparser.h"
#include "markdown/visibletext.h"

#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

//! What the text of a block looks like, and what it can never hold.
class TestInlineParser : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void runs_data();
    void runs();
    void looksLikeNoBlock_data();
    void looksLikeNoBlock();
    void addresses_data();
    void addresses();
    void references();
    void rows_data();
    void rows();
    void hiddenCharacters_data();
    void hiddenCharacters();
    void entities_data();
    void entities();

private:
    static QString described(const RichText &text);
};

//! Plain text, with each run as [styles>link!image:text].
QString TestInlineParser::described(const RichText &text)
{
    static const QList<std::pair<TextStyle, QChar>> letters{
        {TextStyle::Bold, u'b'}, {TextStyle::Italic, u'i'}, {TextStyle::Strike, u's'},
        {TextStyle::Code, u'c'}, {TextStyle::Math, u'm'},   {TextStyle::MathSource, u'M'},
        {TextStyle::Link, u'L'}, {TextStyle::Image, u'I'},  {TextStyle::Mark, u'x'},
    };
    QString line;
    qsizetype at = 0;
    for (const TextRun &run : text.runs) {
        line += text.text.mid(at, run.offset - at) + u'[';
        for (const auto &[style, letter] : letters)
            line += run.styles & style ? QString(letter) : QString();
        line += (run.link.isEmpty() ? QString() : u'>' + run.link)
            + (run.image.isEmpty() ? QString() : u'!' + run.image);
        line += u':' + text.text.mid(run.offset, run.length) + u']';
        at = run.offset + run.length;
    }
    return line + text.text.mid(at);
}

void TestInlineParser::runs_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("shown");

    QTest::newRow("styles") << u"a **b *c* d** ~~e~~ `f`"_s
                            << u"a [b:b ][bi:c][b: d] [s:e] [c:f]"_s;
    QTest::newRow("link") << u"[a *b*](https://c.d/e)"_s
                          << u"[L>https://c.d/e:a ][iL>https://c.d/e:b]"_s;
    QTest::newRow("mail") << u"<a@b.c>"_s << u"[L>mailto:a@b.c:a@b.c]"_s;
    QTest::newRow("bare address") << u"see https://a.b/c."_s
                                  << u"see [L>https://a.b/c:https://a.b/c]."_s;
    QTest::newRow("www") << u"www.a.bc"_s << u"[L>http://www.a.bc:www.a.bc]"_s;
    QTest::newRow("javascript is text") << u"[a](javascript:alert(1))"_s << u"a"_s;
    QTest::newRow("javascript in disguise is text")
        << u"[a](java&#115;cript:x) [b](&#x6a;avascript:x)"_s << u"a b"_s;
    QTest::newRow("file is text") << u"[a](file:///etc/passwd) <smb://h/x>"_s << u"a smb://h/x"_s;
    QTest::newRow("data is text") << u"[a](data:text/html,x) [b](/relative) [c](#anchor)"_s
                                  << u"a b c"_s;
    QTest::newRow("image") << u"![alt *b*](https://i.j/k.png \"t\")"_s
                           << u"[I!https://i.j/k.png:alt ][iI!https://i.j/k.png:b]"_s;
    QTest::newRow("image without a description")
        << u"![](http://i.j/k)"_s << u"[I!http://i.j/k:\uFFFC]"_s;
    QTest::newRow("image in a link")
        << u"[![a](http://i.j/k)](http://l.m)"_s << u"[LI>http://l.m!http://i.j/k:a]"_s;
    QTest::newRow("data image is text") << u"![a](data:image/png;base64,xx)"_s << u"a"_s;
    QTest::newRow("HTML is text") << u"a <b onclick=\"x\">c</b> <img src=x onerror=y>"_s
                                  << u"a <b onclick=\"x\">c</b> <img src=x onerror=y>"_s;
    QTest::newRow("entities") << u"&lt;b&gt; &copy; &#x41; &NotEqualTilde; &nothing;"_s
                              << u"<b> © A ≂̸ &nothing;"_s;
    QTest::newRow("hard breaks") << u"a  \nb\\\nc\nd"_s << u"a\u2028b\u2028c\nd"_s;
    QTest::newRow("formula") << u"so $a_1*b*c$ and $\\foo_1$ *x*"_s
                             << u"so [m:a₁*b*c] and [M:$\\foo_1$] [i:x]"_s;
    QTest::newRow("formula in bold") << u"**$x^2$**"_s << u"[bm:x²]"_s;
    QTest::newRow("code wins over formulas") << u"`$x$` $y$"_s << u"[c:$x$] [m:y]"_s;
    QTest::newRow("formula in an address") << u"[a](http://b.c/$x$)"_s << u"[L>http://b.c/$x$:a]"_s;
    QTest::newRow("bidi") << u"a\u202eb"_s << u"a[x:⟨RLO⟩]b"_s;
    QTest::newRow("bidi as an entity") << u"**a&#x202e;b**"_s << u"[b:a][bx:⟨RLO⟩][b:b]"_s;
    QTest::newRow("escape in code") << u"`a\u001bb`"_s << u"[c:a][cx:␛][c:b]"_s;
    QTest::newRow("line separator of the source") << u"a\u2028b"_s << u"a[x:⟨LSEP⟩]b"_s;
    QTest::newRow("noncharacters cannot pose as formulas")
        << u"\ufdd0\ufdd4\ufdd4\ufdd4\ufdd4 $x$"_s << u"\ufffd\ufffd\ufffd\ufffd\ufffd [m:x]"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestInlineParser::runs()
{
    QFETCH(QString, markdown);
    QFETCH(QString, shown);
    const LinkDefinitions none;
    QCOMPARE(described(InlineParser(none, true).parse(markdown.toUtf8())), shown);
}

//! The text of a paragraph is a paragraph's, whatever it looks like: it was judged in its place.
void TestInlineParser::looksLikeNoBlock_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"# a", "- a", "1. a", "> a", "===", "---", "```", "~~~\na", "<div>",
                             "<!-- a", "[a]: b", "| a |\n|---|", "a\n===", "a\n- b", "a\n***\nb"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestInlineParser::looksLikeNoBlock()
{
    QFETCH(QString, text);
    const LinkDefinitions none;
    QCOMPARE(InlineParser(none, true).parse(text.toUtf8()).text, text);
}

void TestInlineParser::addresses_data()
{
    QTest::addColumn<bool>("opens");
    for (const char *address : {"http://a", "https://a.b/c?d#e", "HTTPS://A.B", "mailto:a@b.c"})
        QTest::newRow(address) << true;
    for (const char *address :
         {"", "a", "//a.b", "javascript:x", "file:///x", "smb://a", "ftp://a", "data:x",
          "http:", "http://", "mailto:", "http://a b", "http://a\nb", "http://a\xe2\x80\xae.b",
          " http://a", "java\tscript:x", "vbscript:x", "about:blank"})
        QTest::newRow(address) << false;
}

void TestInlineParser::addresses()
{
    QFETCH(bool, opens);
    const QString address = QString::fromUtf8(QTest::currentDataTag());
    QCOMPARE(openableAddress(address), opens ? address : QString());
}

void TestInlineParser::references()
{
    LinkDefinitions definitions;
    InlineParser parser(definitions, true);
    QCOMPARE(described(parser.parse("[a] and [B\n c][] and [x][a]")),
             u"[a] and [B\nc][] and [x][a]"_s);
    QCOMPARE(parser.unresolvedLabels(), (QList<QByteArray>{"a", "b c", "x"}));
    definitions.add("A", "https://a.b");
    definitions.add("b  C", "<https://b c>");
    definitions.add("a", "https://other");
    QCOMPARE(described(parser.parse("[a] and [x][a]")),
             u"[L>https://a.b:a] and [L>https://a.b:x]"_s);
    definitions.truncate(0);
    QCOMPARE(described(parser.parse("[a]")), u"[a]"_s);
}

void TestInlineParser::rows_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QStringList>("cells");
    QTest::newRow("plain") << u"| a | b |"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("without pipes at the ends") << u"a | b"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("too few") << u"| a |"_s << QStringList{u"a"_s, QString()};
    QTest::newRow("too many") << u"| a | b | c |"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("styles") << u"| **a** | `b` |"_s << QStringList{u"[b:a]"_s, u"[c:b]"_s};
    QTest::newRow("escaped pipe") << u"| a \\| b | c |"_s << QStringList{u"a | b"_s, u"c"_s};
    QTest::newRow("formula with a pipe") << u"| $|x|$ | c |"_s << QStringList{u"[m:|x|]"_s, u"c"_s};
    QTest::newRow("looks like a list") << u"- a | b"_s << QStringList{u"- a"_s, u"b"_s};
    QTest::newRow("empty") << QString() << QStringList{QString(), QString()};
}

void TestInlineParser::rows()
{
    QFETCH(QString, row);
    QFETCH(QStringList, cells);
    const LinkDefinitions none;
    QStringList found;
    for (const RichText &cell : InlineParser(none, true).parseRow(row.toUtf8(), 2))
        found += described(cell);
    QCOMPARE(found, cells);
}

void TestInlineParser::hiddenCharacters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");

    QTest::newRow("plain") << u"añ漢\t\nб"_s << u"añ漢\t\nб"_s;
    QTest::newRow("controls") << u"\u0007\u007f\u0085"_s << u"␇␡⟨U+0085⟩"_s;
    QTest::newRow("isolates") << u"\u2066a\u2069"_s << u"⟨LRI⟩a⟨PDI⟩"_s;
    QTest::newRow("zero width") << u"a\u200bb\u2060c\ufeff"_s << u"a⟨ZWSP⟩b⟨WJ⟩c⟨BOM⟩"_s;
    QTest::newRow("joiner between Latin letters") << u"a\u200db\u200cc"_s << u"a⟨ZWJ⟩b⟨ZWNJ⟩c"_s;
    QTest::newRow("family") << u"👩‍👩‍👧‍👦"_s << u"👩‍👩‍👧‍👦"_s;
    QTest::newRow("heart on fire, skin tone")
        << u"❤️‍🔥 👩🏽‍🚀"_s << u"❤️‍🔥 👩🏽‍🚀"_s;
    QTest::newRow("Persian") << u"می\u200cخواهم"_s << u"می\u200cخواهم"_s;
    QTest::newRow("Devanagari") << u"क्\u200dष"_s << u"क्\u200dष"_s;
    QTest::newRow("flag of Scotland")
        << u"🏴󠁧󠁢󠁳󠁣󠁴󠁿"_s << u"🏴󠁧󠁢󠁳󠁣󠁴󠁿"_s;
    QTest::newRow("tags that say something")
        << u"a\U000E0068\U000E0069"_s << u"a⟨U+E0068⟩⟨U+E0069⟩"_s;
    QTest::newRow("selectors in a row") << u"a\ufe0f\ufe0f"_s << u"a\ufe0f⟨U+FE0F⟩"_s;
    QTest::newRow("fillers") << u"\u3164\u115f"_s << u"⟨HF⟩⟨HCF⟩"_s;
}

void TestInlineParser::hiddenCharacters()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(makeVisible(text), shown);
    QCOMPARE(hasHiddenCharacters(text), text != shown);
}

void TestInlineParser::entities_data()
{
    QTest::addColumn<QString>("decoded");
    QTest::newRow("&amp;") << u"&"_s;
    QTest::newRow("&nbsp;") << u"\u00a0"_s;
    QTest::newRow("&ngE;") << u"≧̸"_s;
    QTest::newRow("&#0;") << u"\ufffd"_s;
    QTest::newRow("&#xD800;") << u"\ufffd"_s;
    QTest::newRow("&#1234567890;") << u"\ufffd"_s;
    QTest::newRow("&#x1F600;") << u"😀"_s;
    QTest::newRow("&AMP;") << u"&"_s;
    QTest::newRow("&Amp;") << u"&Amp;"_s;
}

void TestInlineParser::entities()
{
    QFETCH(QString, decoded);
    QCOMPARE(decodedEntity(QTest::currentDataTag()), decoded);
}

QTEST_GUILESS_MAIN(TestInlineParser)
#include "tst_inlineparser.moc"
