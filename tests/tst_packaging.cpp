// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/version.h"
#include "cli/commandline.h"

#include <QDate>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString source(const QString &path)
{
    return readText(QStringLiteral(AURA_SOURCE_DIR) + u'/' + path);
}

QString generated(const QString &name)
{
    return readText(QStringLiteral(AURA_PACKAGING_DIR) + u'/' + name);
}

//! Every "--option" of a text, without the dashes.
QSet<QString> longOptions(const QString &text)
{
    static const QRegularExpression option(u"(?<![\\w-])--([a-z][a-z-]*[a-z])"_s);
    QSet<QString> found;
    for (auto match = option.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured(1));
    return found;
}

} // namespace

//! What travels beside the program says what the program does.
class TestPackaging : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void knowsEveryOption_data();
    void knowsEveryOption();
    void desktopFileSpeaksRussian();
    void metainfoSpeaksRussian();
    void metainfoBeginsWithThisVersion();
    void everythingCarriesTheId();
};

void TestPackaging::knowsEveryOption_data()
{
    QTest::addColumn<QString>("text");
    QString man = generated(u"aura.1"_s);
    QTest::newRow("man page") << man.replace(u"\\-"_s, u"-"_s);
    QTest::newRow("bash") << source(u"packaging/completions/aura.bash"_s);
    QTest::newRow("zsh") << source(u"packaging/completions/aura.zsh"_s);
    static const QRegularExpression otherLines(u"^(?!complete ).*$"_s,
                                               QRegularExpression::MultilineOption);
    QString fish = source(u"packaging/completions/aura.fish"_s).remove(otherLines);
    QTest::newRow("fish") << fish.replace(u" -l "_s, u" --"_s);
}

void TestPackaging::knowsEveryOption()
{
    QFETCH(QString, text);
    const QSet<QString> known = longOptions(text);
    const QSet<QString> wanted = longOptions(helpText());
    QVERIFY(wanted.size() > 10);
    QCOMPARE(QSet<QString>(wanted - known).values(), QStringList());
    QCOMPARE(QSet<QString>(known - wanted).values(), QStringList());
}

void TestPackaging::desktopFileSpeaksRussian()
{
    const QString text = generated(u"aura.desktop"_s);
    static const QRegularExpression words(u"^(GenericName|Comment|Keywords)="_s,
                                          QRegularExpression::MultilineOption);
    static const QRegularExpression inRussian(u"^(GenericName|Comment|Keywords)\\[ru\\]=.*[а-я]"_s,
                                              QRegularExpression::MultilineOption);
    QVERIFY(text.count(words) >= 3);
    QCOMPARE(text.count(inRussian), text.count(words));
    QCOMPARE(text.count(u"\nName[ru]="_s), text.count(u"[Desktop Action"_s));
}

void TestPackaging::metainfoSpeaksRussian()
{
    QXmlStreamReader xml(generated(u"aura.metainfo.xml"_s));
    int english = 0;
    int russian = 0;
    static const QSet<QString> forPeople{u"summary"_s, u"p"_s, u"li"_s, u"caption"_s};
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement
            || !forPeople.contains(xml.name().toString()))
            continue;
        const bool isRussian = xml.attributes().value(u"xml:lang"_s) == "ru"_L1;
        (isRussian ? russian : english) += 1;
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(english > 5);
    QCOMPARE(russian, english);
}

void TestPackaging::metainfoBeginsWithThisVersion()
{
    static const QRegularExpression release(u"<release version=\"([^\"]*)\" date=\"([^\"]*)\""_s);
    const QRegularExpressionMatch newest = release.match(generated(u"aura.metainfo.xml"_s));
    QCOMPARE(newest.captured(1), QString::fromLatin1(programVersion));
    QVERIFY(QDate::fromString(newest.captured(2), Qt::ISODate).isValid());
}

void TestPackaging::everythingCarriesTheId()
{
    const QString id = QString::fromLatin1(programId);
    QVERIFY(id.count(u'.') >= 2);
    QVERIFY(generated(u"aura.desktop"_s).contains(u"\nIcon="_s + id + u'\n'));
    QVERIFY(generated(u"aura.metainfo.xml"_s).contains(u"<id>"_s + id + u"</id>"_s));
    QVERIFY(generated(u"aura.metainfo.xml"_s).contains(u'>' + id + u".desktop<"_s));
}

QTEST_GUILESS_MAIN(TestPackaging)
#include "tst_packaging.moc"
