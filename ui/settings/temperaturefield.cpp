// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/temperaturefield.h"

#include "ui/settings/fieldtext.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>

namespace Aura {

namespace {

constexpr int steps = 10;

} // namespace

TemperatureField::TemperatureField(QWidget *parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_line(new QLineEdit(this))
{
    m_slider->setRange(0, steps);
    m_slider->setPageStep(1);
    m_slider->setAccessibleName(tr("Temperature slider"));
    m_line->setAccessibleName(tr("Temperature"));
    m_line->setFixedWidth(m_line->fontMetrics().averageCharWidth() * 10);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_slider);
    row->addWidget(m_line);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &TemperatureField::onLineChanged);
    connect(m_slider, &QSlider::valueChanged, this, &TemperatureField::onSliderMoved);
}

void TemperatureField::setHighest(double highest)
{
    m_highest = highest;
    m_slider->setRange(0, qRound(highest * steps));
    onLineChanged();
}

QString TemperatureField::text() const
{
    return m_line->text();
}

void TemperatureField::setValue(double temperature)
{
    m_line->setText(numberText(temperature));
}

void TemperatureField::onLineChanged()
{
    if (const auto temperature = parseTemperature(m_line->text(), m_highest)) {
        const QSignalBlocker blocker(m_slider);
        m_slider->setValue(qRound(*temperature * steps));
    }
    emit textChanged();
}

void TemperatureField::onSliderMoved(int step)
{
    setValue(double(step) / steps);
}

} // namespace Aura
