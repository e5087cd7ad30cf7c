// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace Aura {

//! Lets the caret of every text field stand still, shown, after a while without a key or a click,
//! as GTK's fields do: each blink wakes the computer up. The next key lets it blink again, as fast
//! as the desktop says.
class CaretRest : public QObject
{
    Q_OBJECT

public:
    explicit CaretRest(std::chrono::milliseconds blinking = std::chrono::seconds(10),
                       QObject *parent = nullptr);
    ~CaretRest() override;

    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void rest();
    void wake();

    QTimer m_untilRest;
    int m_flashTime = -1; // what it was before the rest, in milliseconds; -1: it blinks
};

} // namespace Aura
