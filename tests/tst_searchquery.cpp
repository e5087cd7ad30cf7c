// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/searchquery.h"

#include "base/messageids.h"
#include "history/conversationrows.h"
#include "history/database.h"
#include "history/historysearch.h"
#include "history/messagerows.h"
#include "history/prefixwords.h"
#include "history/schema.h"
#include "history/searchsnippet.h"
#include "history/searchtext.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestSearchQuery : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cjkRunsBecomePairs_data();
    void cjkRunsBecomePairs();
    void fencedCodeIsSeen_data();
    void fencedCodeIsSeen();
    void whatIsTypedFinds_data();
    void whatIsTypedFinds();
    void beginningsAreWalkedInOrder_data();
    void beginningsAreWalkedInOrder();
    void beginningsFindWhatTheIndexFinds();
    void searchesFindWhatTheIndexFinds();
    void aBeginningThatIsFarAwayIsFound();
    void aFewPlacesAreWalkedInOrder();
    void theNewestComesFirst();
    void aPlaceThatIsFarAwayIsFound();
    void aSearchIsCancelled();
    void snippetsMarkWhatWasFound_data();
    void snippetsMarkWhatWasFound();

private:
    MessageId add(const QString &conversation, Role role, const QString &text,
                  const QString &model = {}, const QDateTime &time = {})
    {
        const Message message{.id = time.isValid() ? firstMessageId(time) : nextMessageId(),
                              .role = role,
                              .text = text,
                              .model = model,
                              .time = time.isValid() ? time : QDateTime::currentDateTimeUtc()};
        const qint64 key = conversationKey(*m_database, conversation);
        return putMessage(*m_database, key, {.message = message}, {}) ? message.id : MessageId();
    }
    QStringList found(const QString &query)
    {
        QStringList texts;
        const auto hits = searchHistory(*m_database, query, 50, {}, [] { return false; }).hits;
        for (const SearchHit &hit : hits)
            texts += hit.message.isValid() ? hit.snippet : u"title: "_s + hit.title;
        return texts;
    }

    std::unique_ptr<Database> m_database;
};

void TestSearchQuery::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_database = std::make_unique<Database>();
    QVERIFY(m_database->open(u":memory:"_s) && migrate(*m_database));
}

void TestSearchQuery::cjkRunsBecomePairs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("terms");
    QTest::newRow("nothing") << u"Latin, кириллица"_s << QString();
    QTest::newRow("one") << u"日"_s << u"日"_s;
    QTest::newRow("a run") << u"日本語"_s << u"日本 本語 語"_s;
    QTest::newRow("two runs") << u"日本 is 国"_s << u"日本 本 国"_s;
    QTest::newRow("kana with a long vowel") << u"ラー"_s << u"ラー ー"_s;
    QTest::newRow("Hangul") << u"한국"_s << u"한국 국"_s;
    QTest::newRow("beyond the BMP") << u"𠀀𠀁"_s << u"𠀀𠀁 𠀁"_s;
}

void TestSearchQuery::cjkRunsBecomePairs()
{
    QFETCH(QString, text);
    QTEST(cjkTerms(text), "terms");
}

void TestSearchQuery::fencedCodeIsSeen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("has");
    QTest::newRow("fence") << u"so:\n```py\nx\n```"_s << true;
    QTest::newRow("tildes, indented") << u"  ~~~\nx"_s << true;
    QTest::newRow("inside a line") << u"say ```x``` here"_s << false;
    QTest::newRow("none") << u"`x`"_s << false;
}

void TestSearchQuery::fencedCodeIsSeen()
{
    QFETCH(QString, text);
    QTEST(hasFencedCode(text), "has");
}

