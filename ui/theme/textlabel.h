// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Aura {

//! A label of one line that ends in "…" where it does not fit. Shows text as it is, never as
//! markup, so that it may carry what a server sent.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

//! A small label in the soft text colour; plain text only.
QLabel *makeSoftLabel(QWidget *parent);

//! A label of plain text that breaks its lines.
QLabel *makeTextLabel(const QString &text, QWidget *parent);

//! Sets the font's size relative to the application's.
void setRelativeFont(QWidget &widget, double factor, QFont::Weight weight = QFont::Normal);

} // namespace Aura
