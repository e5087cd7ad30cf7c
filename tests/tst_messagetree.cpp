// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/messagetree.h"

#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestMessageTree : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void idsGrowWithTime();
    void idsAreLaterThanWhatIsAdded();
    void anEmptyTreeHasNoPath();
    void theNewestChildIsTheActiveOne();
    void siblingsKeepTheirOrder();
    void aPathIsRememberedBelowEachVersion();
    void aPathLeadsToAnyMessage();
    void theInvalidIdIsNoMessage();

private:
    static MessageId add(MessageTree &tree, const QString &text, MessageId parent = {})
    {
        return tree.add({.id = tree.nextId(), .text = text}, parent);
    }
    static QString path(const MessageTree &tree)
    {
        QStringList texts;
        for (const MessageId id : tree.activePath())
            texts.append(tree.message(id).text);
        return texts.join(u' ');
    }
};

void TestMessageTree::idsGrowWithTime()
{
    const MessageTree tree;
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    MessageId last;
    for (int i = 0; i < 5000; ++i) {
        const MessageId id = tree.nextId();
        QVERIFY(id > last);
        last = id;
    }
    QVERIFY((last.value >> 20) >= before);
    QVERIFY((last.value >> 20) <= QDateTime::currentMSecsSinceEpoch() + 1);
}

void TestMessageTree::idsAreLaterThanWhatIsAdded()
{
    MessageTree tree;
    const qint64 nextYear = QDateTime::currentDateTimeUtc().addYears(1).toMSecsSinceEpoch() << 20;
    tree.add({.id = {nextYear}}, {});
    QCOMPARE(tree.nextId().value, nextYear + 1);
}

void TestMessageTree::anEmptyTreeHasNoPath()
{
    QVERIFY(MessageTree().activePath().isEmpty());
}

void TestMessageTree::theNewestChildIsTheActiveOne()
{
    MessageTree tree;
    const MessageId question = add(tree, u"q"_s);
    add(tree, u"a1"_s, question);
    QCOMPARE(path(tree), u"q a1"_s);
    add(tree, u"a2"_s, question);
    QCOMPARE(path(tree), u"q a2"_s);
}

void TestMessageTree::siblingsKeepTheirOrder()
{
    MessageTree tree;
    const MessageId question = add(tree, u"q"_s);
    const MessageId first = add(tree, u"a1"_s, question);
    const MessageId second = add(tree, u"a2"_s, question);
    tree.activate(first);
    QCOMPARE(tree.siblingsOf(second), (QList{first, second}));
    QCOMPARE(tree.childrenOf(question), (QList{first, second}));
    QCOMPARE(tree.parentOf(second), question);
    QCOMPARE(tree.siblingsOf(question), QList{question});
    QCOMPARE(path(tree), u"q a1"_s);
}

void TestMessageTree::aPathIsRememberedBelowEachVersion()
{
    MessageTree tree;
    const MessageId old = add(tree, u"q1"_s);
    const MessageId answer = add(tree, u"a1"_s, old);
    add(tree, u"q2"_s, answer);
    const MessageId edited = add(tree, u"q1'"_s);
    QCOMPARE(path(tree), u"q1'"_s);
    tree.activate(old);
    QCOMPARE(path(tree), u"q1 a1 q2"_s);
    tree.activate(edited);
    QCOMPARE(path(tree), u"q1'"_s);
}

void TestMessageTree::aPathLeadsToAnyMessage()
{
    MessageTree tree;
    const MessageId old = add(tree, u"q1"_s);
    const MessageId first = add(tree, u"a1"_s, old);
    add(tree, u"a2"_s, old);
    add(tree, u"q1'"_s);
    tree.activatePathTo(first);
    QCOMPARE(path(tree), u"q1 a1"_s);
}

void TestMessageTree::theInvalidIdIsNoMessage()
{
    MessageTree tree;
    QVERIFY(!tree.contains({}));
    const MessageId top = add(tree, u"q"_s);
    QCOMPARE(tree.childrenOf({}), QList{top});
    QVERIFY(!tree.parentOf(top).isValid());
    QVERIFY(tree.siblingsOf({}).isEmpty());
    QVERIFY(tree.siblingsOf({12}).isEmpty());
    QVERIFY(!tree.parentOf({12}).isValid());
}

QTEST_GUILESS_MAIN(TestMessageTree)
#include "tst_messagetree.moc"