void TestSearchQuery::whatIsTypedFinds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("texts");
    const QString schoen = u"Ein schöner Tag"_s;
    const QString code = u"Look: ```x```"_s;
    const QString tokyo = u"私は東京タワーが好き"_s;
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("signs alone") << u"?! -"_s << QStringList();
    QTest::newRow("a word without its marks") << u"schoner "_s << QStringList{schoen};
    QTest::newRow("in capitals") << u"TAG "_s << QStringList{schoen};
    QTest::newRow("the word being typed") << u"scho"_s << QStringList{schoen};
    QTest::newRow("a word that is typed out") << u"scho "_s << QStringList();
    QTest::newRow("a star") << u"scho* tag "_s << QStringList{schoen};
    QTest::newRow("a phrase") << u"\"schöner Tag\""_s << QStringList{schoen};
    QTest::newRow("a phrase the other way round") << u"\"Tag schöner\""_s << QStringList();
    QTest::newRow("two words in any order") << u"tag ein "_s << QStringList{schoen};
    QTest::newRow("without a word") << u"tag -ein "_s << QStringList();
    QTest::newRow("a quote that is open") << u"\"schöner T"_s << QStringList();
    QTest::newRow("one CJK character") << u"京"_s << QStringList{tokyo};
    QTest::newRow("two") << u"東京"_s << QStringList{tokyo};
    QTest::newRow("a long run") << u"京タワー"_s << QStringList{tokyo};
    QTest::newRow("the other way round") << u"京東"_s << QStringList();
    QTest::newRow("role") << u"role:assistant ein "_s << QStringList();
    QTest::newRow("role, short") << u"role:u tag "_s << QStringList{schoen};
    QTest::newRow("model") << u"model:qwen look"_s << QStringList{code};
    QTest::newRow("another model") << u"model:llama look"_s << QStringList();
    QTest::newRow("code alone") << u"has:code"_s << QStringList();
    QTest::newRow("in a title") << u"in:Reise tag"_s << QStringList{schoen};
    QTest::newRow("in a folder, quoted") << u"in:\"My folder\" look"_s << QStringList{code};
    QTest::newRow("in a folder, small letters") << u"in:\"my FOLDER\" look"_s << QStringList{code};
    QTest::newRow("nowhere") << u"in:nowhere tag"_s << QStringList();
    QTest::newRow("title") << u"reise "_s << QStringList{u"title: Reise"_s};
    QTest::newRow("trash") << u"secret"_s << QStringList();
    QTest::newRow("trash, asked for") << u"in:trash secret"_s << QStringList{u"secret"_s};
    QTest::newRow("before") << u"before:2020 old"_s << QStringList{u"old words"_s};
    QTest::newRow("before its day") << u"before:2019-05-05 old"_s << QStringList();
    QTest::newRow("after") << u"after:2019-05-05 old"_s << QStringList{u"old words"_s};
    QTest::newRow("a filter that is none") << u"http://tag"_s << QStringList();
    QTest::newRow("what SQL and FTS5 mean otherwise")
        << u"tag' OR NEAR( \"* AND"_s << QStringList();
}

void TestSearchQuery::whatIsTypedFinds()
{
    QFETCH(QString, query);
    QVERIFY(putFolder(*m_database, {.id = u"f"_s, .name = u"My folder"_s}));
    QVERIFY(putConversation(*m_database, {.id = u"a"_s, .title = u"Reise"_s}));
    QVERIFY(putConversation(*m_database, {.id = u"b"_s, .folderId = u"f"_s}));
    QVERIFY(
        putConversation(*m_database, {.id = u"c"_s, .trashedAt = QDateTime::currentDateTimeUtc()}));
    add(u"a"_s, Role::User, u"Ein schöner Tag"_s);
    add(u"a"_s, Role::User, u"私は東京タワーが好き"_s);
    add(u"b"_s, Role::Assistant, u"Look: ```x```"_s, u"Qwen/Qwen2.5-7B"_s);
    add(u"c"_s, Role::User, u"secret"_s);
    add(u"b"_s, Role::User, u"old words"_s, {}, QDateTime(QDate(2019, 5, 5), QTime(12, 0)));
    QTEST(found(query), "texts");
}

