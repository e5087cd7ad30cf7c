// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace Aura {

//! Shows where the keyboard is: a ring around the focused control, once the keyboard has been
//! used to get there.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent = nullptr);
    ~FocusRing() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onFocusChanged(QWidget *now);
    static bool wantsRing(const QWidget *widget);

    QPointer<QFocusFrame> m_frame;
    bool m_keyboard = false; // what moved the focus last
};

} // namespace Aura
