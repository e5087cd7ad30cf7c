// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollBar>

#include <functional>

namespace Aura {

//! A vertical scroll bar that shows where something is. It is painted again only where its slider
//! has moved by a pixel: a reply that grows changes the range with each frame, and the picture
//! seldom.
class MarkedScrollBar : public QScrollBar
{
    Q_OBJECT

public:
    //! Whether there is anything between two shares, 0 … 1, of what is scrolled.
    using Marks = std::function<bool(double from, double to)>;

    explicit MarkedScrollBar(QWidget *parent = nullptr);

    //! Asked at each painting, for each pixel.
    void setMarks(Marks marks);

    //! Range, page and value at once: what lies between them is not painted.
    void setPlace(int maximum, int page, int value);

protected:
    void paintEvent(QPaintEvent *event) override;
    void sliderChange(SliderChange change) override;

private:
    //! What of the range and the value can be seen.
    struct Look
    {
        QRect slider{};
        bool isAtBegin = false; // an arrow has nowhere to go
        bool isAtEnd = false;

        bool operator==(const Look &) const = default;
    };

    Look look() const;

    Marks m_marks;
    Look m_painted;
    bool m_isPlacing = false;
};

} // namespace Aura
