// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "chat/conversationmodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/transcript/messageactionbar.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/messagelayoutcache.h"
#include "ui/transcript/transcriptaccessible.h"
#include "ui/transcript/typography.h"

#include <QEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>
#include <QTimerEvent>
#include <QToolButton>

#include <algorithm>
#include <climits>

namespace Aura {

namespace {

constexpr int frameInterval = 16; // ms: at most one layout and paint in each
constexpr int columnMargin = 24;
constexpr int newestSize = 36;
constexpr int newestGap = 12;
constexpr int topPadding = 8;
constexpr int estimatedExtra = 64; // paddings and the line below a message

} // namespace

TranscriptView::TranscriptView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_type(std::make_unique<Typography>(Typography::make(font(), 1.0)))
    , m_layouts(std::make_unique<MessageLayoutCache>())
    , m_actions(new MessageActionBar(viewport()))
    , m_newest(new QToolButton(viewport()))
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
    connect(m_actions, &MessageActionBar::copyRequested, this, &TranscriptView::copyShownMessage);
    connect(m_actions, &MessageActionBar::editRequested, this,
            [this] { emit editRequested(m_actions->messageId()); });
    connect(m_actions, &MessageActionBar::askAgainRequested, this,
            [this] { emit askAgainRequested(m_actions->messageId()); });
    connect(m_actions, &MessageActionBar::siblingRequested, this,
            [this](int step) { emit siblingRequested(m_actions->messageId(), step); });
    m_newest->setIcon(icon(IconName::Down));
    m_newest->setAccessibleName(tr("Newest message"));
    m_newest->setToolTip(tr("To the newest message"));
    m_newest->setFixedSize(newestSize, newestSize);
    m_newest->setFocusPolicy(Qt::TabFocus);
    m_newest->setCursor(Qt::ArrowCursor);
    m_newest->hide();
    connect(m_newest, &QToolButton::clicked, this, &TranscriptView::scrollToEnd);
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::setModel(ConversationModel *model)
{
    if (m_model == model)
        return;
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
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
        if (!grewOnly && message.id == m_actions->messageId())
            showActions(row);
    }
    scheduleFrame();
}

void TranscriptView::resetRows()
{
    m_layouts->clear();
    m_selection = {};
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
        m_selection = {};
    }
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
    m_selection = {};
    setHoverRow(-1);
    m_currentRow = std::min(m_currentRow, heights.count() - 1);
    scheduleFrame();
}

int TranscriptView::columnWidth() const
{
    const int maximum = qRound(m_type->columnMaximum * std::max(1.0, m_zoom));
    return std::max(80, std::min(maximum, viewport()->width() - 2 * columnMargin));
}

int TranscriptView::columnLeft() const
{
    return (viewport()->width() - columnWidth()) / 2;
}

int TranscriptView::estimateHeight(int row) const
{
    const Message &message = m_model->messageAt(row);
    const qreal characters = columnWidth() / (m_type->em * 0.5);
    const int lines = int(message.text.size() / std::max(1.0, characters)) + 1;
    return int(std::min<qint64>(qint64(lines * m_type->bodyLine) + estimatedExtra, INT_MAX / 2));
}

MessageLayout &TranscriptView::realise(int row)
{
    const Message &message = m_model->messageAt(row);
    MessageLayout *layout = m_layouts->find(message.id);
    if (!layout)
        layout = &m_layouts->insert(std::make_unique<MessageLayout>(message, *m_type));
    m_geometry.heights().setHeight(row, layout->layout(columnWidth()));
    return *layout;
}

void TranscriptView::scheduleFrame()
{
    if (!m_frame.isActive())
        m_frame.start(frameInterval, Qt::PreciseTimer, this);
}

