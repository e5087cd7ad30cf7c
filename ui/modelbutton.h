// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace Aura {

enum class ConnectionHealth;

//! "● Home server · openchat_3.6 ⌄": who answers.
class ModelButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ModelButton(QWidget *parent = nullptr);

    void setAnswerer(const QString &text, ConnectionHealth health);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ConnectionHealth m_health{};
};

} // namespace Aura
