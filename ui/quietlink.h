// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace Aura {

//! A button that is only its text, small and soft; darker under the pointer.
class QuietLink : public QAbstractButton
{
    Q_OBJECT

public:
    explicit QuietLink(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Aura
