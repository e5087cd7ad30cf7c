// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secretquestions.h"

#include "settings/connectionstore.h"
#include "settings/defaultproxy.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

namespace Aura {

SecretQuestions::SecretQuestions(SecretVault &vault, ConnectionStore &connections,
                                 DefaultProxy &proxy, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_connections(connections)
    , m_proxy(proxy)
{
    connect(&connections, &ConnectionStore::secretsNotSaved, this,
            [this](const QString &, const SecretResult &result) { onNotSaved(result); });
    connect(&proxy, &DefaultProxy::secretsNotSaved, this, &SecretQuestions::onNotSaved);
}

SecretQuestions::~SecretQuestions()
{
    delete m_question;
}

void SecretQuestions::changePlace(SecretPlace place)
{
    m_vault.moveTo(place, m_connections.secretKeys() + m_proxy.secretKeys(), this,
                   [this, place](const SecretResult &result) { onMoved(place, result); });
}

//! One question, however many secrets could not be kept.
void SecretQuestions::onNotSaved(const SecretResult &result)
{
    if (m_question)
        return;
    const QString why = result.status == SecretStatus::Unavailable
        ? tr("There is no key store on this computer that answers.")
        : tr("Your keys could not be kept. %1").arg(result.problem).trimmed();
    m_question = makeQuestion(
        why,
        tr("Where may Aura keep your API keys and passwords?\n\n"
           "A file that only you can read is not encrypted: whoever can read your files as you, or "
           "copies the disk, can read the keys.\n\n"
           "This session only means that you enter them again at the next start."));
    m_question->addButton(tr("Keep in a file"), QMessageBox::YesRole)->setObjectName("file");
    QPushButton *session = m_question->addButton(tr("This session only"), QMessageBox::NoRole);
    session->setObjectName("session");
    m_question->setDefaultButton(session); // Enter by mistake leaves nothing behind
    m_question->setEscapeButton(m_question->addButton(QMessageBox::Cancel));
    connect(m_question, &QMessageBox::finished, this, &SecretQuestions::onAnswered);
    m_question->open();
}

void SecretQuestions::onAnswered()
{
    const QAbstractButton *clicked = m_question->clickedButton();
    const QString answer = clicked ? clicked->objectName() : QString();
    if (answer == QLatin1StringView("file"))
        usePlace(SecretPlace::File);
    else if (answer == QLatin1StringView("session"))
        usePlace(SecretPlace::Session);
}

void SecretQuestions::onMoved(SecretPlace place, const SecretResult &result)
{
    if (result) {
        usePlace(place);
        return;
    }
    emit placeNotChanged(tr("The keys could not be carried over and stay where they are. %1")
                             .arg(result.problem)
                             .trimmed());
    askToChangeAllTheSame(place, result);
}

void SecretQuestions::usePlace(SecretPlace place)
{
    m_vault.setPlace(place);
    m_connections.onPlaceChanged();
    m_proxy.onPlaceChanged();
    emit placeChanged();
}

void SecretQuestions::askToChangeAllTheSame(SecretPlace place, const SecretResult &result)
{
    if (m_question)
        return;
    m_question = makeQuestion(
        tr("The keys could not be carried over. %1").arg(result.problem).trimmed(),
        tr("Aura can use the other place all the same. Keys that cannot be read now have to be "
           "entered again."));
    m_question->addButton(tr("Change all the same"), QMessageBox::YesRole)->setObjectName("change");
    m_question->setEscapeButton(m_question->addButton(QMessageBox::Cancel));
    connect(m_question, &QMessageBox::finished, this, [this, place] {
        const QAbstractButton *clicked = m_question->clickedButton();
        if (clicked && clicked->objectName() == QLatin1StringView("change"))
            usePlace(place);
    });
    m_question->open();
}

QMessageBox *SecretQuestions::makeQuestion(const QString &text, const QString &detail)
{
    auto *question = new QMessageBox(QApplication::activeWindow());
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(tr("Keys and passwords"));
    question->setText(text);
    question->setInformativeText(detail);
    return question;
}

} // namespace Aura