void TestSearchQuery::beginningsAreWalkedInOrder_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expression");
    QTest::newRow("a table's length") << u"con"_s << u"\"con\"*"_s;
    QTest::newRow("one more, by the next table") << u"conc"_s << u"(\"conca\"* OR \"conce\"*)"_s;
    QTest::newRow("the word itself too") << u"do"_s << u"(\"do\" OR \"dog\"*)"_s;
    QTest::newRow("longer than all tables") << u"concat"_s << u"(\"concat\" OR \"concats\")"_s;
    QTest::newRow("as the index folds it") << u"ScHö"_s << u"(\"schon\"*)"_s;
    QTest::newRow("after other words") << u"a-conc"_s << u"(\"a conca\"* OR \"a conce\"*)"_s;
    QTest::newRow("characters of two units") << u"𝐀𝐁"_s << u"(\"𝐀𝐁𝐂\"*)"_s;
    QTest::newRow("nothing") << u"zz"_s << u"\"zz\"*"_s;
    QTest::newRow("no word") << u"\"?"_s << u"\"\"\"?\"*"_s;
    QTest::newRow("of too many words") << u"number"_s << u"\"number\"*"_s;
}

void TestSearchQuery::beginningsAreWalkedInOrder()
{
    QFETCH(QString, text);
    QVERIFY(putConversation(*m_database, {.id = u"a"_s}));
    add(u"a"_s, Role::User, u"do dogs concat concats concert Schöner 𝐀𝐁𝐂𝐃"_s);
    QString many;
    for (int i = 0; i < 300; ++i)
        many += u"number%1 "_s.arg(i);
    add(u"a"_s, Role::User, many);
    QTEST(PrefixWords(*m_database, u"message_index"_s).expression(text), "expression");
}

void TestSearchQuery::beginningsFindWhatTheIndexFinds()
{
    QVERIFY(putConversation(*m_database, {.id = u"a"_s}));
    const QStringList syllables{u"ba"_s, u"bé"_s, u"дом"_s, u"日"_s, u"ß"_s, u"𝐀"_s, u"0"_s};
    QRandomGenerator random(1);
    const auto word = [&] {
        QString text;
        for (int i = 0; i < 1 + int(random.bounded(4)); ++i)
            text += syllables.at(int(random.bounded(int(syllables.size()))));
        return text;
    };
    for (int i = 0; i < 200; ++i)
        add(u"a"_s, Role::User, word() + u' ' + word() + u"-"_s + word());
    const auto rows = [this](const QString &expression) {
        QList<qint64> ids;
        Rows found = m_database->rows(u"SELECT rowid FROM message_index WHERE message_index MATCH ?"
                                      u" ORDER BY rowid DESC"_s,
                                      {u"text : "_s + expression});
        while (found.next())
            ids += found.number(0);
        return ids;
    };
    PrefixWords words(*m_database, u"message_index"_s);
    for (int i = 0; i < 500; ++i) {
        QString text = i % 3 == 0 ? word() + u' ' + word() : word();
        text.chop(text.size() > 2 && !text.at(text.size() - 2).isHighSurrogate() ? i % 2 : 0);
        const QList<qint64> plain = rows(u'"' + text + u"\"*"_s);
        QVERIFY2(rows(words.expression(text)) == plain, qPrintable(text));
    }
}

//! Whatever way it is looked for; page by page, too.
void TestSearchQuery::searchesFindWhatTheIndexFinds()
{
    QVERIFY(putConversation(*m_database, {.id = u"a"_s}));
    QRandomGenerator random(2);
    const auto letters = [&random](int count) {
        QString text;
        for (int i = 0; i < count; ++i)
            text += u"abcé"_s.at(int(random.bounded(4)));
        return text;
    };
    for (int i = 0; i < 400; ++i)
        add(u"a"_s, Role::User,
            letters(3) + u"-"_s + letters(8) + (i % 50 == 0 ? u" \u19b0"_s : QString()));
    for (int i = 0; i < 150; ++i) {
        QString text = letters(1 + int(random.bounded(7)));
        if (i % 3 == 0)
            text = letters(2) + u"* "_s + text;
        QString expression = u"text : \"%1\"*"_s.arg(text);
        expression.replace(u"* "_s, u"\"* AND text : \""_s);
        QList<qint64> expected;
        Rows rows = m_database->rows(u"SELECT rowid FROM message_index WHERE message_index MATCH ?"
                                     u" ORDER BY rowid DESC"_s,
                                     {expression});
        while (rows.next())
            expected += rows.number(0);
        QList<qint64> ids;
        SearchResult part{.isWhole = false};
        for (MessageId before; !part.isWhole; before = MessageId{ids.isEmpty() ? 1 : ids.last()}) {
            part = searchHistory(*m_database, text, 7, before, [] { return false; });
            QVERIFY(part.isWhole || part.hits.size() == 7);
            for (const SearchHit &hit : part.hits)
                ids += hit.message.value;
        }
        QVERIFY2(ids == expected, qPrintable(text));
    }
}

