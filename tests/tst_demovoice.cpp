// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoapi.h"
#include "demo/demovoice.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

QJsonObject message(const QString &role, const QString &content)
{
    return {{u"role"_s, role}, {u"content"_s, content}};
}

QJsonObject chat(const QString &question)
{
    return {{u"model"_s, QJsonObject{{u"id"_s, u"demo"_s}}},
            {u"messages"_s, QJsonArray{message(u"user"_s, question)}}};
}

//! The text of the fenced block that begins after the marker, as a CommonMark reader finds its end.
QString fencedAfter(const QString &answer, const QString &marker)
{
    const QStringList lines = answer.mid(answer.indexOf(marker) + marker.size()).split(u'\n');
    qsizetype first = 0;
    while (first < lines.size() && !lines.at(first).startsWith("```"_L1))
        ++first;
    const QString fence = QString(lines.value(first)).remove(u"text"_s);
    qsizetype last = first + 1;
    const auto closes = [&fence](const QString &line) {
        const QString bare = line.trimmed();
        return bare.size() >= fence.size() && QString(bare).remove(u'`').isEmpty();
    };
    while (last < lines.size() && !closes(lines.at(last)))
        ++last;
    return lines.mid(first + 1, last - first - 1).join(u'\n');
}

} // namespace

class TestDemoVoice : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void answersTheQuestion_data();
    void answersTheQuestion();
    void reportsWhatItReceived();
    void reportsWhatIsMissing();
    void nothingBreaksOutOfItsBlock_data();
    void nothingBreaksOutOfItsBlock();
    void echoesLongQuestionsShortened();
    void answersTheNewestQuestion();
    void everyPageIsThereInBothLanguages();
    void everyPageSaysThatItIsADemo();
    void wordsJoinToTheText_data();
    void wordsJoinToTheText();
};

void TestDemoVoice::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestDemoVoice::answersTheQuestion_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("begin");
    const auto row = [](const QString &question, const QString &begin) {
        QTest::newRow(qPrintable(question)) << question << begin;
    };
    const QString other = u"I am the demo"_s;
    const QString otherRussian = u"Я – демо"_s;
    row(u"What can Aura do?"_s, u"# A short tour"_s);
    row(u"help"_s, u"# A short tour"_s);
    row(u"Which keyboard shortcuts are there?"_s, u"# A short tour"_s);
    row(u"Что умеет Aura?"_s, u"# Короткая экскурсия"_s);
    row(u"Помогите, с чего начать"_s, u"# Короткая экскурсия"_s);
    row(u"Show every Markdown element"_s, u"# Every Markdown element"_s);
    row(u"Can you draw a table?"_s, u"# Every Markdown element"_s);
    row(u"Покажи всю разметку Markdown"_s, u"# Вся разметка"_s);
    row(u"How do I connect Ollama?"_s, u"## Connect Ollama"_s);
    row(u"Как подключить Ollama?"_s, u"## Как подключить Ollama"_s);
    row(u"How do I connect llama.cpp?"_s, u"## Connect llama.cpp"_s);
    row(u"llama-server"_s, u"## Connect llama.cpp"_s);
    row(u"Как подключить llama.cpp?"_s, u"## Как подключить llama.cpp"_s);
    row(u"How do I connect an OpenAI-compatible service?"_s, u"## Connect an OpenAI"_s);
    row(u"Where does my API key go"_s, u"## Connect an OpenAI"_s);
    row(u"Как подключить совместимый с OpenAI сервис?"_s, u"## Как подключить сервис"_s);
    row(u"How do I connect an Aura server?"_s, u"## Connect an Aura server"_s);
    row(u"openchat-ui"_s, u"## Connect an Aura server"_s);
    row(u"Как подключить сервер Aura?"_s, u"## Как подключить сервер Aura"_s);
    row(u"How do I connect a server?"_s, u"## Which server"_s);
    row(u"Как подключить сервер?"_s, u"## Какой у вас сервер"_s);
    row(u"Which settings did you receive?"_s, u"## What arrived"_s);
    row(u"SETTINGS"_s, u"## What arrived"_s);
    row(u"What is your system prompt?"_s, u"## What arrived"_s);
    row(u"what temperature?"_s, u"## What arrived"_s);
    row(u"Какие настройки до тебя дошли?"_s, u"## Что дошло"_s);
    row(u"Список настроек"_s, u"## Что дошло"_s);
    row(u"Твой системный промпт"_s, u"## Что дошло"_s);
    row(u"What is the capital of France?"_s, other);
    row(u"I saw a tourist"_s, other); // no "tour"
    row(u"Какая столица у Франции?"_s, otherRussian);
    row(u"你好"_s, other);
    row(QString(), other);
}

void TestDemoVoice::answersTheQuestion()
{
    QFETCH(QString, question);
    QFETCH(QString, begin);
    const QString answer = demoAnswer(chat(question));
    QVERIFY2(answer.startsWith(begin), qPrintable(answer.left(80)));
    QVERIFY(!answer.contains("{{"_L1));
}

