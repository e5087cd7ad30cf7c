// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

//! The translations say everything that the program says, and nothing else.
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void finished_data();
    void finished();
    void upToDate_data();
    void upToDate();
    void placeholders();
    void isEmbedded();
};

namespace {

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString source(const QString &name)
{
    return QStringLiteral(AURA_SOURCE_DIR "/translations/") + name;
}

QStringList markersOf(const QString &text)
{
    QStringList markers;
    static const QRegularExpression marker(u"%\\d|%n"_s);
    for (auto found = marker.globalMatch(text); found.hasNext();)
        markers.append(found.next().captured());
    markers.sort();
    markers.removeDuplicates();
    return markers;
}

} // namespace

void TestTranslations::finished_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : {u"aura_en.ts"_s, u"aura_ru.ts"_s})
        QTest::newRow(qPrintable(file)) << file;
}

void TestTranslations::finished()
{
    QFETCH(QString, file);
    const QByteArray content = contentOf(source(file));
    QVERIFY(content.contains("<translation>"));
    for (const char *state : {"type=\"unfinished\"", "type=\"vanished\"", "type=\"obsolete\"",
                              "<translation></translation>", "<numerusform></numerusform>"})
        QVERIFY2(!content.contains(state), state);
}

void TestTranslations::upToDate_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("more");
    QTest::newRow("aura_ru.ts") << u"aura_ru.ts"_s << QStringList();
    QTest::newRow("aura_en.ts") << u"aura_en.ts"_s << QStringList{u"-pluralonly"_s};
}

// What update_translations would write is what stands there.
void TestTranslations::upToDate()
{
    QFETCH(QString, file);
    QFETCH(QStringList, more);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(file);
    QVERIFY(QFile::copy(source(file), copy));
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(AURA_SOURCE_DIR));
    lupdate.start(QStringLiteral(AURA_LUPDATE),
                  QString::fromUtf8(AURA_LUPDATE_ARGUMENTS).split(u' ') + more
                      + QStringList{u"-ts"_s, copy});
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);
    const QList<QByteArray> before = contentOf(source(file)).split('\n');
    const QList<QByteArray> after = contentOf(copy).split('\n');
    for (qsizetype i = 0; i < qMin(before.size(), after.size()); ++i)
        QCOMPARE(after.at(i), before.at(i));
    QCOMPARE(after.size(), before.size());
}

void TestTranslations::placeholders()
{
    QFile file(source(u"aura_ru.ts"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString text;
    int compared = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "source"_L1) {
            text = xml.readElementText();
        } else if (xml.name() == "translation"_L1 || xml.name() == "numerusform"_L1) {
            const QString translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            QVERIFY2(markersOf(text) == markersOf(translation), qPrintable(text));
            ++compared;
        }
    }
    QVERIFY(compared > 300);
}

void TestTranslations::isEmbedded()
{
    QTranslator russian;
    QVERIFY(russian.load(u":/i18n/aura_ru.qm"_s));
    QCOMPARE(russian.translate("Aura::Composer", "Send"), u"Отправить"_s);
    QTranslator english;
    QVERIFY(english.load(u":/i18n/aura_en.qm"_s));
    QCOMPARE(english.translate("Aura::ReplyPace", "writing · %n token(s)/s", nullptr, 1),
             u"writing · %n token/s"_s);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
