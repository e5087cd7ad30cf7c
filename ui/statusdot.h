// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

namespace Aura {

struct Theme;

//! What is known of a connection: nothing yet, it answered, it did not.
enum class ConnectionHealth { Unknown, Works, Problem };

QColor healthColour(ConnectionHealth health, const Theme &theme);

//! A small round light.
class StatusDot : public QWidget
{
    Q_OBJECT

public:
    explicit StatusDot(QWidget *parent = nullptr);

    void setHealth(ConnectionHealth health);
    QSize sizeHint() const override { return {14, 14}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ConnectionHealth m_health = ConnectionHealth::Unknown;
};

} // namespace Aura
