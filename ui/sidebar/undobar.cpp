// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/undobar.h"

#include "ui/sidebar/conversationedits.h"
#include "ui/theme/painting.h"
#include "ui/theme/textlabel.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <chrono>

using namespace std::chrono_literals;

namespace Aura {

UndoBar::UndoBar(ConversationEdits &edits, QWidget *parent)
    : QWidget(parent)
    , m_edits(edits)
    , m_text(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 4, 4);
    row->setSpacing(8);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    setRelativeFont(*m_text, 0.87);
    auto *undo = new QPushButton(tr("Undo"), this);
    undo->setAutoDefault(false);
    row->addWidget(m_text, 1);
    row->addWidget(undo);
    m_time.setSingleShot(true);
    m_time.setInterval(10s);
    connect(&m_time, &QTimer::timeout, this, &QWidget::hide);
    connect(undo, &QPushButton::clicked, this, [this] { m_edits.undoStack().undo(); });
    connect(&edits, &ConversationEdits::movedAway, this, &UndoBar::tell);
    // Another step, or this one undone: the button would mean something else.
    connect(&edits.undoStack(), &QUndoStack::indexChanged, this, &QWidget::hide);
    hide();
}

void UndoBar::tell(const QString &text)
{
    m_text->setText(text);
    show();
    m_time.start();
}

void UndoBar::paintEvent(QPaintEvent *)
{
    const Theme theme = themeOf(palette());
    QPainter painter(this);
    drawRounded(painter, rect(), controlRadius, theme.surface, theme.line);
}

} // namespace Aura
