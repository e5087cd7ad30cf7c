// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "chat/conversationmodel.h"
#include "ui/theme/icons.h"
#include "ui/transcript/messageactions.h"
#include "ui/transcript/transcriptgeometry.h"

#include <QAccessible>
#include <QScrollBar>
#include <QTimerEvent>
#include <QToolButton>

#include <chrono>

using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr auto frameInterval = 16ms;
constexpr double margin = 400; // laid out above and below what is in sight
constexpr int maximumPasses = 6; // a pass may uncover rows whose height was an estimate

} // namespace

TranscriptView::TranscriptView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_geometry(std::make_unique<TranscriptGeometry>())
    , m_actions(new MessageActions(viewport()))
    , m_newest(new QToolButton(viewport()))
{
    setAccessibleName(tr("Conversation"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    verticalScrollBar()->setSingleStep(48);
    m_actions->setCursor(Qt::ArrowCursor);
    m_actions->hide();

    m_newest->setObjectName(QStringLiteral("newest"));
    m_newest->setIcon(icon(IconName::Down));
    m_newest->setAccessibleName(tr("Newest message"));
    m_newest->setToolTip(tr("Newest message"));
    m_newest->setProperty("round", true);
    m_newest->setCursor(Qt::ArrowCursor);
    m_newest->resize(36, 36);
    m_newest->hide();

    connect(m_newest, &QToolButton::clicked, this, &TranscriptView::scrollToEnd);
    connect(m_actions, &MessageActions::copyClicked, this,
            [this](MessageId id) { copyMessage(m_geometry->indexOf(id)); });
    connect(m_actions, &MessageActions::editClicked, this, &TranscriptView::editRequested);
    connect(m_actions, &MessageActions::tryAgainClicked, this, &TranscriptView::tryAgainRequested);
    connect(m_actions, &MessageActions::continueClicked, this, &TranscriptView::continueRequested);
    connect(m_actions, &MessageActions::versionStepped, this, &TranscriptView::showSibling);
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::setModel(ConversationModel *model)
{
    if (m_model != nullptr)
        m_model->disconnect(this);
    m_model = model;
    m_geometry = std::make_unique<TranscriptGeometry>();
    m_anchor = m_cursor = {};
    m_currentRow = m_hoveredRow = -1;
    m_followsEnd = true;
    if (model != nullptr) {
        const auto sync = [this] { m_needsSync = true; scheduleLayout(); };
        connect(model, &QAbstractItemModel::rowsInserted, this, sync);
        connect(model, &QAbstractItemModel::rowsRemoved, this, sync);
        connect(model, &QAbstractItemModel::modelReset, this, sync);
        connect(model, &ConversationModel::replyGrew, this, &TranscriptView::onReplyGrew);
        connect(model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &index) { onMessageChanged(index.row()); });
    }
    syncRows();
    layOutNow();
}

void TranscriptView::syncRows()
{
    m_needsSync = false;
    m_geometry->setFormat(font(), viewport()->width(), layoutDirection());
    if (m_model != nullptr)
        m_geometry->sync(*m_model);
    const int last = m_geometry->count() - 1;
    m_hoveredRow = qMin(m_hoveredRow, last);
    m_currentRow = qMin(m_currentRow, last);
    if (m_anchor.row > last || m_cursor.row > last)
        m_anchor = m_cursor = {};
    if (QAccessible::isActive()) {
        QAccessibleTableModelChangeEvent event(this, QAccessibleTableModelChangeEvent::ModelReset);
        QAccessible::updateAccessibility(&event);
    }
}

void TranscriptView::onReplyGrew(MessageId id, qsizetype offset, const QString &piece)
{
    if (m_needsSync)
        return; // the whole text is taken then
    const int row = m_geometry->indexOf(id);
    if (row < 0 || m_geometry->row(row).layout->text().size() != offset)
        return;
    m_geometry->row(row).layout->append(piece);
    m_geometry->place(row + 1);
    scheduleLayout();
}

void TranscriptView::onMessageChanged(int row)
{
    if (m_needsSync || row >= m_geometry->count())
        return;
    const Message &message = m_model->messageAt(row);
    if (message.role == Role::Assistant && message.state == ReplyState::Answering)
        return; // replyGrew() says it better
    if (m_geometry->row(row).layout->text().size() != message.text.size()
        || message.role == Role::System)
        m_needsSync = true;
    scheduleLayout();
}

void TranscriptView::scheduleLayout()
{
    if (!m_frame.isActive())
        m_frame.start(int(frameInterval.count()), Qt::PreciseTimer, this);
}

void TranscriptView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_frame.timerId())
        return QAbstractScrollArea::timerEvent(event);
    m_frame.stop();
    if (m_needsSync)
        syncRows();
    layOutNow();
}

