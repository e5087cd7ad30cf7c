// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sourcerules.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

// REUSE-IgnoreStart
const QString licence = u"// SPDX-FileCopyrightText: 2026 The Aura authors\n"
                        "// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;
// REUSE-IgnoreEnd

QStringList everyProblem(const SourceFile &file)
{
    return file.forbiddenIncludes() + file.forbiddenWords() + file.tooLong()
        + file.missingLicence();
}

} // namespace

//! Who may include whom, how long a file may be, and which calls are not made.
class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void treeKeepsTheRules_data();
    void treeKeepsTheRules();
    void ruleBites_data();
    void ruleBites();
    void ownHeaderComesFirst();
};

void TestLayers::treeKeepsTheRules_data()
{
    QTest::addColumn<QString>("folder");

    QTest::newRow("ui") << u"ui"_s;
    const QDir src(QStringLiteral(AURA_SOURCE_DIR "/src"));
    const QStringList folders = src.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(folders.contains("base"_L1));
    for (const QString &folder : folders)
        QTest::newRow(qPrintable(folder)) << u"src/"_s + folder;
}

void TestLayers::treeKeepsTheRules()
{
    QFETCH(QString, folder);
    const QDir root(QStringLiteral(AURA_SOURCE_DIR));
    QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    QStringList problems;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const SourceFile source(root.relativeFilePath(file.fileName()),
                                QString::fromUtf8(file.readAll()));
        problems += everyProblem(source);
        const QFileInfo info(file);
        if (info.suffix() == "cpp"_L1
            && QFile::exists(info.path() + u'/' + info.completeBaseName() + u".h"_s))
            problems += source.ownHeaderNotFirst();
    }
    QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
}

