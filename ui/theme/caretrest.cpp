// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/caretrest.h"

#include <QEvent>
#include <QGuiApplication>
#include <QStyleHints>

#include <utility>

namespace Aura {

CaretRest::CaretRest(std::chrono::milliseconds blinking, QObject *parent)
    : QObject(parent)
{
    m_untilRest.setSingleShot(true);
    m_untilRest.setInterval(blinking);
    connect(&m_untilRest, &QTimer::timeout, this, &CaretRest::rest);
    qApp->installEventFilter(this);
}

CaretRest::~CaretRest()
{
    if (qApp)
        wake();
}

bool CaretRest::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::FocusIn: wake(); break;
    default: break;
    }
    return false;
}

void CaretRest::rest()
{
    m_flashTime = QGuiApplication::styleHints()->cursorFlashTime();
    QGuiApplication::styleHints()->setCursorFlashTime(0);
}

void CaretRest::wake()
{
    m_untilRest.start();
    if (m_flashTime >= 0)
        QGuiApplication::styleHints()->setCursorFlashTime(std::exchange(m_flashTime, -1));
}

} // namespace Aura
