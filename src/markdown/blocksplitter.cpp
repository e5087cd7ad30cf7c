// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/blocksplitter.h"

namespace Aura {

static constexpr qsizetype maxSource = 0x1fffffff;
static constexpr qsizetype longLine =
    2048; // bytes that are read without waiting for the line's end
static constexpr qsizetype longCodeLine = 4096;
static constexpr qsizetype lookAhead = 8; // bytes known behind a cut: no "</think>" is cut in two
static constexpr QByteArrayView thinkBegin = "<think>";
static constexpr QByteArrayView thinkEnd = "</think>";

BlockSplitter::BlockSplitter(MarkdownSyntax syntax)
    : m_syntax(syntax)
    , m_builder(m_source, m_tree, syntax.math)
    , m_phase(syntax.reasoning ? Phase::Start : Phase::Answer)
{}

void BlockSplitter::append(QByteArrayView bytes)
{
    bytes = bytes.first(qMin(bytes.size(), maxSource - m_source.size()));
    if (bytes.isEmpty())
        return;
    takeBack();
    makeRoom(bytes.size());
    m_source.append(bytes);
    readLines(Input::Growing);
}

//! Qt 6.4's append() copies all there is when it needs room, 64 MB in 40 ms; reserve() lets the
//! allocator move the pages.
void BlockSplitter::makeRoom(qsizetype bytes)
{
    const qsizetype needed = m_source.size() + bytes;
    if (needed > m_source.capacity())
        m_source.reserve(qMax(needed, 2 * m_source.capacity()));
}

void BlockSplitter::showTentative()
{
    if (m_shown != Shown::Nothing)
        return;
    rememberPlace();
    m_shown = Shown::Tentative;
    const qsizetype end = shownEnd();
    if (m_phase == Phase::Start || end <= m_read)
        return;
    if (m_inLine)
        m_builder.addToLine(quint32(m_read), quint32(end));
    else
        m_builder.addLine(quint32(m_read), quint32(end), BlockBuilder::LineKind::Tentative);
}

void BlockSplitter::finish()
{
    if (m_shown == Shown::Finished)
        return;
    takeBack();
    rememberPlace();
    m_shown = Shown::Finished;
    readLines(Input::Whole);
    m_builder.finish();
}

void BlockSplitter::rememberPlace()
{
    m_treeMark = m_tree.mark();
    m_builderState = m_builder.state();
    m_phaseMark = m_phase;
    m_inLineMark = m_inLine;
    m_readMark = m_read;
    m_scannedMark = m_scanned;
}

void BlockSplitter::takeBack()
{
    if (std::exchange(m_shown, Shown::Nothing) == Shown::Nothing)
        return;
    m_tree.goBack(m_treeMark);
    m_builder.setState(m_builderState);
    m_phase = m_phaseMark;
    m_inLine = m_inLineMark;
    m_read = m_readMark;
    m_scanned = m_scannedMark;
}

void BlockSplitter::readLines(Input input)
{
    if (m_phase == Phase::Start && !readStart(input))
        return;
    while (readLine(lineEnd(input), input)) {}
    if (input == Input::Whole && m_read < m_source.size())
        endLine(m_source.size());
}

//! Sees whether the text begins with reasoning; false: that is not known yet.
bool BlockSplitter::readStart(Input input)
{
    qsizetype begin = 0;
    while (begin < m_source.size() && begin < longLine
           && QByteArrayView(" \t\r\n").contains(m_source.at(begin)))
        ++begin;
    const QByteArrayView text = QByteArrayView(m_source).sliced(begin);
    if (input == Input::Growing && text.size() < thinkBegin.size() && thinkBegin.startsWith(text))
        return false;
    m_phase = Phase::Answer;
    if (text.startsWith(thinkBegin)) {
        m_phase = Phase::Reasoning;
        m_builder.beginReasoning(quint32(begin));
        m_read = m_scanned = begin + thinkBegin.size();
    }
    return true;
}

//! The end of the line at m_read, without its line end; -1: it is not there yet.
qsizetype BlockSplitter::lineEnd(Input input)
{
    const char *bytes = m_source.constData();
    qsizetype i = qMax(m_scanned, m_read);
    while (i < m_source.size() && bytes[i] != '\n' && bytes[i] != '\r')
        ++i;
    m_scanned = i;
    const bool known = i < m_source.size()
        && (input == Input::Whole || bytes[i] == '\n' || i + 1 < m_source.size());
    return known ? i : -1;
}

//! Reads one line, or as much of it as can be read; false: nothing can be.
bool BlockSplitter::readLine(qsizetype end, Input input)
{
    if (m_phase == Phase::Reasoning && readReasoningEnd(m_scanned, input))
        return true;
    if (isLongLine(m_scanned)) {
        cutLine();
        return true;
    }
    if (end < 0)
        return false;
    endLine(end);
    const bool crLf =
        m_source.at(end) == '\r' && end + 1 < m_source.size() && m_source.at(end + 1) == '\n';
    m_read = m_scanned = end + (crLf ? 2 : 1);
    return true;
}

bool BlockSplitter::isLongLine(qsizetype end) const
{
    const qsizetype limit = m_builder.inLongLines() ? longCodeLine : longLine;
    return end - m_read >= limit + lookAhead;
}

bool BlockSplitter::readReasoningEnd(qsizetype end, Input input)
{
    const qsizetype limit = m_builder.inLongLines() ? longCodeLine : longLine;
    const qsizetype window = qMin(end, m_read + limit + lookAhead);
    const qsizetype tag = QByteArrayView(m_source).first(window).indexOf(thinkEnd, m_read);
    if (tag < 0 || (tag >= m_read + limit && isLongLine(end)))
        return false;
    if (tag >= m_read + limit && end == m_source.size() && input == Input::Growing)
        return false; // whether this is a long line is not known yet
    endLine(tag);
    m_builder.endReasoning();
    m_phase = Phase::Answer;
    m_read = tag + thinkEnd.size();
    return true;
}

//! Reads a part of a long line, up to a space or at least a whole character.
void BlockSplitter::cutLine()
{
    const qsizetype limit = m_builder.inLongLines() ? longCodeLine : longLine;
    qsizetype end = m_read + limit;
    const qsizetype tail = limit / 4;
    const qsizetype space = QByteArrayView(m_source).sliced(end - tail, tail).lastIndexOf(' ');
    if (space >= 0)
        end += space + 1 - tail;
    while ((uchar(m_source.at(end)) & 0xc0) == 0x80 && end > m_read + limit / 2)
        --end;
    if (m_inLine)
        m_builder.addToLine(quint32(m_read), quint32(end));
    else
        m_builder.addLine(quint32(m_read), quint32(end), BlockBuilder::LineKind::Cut);
    m_inLine = true;
    m_read = end;
}

void BlockSplitter::endLine(qsizetype end)
{
    if (!m_inLine)
        m_builder.addLine(quint32(m_read), quint32(end), BlockBuilder::LineKind::Whole);
    else if (end > m_read)
        m_builder.addToLine(quint32(m_read), quint32(end));
    m_inLine = false;
    m_read = end;
}

//! The end of what can be shown of the line that is coming: whole characters, and nothing that may
//! be the end of the reasoning.
qsizetype BlockSplitter::shownEnd() const
{
    qsizetype end = m_source.size();
    if (end > m_read && m_source[end - 1] == '\r')
        --end;
    qsizetype lead = end;
    while (lead > m_read && end - lead < 4 && (uchar(m_source[lead - 1]) & 0xc0) == 0x80)
        --lead;
    if (lead > m_read) {
        const uchar first = uchar(m_source[lead - 1]);
        const qsizetype length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
        if (first >= 0xc0 && end - (lead - 1) < length)
            end = lead - 1;
    }
    if (m_phase == Phase::Reasoning) {
        const QByteArrayView line = QByteArrayView(m_source).sliced(m_read, end - m_read);
        const qsizetype tag = line.lastIndexOf('<');
        if (tag >= 0 && thinkEnd.startsWith(line.sliced(tag)))
            end = m_read + tag;
    }
    return end;
}

} // namespace Aura
