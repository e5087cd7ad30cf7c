// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/historybanner.h"

#include "ui/theme/painting.h"
#include "ui/theme/textlabel.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace Aura {

HistoryBanner::HistoryBanner(QWidget *parent)
    : QFrame(parent)
    , m_words(makeTextLabel({}, this))
    , m_restoreCopy(new QPushButton(tr("Open the copy"), this))
    , m_startAnew(new QPushButton(tr("Begin anew"), this))
{
    setAccessibleName(tr("History"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 14, 8);
    row->setSpacing(8);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_words, 1);
    for (QPushButton *button : {m_restoreCopy, m_startAnew}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_restoreCopy, &QPushButton::clicked, this, &HistoryBanner::restoreCopyRequested);
    connect(m_startAnew, &QPushButton::clicked, this, &HistoryBanner::startAnewRequested);
    colourWords();
    hide();
}

void HistoryBanner::setStatus(const HistoryStatus &status)
{
    const QString sentence = historySentence(status);
    m_words->setText(sentence + u' ' + historyAdvice(status));
    setAccessibleDescription(text());
    m_restoreCopy->setVisible(status.needsChoice() && !status.copy.isEmpty());
    m_startAnew->setVisible(status.needsChoice());
    setVisible(!sentence.isEmpty());
    if (!isHidden()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

QString HistoryBanner::text() const
{
    return m_words->text();
}

void HistoryBanner::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), laidOn(theme.surface, theme.problemSurface));
}

void HistoryBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_words != nullptr)
        colourWords();
}

void HistoryBanner::colourWords()
{
    const QColor colour = themeOf(palette()).problem;
    QPalette words = m_words->palette();
    if (words.color(QPalette::WindowText) == colour)
        return;
    words.setColor(QPalette::WindowText, colour);
    words.setColor(QPalette::Text, colour); // a label whose text can be selected paints with this
    m_words->setPalette(words);
}

} // namespace Aura
