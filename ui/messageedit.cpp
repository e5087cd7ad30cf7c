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

constexpr qsizetype longBlock = 20000; // characters; fills any height, so nobody has to lay it out

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
        if (block.length() > longBlock)
            return m_heightLimit;
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
    if (!enter || (modifiers != Qt::NoModifier && modifiers != Qt::ControlModifier)) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    event->accept();
    if (!m_composing)
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
    insertPlainText(source->text());
    ensureCursorVisible();
}

} // namespace Aura
