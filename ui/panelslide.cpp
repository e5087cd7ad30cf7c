// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panelslide.h"

#include "ui/theme/motion.h"

#include <QSplitter>

namespace Aura {

PanelSlide::PanelSlide(QWidget &panel, QSplitter &splitter, QObject *parent)
    : QObject(parent)
    , m_panel(panel)
    , m_splitter(splitter)
    , m_least(panel.minimumWidth())
    , m_most(panel.maximumWidth())
    , m_width(m_least)
    , m_shown(!panel.isHidden())
{
    m_slide.setDuration(slideTime);
    connect(&m_slide, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &width) { m_panel.setFixedWidth(qMax(1, width.toInt())); });
    connect(&m_slide, &QVariantAnimation::finished, this, &PanelSlide::rest);
}

void PanelSlide::setWidth(int width)
{
    m_width = qBound(m_least, width, m_most);
}

int PanelSlide::width() const
{
    const bool rests = m_slide.state() == QAbstractAnimation::Stopped;
    return m_shown && rests ? m_panel.width() : m_width;
}

void PanelSlide::place(bool shown)
{
    m_slide.stop();
    m_shown = shown;
    rest();
}

void PanelSlide::setShown(bool shown)
{
    if (shown == m_shown)
        return;
    m_width = width();
    if (!mayMove(m_panel))
        return place(shown);
    const int from = m_panel.isHidden() ? 0 : m_panel.width();
    m_shown = shown;
    m_slide.stop();
    m_panel.setFixedWidth(qMax(1, from));
    m_panel.show();
    m_slide.setStartValue(from);
    m_slide.setEndValue(shown ? m_width : 0);
    m_slide.start();
}

void PanelSlide::rest()
{
    m_panel.setVisible(m_shown);
    m_panel.setMinimumWidth(m_least);
    m_panel.setMaximumWidth(m_most);
    if (!m_shown)
        return;
    const int whole =
        qMax(m_splitter.width(), m_splitter.parentWidget()->width()); // if not laid out
    m_splitter.setSizes({m_width, qMax(1, whole - m_width)});
}

} // namespace Aura
