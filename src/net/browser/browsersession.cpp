// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/browser/browsersession.h"

#include "net/browser/webdriver.h"
#include "net/connectionlog.h"
#include "net/replyerror.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QTcpSocket>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr auto watchPause = 1000ms;
constexpr auto deleteLimit = 5000ms; // of a driver that does not answer any more
constexpr int goodbyeLimit = 2000;   // ms, for the last request of a session that is destroyed

Timeouts driverTimeouts()
{
    return {.connect = 5s,
            .firstByte = BrowserSession::answerLimit,
            .idle = BrowserSession::answerLimit};
}

} // namespace

BrowserSession::BrowserSession(std::shared_ptr<NetworkThread> thread, QObject *parent)
    : QObject(parent)
    , m_network(std::move(thread), {}, driverTimeouts())
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_watch.setInterval(watchPause);
    m_watch.setSingleShot(true);
    connect(&m_watch, &QTimer::timeout, this, &BrowserSession::watchWindow);
}

BrowserSession::~BrowserSession()
{
    if (m_reply)
        m_reply->disconnect(this);
    if (!m_session.isEmpty() && !m_isClosed)
        deleteSessionNow();
}

void BrowserSession::open(const QUrl &driver, const QUrl &address)
{
    m_driver = driver.adjusted(QUrl::StripTrailingSlash);
    if (m_driver.path() == "/"_L1)
        m_driver.setPath({});
    m_address = address;
    createSession();
}

void BrowserSession::open(const QString &driverProgram, const QUrl &address)
{
    m_address = address;
    m_process = std::make_unique<DriverProcess>();
    connect(m_process.get(), &DriverProcess::ready, this, [this](const QUrl &where) {
        m_driver = where;
        if (!m_isClosing)
            createSession();
    });
    connect(m_process.get(), &DriverProcess::failed, this,
            [this] { failWith(tr("The browser’s driver could not be started, or has ended.")); });
    m_process->start(driverProgram);
}

void BrowserSession::createSession()
{
    m_isCreating = true;
    ask("POST", u"/session"_s, newSessionBody(m_arguments), [this](const QByteArray &body) {
        m_isCreating = false;
        const Result<QString> session = parseWebDriverSession(body);
        if (!session)
            return failWith(session.error().text);
        m_session = *session;
        if (m_isClosing)
            deleteSession();
        else
            showAddress();
    });
}

void BrowserSession::showAddress()
{
    const QJsonObject body{{"url"_L1, m_address.toString(QUrl::FullyEncoded)}};
    ask("POST", u"/url"_s, QJsonDocument(body).toJson(QJsonDocument::Compact),
        [this](const QByteArray &) {
            m_watch.start();
            emit opened();
        });
}

//! A window that was closed is told by an error.
void BrowserSession::watchWindow()
{
    if (m_reply || m_isClosing)
        return;
    ask("GET", u"/url"_s, {}, [this](const QByteArray &) { m_watch.start(); });
}

