// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QSlider;

namespace Aura {

//! A temperature: a slider in steps of 0.1, and a line for what lies between or is typed. The
//! line has the accessible name "Temperature" and keeps what was typed, sensible or not.
class TemperatureField : public QWidget
{
    Q_OBJECT

public:
    explicit TemperatureField(QWidget *parent = nullptr);

    //! The end of the range, from 0; 1 unless told.
    void setHighest(double highest);
    double highest() const { return m_highest; }

    QString text() const;
    void setValue(double temperature);
    QLineEdit *line() const { return m_line; }

signals:
    void textChanged();

private:
    void onLineChanged();
    void onSliderMoved(int step);

    QSlider *m_slider;
    QLineEdit *m_line;
    double m_highest = 1;
};

} // namespace Aura
