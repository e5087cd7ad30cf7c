// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/codescanner.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

//! What gets which colour, and that no code is too much for the scanner.
class TestCodeScanner : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void languageIsKnown_data();
    void languageIsKnown();
    void everyFileIsALanguage();
    void unknownNames_data();
    void unknownNames();
    void tokens_data();
    void tokens();
    void tokensStandInOrder();
    void longLineStaysPlain();
};

void TestCodeScanner::languageIsKnown_data()
{
    QTest::addColumn<QString>("language");
    const QHash<QString, QString> names{
        {u"c"_s, u"C"_s},
        {u"C++"_s, u"C++"_s},
        {u"cpp"_s, u"C++"_s},
        {u"c#"_s, u"C#"_s},
        {u"cs"_s, u"C#"_s},
        {u"css"_s, u"CSS"_s},
        {u"dart"_s, u"Dart"_s},
        {u"diff"_s, u"diff"_s},
        {u"patch"_s, u"diff"_s},
        {u"dockerfile"_s, u"Dockerfile"_s},
        {u"go"_s, u"Go"_s},
        {u"html"_s, u"HTML"_s},
        {u"xml"_s, u"HTML"_s},
        {u"java"_s, u"Java"_s},
        {u"js"_s, u"JavaScript"_s},
        {u"JSON"_s, u"JSON"_s},
        {u"kt"_s, u"Kotlin"_s},
        {u"lua"_s, u"Lua"_s},
        {u"make"_s, u"Makefile"_s},
        {u"cmake"_s, u"CMake"_s},
        {u"php"_s, u"PHP"_s},
        {u"ps1"_s, u"PowerShell"_s},
        {u"py"_s, u"Python"_s},
        {u"python title=\"x.py\""_s, u"Python"_s},
        {u"{.python}"_s, u"Python"_s},
        {u"r"_s, u"R"_s},
        {u"rb"_s, u"Ruby"_s},
        {u"rust,ignore"_s, u"Rust"_s},
        {u"scala"_s, u"Scala"_s},
        {u"sh"_s, u"Shell"_s},
        {u"bash"_s, u"Shell"_s},
        {u"sql"_s, u"SQL"_s},
        {u"swift"_s, u"Swift"_s},
        {u"toml"_s, u"TOML"_s},
        {u"ts"_s, u"TypeScript"_s},
        {u"yml"_s, u"YAML"_s},
    };
    for (auto name = names.cbegin(); name != names.cend(); ++name)
        QTest::newRow(qPrintable(name.key())) << name.value();
}

void TestCodeScanner::languageIsKnown()
{
    QFETCH(QString, language);
    const CodeLanguage *found = codeLanguage(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(found);
    QCOMPARE(found->name, language);
}

void TestCodeScanner::everyFileIsALanguage()
{
    const QDir folder(QStringLiteral(AURA_SOURCE_DIR "/resources/languages"));
    const QStringList files = folder.entryList({u"*.json"_s});
    QCOMPARE(codeLanguageNames().size(), files.size());
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonParseError error;
        QJsonDocument::fromJson(file.readAll(), &error);
        QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(name));
    }
    QVERIFY(!codeLanguageNames().contains(QString()));
}

void TestCodeScanner::unknownNames_data()
{
    QTest::addColumn<int>("unused");
    for (const char *name : {"", " ", "nonsense", "pyy", "{", "language-"})
        QTest::newRow(name) << 0;
}

void TestCodeScanner::unknownNames()
{
    QVERIFY(!codeLanguage(QString::fromUtf8(QTest::currentDataTag())));
}

