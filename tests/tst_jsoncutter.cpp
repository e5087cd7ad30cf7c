// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/jsoncutter.h"

#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

struct CutText
{
    QStringList items{}; // "member#index json"
    JsonCutter::Error error = JsonCutter::Error::None;

    friend bool operator==(const CutText &, const CutText &) = default;
};

CutText cut(QByteArrayView json, JsonCut how, qsizetype step,
            const std::function<bool(const QString &)> &wants = {})
{
    JsonCutter cutter({.cut = how, .wants = wants});
    QList<JsonItem> items;
    for (qsizetype at = 0; at < json.size(); at += step)
        items += cutter.feed(json.sliced(at, qMin(step, json.size() - at)));
    items += cutter.finish();
    CutText result{{}, cutter.error()};
    for (const JsonItem &item : std::as_const(items)) {
        result.items
            << u"%1#%2 %3"_s.arg(item.member).arg(item.index).arg(QString::fromUtf8(item.json));
    }
    return result;
}

} // namespace

//! How a JSON text is cut into items, whatever the pieces are in which it comes.
class TestJsonCutter : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void cuts_data();
    void cuts();
    void passesOverWhatIsNotWanted();
    void namesTheMembers();
    void keepsTheBeginningsOnly();
    void refusesDepthWithoutRecursion();
    void refusesWhatIsTooLarge();
};

void TestJsonCutter::cuts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<JsonCut>("how");
    QTest::addColumn<QStringList>("items");
    QTest::addColumn<JsonCutter::Error>("error");

    using Error = JsonCutter::Error;
    const auto row = [](const char *name, const QByteArray &json, JsonCut how,
                        const QStringList &items, Error error = Error::None) {
        QTest::newRow(name) << json << how << items << error;
    };
    row("elements of an array", R"([1, "a,]\"", {"b": [2]}, [], null ])", JsonCut::Elements,
        {u"#0 1"_s, uR"(#1 "a,]\"")"_s, uR"(#2 {"b": [2]})"_s, u"#3 []"_s, u"#4 null"_s});
    row("members of an object", R"({"a":1,"b":{"c":"}"},"l":[[1],{"x":2}],"e":[]})",
        JsonCut::Elements, {u"a#0 1"_s, uR"(b#0 {"c":"}"})"_s, u"l#0 [1]"_s, uR"(l#1 {"x":2})"_s});
    row("escaped member", R"({"\u0061\"b":true})", JsonCut::Elements, {u"a\"b#0 true"_s});
    row("whole", R"( {"a":[1,2]} )", JsonCut::Whole, {uR"(#0 {"a":[1,2]})"_s});
    row("lines", "{\"a\":1}\n{\"b\":2}\n3", JsonCut::Whole,
        {uR"(#0 {"a":1})"_s, uR"(#1 {"b":2})"_s, u"#2 3"_s});
    row("empty array", "[]", JsonCut::Elements, {});
    row("backslashes", R"(["\\", "\\\""])", JsonCut::Elements,
        {uR"(#0 "\\")"_s, uR"(#1 "\\\"")"_s});
    row("nothing", " \n", JsonCut::Whole, {}, Error::Empty);
    row("cut in an item", R"([{"a":1},{"b")", JsonCut::Elements, {uR"(#0 {"a":1})"_s},
        Error::Truncated);
    row("cut between items", R"([1,)", JsonCut::Elements, {u"#0 1"_s}, Error::Truncated);
    row("cut in a name", R"({"a)", JsonCut::Elements, {}, Error::Truncated);
    row("no comma", "[1 2]", JsonCut::Elements, {u"#0 1"_s}, Error::Malformed);
    row("two commas", "[1,,2]", JsonCut::Elements, {u"#0 1"_s}, Error::Malformed);
    row("no colon", R"({"a" 1})", JsonCut::Elements, {}, Error::Malformed);
    row("wrong bracket", "[1}", JsonCut::Elements, {u"#0 1"_s}, Error::Malformed);
    row("comma at the end", R"({"a":1,})", JsonCut::Elements, {u"a#0 1"_s}, Error::Malformed);
    row("a web page", "<html>", JsonCut::Elements, {}, Error::Malformed);
    row("behind the end", "[1] x", JsonCut::Elements, {u"#0 1"_s}, Error::Malformed);
}

void TestJsonCutter::cuts()
{
    QFETCH(QByteArray, json);
    QFETCH(JsonCut, how);
    const CutText whole = cut(json, how, json.size() + 1);
    QTEST(whole.items, "items");
    QTEST(whole.error, "error");
    for (qsizetype step = 1; step < json.size(); ++step)
        QCOMPARE(cut(json, how, step), whole);
}

void TestJsonCutter::passesOverWhatIsNotWanted()
{
    const QByteArray json = R"({"no":{"deep":[1]},"yes":[1,{"no":2}],"not":[3,4],"yes2":5})";
    const CutText result = cut(json, JsonCut::Elements, 3,
                               [](const QString &member) { return member.startsWith("yes"_L1); });
    QCOMPARE(result.items, QStringList({u"yes#0 1"_s, uR"(yes#1 {"no":2})"_s, u"yes2#0 5"_s}));
}

void TestJsonCutter::namesTheMembers()
{
    JsonCutter cutter({.cut = JsonCut::Elements});
    cutter.feed(R"({"a":[{"x":1}],"b":{"y":2},"c":"text","d":[)");
    QCOMPARE(cutter.members(),
             (QHash<QString, char>{{u"a"_s, '['}, {u"b"_s, '{'}, {u"c"_s, '"'}, {u"d"_s, '['}}));
}

void TestJsonCutter::keepsTheBeginningsOnly()
{
    JsonCutter cutter({.cut = JsonCut::Elements, .keepAtMost = 8});
    const QByteArray json = "[\"" + QByteArray(100, 'x') + "\",12]";
    const QList<JsonItem> items = cutter.feed(json);
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.at(0).json, QByteArray("\"xxxxxxx"));
    QCOMPARE(items.at(1).json, QByteArray("12"));
}

void TestJsonCutter::refusesDepthWithoutRecursion()
{
    for (const char *open : {"[", "{\"a\":"}) {
        QByteArray json = "[";
        for (int i = 0; i < 100'000; ++i)
            json += open;
        QCOMPARE(cut(json, JsonCut::Elements, 1000).error, JsonCutter::Error::TooDeep);
        QCOMPARE(cut(json, JsonCut::Whole, 1000).error, JsonCutter::Error::TooDeep);
    }
    const QByteArray allowed = QByteArray(JsonCutter::deepest - 1, '[') + '1';
    QCOMPARE(cut(allowed, JsonCut::Elements, 100).error, JsonCutter::Error::Truncated);
}

void TestJsonCutter::refusesWhatIsTooLarge()
{
    const QByteArray piece(qsizetype(1) << 20, 'x');
    JsonCutter cutter({.cut = JsonCut::Elements});
    cutter.feed("[\"");
    for (int i = 0; i <= JsonCutter::largestItem >> 20 && cutter.error() == JsonCutter::Error::None;
         ++i)
        cutter.feed(piece);
    QCOMPARE(cutter.error(), JsonCutter::Error::TooLarge);
    QCOMPARE(cut("{\"" + QByteArray(5000, 'n') + "\":1}", JsonCut::Elements, 100).error,
             JsonCutter::Error::TooLarge);
}

QTEST_GUILESS_MAIN(TestJsonCutter)
#include "tst_jsoncutter.moc"
