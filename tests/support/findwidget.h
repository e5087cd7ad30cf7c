// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QWidget>

//! The widget of that type and accessible name; null where there is none.
template<typename T> T *findNamed(const QWidget &window, const QString &accessibleName)
{
    const QList<T *> all = window.findChildren<T *>();
    for (T *widget : all) {
        if (widget->accessibleName() == accessibleName)
            return widget;
    }
    return nullptr;
}

//! The button with that text or accessible name.
inline QAbstractButton *findButton(const QWidget &window, const QString &text)
{
    const QList<QAbstractButton *> all = window.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : all) {
        if (button->text() == text || button->accessibleName() == text)
            return button;
    }
    return nullptr;
}
