// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/errortext.h"
#include "ui/problembanner.h"
#include "ui/quietlink.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Aura;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Aura::ProblemBanner::Remedy)

class TestBanner : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }
    void remedy_data();
    void remedy();
    void saysWhatHappenedAndWhatToDo();
    void serverTextIsPlain();
    void detailsAreFoldedAway();
    void closes();

private:
    static QStringList visibleButtons(const ProblemBanner &banner);
};

QStringList TestBanner::visibleButtons(const ProblemBanner &banner)
{
    QStringList names;
    for (const QPushButton *button : banner.findChildren<QPushButton *>()) {
        if (button->isVisibleTo(&banner))
            names.append(button->text());
    }
    return names;
}

void TestBanner::remedy_data()
{
    QTest::addColumn<ProviderError>("error");
    QTest::addColumn<QStringList>("buttons");
    const QStringList retry{u"Retry"_s};
    const QStringList connections{u"Retry"_s, u"Connections…"_s};
    using enum ErrorKind;
    QTest::newRow("timeout") << ProviderError{.kind = Timeout} << retry;
    QTest::newRow("refused") << ProviderError{.kind = Connect} << retry;
    QTest::newRow("cut off") << ProviderError{.kind = Protocol, .cause = ErrorCause::CutOff}
                             << retry;
    QTest::newRow("address") << ProviderError{.kind = Address} << connections;
    QTest::newRow("web page") << ProviderError{.kind = WrongAddress} << connections;
    QTest::newRow("certificate") << ProviderError{.kind = Tls} << connections;
    QTest::newRow("key") << ProviderError{.kind = Http, .cause = ErrorCause::KeyRefused}
                         << connections;
    QTest::newRow("too long for the model") << ProviderError{.kind = Http,
                                                             .cause = ErrorCause::ContextExceeded,
                                                             .needed = 24'016,
                                                             .allowed = 512}
                                            << retry;
    QTest::newRow("too long") << ProviderError{.kind = Limit,
                                               .cause = ErrorCause::PromptTooLong,
                                               .needed = 9000,
                                               .allowed = 8192}
                              << QStringList{u"Send anyway"_s};
}

void TestBanner::remedy()
{
    QFETCH(ProviderError, error);
    QFETCH(QStringList, buttons);
    ProblemBanner banner;
    banner.showError(error);
    QVERIFY(!banner.isHidden());
    QCOMPARE(visibleButtons(banner), buttons);
}

void TestBanner::saysWhatHappenedAndWhatToDo()
{
    const ProviderError error{.kind = ErrorKind::Timeout,
                              .cause = ErrorCause::ConnectTimeout,
                              .subject = u"192.168.1.5"_s,
                              .limit = std::chrono::seconds(10)};
    ProblemBanner banner;
    QCOMPARE(banner.accessibleName(), u"Problem"_s);
    banner.showError(error);
    QVERIFY(banner.text().startsWith(errorSentence(error)));
    QVERIFY(banner.text().endsWith(errorAdvice(error)));
    QCOMPARE(banner.accessibleDescription(), banner.text());
}

void TestBanner::serverTextIsPlain()
{
    ProblemBanner banner;
    banner.showProblem(u"<img src=http://127.0.0.1:9800/x>"_s, u"<b>advice</b>"_s,
                       ProblemBanner::Remedy::Retry);
    for (const QLabel *label : banner.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(banner.text().contains(u"<img"_s));
}

void TestBanner::detailsAreFoldedAway()
{
    const ProviderError error{.kind = ErrorKind::Http,
                              .subject = u"host:3000"_s,
                              .detail = u"<b>no</b> such thing"_s,
                              .httpStatus = 404};
    ProblemBanner banner;
    banner.showError(error);
    const auto links = banner.findChildren<QuietLink *>();
    QCOMPARE(links.size(), 2);
    QuietLink &toggle = *links.at(0);
    QuietLink &copy = *links.at(1);
    QVERIFY(toggle.isVisibleTo(&banner));
    QVERIFY(!copy.isVisibleTo(&banner));
    QTest::mouseClick(&toggle, Qt::LeftButton);
    QVERIFY(copy.isVisibleTo(&banner));
    QTest::mouseClick(&copy, Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied, errorDetails(error));
    for (const QString &fact : {errorSentence(error), u"http"_s, u"host:3000"_s, u"404"_s,
                                u"<b>no</b> such thing"_s, u"Aura "_s})
        QVERIFY2(copied.contains(fact), qPrintable(fact));

    banner.showError(error); // another problem begins folded
    QVERIFY(!copy.isVisibleTo(&banner));
    banner.showProblem(u"x"_s, {}, ProblemBanner::Remedy::None);
    QVERIFY(!toggle.isVisibleTo(&banner));
}

void TestBanner::closes()
{
    ProblemBanner banner;
    QSignalSpy dismissed(&banner, &ProblemBanner::dismissed);
    banner.showProblem(u"x"_s, {}, ProblemBanner::Remedy::None);
    QCOMPARE(visibleButtons(banner), QStringList());
    banner.findChild<QToolButton *>()->click();
    QVERIFY(banner.isHidden());
    QCOMPARE(dismissed.count(), 1);
}

QTEST_MAIN(TestBanner)
#include "tst_banner.moc"
