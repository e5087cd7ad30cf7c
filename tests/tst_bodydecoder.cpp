// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/bodydecoder.h"
#include "net/openaidecoder.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Aura;
using namespace Qt::StringLiterals;

//! Much is decoded elsewhere and told in slices; little at once.
class TestBodyDecoder : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_decoder.reset(); }

    void littleIsToldAtOnce();
    void muchIsToldInSlices();
    void whatWasHeldIsToldInSlicesToo();
    void mayGoAwayWhileItWorks();
    void mayGoAwayInASlot();

private:
    std::unique_ptr<BodyDecoder> m_decoder;
    QString m_text;
    QList<qsizetype> m_sizes;
    bool m_cutsPairs = false;
};

namespace {

QByteArray eventOf(const QString &text)
{
    return R"(data: {"choices":[{"delta":{"content":")" + text.toUtf8() + "\"}}]}\n\n";
}

const QString much = QString::fromUtf8("x😀").repeated(400'000); // 1.2 million characters

} // namespace

void TestBodyDecoder::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_text.clear();
    m_sizes.clear();
    m_decoder = std::make_unique<BodyDecoder>(std::make_unique<OpenAiDecoder>());
    connect(m_decoder.get(), &BodyDecoder::decoded, this, [this](const QList<StreamEvent> &events) {
        qsizetype size = 0;
        for (const StreamEvent &one : events) {
            m_text += one.text;
            size += one.text.size();
            m_cutsPairs = m_cutsPairs || !one.text.isValidUtf16();
        }
        m_sizes.append(size);
    });
}

void TestBodyDecoder::littleIsToldAtOnce()
{
    m_decoder->feed(eventOf(u"Hello"_s));
    QCOMPARE(m_text, u"Hello"_s);
    QVERIFY(!m_decoder->isBusy());
}

void TestBodyDecoder::muchIsToldInSlices()
{
    const QSignalSpy idle(m_decoder.get(), &BodyDecoder::idle);
    m_decoder->feed(eventOf(u"Hello"_s) + eventOf(much) + eventOf(u"!"_s));
    QVERIFY(m_decoder->isBusy());
    QVERIFY(m_sizes.isEmpty());
    QTRY_COMPARE(idle.count(), 1);
    QVERIFY(!m_decoder->isBusy());
    QVERIFY(m_text == u"Hello"_s + much + u'!');
    QVERIFY(!m_cutsPairs);
    QVERIFY(m_sizes.size() > 8);
    QVERIFY(*std::max_element(m_sizes.cbegin(), m_sizes.cend()) <= 128 * 1024);
    m_decoder->feed(eventOf(u"more"_s));
    QVERIFY(m_text.endsWith("!more"_L1));
}

void TestBodyDecoder::whatWasHeldIsToldInSlicesToo()
{
    const QSignalSpy idle(m_decoder.get(), &BodyDecoder::idle);
    const QByteArray all = eventOf(much).chopped(2); // without the empty line at its end
    for (qsizetype at = 0; at < all.size(); at += 100'000) {
        m_decoder->feed(all.mid(at, 100'000));
        QTRY_VERIFY(!m_decoder->isBusy());
    }
    QVERIFY(m_text.isEmpty());
    const qsizetype before = idle.count();
    m_decoder->finish();
    QVERIFY(m_decoder->isBusy());
    QTRY_COMPARE(idle.count(), before + 1);
    QVERIFY(m_text == much);
}

void TestBodyDecoder::mayGoAwayWhileItWorks()
{
    m_decoder->feed(eventOf(much));
    m_decoder.reset();
    QTest::qWait(20);
    QVERIFY(m_sizes.isEmpty());
}

void TestBodyDecoder::mayGoAwayInASlot()
{
    connect(m_decoder.get(), &BodyDecoder::decoded, this, [this] { m_decoder.reset(); });
    m_decoder->feed(eventOf(much));
    QTRY_COMPARE(m_sizes.size(), 1);
    QTest::qWait(20);
    QCOMPARE(m_sizes.size(), 1);
}

QTEST_GUILESS_MAIN(TestBodyDecoder)
#include "tst_bodydecoder.moc"