//! Behind more that begin with the same letter than are looked at.
void TestSearchQuery::aBeginningThatIsFarAwayIsFound()
{
    QVERIFY(putConversation(*m_database, {.id = u"a"_s, .title = u"kind title"_s}));
    add(u"a"_s, Role::User, u"kings are far"_s, u"quill"_s);
    for (int i = 0; i < 700; ++i) {
        const QString id = u"n%1"_s.arg(i);
        QVERIFY(putConversation(*m_database, {.id = id, .title = u"keep"_s}));
        add(id, Role::User, i == 650 ? u"kings are near"_s : u"keys"_s, u"queue"_s);
    }
    QCOMPARE(found(u"ki"_s),
             (QStringList{u"title: kind title"_s, u"kings are near"_s, u"kings are far"_s}));
    QCOMPARE(found(u"king"_s), (QStringList{u"kings are near"_s, u"kings are far"_s}));
    QCOMPARE(found(u"model:quil"_s), QStringList{u"kings are far"_s});
    QCOMPARE(found(u"kings -ke"_s), (QStringList{u"kings are near"_s, u"kings are far"_s}));
    QCOMPARE(found(u"kz"_s), QStringList());
    const auto one = searchHistory(*m_database, u"king"_s, 1, {}, [] { return false; });
    QCOMPARE(one.hits.size(), 1);
    QVERIFY(!one.isWhole);
}

//! Those that were last written in come first, and no message of the others is passed over.
void TestSearchQuery::aFewPlacesAreWalkedInOrder()
{
    QVERIFY(putFolder(*m_database, {.id = u"f"_s, .name = u"Работа"_s}));
    QStringList expected;
    constexpr int places = 30;
    for (int i = 0; i < 4 * places; ++i) {
        const QString id = u"p%1"_s.arg((7 * i) % places);
        if (i < places)
            QVERIFY(putConversation(*m_database, {.id = id, .folderId = u"f"_s}));
        if (i < 3 * places || i % places < 11) {
            add(id, Role::User, u"word %1"_s.arg(i));
            expected.prepend(u"word %1"_s.arg(i));
        }
        QVERIFY(putConversation(*m_database, {.id = u"else%1"_s.arg(i), .title = u"word"_s}));
        add(u"else%1"_s.arg(i), Role::User, u"word elsewhere"_s);
    }
    QVERIFY(putConversation(*m_database, {.id = u"empty"_s, .folderId = u"f"_s}));
    const auto all = searchHistory(*m_database, u"word in:работа"_s, 500, {}, [] { return false; });
    QStringList texts;
    for (const SearchHit &hit : all.hits)
        texts += hit.snippet;
    QCOMPARE(texts, expected);
    for (const int limit : {1, 11, 20, int(expected.size())}) {
        const auto some =
            searchHistory(*m_database, u"in:работа wo"_s, limit, {}, [] { return false; });
        QCOMPARE(some.hits.size(), limit);
        QCOMPARE(some.hits.constLast().snippet, expected.at(limit - 1));
        QCOMPARE(some.isWhole, limit == expected.size());
    }
}

void TestSearchQuery::theNewestComesFirst()
{
    QVERIFY(putConversation(*m_database, {.id = u"a"_s}));
    for (int i = 0; i < 5; ++i)
        add(u"a"_s, Role::User, u"word %1"_s.arg(i));
    const auto first = searchHistory(*m_database, u"word"_s, 3, {}, [] { return false; });
    QCOMPARE(first.hits.size(), 3);
    QVERIFY(!first.isWhole);
    QCOMPARE(first.hits.first().snippet, u"word 4"_s);
    const auto rest =
        searchHistory(*m_database, u"word"_s, 3, first.hits.last().message, [] { return false; });
    QCOMPARE(rest.hits.size(), 2);
    // One whose time is not known stands where its id says.
    const Message imported{.id = firstMessageId(QDateTime(QDate(2001, 2, 3), QTime(4, 5), Qt::UTC)),
                           .text = u"undated"_s};
    QVERIFY(
        putMessage(*m_database, conversationKey(*m_database, u"a"_s), {.message = imported}, {}));
    const auto undated = searchHistory(*m_database, u"undated"_s, 3, {}, [] { return false; });
    QCOMPARE(undated.hits.constFirst().time, QDateTime(QDate(2001, 2, 3), QTime(4, 5), Qt::UTC));
    QVERIFY(rest.isWhole);
}

