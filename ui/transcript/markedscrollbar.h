// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollBar>

#include <functional>

namespace Aura {

//! A vertical scroll bar that shows where something is.
class MarkedScrollBar : public QScrollBar
{
    Q_OBJECT

public:
    //! Whether there is anything between two shares, 0 … 1, of what is scrolled.
    using Marks = std::function<bool(double from, double to)>;

    explicit MarkedScrollBar(QWidget *parent = nullptr);

    //! Asked at each painting, for each pixel.
    void setMarks(Marks marks);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Marks m_marks;
};

} // namespace Aura