int TranscriptView::scrolledBy() const
{
    return verticalScrollBar()->value();
}

void TranscriptView::updateScrollBar()
{
    QScrollBar *bar = verticalScrollBar();
    const int page = viewport()->height();
    bar->setPageStep(page);
    bar->setRange(0, qMax(0, int(m_geometry->height()) - page));
}

// Heights become exact where the view looks. What is read stays where it is: at the end the end
// does, elsewhere whatever was at the top of the view before.
void TranscriptView::layOutNow()
{
    const bool wasSetting = std::exchange(m_settingValue, true);
    for (int pass = 0; pass < maximumPasses; ++pass) {
        updateScrollBar();
        if (m_followsEnd)
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        const double top = scrolledBy();
        const double bottom = top + viewport()->height();
        const double anchor = m_lastScroll > top && m_lastScroll < bottom ? m_lastScroll : top;
        bool changed = false;
        const double moved = m_geometry->realise(top - margin, bottom + margin, anchor, &changed);
        if (!changed)
            break;
        updateScrollBar();
        if (!m_followsEnd && moved != 0)
            verticalScrollBar()->setValue(qRound(top + moved));
    }
    m_settingValue = wasSetting;
    m_lastScroll = scrolledBy();
    for (int i = 0; i < m_geometry->count(); ++i) {
        const double textTop = m_geometry->textRect(i).top();
        m_geometry->row(i).layout->release(m_lastScroll - 2 * margin - textTop,
                                           m_lastScroll + viewport()->height() + 2 * margin
                                               - textTop);
    }
    placeButtons();
    viewport()->update();
}

void TranscriptView::scrollToEnd()
{
    m_followsEnd = true;
    layOutNow();
}

void TranscriptView::scrollContentsBy(int, int)
{
    if (m_settingValue)
        return;
    m_followsEnd = scrolledBy() >= verticalScrollBar()->maximum();
    layOutNow();
}

void TranscriptView::resizeEvent(QResizeEvent *)
{
    m_geometry->setFormat(font(), viewport()->width(), layoutDirection());
    layOutNow();
}

void TranscriptView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        scheduleLayout();
    if (event->type() == QEvent::FontChange)
        m_geometry->setFormat(font(), viewport()->width(), layoutDirection());
}

int TranscriptView::actionsRow() const
{
    if (m_hoveredRow >= 0)
        return m_hoveredRow;
    return m_currentRow >= 0 ? m_currentRow : m_geometry->count() - 1;
}

void TranscriptView::setCurrentRow(int row)
{
    m_currentRow = qBound(-1, row, m_geometry->count() - 1);
    if (m_currentRow >= 0) {
        m_hoveredRow = -1;
        const QRectF rect = m_geometry->rowRect(m_currentRow);
        const int page = viewport()->height();
        const double top = scrolledBy();
        if (rect.top() < top || rect.height() > page)
            verticalScrollBar()->setValue(qRound(rect.top()) - 12);
        else if (rect.bottom() > top + page)
            verticalScrollBar()->setValue(qRound(rect.bottom()) - page + 12);
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(m_currentRow);
        QAccessible::updateAccessibility(&event);
    }
    placeButtons();
    viewport()->update();
}

void TranscriptView::stepCurrentRow(int step)
{
    if (m_geometry->count() == 0)
        return;
    setFocus(Qt::ShortcutFocusReason);
    if (m_currentRow < 0)
        setCurrentRow(m_geometry->count() - 1);
    else
        setCurrentRow(qBound(0, m_currentRow + step, m_geometry->count() - 1));
}

QRect TranscriptView::messageRect(int row) const
{
    if (row < 0 || row >= m_geometry->count())
        return {};
    return m_geometry->rowRect(row).translated(0, -scrolledBy()).toRect();
}

void TranscriptView::showSibling(MessageId id, int step)
{
    if (m_model != nullptr)
        m_model->showSibling(id, step);
}

} // namespace Aura
