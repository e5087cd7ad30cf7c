// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace Aura {

//! The round button that leads back to the newest message.
class NewestButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit NewestButton(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Aura
