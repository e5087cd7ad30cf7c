// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversationpage.h"

#include "base/replynotes.h"
#include "chat/chatcontroller.h"
#include "ui/composer.h"
#include "ui/findbar.h"
#include "ui/messageedit.h"
#include "ui/settings/conversationparametersdialog.h"
#include "ui/problembanner.h"
#include "ui/theme/painting.h"
#include "ui/transcript/transcriptview.h"
#include "ui/welcomepage.h"

#include <QKeyEvent>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QStyle>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr double composerShare = 0.4; // of the page's height, at most
constexpr auto statusPause = 250ms;
constexpr auto placePause = 50ms; // until what is written and where is on its way to the history

} // namespace

ConversationPage::ConversationPage(ChatController &chat, QWidget *parent)
    : QWidget(parent)
    , m_chat(chat)
    , m_transcript(new TranscriptView(this))
    , m_findBar(new FindBar(*m_transcript, this))
    , m_welcome(new WelcomePage(this))
    , m_banner(new ProblemBanner(this))
    , m_composer(new Composer(this))
    , m_stack(new QStackedLayout)
    , m_bottom(new QVBoxLayout)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *welcomeArea = new QScrollArea(this); // low windows scroll it
    welcomeArea->setFrameShape(QFrame::NoFrame);
    welcomeArea->setWidgetResizable(true);
    welcomeArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    welcomeArea->setFocusPolicy(Qt::NoFocus);
    welcomeArea->setWidget(m_welcome);
    m_stack->addWidget(welcomeArea);
    m_stack->addWidget(m_transcript);
    column->addWidget(m_findBar);
    column->addLayout(m_stack, 1);
    m_bottom->setSpacing(10);
    m_bottom->addWidget(m_banner);
    m_bottom->addWidget(m_composer);
    column->addLayout(m_bottom);
    m_statusTimer.setSingleShot(true);
    m_statusTimer.setInterval(statusPause);
    m_placeTimer.setSingleShot(true);
    m_placeTimer.setInterval(placePause);
    connectParts();
}

void ConversationPage::connectParts()
{
    connect(m_composer, &Composer::sendRequested, this, &ConversationPage::send);
    connect(m_composer, &Composer::stopRequested, this, &ConversationPage::stop);
    connect(m_composer, &Composer::editingCancelled, this, &ConversationPage::cancelEditing);
    connect(m_composer, &Composer::parametersRequested, this, &ConversationPage::openParameters);
    connect(m_composer, &Composer::textChanged, &m_statusTimer, qOverload<>(&QTimer::start));
    connect(m_welcome, &WelcomePage::questionChosen, this, &ConversationPage::send);
    connect(m_transcript, &TranscriptView::askAgainRequested, this, &ConversationPage::tryAgain);
    connect(m_transcript, &TranscriptView::continueRequested, this, [this](MessageId reply) {
        if (m_conversation)
            m_chat.continueReply(*m_conversation, reply);
    });
    connect(m_transcript, &TranscriptView::editRequested, this, &ConversationPage::beginEditing);
    connect(m_transcript, &TranscriptView::siblingRequested, this, &ConversationPage::showVersion);
    connect(m_banner, &ProblemBanner::retryRequested, this, &ConversationPage::retry);
    connect(m_banner, &ProblemBanner::sendAnywayRequested, this, [this] {
        m_chat.askAgain(*m_conversation, lastMessage()->id, ContextCheck::SendAnyway);
    });
    connect(m_banner, &ProblemBanner::connectionsRequested, this,
            &ConversationPage::connectionsRequested);
    connect(m_banner, &ProblemBanner::dismissed, this, [this] {
        if (const Message *last = lastMessage())
            m_dismissed.insert(last->id);
    });
    connect(&m_chat, &ChatController::answeringChanged, this,
            &ConversationPage::onAnsweringChanged);
    connect(&m_chat, &ChatController::replyFinished, this,
            [this](Conversation *finished, const Completion &completion) {
                if (finished != m_conversation)
                    return;
                showLastProblem();
                tellNotes(completion);
            });
    connect(&m_statusTimer, &QTimer::timeout, this, &ConversationPage::updateStatus);
    watchPlace();
    connectAccess();
}

