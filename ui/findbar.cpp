// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findbar.h"

#include "ui/theme/icons.h"
#include "ui/theme/textlabel.h"
#include "ui/theme/theme.h"
#include "ui/transcript/transcriptfind.h"
#include "ui/transcript/transcriptselection.h"
#include "ui/transcript/transcriptview.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace Aura {

namespace {

constexpr int mostSelected = 100; // characters that are taken into the field

} // namespace

FindBar::FindBar(TranscriptView &transcript, QWidget *parent)
    : QWidget(parent)
    , m_transcript(transcript)
    , m_field(new QLineEdit(this))
    , m_count(makeSoftLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 12, 8);
    row->setSpacing(4);
    m_field->setAccessibleName(tr("Find in this conversation"));
    m_field->setPlaceholderText(tr("Find in this conversation"));
    row->addWidget(m_field, 1);
    m_count->setMinimumWidth(m_count->fontMetrics().averageCharWidth() * 22);
    m_count->setAlignment(Qt::AlignCenter);
    row->addWidget(m_count);
    m_matchCase = addButton(tr("Match case"), tr("Match case (Alt+C)"));
    m_wholeWords = addButton(tr("Whole words"), tr("Whole words (Alt+W)"));
    m_matchCase->setText(tr("Aa", "button: match case"));
    m_wholeWords->setText(tr("“w”", "button: whole words"));
    m_matchCase->setShortcut(Qt::ALT | Qt::Key_C);
    m_wholeWords->setShortcut(Qt::ALT | Qt::Key_W);
    for (QToolButton *option : {m_matchCase, m_wholeWords}) {
        option->setCheckable(true);
        connect(option, &QToolButton::toggled, this, &FindBar::search);
    }
    m_previous = addButton(tr("Previous match"), tr("Previous match (Shift+F3)"));
    m_previous->setArrowType(Qt::UpArrow);
    m_next = addButton(tr("Next match"), tr("Next match (F3)"));
    m_next->setArrowType(Qt::DownArrow);
    QToolButton *closing = addButton(tr("Close the search"), tr("Close the search (Esc)"));
    closing->setIcon(icon(IconName::Close));
    connect(m_previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(m_next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(closing, &QToolButton::clicked, this, &FindBar::close);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::search);
    connect(&transcript.find(), &TranscriptFind::changed, this, &FindBar::showCount);
    hide();
}

QToolButton *FindBar::addButton(const QString &name, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setAccessibleName(name);
    button->setToolTip(toolTip);
    button->setFixedHeight(28);
    button->setMinimumWidth(28);
    layout()->addWidget(button);
    return button;
}

void FindBar::open()
{
    const QString selected =
        m_transcript.selection().range().begin().row == m_transcript.selection().range().end().row
        ? m_transcript.selection().plainText()
        : QString();
    show();
    if (!selected.isEmpty() && selected.size() <= mostSelected && !selected.contains(u'\n'))
        m_field->setText(selected);
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
    search();
    showCount();
}

void FindBar::close()
{
    const std::optional<TextSelection> last = m_transcript.find().current();
    m_transcript.find().setQuery({}, {});
    hide();
    if (last)
        m_transcript.selection().select(*last);
    m_transcript.setFocus(Qt::OtherFocusReason);
}

void FindBar::findNext()
{
    if (isHidden())
        return open();
    m_transcript.find().showNext();
}

void FindBar::findPrevious()
{
    if (isHidden())
        return open();
    m_transcript.find().showPrevious();
}

// While more is typed the hit that is shown stays, if it still is one.
void FindBar::search()
{
    if (isHidden())
        return;
    const std::optional<TextSelection> shown = m_transcript.find().current();
    const TextPosition from = shown ? shown->begin() : m_transcript.positionAt({0, 0});
    m_transcript.find().setQuery({.text = m_field->text(),
                                  .matchCase = m_matchCase->isChecked(),
                                  .wholeWords = m_wholeWords->isChecked()},
                                 from);
}

void FindBar::showCount()
{
    const TranscriptFind &find = m_transcript.find();
    const QLocale locale;
    QString text;
    if (find.query().isEmpty())
        text.clear();
    else if (find.count() > 0)
        text = tr("%1 of %2").arg(locale.toString(find.number()), locale.toString(find.count()));
    else
        text = find.isSearching() ? tr("Searching…") : tr("Not found");
    if (find.count() > 0 && find.isSearching())
        text += u'…';
    m_next->setEnabled(find.count() > 0);
    m_previous->setEnabled(find.count() > 0);
    if (m_count->text() == text)
        return;
    m_count->setText(text);
    m_field->setAccessibleDescription(text);
}

bool FindBar::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // Esc is for the bar, not for the reply
        return true;
    }
    return QWidget::event(event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (enter && event->modifiers().testFlag(Qt::ShiftModifier))
        findPrevious();
    else if (enter)
        findNext();
    else
        QWidget::keyPressEvent(event);
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, themeOf(palette()).line);
}

} // namespace Aura