void TestDemoVoice::reportsWhatItReceived()
{
    const QJsonObject request{
        {u"model"_s, QJsonObject{{u"id"_s, u"openchat_3.6"_s}, {u"tokenLimit"_s, 4096}}},
        {u"messages"_s,
         QJsonArray{message(u"user"_s, u"a"_s), message(u"assistant"_s, u"b"_s),
                    message(u"user"_s, u"settings"_s)}},
        {u"prompt"_s, u"You are a careful\nassistant."_s},
        {u"temperature"_s, 0.3},
    };
    const QString answer = demoAnswer(request);
    QVERIFY(answer.contains("| Model | `openchat_3.6` |"_L1));
    QVERIFY(answer.contains("| Temperature | `0.3` |"_L1));
    QVERIFY(answer.contains("(`tokenLimit`) | `4096` |"_L1));
    QVERIFY(answer.contains("| Messages in this request | 3 |"_L1));
    QCOMPARE(fencedAfter(answer, u"System prompt:"_s), u"You are a careful\nassistant."_s);
}

void TestDemoVoice::reportsWhatIsMissing()
{
    const QString answer = demoAnswer(chat(u"settings"_s));
    QVERIFY(answer.contains("| Temperature | not sent |"_L1));
    QCOMPARE(fencedAfter(answer, u"System prompt:"_s), u"(empty)"_s);
    QVERIFY(demoAnswer(chat(u"настройки"_s)).contains(u"| Температура | не передано |"_s));
}

void TestDemoVoice::nothingBreaksOutOfItsBlock_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a fence") << u"a\n```\n# out\n```"_s;
    QTest::newRow("a longer fence") << u"`````\n# out"_s;
    QTest::newRow("tildes") << u"~~~\n# out"_s;
    QTest::newRow("a placeholder") << u"{{model}} {{systemPrompt}} {{question}}"_s;
    QTest::newRow("html") << u"</code></pre><img src=x>"_s;
    QTest::newRow("pipes") << u"| a | b |"_s;
    QTest::newRow("emoji") << u"🙂 ``` 🙂"_s;
}

void TestDemoVoice::nothingBreaksOutOfItsBlock()
{
    QFETCH(QString, text);
    QCOMPARE(fencedAfter(demoAnswer(chat(text)), u"this:"_s), text);

    QJsonObject request = chat(u"settings"_s);
    request[u"prompt"_s] = text;
    request[u"model"_s] = QJsonObject{{u"id"_s, text}};
    const QString answer = demoAnswer(request);
    QCOMPARE(fencedAfter(answer, u"System prompt:"_s), text);
    const QString row = answer.mid(answer.indexOf("| Model |"_L1)).section(u'\n', 0, 0);
    QVERIFY2(row.endsWith("` |"_L1), qPrintable(row)); // the model's name stays in its cell
    QVERIFY(!row.sliced(9).chopped(2).replace("\\|"_L1, QString()).contains(u'|'));
}

void TestDemoVoice::echoesLongQuestionsShortened()
{
    const QString answer = demoAnswer(chat(u"🙂"_s.repeated(5000)));
    QVERIFY(answer.size() < 1500);
    const QString echo = fencedAfter(answer, u"this:"_s);
    QVERIFY(echo.endsWith(u'…'));
    QCOMPARE(QString::fromUtf8(echo.toUtf8()), echo); // no half of a pair
    QVERIFY(!echo.contains(QChar::ReplacementCharacter));
}

void TestDemoVoice::answersTheNewestQuestion()
{
    QJsonObject request = chat(QString());
    request[u"messages"_s] =
        QJsonArray{message(u"user"_s, u"Ollama"_s), message(u"assistant"_s, u"…"_s),
                   message(u"user"_s, u"Show Markdown"_s)};
    QVERIFY(demoAnswer(request).startsWith("# Every Markdown"_L1));
    request[u"messages"_s] = QJsonArray{};
    QVERIFY(demoAnswer(request).contains("(empty)"_L1));
}

void TestDemoVoice::everyPageIsThereInBothLanguages()
{
    demoAnswer({}); // registers the pages
    int pages = 0;
    for (QDirIterator files(u":/demo"_s); files.hasNext(); ++pages) {
        const QString english = files.next().replace(".ru."_L1, ".en."_L1);
        QVERIFY2(QFile::exists(english), qPrintable(english));
        const QString russian = QString(english).replace(".en."_L1, ".ru."_L1);
        QVERIFY2(QFile::exists(russian), qPrintable(russian));
    }
    QCOMPARE(pages, 18);
}

void TestDemoVoice::everyPageSaysThatItIsADemo()
{
    demoAnswer({});
    for (QDirIterator files(u":/demo"_s); files.hasNext();) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString page = QString::fromUtf8(file.readAll());
        QVERIFY2(page.contains("demo"_L1) || page.contains(u"демо"_s), qPrintable(file.fileName()));
        QVERIFY2(page.contains("model"_L1) || page.contains(u"модел"_s),
                 qPrintable(file.fileName()));
    }
}

void TestDemoVoice::wordsJoinToTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArrayList>("words");
    QTest::newRow("words") << u"You said: hello"_s << QByteArrayList{"You ", "said: ", "hello"};
    QTest::newRow("code keeps its spaces")
        << u"if (a)\n    b();\n"_s << QByteArrayList{"if ", "(a)\n    ", "b();\n"};
    QTest::newRow("leading space") << u"  a"_s << QByteArrayList{"  ", "a"};
    QTest::newRow("nothing") << QString() << QByteArrayList{};
}

void TestDemoVoice::wordsJoinToTheText()
{
    QFETCH(QString, text);
    QFETCH(QByteArrayList, words);
    QCOMPARE(wordsOf(text), words);
    QCOMPARE(wordsOf(text).join(), text.toUtf8());
}

QTEST_GUILESS_MAIN(TestDemoVoice)
#include "tst_demovoice.moc"