Conversation *ConversationPage::conversation() const
{
    return m_conversation;
}

void ConversationPage::setConversation(Conversation *conversation)
{
    cancelEditing();
    if (m_conversation) {
        keepPlace();
        m_conversation->disconnect(this);
        m_conversation->messages().disconnect(this);
    }
    m_conversation = conversation;
    m_selectsAll = false;
    m_transcript->setModel(conversation != nullptr ? &conversation->messages() : nullptr);
    if (conversation == nullptr)
        return;
    m_transcript->setScrollPlace(conversation->scrollPlace());
    if (!isPlaceLoaded())
        conversation->requestWhole();
    m_composer->setText(conversation->draft());
    const ConversationModel *model = &conversation->messages();
    connect(model, &QAbstractItemModel::rowsInserted, this, &ConversationPage::onMessagesChanged);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ConversationPage::onMessagesChanged);
    connect(model, &ConversationModel::replyGrew, this,
            [this](MessageId, qsizetype, const QString &piece) {
                m_pace.grow(piece.size(), QDateTime::currentDateTimeUtc());
            });
    connect(model, &ConversationModel::reasoningGrew, this,
            [this] { m_pace.think(QDateTime::currentDateTimeUtc()); });
    connect(conversation, &Conversation::parametersChanged, this,
            &ConversationPage::refreshParameters);
    connect(conversation, &Conversation::completed, this, &ConversationPage::onCompleted);
    // The model goes with its conversation: the view must not keep it.
    connect(conversation, &QObject::destroyed, this, [this] { m_transcript->setModel(nullptr); });
    onMessagesChanged();
    onAnsweringChanged(conversation);
    showLastProblem();
    refreshParameters();
}

const Message *ConversationPage::lastMessage() const
{
    if (!m_conversation || m_conversation->messages().rowCount() == 0)
        return nullptr;
    return &m_conversation->messages().messageAt(m_conversation->messages().rowCount() - 1);
}

void ConversationPage::send(const QString &text)
{
    if (!m_conversation || m_chat.isAnswering(*m_conversation))
        return;
    m_banner->dismiss();
    if (m_edited.isValid()) {
        const MessageId question = m_edited;
        cancelEditing();
        m_chat.editQuestion(*m_conversation, question, text);
    } else {
        m_chat.ask(*m_conversation, text);
        if (text == m_composer->text())
            m_composer->clear();
    }
    m_transcript->scrollToEnd();
}

void ConversationPage::tryAgain(MessageId answer)
{
    m_banner->dismiss();
    m_chat.askAgain(*m_conversation, answer);
}

void ConversationPage::retry()
{
    if (const Message *last = lastMessage())
        tryAgain(last->id);
}

void ConversationPage::stop()
{
    if (m_conversation && m_chat.isAnswering(*m_conversation))
        m_chat.stop(*m_conversation);
    else if (m_edited.isValid())
        cancelEditing();
}

// The keyboard stays where it was: at the version that is shown now.
void ConversationPage::showVersion(MessageId id, int step)
{
    ConversationModel &messages = m_conversation->messages();
    const int row = messages.rowOf(id);
    const bool focused = m_transcript->currentRow() == row;
    messages.showSibling(id, step);
    if (focused)
        m_transcript->setCurrentRow(row);
}

void ConversationPage::beginEditing(MessageId question)
{
    const int row = m_conversation->messages().rowOf(question);
    if (row < 0)
        return;
    if (!m_edited.isValid())
        m_draftBeforeEditing = m_composer->text();
    m_edited = question;
    m_composer->setEditing(true);
    m_composer->setText(m_conversation->messages().messageAt(row).text);
    m_composer->setFocus(Qt::OtherFocusReason);
}

void ConversationPage::cancelEditing()
{
    if (!std::exchange(m_edited, MessageId()).isValid())
        return;
    m_composer->setEditing(false);
    m_composer->setText(m_draftBeforeEditing);
    m_draftBeforeEditing.clear();
}

void ConversationPage::onAnsweringChanged(Conversation *conversation)
{
    if (conversation != m_conversation)
        return;
    const bool answering = m_chat.isAnswering(*conversation);
    m_composer->setAnswering(answering);
    if (const Message *last = lastMessage(); answering && last != nullptr)
        m_pace.begin(last->time, last->text.size(), QDateTime::currentDateTimeUtc());
    updateStatus();
}

