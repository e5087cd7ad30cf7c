// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problemdetails.h"

#include "ui/quietlink.h"
#include "ui/theme/textlabel.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Aura {

ProblemDetails::ProblemDetails(QWidget *parent)
    : QWidget(parent)
    , m_toggle(new QuietLink(this))
    , m_copy(new QuietLink(this))
    , m_text(makeTextLabel({}, this))
{
    m_toggle->setText(tr("Details"));
    m_toggle->setCheckable(true);
    m_copy->setText(tr("Copy details"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Details"));
    auto *links = new QHBoxLayout;
    links->setSpacing(16);
    links->addWidget(m_toggle);
    links->addWidget(m_copy);
    links->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(links);
    column->addWidget(m_text);
    setText({});
    connect(m_toggle, &QAbstractButton::toggled, this, &ProblemDetails::unfold);
    connect(m_copy, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->text()); });
}

void ProblemDetails::setText(const QString &text)
{
    m_text->setText(text);
    m_toggle->setChecked(false);
    unfold(false);
    setVisible(!text.isEmpty());
}

void ProblemDetails::unfold(bool wanted)
{
    m_text->setVisible(wanted);
    m_copy->setVisible(wanted);
}

} // namespace Aura
