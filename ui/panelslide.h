// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariantAnimation>

class QSplitter;
class QWidget;

namespace Aura {

//! Shows and hides the first panel of a splitter: it slides, or is there at once where nothing may
//! move. Its limits of width are as before when it has come to rest.
class PanelSlide : public QObject
{
    Q_OBJECT

public:
    //! Both outlive this. The panel has its limits of width already; the splitter fills a widget.
    PanelSlide(QWidget &panel, QSplitter &splitter, QObject *parent = nullptr);

    //! In pixels, as far as the panel's limits allow; remembered while it is hidden.
    void setWidth(int width);
    int width() const;

    //! At once, whatever may move.
    void place(bool shown);
    void setShown(bool shown);
    bool isShown() const { return m_shown; }

private:
    void rest();

    QWidget &m_panel;
    QSplitter &m_splitter;
    QVariantAnimation m_slide;
    int m_least;
    int m_most;
    int m_width;
    bool m_shown;
};

} // namespace Aura