void ConversationPage::onMessagesChanged()
{
    const Message *last = lastMessage();
    const bool begun = last != nullptr && last->role != Role::System;
    const int wanted = begun ? m_stack->indexOf(m_transcript) : 0;
    if (m_stack->currentIndex() != wanted)
        m_stack->setCurrentIndex(wanted);
    showLastProblem();
    m_statusTimer.start();
}

void ConversationPage::showLastProblem()
{
    const Message *last = lastMessage();
    const bool problem = last != nullptr && last->error && last->role == Role::Assistant
        && !m_dismissed.contains(last->id);
    if (!problem)
        return m_banner->dismiss();
    ProviderError error = *last->error;
    const std::chrono::milliseconds passed(last->time.msecsTo(QDateTime::currentDateTimeUtc()));
    error.retryAfter = std::max(error.retryAfter - passed, std::chrono::milliseconds(0));
    m_banner->showError(error, m_exchanges.find(last->id).certificate);
}

//! Says once what is odd about a reply that ended well.
void ConversationPage::tellNotes(const Completion &completion)
{
    QStringList news = replyNotes(completion);
    news.removeIf([this](const QString &note) { return m_toldNotes.contains(note); });
    if (news.isEmpty() || !m_banner->isHidden())
        return;
    m_toldNotes.unite(QSet<QString>(news.cbegin(), news.cend()));
    m_banner->showProblem(news.join(u' '), {}, ProblemBanner::Remedy::None);
}

void ConversationPage::refreshParameters()
{
    if (!m_conversation)
        return;
    const ChatParameters &own = m_conversation->parameters();
    const QString prompt = own.systemPrompt.value_or(m_chat.defaults().systemPrompt);
    const double temperature = own.temperature.value_or(m_chat.defaults().temperature);
    // The settings' default is an Aura server's; others have their own, unless one was chosen.
    const bool isServers = !own.temperature && !m_chat.defaults().sendsTemperature
        && m_chat.highestTemperature(*m_conversation) > 1;
    m_composer->setParameterTexts(
        own.systemPrompt       ? tr("System prompt: its own")
            : prompt.isEmpty() ? tr("System prompt: none")
                               : tr("System prompt: default"),
        isServers ? tr("Temperature: default")
                  : tr("Temperature %1").arg(QLocale().toString(temperature, 'g', 3)));
    m_statusTimer.start();
}

void ConversationPage::openParameters()
{
    if (!m_conversation)
        return;
    auto *dialog =
        new ConversationParametersDialog(m_conversation->parameters(), m_chat.defaults(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setHighestTemperature(m_chat.highestTemperature(*m_conversation));
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (m_conversation)
            m_conversation->setParameters(dialog->parameters());
    });
    dialog->open();
}

void ConversationPage::updateStatus()
{
    if (!m_conversation)
        return;
    if (m_chat.isAnswering(*m_conversation)) {
        m_composer->setStatus(m_pace.text(QDateTime::currentDateTimeUtc()));
        m_statusTimer.start();
        return;
    }
    m_composer->setStatus(contextText());
    showFirstSent();
}

// Who types while reading means the composer.
void ConversationPage::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    const bool isText = !text.isEmpty() && text.at(0).isPrint() && !text.at(0).isSpace()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!isText || !m_transcript->hasFocus())
        return QWidget::keyPressEvent(event);
    m_composer->setFocus(Qt::OtherFocusReason);
    m_composer->edit().insertPlainText(text);
}

void ConversationPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_transcript);
    const int side = qMax(12, (width() - bar - columnWidth) / 2); // as the transcript's text lies
    QMargins margins(side, 4, qMax(side + bar, 12), height() < 500 ? 8 : 16);
    if (layoutDirection() == Qt::RightToLeft)
        margins = {margins.right(), margins.top(), margins.left(), margins.bottom()};
    m_bottom->setContentsMargins(margins);
    m_composer->setHeightLimit(qMax(48, int(height() * composerShare) - 60));
}

} // namespace Aura
