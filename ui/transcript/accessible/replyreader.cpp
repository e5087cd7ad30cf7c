// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/accessible/replyreader.h"

#include "ui/transcript/accessible/messageaccessible.h"
#include "ui/transcript/accessible/transcriptaccessible.h"
#include "ui/transcript/transcriptselection.h"
#include "ui/transcript/transcripttext.h"
#include "ui/transcript/transcriptview.h"

#include <QAccessible>
#include <QTextBoundaryFinder>

#include <chrono>

using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr auto readingPause = 100ms; // nobody hears faster

TranscriptAccessible *listOf(TranscriptView &view)
{
    return dynamic_cast<TranscriptAccessible *>(QAccessible::queryAccessibleInterface(&view));
}

MessageAccessible *itemOf(TranscriptView &view, int row)
{
    TranscriptAccessible *list = listOf(view);
    return list && row >= 0 && view.model() && row < view.model()->rowCount() ? list->item(row)
                                                                              : nullptr;
}

} // namespace

qsizetype wholeSentences(const QString &text, qsizetype from, bool ended)
{
    if (ended)
        return text.size();
    QTextBoundaryFinder sentences(QTextBoundaryFinder::Sentence, text);
    sentences.setPosition(text.size());
    const qsizetype last = std::max<qsizetype>(0, sentences.toPreviousBoundary());
    const QStringView open = QStringView(text).sliced(last);
    const QStringView words = open.trimmed();
    // The last one is whole if it ends in a mark with white space behind: "3." may become "3.14".
    const bool closed = !words.isEmpty() && open.back().isSpace()
        && QStringView(u".!?\u2026\u3002\uff01\uff1f\u061f").contains(words.back());
    const qsizetype end = closed ? text.size() : last;
    return std::max(from, end);
}

ReplyReader::ReplyReader(TranscriptView &view, TranscriptSelection &selection)
    : m_view(view)
    , m_selection(selection)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(readingPause);
    connect(&m_pause, &QTimer::timeout, this, &ReplyReader::readSentences);
    connect(&view, &TranscriptView::currentRowChanged, this, &ReplyReader::tellFocus);
    connect(&selection, &TranscriptSelection::changed, this, &ReplyReader::tellCursor);
}

void ReplyReader::setModel(ConversationModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_reply = {};
    if (QAccessible::isActive()) {
        if (TranscriptAccessible *list = listOf(m_view))
            list->forget();
    }
    if (!model)
        return;
    connect(model, &ConversationModel::replyGrew, this, &ReplyReader::replyGrew);
    connect(model, &ConversationModel::replyEnded, this, &ReplyReader::replyEnded);
    connect(model, &ConversationModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { rowsInserted(first, last); });
}

void ReplyReader::replyGrew(MessageId reply)
{
    if (!QAccessible::isActive())
        return;
    if (m_reply != reply) {
        m_reply = reply;
        m_block = m_begin = 0;
        m_said = 0;
    }
    m_ended = false;
    if (!m_pause.isActive())
        m_pause.start();
}

void ReplyReader::replyEnded(MessageId reply)
{
    if (m_reply != reply || !QAccessible::isActive())
        return;
    m_ended = true;
    readSentences();
}

// Only blocks from the one that is read on are looked at: a long reply costs no more than a short
// one.
void ReplyReader::readSentences()
{
    m_pause.stop();
    const int row = m_model ? m_model->rowOf(m_reply) : -1;
    if (row < 0)
        return;
    const int count = m_view.text().blockCount(row);
    for (; m_block < count; ++m_block) {
        const bool last = m_block == count - 1;
        const QString text = m_view.text().blockText(row, m_block);
        m_said = std::min(m_said, text.size());
        const qsizetype end = wholeSentences(text, m_said, !last || m_ended);
        say(row, m_begin + int(m_said), text.sliced(m_said, end - m_said));
        m_said = end;
        if (last)
            break;
        m_begin += int(text.size()) + 1;
        m_said = 0;
    }
}

void ReplyReader::say(int row, int offset, const QString &text)
{
    MessageAccessible *item = text.trimmed().isEmpty() ? nullptr : itemOf(m_view, row);
    if (!item)
        return;
    QAccessibleTextInsertEvent inserted(item, offset, text);
    QAccessible::updateAccessibility(&inserted);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent announced(item, text);
    QAccessible::updateAccessibility(&announced);
#endif
}

void ReplyReader::rowsInserted(int first, int last)
{
    if (!QAccessible::isActive() || last - first > 10) // a conversation that is opened
        return;
    for (int row = first; row <= last; ++row) {
        if (MessageAccessible *item = itemOf(m_view, row)) {
            QAccessibleEvent created(item, QAccessible::ObjectCreated);
            QAccessible::updateAccessibility(&created);
        }
    }
}

void ReplyReader::tellFocus()
{
    if (!QAccessible::isActive() || !m_view.hasFocus())
        return;
    if (MessageAccessible *item = itemOf(m_view, m_view.currentRow())) {
        QAccessibleEvent focus(item, QAccessible::Focus);
        QAccessible::updateAccessibility(&focus);
    }
}

void ReplyReader::tellCursor()
{
    const TextPosition cursor = m_selection.cursor();
    if (!QAccessible::isActive() || !m_view.hasFocus() || !cursor.isValid())
        return;
    MessageAccessible *item = itemOf(m_view, cursor.row);
    if (!item)
        return;
    QAccessibleTextCursorEvent moved(item, item->cursorPosition());
    QAccessible::updateAccessibility(&moved);
    int begin = 0;
    int end = 0;
    item->textInterface()->selection(0, &begin, &end);
    QAccessibleTextSelectionEvent selected(item, begin, end);
    QAccessible::updateAccessibility(&selected);
}

} // namespace Aura
