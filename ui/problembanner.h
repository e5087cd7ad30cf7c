// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/peercertificate.h"
#include "base/providererror.h"

#include <QFrame>

class QLabel;
class QPropertyAnimation;
class QPushButton;
class QTimer;
class QToolButton;

namespace Aura {

class ProblemDetails;

//! A failure in words: what happened, what to do, and the one button that helps. Never modal;
//! slides in above the composer.
class ProblemBanner : public QFrame
{
    Q_OBJECT

public:
    enum class Remedy {
        None,
        Retry,
        SendAnyway,
        OpenConnections,
        SendUnencrypted,
        TrustCertificate
    };

    explicit ProblemBanner(QWidget *parent = nullptr);

    //! What is shown is plain text, whatever a server put into it.
    //! Details are the technical text that stands folded away below; empty: there is none.
    void showProblem(const QString &sentence, const QString &advice, Remedy remedy,
                     const QString &details = {});
    //! A certificate that is known can be trusted by a button.
    void showError(const ProviderError &error, const PeerCertificate &certificate = {});
    void dismiss();

    QString text() const;

    //! The button that helps against this kind of error.
    static Remedy remedyFor(const ProviderError &error);

signals:
    void retryRequested();
    void sendAnywayRequested();
    void sendUnencryptedRequested(); // from now on, by this connection
    void connectionsRequested();
    void trustRequested(const Aura::PeerCertificate &certificate);
    void dismissed(); // by the user

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void slideIn();
    void countDown();
    void colourSentence();
    QPushButton *addButton(const QString &text);

    QLabel *m_sentence = nullptr;
    QLabel *m_advice = nullptr;
    ProblemDetails *m_details = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_sendAnyway = nullptr;
    QPushButton *m_sendUnencrypted = nullptr;
    QPushButton *m_trust = nullptr;
    PeerCertificate m_certificate; // of the error that is shown
    QPushButton *m_connections = nullptr;
    QToolButton *m_close = nullptr;
    QPropertyAnimation *m_slide = nullptr;
    QTimer *m_second; // of a server's "try again in …"
    ProviderError m_error{};
};

} // namespace Aura