//! Newer messages of other conversations stand before those of the place, more than are tried.
void TestSearchQuery::aPlaceThatIsFarAwayIsFound()
{
    QVERIFY(putFolder(*m_database, {.id = u"f"_s, .name = u"Old"_s}));
    for (int i = 0; i < 600; ++i) { // too many to name each
        const QString id = u"old%1"_s.arg(i);
        QVERIFY(putConversation(*m_database, {.id = id, .folderId = u"f"_s}));
        if (i < 3)
            add(id, Role::User, u"word in %1"_s.arg(id));
    }
    QVERIFY(putConversation(*m_database, {.id = u"new"_s}));
    for (int i = 0; i < 1200; ++i)
        add(u"new"_s, Role::User, u"word %1"_s.arg(i));
    QCOMPARE(found(u"word in:Old"_s),
             (QStringList{u"word in old2"_s, u"word in old1"_s, u"word in old0"_s}));
    QCOMPARE(found(u"in:Old"_s).size(), 3);
    QCOMPARE(found(u"nothing in:Old"_s).size(), 0);
}

void TestSearchQuery::aSearchIsCancelled()
{
    QVERIFY(putConversation(*m_database, {.id = u"a"_s}));
    for (int i = 0; i < 5; ++i)
        add(u"a"_s, Role::User, u"word"_s);
    int asked = 0;
    const auto result =
        searchHistory(*m_database, u"word"_s, 50, {}, [&asked] { return ++asked > 2; });
    QVERIFY(result.hits.size() < 5);
}

void TestSearchQuery::snippetsMarkWhatWasFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("marked");
    QTest::newRow("a word") << u"one two three"_s << u"two "_s << u"one [two] three"_s;
    QTest::newRow("twice") << u"a b a"_s << u"a "_s << u"[a] b [a]"_s;
    QTest::newRow("not inside another") << u"cat concat"_s << u"cat "_s << u"[cat] concat"_s;
    QTest::newRow("a prefix") << u"unicode"_s << u"uni"_s << u"[uni]code"_s;
    QTest::newRow("marks and case") << u"Das ist SCHÖN"_s << u"schon "_s << u"Das ist [SCHÖN]"_s;
    QTest::newRow("combining marks") << u"scho\u0308n so"_s << u"schon "_s << u"[scho\u0308n] so"_s;
    QTest::newRow("CJK") << u"私は東京が"_s << u"東京"_s << u"私は[東京]が"_s;
    QTest::newRow("a phrase over signs")
        << u"say: foo, bar!"_s << u"\"foo bar\""_s << u"say: [foo, bar]!"_s;
    QTest::newRow("lines become one") << u"a\n\n  b"_s << u"b "_s << u"a [b]"_s;
    QTest::newRow("nothing found") << u"a b"_s << u"role:user"_s << u"a b"_s;
    QTest::newRow("far down") << QString(u"x "_s.repeated(200) + u"here"_s) << u"here "_s
                              << QString(u"…"_s + u"x "_s.repeated(19) + u"[here]"_s);
}

void TestSearchQuery::snippetsMarkWhatWasFound()
{
    QFETCH(QString, text);
    QFETCH(QString, query);
    const Snippet snippet = makeSnippet(text, SearchQuery::parse(query));
    QString marked = snippet.text;
    for (qsizetype i = snippet.marks.size() - 1; i >= 0; --i) {
        const TextRange mark = snippet.marks.at(i);
        marked.insert(mark.start + mark.length, u']');
        marked.insert(mark.start, u'[');
    }
    QTEST(marked, "marked");
}

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_searchquery.moc"
