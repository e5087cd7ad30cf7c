// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "chat/conversationmodel.h"
#include "ui/theme/theme.h"
#include "ui/transcript/accessible/transcriptaccessible.h"
#include "ui/transcript/messageactionbar.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/messagelayoutcache.h"
#include "ui/transcript/newestbutton.h"
#include "ui/transcript/markedscrollbar.h"
#include "ui/transcript/typography.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace Aura {

TranscriptView::TranscriptView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_type(std::make_unique<Typography>(Typography::make(font(), 1.0)))
    , m_layouts(std::make_unique<MessageLayoutCache>())
    , m_surface(std::make_unique<TranscriptSurface>(*this))
    , m_actions(new MessageActionBar(viewport()))
    , m_newest(new NewestButton(viewport()))
{
    TranscriptAccessible::install();
    setAccessibleName(tr("Conversation"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_actions->hide();
    m_actions->setCursor(Qt::ArrowCursor);
    connect(m_actions, &MessageActionBar::copyRequested, this, [this] {
        if (const int row = m_model ? m_model->rowOf(m_actions->messageId()) : -1; row >= 0)
            copyMessage(row);
    });
    connect(m_actions, &MessageActionBar::editRequested, this,
            [this] { emit editRequested(m_actions->messageId()); });
    connect(m_actions, &MessageActionBar::continueRequested, this,
            [this] { emit continueRequested(m_actions->messageId()); });
    connect(m_actions, &MessageActionBar::askAgainRequested, this,
            [this] { emit askAgainRequested(m_actions->messageId()); });
    connect(m_actions, &MessageActionBar::sentRequested, this,
            [this] { emit sentRequested(m_actions->messageId()); });
    connect(m_actions, &MessageActionBar::siblingRequested, this,
            [this](int step) { emit siblingRequested(m_actions->messageId(), step); });
    m_newest->hide();
    connectSurface();
    connect(m_newest, &NewestButton::clicked, this, &TranscriptView::scrollToEnd);
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::setModel(ConversationModel *model)
{
    if (m_model == model)
        return;
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_surface->setModel(model);
    if (m_model)
        connectModel();
    m_geometry.setAtEnd(true);
    resetRows();
}

void TranscriptView::connectModel()
{
    connect(m_model, &ConversationModel::modelReset, this, &TranscriptView::resetRows);
    connect(m_model, &ConversationModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertRows(first, last); });
    connect(m_model, &ConversationModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
    connect(m_model, &ConversationModel::replyGrew, this,
            [this](MessageId id, qsizetype, const QString &piece) {
                if (MessageLayout *layout = m_layouts->find(id))
                    layout->append(piece);
                scheduleFrame();
            });
    connect(m_model, &ConversationModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                onDataChanged(first.row(), last.row(), roles);
            });
}

void TranscriptView::onDataChanged(int first, int last, const QList<int> &roles)
{
    // Text that grows comes by replyGrew(); anything else may change what a row looks like.
    const QList<int> growth{ConversationModel::TextRole, Qt::DisplayRole};
    const bool grewOnly = !roles.isEmpty()
        && std::ranges::all_of(roles, [&growth](int role) { return growth.contains(role); });
    for (int row = first; row <= last; ++row) {
        const Message &message = m_model->messageAt(row);
        if (MessageLayout *layout = m_layouts->find(message.id)) {
            if (message.role == Role::System)
                m_layouts->remove(message.id);
            else if (!grewOnly)
                layout->setMessage(message);
        }
        m_surface->find.changeRow(row);
        if (!grewOnly && message.id == m_actions->messageId())
            showActions(row);
    }
    scheduleFrame();
}

void TranscriptView::resetRows()
{
    m_layouts->clear();
    m_surface->resetRows();
    m_hoverRow = -1;
    m_currentRow = -1;
    m_actions->hide();
    const int count = m_model ? m_model->rowCount() : 0;
    std::vector<int> heights(static_cast<size_t>(count));
    for (int row = 0; row < count; ++row)
        heights[size_t(row)] = estimateHeight(row);
    m_geometry.heights().assign(std::move(heights));
    m_geometry.setAnchor(0, 0);
    scheduleFrame();
}

void TranscriptView::insertRows(int first, int last)
{
    HeightIndex &heights = m_geometry.heights();
    if (first == heights.count()) {
        for (int row = first; row <= last; ++row)
            heights.append(estimateHeight(row));
    } else {
        std::vector<int> all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all.push_back(row < first      ? heights.height(row)
                              : row > last ? heights.height(row - (last - first + 1))
                                           : estimateHeight(row));
        heights.assign(std::move(all));
        if (m_geometry.anchorRow() >= first)
            m_geometry.setAnchor(m_geometry.anchorRow() + last - first + 1,
                                 m_geometry.anchorOffset());
    }
    m_surface->insertRows(first, last);
    scheduleFrame();
}

void TranscriptView::removeRows(int first, int last)
{
    HeightIndex &heights = m_geometry.heights();
    std::vector<int> all;
    for (int row = 0; row < heights.count(); ++row) {
        if (row < first || row > last)
            all.push_back(heights.height(row));
    }
    heights.assign(std::move(all));
    if (m_geometry.anchorRow() > last)
        m_geometry.setAnchor(m_geometry.anchorRow() - (last - first + 1),
                             m_geometry.anchorOffset());
    else if (m_geometry.anchorRow() >= first)
        m_geometry.setAnchor(std::max(0, first - 1), 0);
    m_surface->removeRows(first, last);
    setHoverRow(-1);
    m_currentRow = std::min(m_currentRow, heights.count() - 1);
    scheduleFrame();
}

ScrollPlace TranscriptView::scrollPlace() const
{
    const int row = m_geometry.anchorRow();
    if (!m_model || m_geometry.isAtEnd() || row < 0 || row >= m_model->rowCount())
        return {};
    return {.message = m_model->messageAt(row).id, .offset = m_geometry.anchorOffset()};
}

void TranscriptView::setScrollPlace(const ScrollPlace &place)
{
    const int row = m_model && place.message.isValid() ? m_model->rowOf(place.message) : -1;
    m_geometry.setAtEnd(row < 0);
    if (row >= 0)
        m_geometry.setAnchor(row, place.offset);
    scheduleFrame();
}

void TranscriptView::setZoom(double zoom)
{
    m_zoom = std::clamp(zoom, 0.5, 3.0);
    restyle();
}

void TranscriptView::restyle()
{
    *m_type = Typography::make(font(), m_zoom);
    m_layouts->clear();
    for (int row = 0; row < m_geometry.heights().count(); ++row)
        m_geometry.heights().setHeight(row, estimateHeight(row));
    scheduleFrame();
}

bool TranscriptView::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        restyle();
    // Esc ends a selection, but first of all it stops a reply.
    const bool answering = m_model && m_model->rowCount() > 0
        && m_model->messageAt(m_model->rowCount() - 1).state == ReplyState::Answering;
    if (event->type() == QEvent::ShortcutOverride && !answering
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && m_surface->caret.wantsEscape()) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusIn)
        QMetaObject::invokeMethod(&m_surface->reader, &ReplyReader::tellFocus,
                                  Qt::QueuedConnection);
    return QAbstractScrollArea::event(event);
}

} // namespace Aura
