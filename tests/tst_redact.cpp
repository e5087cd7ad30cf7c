// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redact.h"

#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestRedact : public QObject
{
    Q_OBJECT

private slots:
    void text_data();
    void text();
};

void TestRedact::text_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("redacted");
    QTest::newRow("nothing secret") << u"It is on fire"_s << u"It is on fire"_s;
    QTest::newRow("the key") << u"bad key sk-canary-1, sk-canary-1"_s << u"bad key …, …"_s;
    QTest::newRow("a header") << u"Bearer tok-canary"_s << u"…"_s;
    QTest::newRow("the key in a header") << u"no tok-canary"_s << u"no …"_s;
    QTest::newRow("a cookie") << u"session abc-canary unknown"_s << u"session … unknown"_s;
    QTest::newRow("a secret that begins with another") << u"pass-canary-2"_s << u"…"_s;
    QTest::newRow("the proxy's password") << u"(pass-canary)"_s << u"(…)"_s;
    QTest::newRow("short secrets are words") << u"error 12 of 12"_s << u"error 12 of 12"_s;
}

void TestRedact::text()
{
    QFETCH(const QString, text);
    QFETCH(const QString, redacted);
    const Connection connection{.key = Secret(u"sk-canary-1"_s),
                                .headers = {{"Authorization", Secret(u"Bearer tok-canary"_s)},
                                            {"X-Short", Secret(u"12"_s)}},
                                .cookies = Secret(u"session=abc-canary; other=pass-canary-2"_s),
                                .proxy = {.password = Secret(u"pass-canary"_s)}};
    QCOMPARE(redact(text, connection), redacted);
}

QTEST_GUILESS_MAIN(TestRedact)
#include "tst_redact.moc"
