// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/printjob.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPdfWriter>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QTimer>

#include <cmath>
#include <ctime>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

const QSizeF page(400, 500);

ExportedConversation conversation(const QString &text)
{
    ExportedConversation exported;
    exported.conversation.title = u"Printed"_s;
    StoredMessage answer;
    answer.message.id = MessageId{1};
    answer.message.role = Role::Assistant;
    answer.message.text = text;
    exported.messages << answer;
    return exported;
}

//! Paragraphs, and blocks of code of so many lines, again and again.
QString textWithCode(int blocks, int lines)
{
    QString text;
    for (int i = 0; i < blocks; ++i) {
        text += u"A paragraph before the code, number %1.\n\n```python\n"_s.arg(i);
        for (int line = 0; line < lines; ++line)
            text += u"print(%1, %2)\n"_s.arg(i).arg(line);
        text += "```\n\n"_L1;
    }
    return text;
}

constexpr int longLength = 5000; // messages

ExportedConversation longConversation()
{
    ExportedConversation exported;
    for (int i = 0; i < longLength; ++i) {
        StoredMessage stored{.message = {.id = MessageId{i + 1},
                                         .role = i % 2 == 0 ? Role::User : Role::Assistant,
                                         .text = u"message%1 says **so**, with `code`."_s.arg(i)},
                             .parent = MessageId{i}};
        exported.messages << stored;
    }
    return exported;
}

//! Work of this thread alone, in ms.
qint64 threadTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

int pageOf(qreal y)
{
    return int(std::floor(y / page.height()));
}

//! How many lines of text the end of a page cuts.
int cutLines(const QTextDocument &document)
{
    int cut = 0;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextLayout *layout = block.layout();
        for (int i = 0; i < layout->lineCount(); ++i) {
            const QTextLine line = layout->lineAt(i);
            const qreal top = layout->position().y() + line.y();
            cut += pageOf(top + 0.1) != pageOf(top + line.height() - 0.1) ? 1 : 0;
        }
    }
    return cut;
}

//! How many blocks of code stand on more than one page.
int splitCode(const QTextDocument &document)
{
    int split = 0;
    const auto rect = [&](const QTextBlock &block) {
        return document.documentLayout()->blockBoundingRect(block);
    };
    for (QTextBlock block = document.begin(); block.isValid();) {
        if (!PrintedConversation::isCode(block)) {
            block = block.next();
            continue;
        }
        const int first = pageOf(rect(block).top() + 0.1);
        int last = first;
        for (; PrintedConversation::isCode(block); block = block.next())
            last = pageOf(rect(block).bottom() - 0.1);
        split += first != last ? 1 : 0;
    }
    return split;
}

} // namespace

//! A conversation on paper.
class TestPrintedConversation : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void cutsNoLine();
    void keepsCodeOnOnePage();
    void splitsOnlyWhatFitsNoPage();
    void wrapsLongLines();
    void writesAPdf();
    void printsAllOfALongConversation();
    void longOneHoldsNoWindowUp();
    void isCancelled();
};

void TestPrintedConversation::cutsNoLine()
{
    PrintedConversation printed(conversation(textWithCode(40, 7)));
    printed.layOut(page);
    QVERIFY(printed.document().pageCount() > 5);
    QCOMPARE(cutLines(printed.document()), 0);
}

void TestPrintedConversation::keepsCodeOnOnePage()
{
    const ExportedConversation exported = conversation(textWithCode(40, 7));
    PrintedConversation plain(exported); // to see that the end of a page meets code at all
    QTextDocument document;
    document.setDefaultStyleSheet(plain.document().defaultStyleSheet());
    document.setDocumentMargin(0);
    document.setDefaultFont(plain.document().defaultFont());
    document.setHtml(plain.document().toHtml());
    document.setPageSize(page);
    QVERIFY(splitCode(document) > 0);
    plain.layOut(page);
    QCOMPARE(splitCode(plain.document()), 0);
}

void TestPrintedConversation::splitsOnlyWhatFitsNoPage()
{
    PrintedConversation printed(conversation(textWithCode(2, 120)));
    printed.layOut(page);
    QCOMPARE(splitCode(printed.document()), 2);
    QCOMPARE(cutLines(printed.document()), 0);
}

void TestPrintedConversation::wrapsLongLines()
{
    PrintedConversation printed(
        conversation("```\n"_L1 + QString(u"word "_s).repeated(400) + "\n```"_L1));
    printed.layOut(page);
    QVERIFY(printed.document().idealWidth() <= page.width());
    QVERIFY(printed.document().documentLayout()->documentSize().width() <= page.width());
}

void TestPrintedConversation::writesAPdf()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A5));
        QVERIFY(PrintedConversation(conversation(textWithCode(30, 7))).print(writer));
    }
    QVERIFY(buffer.data().startsWith("%PDF-"));
    QVERIFY(buffer.data().count("/Type /Page\n") > 2);
}

void TestPrintedConversation::printsAllOfALongConversation()
{
    PrintedConversation printed(longConversation());
    const QString text = printed.document().toPlainText();
    qsizetype at = 0;
    for (int i = 0; i < longLength; ++i) { // one below the other
        at = text.indexOf(u"message%1 says"_s.arg(i), at);
        QVERIFY2(at >= 0, qPrintable(QString::number(i)));
    }
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    {
        QPdfWriter writer(&buffer);
        QVERIFY(printed.print(writer));
    }
    QVERIFY(printed.document().pageCount() > 100);
    QCOMPARE(buffer.data().count("/Type /Page\n"), printed.document().pageCount());
}

void TestPrintedConversation::longOneHoldsNoWindowUp()
{
    QWidget window;
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    const ExportedConversation exported = longConversation();
    qint64 last = threadTime();
    qint64 longest = 0;
    auto *job = new PrintJob(
        exported,
        [&buffer](PrintedConversation &printed, const PrintedConversation::Progress &goesOn) {
            QPdfWriter writer(&buffer);
            return printed.print(writer, goesOn);
        },
        &window);
    QTimer turns;
    turns.callOnTimeout([&] {
        longest = std::max(longest, threadTime() - last);
        last = threadTime();
    });
    turns.start(0);
    QSignalSpy finished(job, &PrintJob::finished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QVERIFY2(longest <= 50, qPrintable(QString::number(longest)));
    QVERIFY(buffer.data().count("/Type /Page\n") > 100);
}

void TestPrintedConversation::isCancelled()
{
    QWidget window;
    bool wentOn = true;
    QPointer<PrintJob> job = new PrintJob(
        longConversation(),
        [&wentOn](PrintedConversation &printed, const PrintedConversation::Progress &goesOn) {
            QBuffer buffer;
            if (!buffer.open(QIODevice::WriteOnly))
                return true;
            QPdfWriter writer(&buffer);
            return wentOn = printed.print(writer, goesOn);
        },
        &window);
    QSignalSpy finished(job, &PrintJob::finished);
    QSignalSpy failed(job, &PrintJob::failed);
    QMetaObject::invokeMethod(window.findChild<QProgressDialog *>(), "canceled");
    QTRY_VERIFY_WITH_TIMEOUT(!job, 30'000);
    QVERIFY(!wentOn);
    QCOMPARE(finished.count() + failed.count(), 0);
}

QTEST_MAIN(TestPrintedConversation)
#include "tst_printedconversation.moc"
