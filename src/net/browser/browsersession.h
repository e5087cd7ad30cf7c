// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/browser/browserimport.h"
#include "net/browser/driverprocess.h"
#include "net/httpaccessmanager.h"

#include <QNetworkReply>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

namespace Aura {

//! A visible browser in which a person signs in to one server, and the cookies that come of it.
//!
//! By the W3C WebDriver protocol, through a driver that runs already or one of our own. open() is
//! followed by opened() or failed(); takeCookies() by taken(), refused() or failed(). However it
//! ends, close() and the destructor included, the session is deleted and with it the browser.
class BrowserSession : public QObject
{
    Q_OBJECT

public:
    //! How long the driver may take for one answer.
    static constexpr std::chrono::milliseconds answerLimit = std::chrono::seconds(60);

    explicit BrowserSession(std::shared_ptr<NetworkThread> thread, QObject *parent = nullptr);
    ~BrowserSession() override;

    //! Arguments for the browser; for tests, which run as root and have to do without a sandbox.
    void setBrowserArguments(const QStringList &arguments) { m_arguments = arguments; }

    //! Shows the address in a browser of a driver that listens elsewhere …
    void open(const QUrl &driver, const QUrl &address);
    //! … or of a program that is started for it.
    void open(const QString &driverProgram, const QUrl &address);

    //! Takes the cookies and the User-Agent for exactly the address. The page that is shown must be
    //! of its scheme, host and port.
    void takeCookies();

    //! Ends the session; closed() follows, when the browser is gone or cannot be asked any more.
    void close();

signals:
    void opened();
    void taken(const Aura::BrowserImport &import);
    void refused(const QString &sentence); // nothing was taken, the browser stays
    void failed(const QString &sentence);  // the session is over
    void closed();

private:
    using Answer = std::function<void(const QByteArray &body)>;

    void createSession();
    void showAddress();
    void watchWindow();
    void onPlace(const QString &place);
    void readCookies();
    void readUserAgent(const QList<QNetworkCookie> &cookies);
    void ask(const QByteArray &method, const QString &path, const QByteArray &body,
             const Answer &answer);
    void onAnswered(QNetworkReply *reply, const Answer &answer);
    void failWith(const QString &sentence);
    void deleteSession();
    void finish();
    void deleteSessionNow();

    HttpAccessManager m_network;
    std::unique_ptr<DriverProcess> m_process;
    QStringList m_arguments;
    QUrl m_driver;
    QUrl m_address;
    QString m_session;                // empty: there is none
    QNetworkReply *m_reply = nullptr; // the one that is awaited
    QTimer m_watch;
    bool m_isCreating = false; // a session may come that has to be deleted
    bool m_isClosing = false;
    bool m_isClosed = false;
};

} // namespace Aura