void TranscriptView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_frame.timerId()) {
        m_frame.stop();
        layoutFrame();
        viewport()->update();
    } else if (event->timerId() == m_autoScroll.timerId()) {
        autoScroll();
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

void TranscriptView::layoutFrame()
{
    m_geometry.setViewportHeight(viewport()->height() - topPadding);
    const bool wasAtEnd = m_geometry.isAtEnd();
    if (m_geometry.heights().count() > 0) {
        if (wasAtEnd)
            layoutFromEnd();
        else
            layoutFromAnchor();
    }
    syncScrollBar();
    placeOverlays();
}

void TranscriptView::layoutFromEnd()
{
    int row = m_geometry.heights().count() - 1;
    int missing = m_geometry.viewportHeight();
    for (; row >= 0; --row) {
        realise(row);
        missing -= m_geometry.heights().height(row);
        if (missing <= 0)
            break;
    }
    m_geometry.setAnchor(std::max(0, row), row < 0 ? 0 : -missing);
}

void TranscriptView::layoutFromAnchor()
{
    const int count = m_geometry.heights().count();
    int y = -m_geometry.anchorOffset();
    for (int row = m_geometry.anchorRow(); row < count; ++row) {
        realise(row);
        y += m_geometry.heights().height(row);
        if (y >= m_geometry.viewportHeight())
            return;
    }
    // The end has come into sight from above its estimate: hang on it again.
    m_geometry.setAtEnd(true);
    layoutFromEnd();
}

void TranscriptView::syncScrollBar()
{
    m_syncing = true;
    QScrollBar *bar = verticalScrollBar();
    bar->setPageStep(m_geometry.viewportHeight());
    bar->setSingleStep(qRound(m_type->bodyLine));
    bar->setRange(0, int(m_geometry.maximumScrollPosition()));
    bar->setValue(int(m_geometry.scrollPosition()));
    m_syncing = false;
    if (m_newest->isVisibleTo(viewport()) == m_geometry.isAtEnd()) {
        m_newest->setVisible(!m_geometry.isAtEnd());
        emit atEndChanged(m_geometry.isAtEnd());
    }
}

void TranscriptView::scrollContentsBy(int, int)
{
    if (m_syncing)
        return;
    m_geometry.setScrollPosition(verticalScrollBar()->value());
    layoutFrame();
    viewport()->update();
}

void TranscriptView::scrollToEnd()
{
    m_geometry.setAtEnd(true);
    layoutFrame();
    viewport()->update();
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layoutFrame();
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(palette());
    painter.fillRect(event->rect(), theme.surface);
    BlockPaint paint{theme, *m_type, event->rect()};
    int y = topPadding - m_geometry.anchorOffset();
    for (int row = m_geometry.anchorRow(); row < m_geometry.heights().count(); ++row) {
        if (y > event->rect().bottom())
            break;
        paintRow(painter, row, y, paint);
        y += m_geometry.heights().height(row);
    }
}

void TranscriptView::paintRow(QPainter &painter, int row, int top, const BlockPaint &paint)
{
    MessageLayout *layout = m_layouts->find(m_model->messageAt(row).id);
    if (!layout)
        return; // laid out with the next frame
    TextSelection inRow;
    const bool selected =
        !m_selection.isEmpty() && m_selection.begin().row <= row && m_selection.end().row >= row;
    if (selected) {
        inRow.anchor =
            m_selection.begin().row == row ? m_selection.begin() : TextPosition{row, 0, 0};
        inRow.cursor = m_selection.end().row == row ? m_selection.end() : layout->endPosition(row);
    }
    layout->paint(painter, QPointF(columnLeft(), top), paint, selected ? &inRow : nullptr);
    if (row == m_currentRow && hasFocus()) {
        painter.setPen(QPen(paint.theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        const QRect focus(columnLeft() - 8, top + 2, columnWidth() + 16,
                          m_geometry.heights().height(row) - 4);
        painter.drawRoundedRect(focus, 6, 6);
    }
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
    return QAbstractScrollArea::event(event);
}

void TranscriptView::placeOverlays()
{
    m_newest->move((viewport()->width() - newestSize) / 2,
                   viewport()->height() - newestSize - newestGap);
    const int row = m_hoverRow >= 0 ? m_hoverRow : m_currentRow;
    if (row < 0 || row >= m_geometry.heights().count()) {
        m_actions->hide();
        return;
    }
    const MessageLayout *layout = m_layouts->find(m_model->messageAt(row).id);
    if (!layout || layout->role() == Role::System) {
        m_actions->hide();
        return;
    }
    const QRect footer = layout->footerRect().translated(columnLeft(), messageRect(row).top());
    int left = footer.left();
    if (const QString state = layout->stateText(); !state.isEmpty())
        left += QFontMetrics(m_type->small).horizontalAdvance(state) + 12;
    if (layout->role() == Role::User)
        left = footer.right() - m_actions->width();
    m_actions->move(left, footer.top() + (footer.height() - m_actions->height()) / 2);
    m_actions->show();
}

QRect TranscriptView::messageRect(int row) const
{
    return {columnLeft(), int(m_geometry.viewportTop(row)) + topPadding, columnWidth(),
            m_geometry.heights().height(row)};
}

} // namespace Aura
