// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problembanner.h"

#include "base/errortext.h"
#include "ui/certificatetext.h"
#include "ui/problemdetails.h"
#include "ui/theme/icons.h"
#include "ui/theme/motion.h"
#include "ui/theme/painting.h"
#include "ui/theme/textlabel.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPropertyAnimation>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace std::chrono_literals;

namespace Aura {

ProblemBanner::ProblemBanner(QWidget *parent)
    : QFrame(parent)
    , m_slide(new QPropertyAnimation(this, "maximumHeight", this))
    , m_second(new QTimer(this))
{
    setAccessibleName(tr("Problem"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 10, 8, 10);
    row->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_sentence = makeTextLabel({}, this);
    setRelativeFont(*m_sentence, 1.0, QFont::DemiBold);
    m_advice = makeTextLabel({}, this);
    for (QLabel *label : {m_sentence, m_advice}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->addWidget(label);
    }
    m_details = new ProblemDetails(this);
    words->addWidget(m_details);
    row->addLayout(words, 1);
    m_retry = addButton(tr("Retry"));
    m_sendAnyway = addButton(tr("Send anyway"));
    m_sendUnencrypted = addButton(tr("Send unencrypted"));
    m_trust = addButton(tr("Trust this certificate"));
    m_connections = addButton(tr("Connections…"));
    m_close = new QToolButton(this);
    m_close->setIcon(icon(IconName::Close));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close"));
    row->addWidget(m_close);
    colourSentence();
    hide();

    connect(m_retry, &QPushButton::clicked, this, &ProblemBanner::retryRequested);
    connect(m_sendAnyway, &QPushButton::clicked, this, &ProblemBanner::sendAnywayRequested);
    connect(m_sendUnencrypted, &QPushButton::clicked, this,
            &ProblemBanner::sendUnencryptedRequested);
    connect(m_trust, &QPushButton::clicked, this, [this] { emit trustRequested(m_certificate); });
    connect(m_connections, &QPushButton::clicked, this, &ProblemBanner::connectionsRequested);
    connect(m_close, &QToolButton::clicked, this, &ProblemBanner::dismiss);
    connect(m_close, &QToolButton::clicked, this, &ProblemBanner::dismissed);
    connect(m_second, &QTimer::timeout, this, &ProblemBanner::countDown);
    connect(m_slide, &QPropertyAnimation::finished, this,
            [this] { setMaximumHeight(QWIDGETSIZE_MAX); });
}

QPushButton *ProblemBanner::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    layout()->addWidget(button);
    return button;
}

ProblemBanner::Remedy ProblemBanner::remedyFor(const ProviderError &error)
{
    if (error.cause == ErrorCause::PromptTooLong)
        return Remedy::SendAnyway;
    if (error.cause == ErrorCause::KeyInLocalNetwork)
        return Remedy::SendUnencrypted;
    if (error.cause == ErrorCause::KeyRefused)
        return Remedy::OpenConnections;
    switch (error.kind) {
    case ErrorKind::Address:
    case ErrorKind::WrongAddress:
    case ErrorKind::Tls: return Remedy::OpenConnections;
    default: return Remedy::Retry;
    }
}

void ProblemBanner::showError(const ProviderError &error, const PeerCertificate &certificate)
{
    m_certificate = certificate;
    if (certificate.isKnown())
        showProblem(errorSentence(error), certificateAdvice(certificate), Remedy::TrustCertificate,
                    errorDetails(error));
    else
        showProblem(errorSentence(error), errorAdvice(error), remedyFor(error),
                    errorDetails(error));
    m_error = error;
    if (error.retryAfter > 0s)
        m_second->start(1s);
}

//! Says how long there is still to wait. Nothing is sent by itself.
void ProblemBanner::countDown()
{
    m_error.retryAfter -= 1s;
    const bool isOver = m_error.retryAfter <= 0s;
    m_advice->setText(isOver ? tr("You can try again now.") : errorAdvice(m_error));
    if (isOver)
        m_second->stop();
}

void ProblemBanner::showProblem(const QString &sentence, const QString &advice, Remedy remedy,
                                const QString &details)
{
    m_second->stop();
    m_sentence->setText(sentence);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_details->setText(details);
    m_retry->setVisible(remedy == Remedy::Retry || remedy == Remedy::OpenConnections);
    m_sendAnyway->setVisible(remedy == Remedy::SendAnyway);
    m_sendUnencrypted->setVisible(remedy == Remedy::SendUnencrypted);
    m_connections->setVisible(remedy == Remedy::OpenConnections || remedy == Remedy::SendUnencrypted
                              || remedy == Remedy::TrustCertificate);
    m_trust->setVisible(remedy == Remedy::TrustCertificate);
    setAccessibleDescription(text());
    slideIn();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ProblemBanner::slideIn()
{
    m_slide->stop();
    setMaximumHeight(QWIDGETSIZE_MAX);
    const bool wasHidden = isHidden();
    show();
    if (!wasHidden || !mayMove(*this))
        return;
    m_slide->setDuration(slideTime);
    m_slide->setStartValue(0);
    m_slide->setEndValue(qMax(sizeHint().height(), heightForWidth(qMax(width(), 300))));
    m_slide->start();
}

void ProblemBanner::dismiss()
{
    m_slide->stop();
    m_second->stop();
    hide();
}

QString ProblemBanner::text() const
{
    if (m_advice->text().isEmpty())
        return m_sentence->text();
    return m_sentence->text() + QLatin1Char(' ') + m_advice->text();
}

void ProblemBanner::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    drawRounded(painter, rect(), blockRadius, laidOn(theme.surface, theme.problemSurface),
                Qt::transparent);
}

void ProblemBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_sentence != nullptr)
        colourSentence();
}

void ProblemBanner::colourSentence()
{
    const QColor colour = themeOf(palette()).problem;
    QPalette words = m_sentence->palette();
    if (words.color(QPalette::WindowText) == colour)
        return;
    words.setColor(QPalette::WindowText, colour);
    words.setColor(QPalette::Text, colour); // a label whose text can be selected paints with this
    m_sentence->setPalette(words);
}

} // namespace Aura
