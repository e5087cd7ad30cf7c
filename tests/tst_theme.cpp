// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/quietstyle.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(QPalette)

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void contrast_data();
    void contrast();
    void highContrastDrawsItsEdges_data();
    void highContrastDrawsItsEdges();
    void knowsDark();
    void contrastRatioIsThatOfTheStandard();
    void iconsTakeTheColourTheyAreGiven_data();
    void iconsTakeTheColourTheyAreGiven();
    void everyIconIsThere();
    void anIconOfNoSizeIsNothing();
    void programIconIsThere();
    void theClearButtonsIconIsOurs();
};

void TestTheme::contrast_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
    QTest::newRow("high contrast") << highContrastPalette();
    QPalette pale = lightPalette(); // a desktop's accent that nobody could read
    pale.setColor(QPalette::Highlight, QColor(0xff, 0xe0, 0x80));
    QTest::newRow("pale accent") << pale;
    QPalette grey(QColor(0x90, 0x90, 0x90), QColor(0x88, 0x88, 0x88));
    grey.setColor(QPalette::Base, QColor(0x80, 0x80, 0x80));
    grey.setColor(QPalette::Text, QColor(0x90, 0x90, 0x90));
    QTest::newRow("grey on grey") << grey;
}

void TestTheme::contrast()
{
    QFETCH(QPalette, palette);
    const Theme theme = Theme::fromPalette(palette);
    const QList<QColor> grounds{theme.surface, theme.chrome};
    const auto check = [](const char *name, const QColor &colour, const QColor &ground,
                          double least = 4.5) {
        const double ratio = contrastRatio(colour, ground);
        QVERIFY2(ratio >= least,
                 qPrintable(
                     u"%1 %2 on %3: %4"_s.arg(QLatin1StringView(name), colour.name(), ground.name())
                         .arg(ratio)));
    };
    for (const QColor &ground : grounds) {
        const bool greyDesktop = QLatin1StringView(QTest::currentDataTag()) == "grey on grey"_L1;
        if (greyDesktop && ground == theme.chrome)
            continue; // no colour reads on two different greys that are this close to the middle
        check("textSoft", theme.textSoft, ground);
        check("accent", theme.accent, ground, ground == theme.surface ? 4.5 : 3);
        check("problem", theme.problem, ground);
        check("warning", theme.warning, ground);
        check("good", theme.good, ground, 3);
        check("text", theme.text, ground);
        if (greyDesktop)
            continue;
        for (const QColor &veil : {theme.hover, theme.bubble, theme.code}) {
            check("text on a veil", theme.text, laidOn(ground, veil));
            check("textSoft on a veil", theme.textSoft, laidOn(ground, veil));
        }
    }
    check("onAccent", theme.onAccent, theme.accent);
    if (QLatin1StringView(QTest::currentDataTag()) != "grey on grey"_L1) {
        check("problem on its banner", theme.problem, laidOn(theme.surface, theme.problemSurface));
        check("text on the banner", theme.text, laidOn(theme.surface, theme.problemSurface));
        check("selected text", theme.text, laidOn(theme.surface, theme.selection));
        check("found text", theme.text, laidOn(theme.surface, theme.found));
    }
}

void TestTheme::highContrastDrawsItsEdges_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("on black") << highContrastPalette();
    QPalette onWhite(Qt::black, Qt::white, Qt::white, Qt::black, Qt::gray, Qt::black, Qt::white);
    QTest::newRow("on white") << onWhite;
}

void TestTheme::highContrastDrawsItsEdges()
{
    QFETCH(QPalette, palette);
    const Theme theme = Theme::fromPalette(palette);
    QVERIFY(contrastRatio(laidOn(theme.surface, theme.line), theme.surface) >= 3);
    QVERIFY(contrastRatio(theme.textSoft, theme.surface) >= 7);
    QVERIFY(contrastRatio(theme.textSoft, laidOn(theme.surface, theme.hover)) >= 4.5);
    const Theme usual = Theme::fromPalette(lightPalette());
    QVERIFY(contrastRatio(laidOn(usual.surface, usual.line), usual.surface) < 3);
}

void TestTheme::knowsDark()
{
    QVERIFY(!Theme::fromPalette(lightPalette()).isDark());
    QVERIFY(Theme::fromPalette(darkPalette()).isDark());
    QVERIFY(Theme::fromPalette(highContrastPalette()).isDark());
}

void TestTheme::contrastRatioIsThatOfTheStandard()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.478) < 0.01);
}

void TestTheme::iconsTakeTheColourTheyAreGiven_data()
{
    QTest::addColumn<double>("ratio");
    for (double ratio : {1.0, 1.25, 1.5, 2.0, 3.0})
        QTest::addRow("%.2f", ratio) << ratio;
}

void TestTheme::iconsTakeTheColourTheyAreGiven()
{
    QFETCH(double, ratio);
    const int side = qRound(20 * ratio);
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        paintIcon(painter, QRectF(0, 0, 20, 20), IconName::Stop, Qt::red);
    }
    QCOMPARE(image.pixelColor(side / 2, side / 2), QColor(Qt::red));
    QCOMPARE(image.pixelColor(1, 1), QColor(Qt::white));
}

void TestTheme::everyIconIsThere()
{
    for (int name = 0; name <= int(IconName::Warning); ++name) {
        const QImage image = icon(IconName(name)).pixmap(20, 20).toImage();
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                drawn += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
        }
        QVERIFY2(drawn > 10, qPrintable(QString::number(name)));
    }
}

void TestTheme::anIconOfNoSizeIsNothing()
{
    QVERIFY(icon(IconName::Close).pixmap(QSize(20, 0)).isNull());
}

void TestTheme::programIconIsThere()
{
    const QIcon icon = programIcon();
    for (int size : {16, 32, 256})
        QCOMPARE(icon.pixmap(size, size).size(), QSize(size, size));
}

//! Looking for the desktop's costs 3,900 calls of the system.
void TestTheme::theClearButtonsIconIsOurs()
{
    const QuietStyle style;
    const QIcon ours = icon(IconName::Close, QPalette::PlaceholderText);
    const QIcon shown = style.standardIcon(QStyle::SP_LineEditClearButton, nullptr, nullptr);
    QCOMPARE(shown.pixmap(16, 16).toImage(), ours.pixmap(16, 16).toImage());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
