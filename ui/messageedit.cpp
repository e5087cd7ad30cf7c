// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messageedit.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextDocument>

#include <cmath>

namespace Aura {

namespace {

constexpr qsizetype longLine = 8192;    // characters; a longer line is kept in pieces
constexpr qsizetype pieceLength = 4096; // at most
constexpr int continues = QTextFormat::UserProperty + 1; // of a block: belongs to the line before

QTextBlockFormat continuation()
{
    QTextBlockFormat format;
    format.setProperty(continues, true);
    return format;
}

bool isContinuation(const QTextBlock &block)
{
    return block.blockFormat().boolProperty(continues);
}

//! Where to cut a long line: behind a space if there is one near, never inside a character.
qsizetype pieceEnd(QStringView line, qsizetype from)
{
    qsizetype end = qMin(from + pieceLength, line.size());
    if (end == line.size())
        return end;
    const qsizetype space = line.lastIndexOf(u' ', end - 1);
    if (space > from + pieceLength / 2)
        return space + 1;
    return line.at(end).isLowSurrogate() ? end - 1 : end;
}

bool hasLongLine(const QString &text)
{
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        if (line.size() > longLine)
            return true;
    }
    return false;
}

} // namespace

MessageEdit::MessageEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(tr("Message"));
    setPlaceholderText(tr("Message"));
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDefaultTextOption(option);
    connect(this, &QPlainTextEdit::textChanged, this, &MessageEdit::fitHeight);
}

void MessageEdit::setHeightLimit(int limit)
{
    if (std::exchange(m_heightLimit, limit) != limit)
        fitHeight();
}

bool MessageEdit::isBlank() const
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (!QStringView(block.text()).trimmed().isEmpty())
            return false;
    }
    return true;
}

// Only as many lines are laid out as fit below the limit.
int MessageEdit::wantedHeight() const
{
    double height = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && height < m_heightLimit;
         block = block.next()) {
        height += blockBoundingRect(block).height();
    }
    return qBound(fontMetrics().height() + 2, int(std::ceil(height)) + 2, m_heightLimit);
}

void MessageEdit::fitHeight()
{
    const int height = wantedHeight();
    setVerticalScrollBarPolicy(height >= m_heightLimit ? Qt::ScrollBarAsNeeded
                                                       : Qt::ScrollBarAlwaysOff);
    if (height != minimumHeight())
        setFixedHeight(height);
}

QSize MessageEdit::sizeHint() const
{
    return {400, minimumHeight()};
}

QSize MessageEdit::minimumSizeHint() const
{
    return {80, minimumHeight()};
}

void MessageEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void MessageEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (!enter)
        return QPlainTextEdit::keyPressEvent(event);
    event->accept();
    if (modifiers != Qt::NoModifier && modifiers != Qt::ControlModifier)
        insertLines(QStringLiteral("\n"));
    else if (!m_composing)
        emit submitted();
}

void MessageEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

void MessageEdit::focusOutEvent(QFocusEvent *event)
{
    m_composing = false; // the input method commits or drops its text with the focus
    QPlainTextEdit::focusOutEvent(event);
}

bool MessageEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void MessageEdit::insertFromMimeData(const QMimeData *source)
{
    insertLines(source->text());
}

void MessageEdit::insertLines(const QString &text)
{
    QString lines = text;
    lines.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    if (!hasLongLine(lines) && !isContinuation(textCursor().block())) {
        insertPlainText(lines);
        ensureCursorVisible();
        return;
    }
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    bool first = true;
    for (const QStringView line : QStringView(lines).tokenize(u'\n')) {
        if (!std::exchange(first, false))
            cursor.insertBlock(QTextBlockFormat());
        for (qsizetype from = 0; from < line.size();) {
            const qsizetype end = pieceEnd(line, from);
            if (from > 0)
                cursor.insertBlock(continuation());
            cursor.insertText(line.sliced(from, end - from).toString());
            from = end;
        }
    }
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

QString MessageEdit::text() const
{
    return textBetween(0, document()->characterCount() - 1);
}

void MessageEdit::setText(const QString &text)
{
    clear();
    insertLines(text);
    document()->clearUndoRedoStacks();
}

QString MessageEdit::textBetween(int from, int to) const
{
    QString text;
    for (QTextBlock block = document()->findBlock(from); block.isValid() && block.position() <= to;
         block = block.next()) {
        if (block.position() > from && !isContinuation(block))
            text += u'\n';
        const int begin = qMax(0, from - block.position());
        const int end = qMin(block.length() - 1, to - block.position());
        text += QStringView(block.text()).sliced(begin, end - begin);
    }
    text.replace(QChar::LineSeparator, u'\n');
    return text;
}

QMimeData *MessageEdit::createMimeDataFromSelection() const
{
    auto *copied = new QMimeData; // the caller owns it
    copied->setText(textBetween(textCursor().selectionStart(), textCursor().selectionEnd()));
    return copied;
}

} // namespace Aura