void TestCodeScanner::tokens_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("tokens"); // k t s n c f a C + - h before each token's text

    QTest::newRow("python") << u"py"_s
                            << u"@dec\ndef f(x: int):  # why\n    return 'a\\'b', 0x1F, None"_s
                            << u"a:@dec|k:def|f:f|t:int|c:# why|k:return|s:'a\\'b'|n:0x1F|C:None"_s;
    QTest::newRow("python's long strings")
        << u"py"_s << u"x = \"\"\"one\ntwo\"\"\" + y"_s << u"s:\"\"\"one|s:two\"\"\""_s;
    QTest::newRow("c++")
        << u"cpp"_s << u"#include <vector> // c\nint x = 1'000; /* a\nb */ Foo::bar();"_s
        << u"a:#include|s:<vector>|c:// c|t:int|n:1'000|c:/* a|c:b */|t:Foo|f:bar"_s;
    QTest::newRow("quote in C++ numbers only")
        << u"cpp"_s << u"char c = 'x';"_s << u"t:char|s:'x'"_s;
    QTest::newRow("rust lifetimes are no strings")
        << u"rust"_s << u"fn f<'a>(s: &'a str) { let c = 'x'; }"_s << u"k:fn|t:str|k:let|s:'x'"_s;
    QTest::newRow("rust nested comments")
        << u"rust"_s << u"/* a /* b */ c */ fn"_s << u"c:/* a /* b */ c */|k:fn"_s;
    QTest::newRow("json keys") << u"json"_s << u"{\"a\": \"b\", \"c\": [1, -2.5e+3, true]}"_s
                               << u"a:\"a\"|s:\"b\"|a:\"c\"|n:1|n:2.5e+3|C:true"_s;
    QTest::newRow("javascript template and regular expression")
        << u"js"_s << u"const r = /[/]\\/x/g; let s = `a\nb`; x / y / z"_s
        << u"k:const|s:/[/]\\/x/g|k:let|s:`a|s:b`"_s;
    QTest::newRow("html") << u"html"_s << u"<a href=\"x\">t &amp; u</a><!-- c\nd -->"_s
                          << u"k:<a|a:href|s:\"x\"|k:>|C:&amp;|k:</a|k:>|c:<!-- c|c:d -->"_s;
    QTest::newRow("diff") << u"diff"_s << u"--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new\n same"_s
                          << u"h:--- a|h:+++ b|a:@@ -1 +1 @@|-:-old|+:+new"_s;
    QTest::newRow("shell") << u"bash"_s << u"if [ \"$x\" ]; then # c\n  echo ${HOME}/a#b\nfi"_s
                           << u"k:if|s:\"$x\"|k:then|c:# c|f:echo|t:${HOME}|k:fi"_s;
    QTest::newRow("yaml") << u"yaml"_s << u"key: value # c\n- name: 'x'\n  n: 12"_s
                          << u"a:key|c:# c|a:name|s:'x'|a:n|n:12"_s;
    QTest::newRow("toml") << u"toml"_s << u"[part]\nkey = true"_s << u"h:[part]|a:key|C:true"_s;
    QTest::newRow("sql in any case")
        << u"sql"_s << u"select a FROM b -- c"_s << u"k:select|k:FROM|c:-- c"_s;
    QTest::newRow("dockerfile's first words")
        << u"dockerfile"_s << u"FROM debian\nrun copy x"_s << u"k:FROM|k:run"_s;
    QTest::newRow("css") << u"css"_s << u"a { color: #fff; } /* c */"_s << u"a:color|c:/* c */"_s;
    QTest::newRow("makefile") << u"make"_s << u"all: $(OBJ)\n\tcc -o x"_s << u"a:all|t:$(OBJ)"_s;
    QTest::newRow("a range is two numbers") << u"rust"_s << u"0..10"_s << u"n:0|n:10"_s;
    QTest::newRow("member named like a keyword") << u"js"_s << u"x.default"_s << QString();
}

void TestCodeScanner::tokens()
{
    QFETCH(QString, language);
    QFETCH(QString, code);
    QFETCH(QString, tokens);
    static const QString letters = u".ktsncfaC+-h"_s;
    QStringList found;
    CodeState state;
    const CodeScanner scanner(*codeLanguage(language));
    for (const QString &line : code.split(u'\n')) {
        QList<CodeToken> inLine;
        state = scanner.scanLine(line, state, &inLine);
        for (const CodeToken &token : inLine)
            found += letters[int(token.kind)] + u':' + line.mid(token.offset, token.length);
    }
    QCOMPARE(found.join(u'|'), tokens);
}

void TestCodeScanner::tokensStandInOrder()
{
    const QString nasty =
        u"\"'`/*(<!--#$@{[0x1e+ 'a //\\ \"\"\" ''' ]]> -- R\"( r#\" =begin &amp; <a b='c'> }"_s;
    for (const QString &name : codeLanguageNames()) {
        const CodeScanner scanner(*codeLanguage(name));
        CodeState state;
        for (qsizetype i = 0; i < 4 * nasty.size(); ++i) {
            const QString line = nasty.mid(i % nasty.size()) + nasty.left(i * 7 % nasty.size());
            QList<CodeToken> tokens;
            const CodeState next = scanner.scanLine(line, state, &tokens);
            QCOMPARE(scanner.scanLine(line, state, nullptr), next);
            qsizetype end = 0;
            for (const CodeToken &token : tokens) {
                QVERIFY(token.offset >= end && token.length > 0);
                end = token.offset + token.length;
            }
            QVERIFY(end <= line.size());
            state = next;
        }
    }
}

void TestCodeScanner::longLineStaysPlain()
{
    const CodeScanner scanner(*codeLanguage(u"cpp"_s));
    QList<CodeToken> tokens;
    const CodeState open = scanner.scanLine(u"/* open", {}, nullptr);
    QCOMPARE(scanner.scanLine(QString(u"int "_s).repeated(1025), open, &tokens), open);
    QVERIFY(tokens.isEmpty());
    scanner.scanLine(QString(u"int "_s).repeated(1024), {}, &tokens);
    QCOMPARE(tokens.size(), 1024);
}

QTEST_GUILESS_MAIN(TestCodeScanner)
#include "tst_codescanner.moc"
