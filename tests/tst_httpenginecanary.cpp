// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpaccessmanager.h"
#include "support/askhttp.h"
#include "support/faultpaths.h"
#include "support/faultserver.h"

#include <QLoggingCategory>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// A key, a password and a cookie that are easy to find again: they reach the server that they are
// meant for, and no other place.
class TestHttpEngineCanary : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void staysWhereItBelongs_data();
    void staysWhereItBelongs();
    void redirectTargetsHearNothing_data();
    void redirectTargetsHearNothing();
    void nothingOfItWasLogged();

private:
    HttpAnswer askWithSecrets(const QUrl &url) const;

    FaultServer m_server;
    FaultServer m_elsewhere;
};

namespace {

const QByteArray canary = "sk-canary-2718281828";

QByteArray &logged()
{
    static QByteArray all;
    return all;
}

void keep(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged() += message.toUtf8() + '\n';
}

} // namespace

void TestHttpEngineCanary::initTestCase()
{
    addFaultPaths(m_server);
    addGoodPaths(m_server);
    addGoodPaths(m_elsewhere);
    const QByteArray target = m_elsewhere.url("/good-length").toEncoded();
    for (const char *code : {"301", "302", "303", "307", "308"}) {
        const QByteArray status(code);
        m_server.on("/moved-" + status, [=](FaultPeer &peer) {
            peer.send("HTTP/1.1 " + status + " Moved\r\nLocation: " + target
                      + "\r\nContent-Length: 0\r\n\r\n");
        });
    }
    QLoggingCategory::setFilterRules(u"*.debug=true"_s);
    qInstallMessageHandler(keep);
}

void TestHttpEngineCanary::cleanupTestCase()
{
    qInstallMessageHandler(nullptr);
}

HttpAnswer TestHttpEngineCanary::askWithSecrets(const QUrl &url) const
{
    HttpAccessManager manager(makeNetworkThread(), {},
                              {.connect = 1s, .firstByte = 500ms, .idle = 300ms});
    manager.setProxy(QNetworkProxy::NoProxy);
    QUrl withPassword = url;
    withPassword.setUserName(u"me"_s);
    withPassword.setPassword(QString::fromLatin1(canary));
    QNetworkRequest request(withPassword);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::NoLessSafeRedirectPolicy); // whatever is asked for
    request.setRawHeader("X-Api-Key", canary);
    request.setRawHeader("Cookie", "session=" + canary);
    const ReplyPointer reply(manager.post(request, "{\"key\":\"" + canary + "\"}"));
    HttpAnswer answer = waitFor(*reply);
    answer.errorText += reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
    return answer;
}

void TestHttpEngineCanary::staysWhereItBelongs_data()
{
    QTest::addColumn<QUrl>("url");
    for (const char *path :
         {"/good-chunked", "/chunk-trunc", "/chunk-trunc-rst", "/both-lengths", "/garbage",
          "/close", "/half-header", "/401", "/compressed", "/hang-after-tokens", "/hang"})
        QTest::newRow(path) << m_server.url(path);
    QTest::newRow("refused") << QUrl(u"http://127.0.0.1:1/"_s);
    QTest::newRow("no such host") << QUrl(u"http://no-such-host.invalid/"_s);
    QTest::newRow("no such scheme") << QUrl(u"gopher://127.0.0.1/"_s);
}

void TestHttpEngineCanary::staysWhereItBelongs()
{
    QFETCH(QUrl, url);
    m_server.forget();
    const HttpAnswer answer = askWithSecrets(url);
    QVERIFY(answer.hasFinished);
    if (url.port() == m_server.port()) {
        const QByteArray seen = m_server.everythingReceived();
        QVERIFY(seen.contains("X-Api-Key: " + canary));
        QVERIFY(seen.contains("Authorization: Basic " + ("me:" + canary).toBase64()));
    }
    const QString secret = QString::fromLatin1(canary);
    QVERIFY2(!answer.errorText.contains(secret), qPrintable(answer.errorText));
    if (answer.error) {
        QVERIFY(!answer.error->detail.contains(secret));
        QVERIFY(!answer.error->subject.contains(secret));
    }
}

void TestHttpEngineCanary::redirectTargetsHearNothing_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *status : {"301", "302", "303", "307", "308"})
        QTest::newRow(status) << "/moved-" + QByteArray(status);
}

void TestHttpEngineCanary::redirectTargetsHearNothing()
{
    QFETCH(QByteArray, path);
    m_server.forget();
    const HttpAnswer answer = askWithSecrets(m_server.url(path));
    QCOMPARE(answer.kind(), ErrorKind::Redirect);
    QCOMPARE(m_server.posts(), 1);
    QCOMPARE(m_elsewhere.connections(), 0);
}

void TestHttpEngineCanary::nothingOfItWasLogged()
{
    QVERIFY2(!logged().contains(canary), logged().constData());
}

QTEST_GUILESS_MAIN(TestHttpEngineCanary)
#include "tst_httpenginecanary.moc"