void TestLayers::ruleBites_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("problem"); // empty: none

    const QString base = u"src/base/a.cpp"_s;
    const QString net = u"src/net/a.cpp"_s;
    const QString window = u"ui/a.cpp"_s;
    QTest::newRow("own folder") << net << u"#include \"net/b.h\"\n"_s << QString();
    QTest::newRow("subfolder is its layer")
        << u"src/net/engine/a.h"_s << u"#include \"net/b.h\"\n#include \"net/engine/b.h\"\n"_s
        << QString();
    QTest::newRow("layer below") << net << u"#include \"base/b.h\"\n"_s << QString();
    QTest::newRow("layer above") << base << u"#include \"net/b.h\"\n"_s
                                 << u"base must not know net (\"net/b.h\")"_s;
    QTest::newRow("spaced include")
        << base << u" # include  \"net/b.h\"\n"_s << u"base must not know net (\"net/b.h\")"_s;
    QTest::newRow("sibling layer") << u"src/demo/a.cpp"_s << u"#include \"providers/b.h\"\n"_s
                                   << u"demo must not know providers (\"providers/b.h\")"_s;
    QTest::newRow("net from chat") << u"src/chat/a.cpp"_s << u"#include \"net/b.h\"\n"_s
                                   << u"chat must not know net (\"net/b.h\")"_s;
    QTest::newRow("ui from src") << u"src/cli/a.cpp"_s << u"#include \"ui/b.h\"\n"_s
                                 << u"\"ui/b.h\" does not begin with a folder of src"_s;
    QTest::newRow("no folder") << net << u"#include \"b.h\"\n"_s
                               << u"\"b.h\" does not begin with a folder of src"_s;
    QTest::newRow("unknown folder")
        << u"src/utils/a.cpp"_s << QString() << u"the folder utils is not in the table of layers"_s;
    QTest::newRow("ui may all") << window << u"#include \"net/b.h\"\n#include <QWidget>\n"_s
                                << QString();
    QTest::newRow("moc") << net << u"#include \"a.moc\"\n"_s << QString();
    QTest::newRow("Qt Core") << base << u"#include <QString>\n"_s << QString();
    QTest::newRow("Qt Network in net") << net << u"#include <QTcpSocket>\n"_s << QString();
    QTest::newRow("Qt Network in base")
        << base << u"#include <QTcpSocket>\n"_s << u"base must not use QtNetwork (<QTcpSocket>)"_s;
    QTest::newRow("Qt Gui") << net << u"#include <QColor>\n"_s
                            << u"net must not use QtGui (<QColor>)"_s;
    QTest::newRow("Qt Gui, old header")
        << net << u"#include <qcolor.h>\n"_s << u"net must not use QtGui (<qcolor.h>)"_s;
    QTest::newRow("Qt Widgets with module")
        << base << u"#include <QtWidgets/QWidget>\n"_s
        << u"base must not use QtWidgets (<QtWidgets/QWidget>)"_s;
    QTest::newRow("library at home") << net << u"#include <curl/curl.h>\n"_s << QString();
    QTest::newRow("library abroad")
        << base << u"#include <curl/curl.h>\n"_s << u"base must not use <curl/curl.h>"_s;
    QTest::newRow("std") << base << u"#include <vector>\n"_s << QString();

    QTest::newRow("singleton") << base << u"auto &s = Settings::instance();\n"_s
                               << u"instance() is not used here"_s;
    QTest::newRow("sender") << window << u"auto *b = sender();\n"_s << u"sender() is not"_s;
    QTest::newRow("SIGNAL") << window << u"connect(a, SIGNAL(b()), c, d);\n"_s << u"SIGNAL( is"_s;
    QTest::newRow("SLOT") << window << u"connect(a, b, c, SLOT(d()));\n"_s << u"SLOT( is"_s;
    QTest::newRow("SLOT for D-Bus")
        << window << u"#include <QDBusConnection>\nbus.connect(a, SLOT(d()));\n"_s << QString();
    QTest::newRow("nested loop") << window << u"QCoreApplication::processEvents();\n"_s
                                 << u"processEvents is not"_s;
    QTest::newRow("in a comment") << window << u"// not sender()\n/* nor\nSLOT() */\n"_s
                                  << QString();
    QTest::newRow("in a literal") << window
                                  << u"a(\"\\\"sender()\", '\"', 1'000, R\"x(\"SLOT()\")x\");\n"_s
                                  << QString();
    QTest::newRow("after literals")
        << window << u"a(1'000, '\\'', \"\\\\\"); sender();\n"_s << u"sender() is not"_s;

    const QString line = u"    a();\n"_s;
    QTest::newRow("header of 150") << u"src/base/a.h"_s << line.repeated(148) << QString();
    QTest::newRow("header of 151") << u"src/base/a.h"_s << line.repeated(149) << u"151 lines"_s;
    QTest::newRow("source of 400") << base << line.repeated(398) << QString();
    QTest::newRow("source of 401") << base << line.repeated(399) << u"401 lines"_s;
    const QString function = u"void f()\n{\n%1}\n"_s;
    QTest::newRow("function of 40") << base << function.arg(line.repeated(40)) << QString();
    QTest::newRow("function of 41")
        << base << function.arg(line.repeated(41)) << u"a function of 41 lines"_s;
    QTest::newRow("long class") << base << u"class A\n{\n%1};\n"_s.arg(line.repeated(60))
                                << QString();
}

void TestLayers::ruleBites()
{
    QFETCH(QString, path);
    QFETCH(QString, code);
    QFETCH(QString, problem);
    const QStringList problems = everyProblem({path, licence + code});
    if (problem.isEmpty()) {
        QCOMPARE(problems, QStringList());
        QVERIFY(everyProblem({path, code}).join(u'\n').contains("no SPDX lines"_L1));
    } else {
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems.constFirst().contains(problem), qPrintable(problems.constFirst()));
    }
}

void TestLayers::ownHeaderComesFirst()
{
    const auto problems = [](const QString &path, const QString &code) {
        return SourceFile(path, licence + code).ownHeaderNotFirst().size();
    };
    QCOMPARE(problems(u"src/net/a.cpp"_s, u"#include \"net/a.h\"\n#include <QUrl>\n"_s), 0);
    QCOMPARE(problems(u"ui/sidebar/a.cpp"_s, u"#include \"ui/sidebar/a.h\"\n"_s), 0);
    QCOMPARE(problems(u"src/net/a.cpp"_s, u"#include <QUrl>\n#include \"net/a.h\"\n"_s), 1);
    QCOMPARE(problems(u"src/net/a.cpp"_s, QString()), 1);
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
