// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/wordbeginning.h"

#include "history/database.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestWordBeginning : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void charactersAreTakenAsTheIndexTakesThem_data();
    void charactersAreTakenAsTheIndexTakesThem();
    void wordsAreTakenApart_data();
    void wordsAreTakenApart();
    void aLongWordIsCut_data();
    void aLongWordIsCut();
    void aBeginningIsFound_data();
    void aBeginningIsFound();
};

namespace {

//! The words of a text as the index' tokenizer takes it apart.
QStringList wordsByIndex(Database &database, const QString &text)
{
    QStringList words;
    if (!database.run(u"INSERT INTO t(text) VALUES(?)"_s, {text}))
        return words;
    {
        Rows rows = database.rows(u"SELECT term FROM word ORDER BY offset"_s);
        while (rows.next())
            words += rows.text(0);
    }
    database.run(u"DELETE FROM t"_s);
    return words;
}

//! What it makes of a character that stood between a and b, and is a part of the first words now.
TokenCharacter takeCharacter(QStringList &words)
{
    const QList<uint> characters = words.takeFirst().toUcs4();
    if (characters.size() == 1) { // "a", and then "b"
        words.removeFirst();
        return {};
    }
    if (characters.size() == 2)
        return {TokenCharacter::Kind::Mark, 0};
    return {TokenCharacter::Kind::Letter, characters.at(1)};
}

} // namespace

void TestWordBeginning::charactersAreTakenAsTheIndexTakesThem_data()
{
    QTest::addColumn<uint>("first");
    QTest::addColumn<uint>("last");
    QTest::newRow("up to what is of two units") << 1U << 0xd7ffU;
    QTest::newRow("above the surrogates") << 0xe000U << 0xffffU;
    QTest::newRow("the second plane") << 0x10000U << 0x1ffffU;
    QTest::newRow("rare Chinese, and what is nothing yet") << 0x2a600U << 0x2afffU;
    QTest::newRow("the last") << 0x10f000U << 0x10ffffU;
}

void TestWordBeginning::charactersAreTakenAsTheIndexTakesThem()
{
    QFETCH(uint, first);
    QFETCH(uint, last);
    Database database;
    QVERIFY(database.open(u":memory:"_s));
    QVERIFY(database.run(u"CREATE VIRTUAL TABLE t USING fts5(text,"
                         u" tokenize='unicode61 remove_diacritics 2')"_s));
    QVERIFY(database.run(u"CREATE VIRTUAL TABLE word USING fts5vocab('t', 'instance')"_s));
    int unsure = 0;
    constexpr char32_t atOnce = 256;
    for (char32_t begin = first; begin <= last; begin += atOnce) {
        const char32_t end = std::min<char32_t>(last + 1, begin + atOnce);
        QString text;
        for (char32_t character = begin; character < end; ++character)
            text.append(u'a').append(QChar::fromUcs4(character)).append("b "_L1);
        QStringList words = wordsByIndex(database, text);
        for (char32_t character = begin; character < end; ++character) {
            const TokenCharacter token = TokenCharacter::of(character);
            const TokenCharacter wanted = takeCharacter(words);
            if (token.kind == TokenCharacter::Kind::Unsure)
                ++unsure;
            else
                QVERIFY2(token == wanted, qPrintable(QString::number(character, 16)));
        }
        QVERIFY(words.isEmpty());
    }
    QVERIFY2(unsure < 40, qPrintable(QString::number(unsure))); // each costs a look by the index
}

void TestWordBeginning::wordsAreTakenApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << u" ?! "_s << QStringList();
    QTest::newRow("words") << u"One-two, 3"_s << QStringList{u"one"_s, u"two"_s, u"3"_s};
    QTest::newRow("marks") << u"Schöner scho\u0308n"_s << QStringList{u"schoner"_s, u"schon"_s};
    QTest::newRow("a mark before a word") << u"\u0308a"_s << QStringList{u"a"_s};
    QTest::newRow("Cyrillic keeps its marks")
        << u"Ёж и Йод"_s << QStringList{u"ёж"_s, u"и"_s, u"йод"_s};
    QTest::newRow("CJK is one word") << u"東京 ab日本"_s << QStringList{u"東京"_s, u"ab日本"_s};
    QTest::newRow("two units") << u"𝐀b x"_s << QStringList{u"𝐀b"_s, u"x"_s};
}

void TestWordBeginning::wordsAreTakenApart()
{
    QFETCH(QString, text);
    const std::optional<QStringList> words = tokensOf(text);
    QVERIFY(words);
    QTEST(*words, "words");
    QVERIFY(!tokensOf(text + u'\u19b0')); // Qt: a letter; the index: none
}

void TestWordBeginning::aLongWordIsCut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("length"); // of what is indexed
    constexpr qsizetype most = 32 * 1024;
    const auto many = [](const QString &piece) { return piece.repeated(70'000); };
    QTest::newRow("short words") << many(u"ab "_s) << many(u"ab "_s).size();
    QTest::newRow("as long as may be") << QString(most, u'x') << most;
    QTest::newRow("one") << many(u"x"_s) << most;
    QTest::newRow("between others") << u"Nö "_s + many(u"x"_s) + u", so"_s << most + 7;
    QTest::newRow("two") << many(u"X"_s) + u' ' + many(u"ы"_s) << 2 * most + 1;
    QTest::newRow("of two units") << many(u"𝐀"_s) + u" b"_s << 2 * most + 2;
    QTest::newRow("with marks") << QString(many(u"o\u0308"_s)) << 2 * most;
    QTest::newRow("CJK with its stops") << many(u"東京。"_s) << many(u"東京。"_s).size();
}

void TestWordBeginning::aLongWordIsCut()
{
    QFETCH(QString, text);
    Database database;
    QVERIFY(database.open(u":memory:"_s));
    QVERIFY(database.run(u"CREATE VIRTUAL TABLE t USING fts5(text,"
                         u" tokenize='unicode61 remove_diacritics 2')"_s));
    QVERIFY(database.run(u"CREATE VIRTUAL TABLE word USING fts5vocab('t', 'instance')"_s));
    const QString shortened = withShortWords(text);
    QVERIFY(wordsByIndex(database, shortened) == wordsByIndex(database, text));
    QTEST(shortened.size(), "length");
}

void TestWordBeginning::aBeginningIsFound_data()
{
    using enum WordBeginning::Answer;
    QTest::addColumn<QString>("text");
    QTest::addColumn<WordBeginning::Answer>("answer");
    QTest::newRow("nothing") << QString() << No;
    QTest::newRow("at the beginning") << u"Schön"_s << Yes;
    QTest::newRow("in another word") << u"bescho scho"_s << No;
    QTest::newRow("behind a sign") << u"(“SCHON”)"_s << Yes;
    QTest::newRow("marks between") << u"s\u0308chon"_s << Yes;
    QTest::newRow("a word that ends before") << u"sc hon"_s << No;
    QTest::newRow("after one that began so") << u"schu schon"_s << Yes;
    QTest::newRow("twice its first letter") << u"sschon"_s << No;
    QTest::newRow("beside what is unsure") << u"scho \u19b0"_s << Unsure;
    QTest::newRow("found all the same") << u"\u19b0 schon"_s << Yes;
    QTest::newRow("half of a character of two units") << QString(u"scho"_s + QChar(0xd835)) << No;
}

void TestWordBeginning::aBeginningIsFound()
{
    QFETCH(QString, text);
    QTEST(WordBeginning(u"schon").in(text), "answer");
}

QTEST_GUILESS_MAIN(TestWordBeginning)
#include "tst_wordbeginning.moc"
