// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/mathspans.h"
#include "markdown/mathtext.h"

#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

//! Where formulas stand, and which of them read well as Unicode.
class TestMathText : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void spans_data();
    void spans();
    void unicode_data();
    void unicode();
};

void TestMathText::spans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("formulas"); // their TeX, parted by |

    QTest::newRow("dollars") << u"so $x$ is"_s << u"x"_s;
    QTest::newRow("two") << u"$a_1$ and $b_2$."_s << u"a_1|b_2"_s;
    QTest::newRow("prices") << u"$5 and $10"_s << QString();
    QTest::newRow("prices with words") << u"from $5 to $10, or 20$ more"_s << QString();
    QTest::newRow("price before a formula") << u"costs $5 and $x$"_s << u"x"_s;
    QTest::newRow("starts with a number") << u"$2x + 1$"_s << u"2x + 1"_s;
    QTest::newRow("a number alone") << u"$42$"_s << u"42"_s;
    QTest::newRow("white space inside") << u"$ x $"_s << QString();
    QTest::newRow("behind a word") << u"US$x$"_s << QString();
    QTest::newRow("escaped") << u"\\$x\\$"_s << QString();
    QTest::newRow("code wins") << u"`$x$` and $`y`$"_s << QString();
    QTest::newRow("two backticks") << u"``a`$x$`` $z$"_s << u"z"_s;
    QTest::newRow("open backtick is text") << u"` $x$"_s << u"x"_s;
    QTest::newRow("double dollars") << u"$$a\n+b$$"_s << u"a\n+b"_s;
    QTest::newRow("round brackets") << u"\\(x_1\\)"_s << u"x_1"_s;
    QTest::newRow("square brackets") << u"see \\[y\\]!"_s << u"y"_s;
    QTest::newRow("escaped brackets without content") << u"\\(\\) \\[ \\]"_s << QString();
    QTest::newRow("dollars in brackets") << u"\\(a $b$ c\\)"_s << u"a $b$ c"_s;
    QTest::newRow("brackets that do not close") << u"\\(a $b$"_s << u"b"_s;
    QTest::newRow("shell variables") << u"use $HOME and $PATH"_s << QString();
    QTest::newRow("three dollars") << u"$$$x$$$"_s << QString();
}

void TestMathText::spans()
{
    QFETCH(QString, text);
    QFETCH(QString, formulas);
    const QByteArray utf8 = text.toUtf8();
    QStringList found;
    for (const MathSpan &span : findMath(utf8))
        found += QString::fromUtf8(utf8.mid(span.texBegin, span.texEnd - span.texBegin));
    QCOMPARE(found.join(u'|'), formulas);
}

void TestMathText::unicode_data()
{
    QTest::addColumn<QString>("tex");
    QTest::addColumn<QString>("line"); // empty: shown as its source

    QTest::newRow("letters") << u"\\alpha + \\beta"_s << u"α + β"_s;
    QTest::newRow("powers") << u"E=mc^2"_s << u"E = mc²"_s;
    QTest::newRow("power in braces") << u"x^{n+1}"_s << u"xⁿ⁺¹"_s;
    QTest::newRow("index") << u"a_{ij}"_s << u"aᵢⱼ"_s;
    QTest::newRow("power that Unicode lacks") << u"x^{q}"_s << QString();
    QTest::newRow("negative power") << u"10^{-3}"_s << u"10⁻³"_s;
    QTest::newRow("sign") << u"-x"_s << u"−x"_s;
    QTest::newRow("half") << u"\\frac{1}{2}"_s << u"½"_s;
    QTest::newRow("fraction") << u"\\frac{a}{b}"_s << u"a/b"_s;
    QTest::newRow("fraction of sums") << u"\\frac{a+b}{2c}"_s << u"(a + b)/2c"_s;
    QTest::newRow("fraction in a fraction") << u"\\frac{\\frac{a}{b}}{c}"_s << QString();
    QTest::newRow("root") << u"\\sqrt{2}"_s << u"√2"_s;
    QTest::newRow("root of a sum") << u"\\sqrt{x^2+y^2}"_s << u"√(x² + y²)"_s;
    QTest::newRow("cube root") << u"\\sqrt[3]{x}"_s << u"∛x"_s;
    QTest::newRow("seventh root") << u"\\sqrt[7]{x}"_s << QString();
    QTest::newRow("sum") << u"\\sum_{i=1}^{n} x_i"_s << u"∑ᵢ₌₁ⁿxᵢ"_s;
    QTest::newRow("relations") << u"a\\leq b\\to c"_s << u"a ≤ b → c"_s;
    QTest::newRow("functions") << u"\\sin x + \\log(y)"_s << u"sin x + log(y)"_s;
    QTest::newRow("sets") << u"x\\in\\mathbb{R}"_s << u"x ∈ ℝ"_s;
    QTest::newRow("accents") << u"\\vec{v}\\hat x"_s << u"v⃗x̂"_s;
    QTest::newRow("text") << u"\\text{if } x>0"_s << u"if x > 0"_s;
    QTest::newRow("brackets that grow") << u"\\left( x \\right]"_s << u"(x]"_s;
    QTest::newRow("matrix") << u"\\begin{matrix}a\\end{matrix}"_s << QString();
    QTest::newRow("rows") << u"a \\\\ b"_s << QString();
    QTest::newRow("unknown command") << u"\\foo{x}"_s << QString();
    QTest::newRow("open brace") << u"{x"_s << QString();
    QTest::newRow("closing brace") << u"x}"_s << QString();
    QTest::newRow("nothing behind ^") << u"x^"_s << QString();
    QTest::newRow("many braces") << QString(400, u'{') << QString();
    QTest::newRow("many accents") << QString(u"\\hat"_s).repeated(120) << QString();
    QTest::newRow("too long") << QString(501, u'x') << QString();
}

void TestMathText::unicode()
{
    QFETCH(QString, tex);
    QFETCH(QString, line);
    QCOMPARE(mathInUnicode(tex), line);
}

QTEST_GUILESS_MAIN(TestMathText)
#include "tst_mathtext.moc"
