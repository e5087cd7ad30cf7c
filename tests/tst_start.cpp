// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! Where no window can be opened, the program says why in one sentence and ends.
class TestStart : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
};

void TestStart::saysWhatIsMissing_data()
{
    QTest::addColumn<QStringList>("environment");
    QTest::addColumn<QRegularExpression>("sentence");
    const QStringList nothing;
    QTest::newRow("no display") << nothing << QRegularExpression(u"There is no display"_s);
    QTest::newRow("no display, in Russian")
        << QStringList{u"LC_ALL=ru_RU.UTF-8"_s} << QRegularExpression(u"[А-я]{3}.*aura ask"_s);
    QTest::newRow("a display that does not answer")
        << QStringList{u"DISPLAY=:4242"_s}
        << QRegularExpression(u"display cannot be opened.*aura ask"_s);
    QTest::newRow("the same, in Russian")
        << QStringList{u"DISPLAY=:4242"_s, u"LC_ALL=ru_RU.UTF-8"_s}
        << QRegularExpression(u"[А-я]{3}.*aura ask"_s);
    QTest::newRow("no platform plugin of that name")
        << QStringList{u"QT_QPA_PLATFORM=nonsense"_s}
        << QRegularExpression(u"“nonsense”.*qt6-qpa-plugins"_s);
    QTest::newRow("a home that is read-only")
        << QStringList{u"QT_QPA_PLATFORM=offscreen"_s, u"HOME=/proc/none"_s}
        << QRegularExpression(u"/proc/none.*read-only.*--data-dir"_s);
}

void TestStart::saysWhatIsMissing()
{
    QFETCH(QStringList, environment);
    QFETCH(QRegularExpression, sentence);
    const QTemporaryDir home;
    QVERIFY(home.isValid());
    QProcessEnvironment variables;
    variables.insert(u"HOME"_s, home.path());
    variables.insert(u"XDG_RUNTIME_DIR"_s, home.path());
    variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const QString &variable : std::as_const(environment))
        variables.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));

    QProcess program;
    program.setProcessEnvironment(variables);
    program.start(QStringLiteral(AURA_PROGRAM), {});
    QVERIFY(program.waitForFinished(20000));
    const QString said = QString::fromUtf8(program.readAllStandardError());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 1);
    QVERIFY2(said.startsWith(u"aura: "_s) && said.count(u'\n') == 1, qPrintable(said));
    QVERIFY2(said.contains(sentence), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestStart)
#include "tst_start.moc"