void BrowserSession::takeCookies()
{
    if (m_session.isEmpty() || m_isClosing)
        return;
    m_watch.stop();
    if (m_reply) { // of watchWindow(); its answer is of no interest any more
        m_reply->disconnect(this);
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    ask("GET", u"/url"_s, {}, [this](const QByteArray &body) {
        const Result<QString> place = parseWebDriverText(body);
        if (place)
            onPlace(*place);
        else
            failWith(place.error().text);
    });
}

void BrowserSession::onPlace(const QString &place)
{
    const QUrl shown(place);
    if (isSameOrigin(shown, m_address))
        return readCookies();
    m_watch.start();
    emit refused(tr("The browser shows a page of %1, not of %2. Finish signing in, or open %2 "
                    "there, and take the cookies then.")
                     .arg(subjectOf(shown), subjectOf(m_address)));
}

void BrowserSession::readCookies()
{
    ask("GET", u"/cookie"_s, {}, [this](const QByteArray &body) {
        const auto cookies = parseWebDriverCookies(body);
        if (cookies)
            readUserAgent(cookiesFor(m_address, *cookies, QDateTime::currentDateTimeUtc()));
        else
            failWith(cookies.error().text);
    });
}

void BrowserSession::readUserAgent(const QList<QNetworkCookie> &cookies)
{
    ask("POST", u"/execute/sync"_s, R"({"script":"return navigator.userAgent","args":[]})",
        [this, cookies](const QByteArray &body) {
            const Result<QString> agent = parseWebDriverText(body);
            const Secret header = cookieHeader(cookies);
            m_watch.start();
            emit taken({.address = m_address,
                        .cookies = header,
                        .cookieNames = cookieNamesOf(header),
                        .userAgent = agent ? *agent : QString()});
        });
}

void BrowserSession::ask(const QByteArray &method, const QString &path, const QByteArray &body,
                         const Answer &answer)
{
    QUrl url = m_driver;
    const QString stem = m_driver.path();
    url.setPath(m_session.isEmpty() ? stem + path : stem + u"/session/"_s + m_session + path);
    QNetworkRequest request(url);
    request.setAttribute(purposeAttribute, int(RequestPurpose::Browser));
    request.setRawHeader("Content-Type", "application/json; charset=utf-8");
    if (method == "POST")
        m_reply = m_network.post(request, body);
    else if (method == "DELETE")
        m_reply = m_network.deleteResource(request);
    else
        m_reply = m_network.get(request);
    QNetworkReply *reply = m_reply;
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, answer] { onAnswered(reply, answer); });
}

void BrowserSession::onAnswered(QNetworkReply *reply, const Answer &answer)
{
    reply->deleteLater();
    if (m_reply == reply)
        m_reply = nullptr;
    const QByteArray body = reply->isOpen() ? reply->readAll() : QByteArray();
    const int status = httpStatus(*reply);
    if (status == 200)
        return answer(body);
    const bool wasCreating = std::exchange(m_isCreating, false);
    if (m_isClosing)
        return finish();
    if (status == 0)
        return failWith(tr("The browser’s driver at %1 does not answer.").arg(subjectOf(m_driver)));
    const QString said = webDriverMessage(body);
    failWith(wasCreating ? tr("The browser could not be opened: %1").arg(said)
                         : tr("The browser was closed, or its driver reports: %1").arg(said));
}

void BrowserSession::failWith(const QString &sentence)
{
    if (m_isClosing)
        return finish();
    emit failed(sentence);
    close();
}

void BrowserSession::close()
{
    if (std::exchange(m_isClosing, true))
        return;
    m_watch.stop();
    if (m_isCreating && !m_process)
        return; // its answer names the session that has to be deleted
    QTimer::singleShot(deleteLimit, this, &BrowserSession::finish);
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    deleteSession();
}

void BrowserSession::deleteSession()
{
    if (m_session.isEmpty() || m_isClosed)
        return finish();
    ask("DELETE", {}, {}, [this](const QByteArray &) { finish(); });
}

void BrowserSession::finish()
{
    if (std::exchange(m_isClosed, true))
        return;
    m_session.clear();
    if (!m_process || !m_process->isRunning()) {
        emit closed();
        return;
    }
    connect(m_process.get(), &DriverProcess::ended, this, &BrowserSession::closed);
    m_process->stop();
}

//! There is no event loop to wait in: one request by hand. A driver of our own ends its browser by
//! itself, if this does not.
void BrowserSession::deleteSessionNow()
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(m_driver.host(), quint16(m_driver.port(80)));
    if (!socket.waitForConnected(goodbyeLimit))
        return;
    socket.write("DELETE " + m_driver.path().toLatin1() + "/session/" + m_session.toLatin1()
                 + " HTTP/1.1\r\nHost: " + m_driver.authority().toLatin1()
                 + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    socket.waitForReadyRead(goodbyeLimit);
}

} // namespace Aura
