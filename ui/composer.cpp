// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer.h"

#include "ui/messageedit.h"
#include "ui/quietlink.h"
#include "ui/theme/icons.h"
#include "ui/theme/painting.h"
#include "ui/theme/textlabel.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace Aura {

Composer::Composer(QWidget *parent)
    : QFrame(parent)
    , m_edit(new MessageEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(15, 13, 14, 9);
    column->setSpacing(8);
    m_editingStrip = makeEditingStrip();
    column->addWidget(m_editingStrip);
    column->addWidget(m_edit);
    column->addLayout(makeStatusRow());
    setFocusProxy(m_edit);
    setCursor(Qt::IBeamCursor);
    setEditing(false);
    setAnswering(false);

    connect(m_edit, &MessageEdit::submitted, this, &Composer::send);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::textChanged);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_stop, &QPushButton::clicked, this, &Composer::stopRequested);
}

QWidget *Composer::makeEditingStrip()
{
    auto *strip = new QWidget(this);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(0, 0, 0, 0);
    QLabel *label = makeSoftLabel(strip);
    label->setText(tr("Changing the question; the old version is kept"));
    row->addWidget(label, 1);
    auto *cancel = new QToolButton(strip);
    cancel->setIcon(icon(IconName::Close, QPalette::PlaceholderText));
    cancel->setAccessibleName(tr("Cancel editing"));
    cancel->setToolTip(tr("Cancel editing"));
    cancel->setCursor(Qt::ArrowCursor);
    row->addWidget(cancel);
    connect(cancel, &QToolButton::clicked, this, &Composer::editingCancelled);
    return strip;
}

QLayout *Composer::makeStatusRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    m_systemPrompt = new QuietLink(this);
    m_temperature = new QuietLink(this);
    m_status = new ElidedLabel(this);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    setRelativeFont(*m_status, 0.87);
    m_status->setMinimumHeight(28); // as the links beside it, so that the base lines agree
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_systemPrompt);
    row->addWidget(m_temperature);
    row->addWidget(m_status, 1);

    m_send = new QPushButton(tr("Send"), this);
    m_send->setProperty("primary", true);
    setRelativeFont(*m_send, 1.0, QFont::DemiBold);
    m_send->setToolTip(tr("Enter sends, Shift+Enter begins a new line"));
    m_stop = new QPushButton(tr("Stop"), this);
    m_stop->setToolTip(tr("Keep what has arrived (Esc)"));
    for (QPushButton *button : {m_send, m_stop}) {
        button->setAutoDefault(false);
        button->setCursor(Qt::ArrowCursor);
        row->addWidget(button);
    }
    for (QuietLink *link : {m_systemPrompt, m_temperature})
        connect(link, &QuietLink::clicked, this, &Composer::parametersRequested);
    return row;
}

QString Composer::text() const
{
    return m_edit->text();
}

void Composer::setText(const QString &text)
{
    m_edit->setText(text);
}

void Composer::clear()
{
    m_edit->clear();
}

void Composer::setHeightLimit(int limit)
{
    m_edit->setHeightLimit(limit);
}

void Composer::setAnswering(bool answering)
{
    const bool focusWasHere = m_send->hasFocus() || m_stop->hasFocus();
    m_answering = answering;
    m_send->setVisible(!answering);
    m_stop->setVisible(answering);
    if (focusWasHere)
        m_edit->setFocus(Qt::OtherFocusReason);
}

void Composer::setEditing(bool editing)
{
    m_editing = editing;
    m_editingStrip->setVisible(editing);
}

void Composer::setParameterTexts(const QString &systemPrompt, const QString &temperature)
{
    m_systemPrompt->setText(systemPrompt);
    m_temperature->setText(temperature);
    m_systemPrompt->updateGeometry();
    m_temperature->updateGeometry();
}

void Composer::setStatus(const QString &text)
{
    m_status->setText(text);
}

void Composer::send()
{
    if (m_answering || m_edit->isBlank())
        return;
    emit sendRequested(text());
}

void Composer::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    drawRounded(painter, rect(), composerRadius, theme.surface, theme.line);
}

void Composer::mousePressEvent(QMouseEvent *)
{
    m_edit->setFocus(Qt::MouseFocusReason);
}

} // namespace Aura
