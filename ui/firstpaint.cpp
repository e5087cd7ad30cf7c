// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firstpaint.h"

#include "base/logging.h"

#include <QEvent>
#include <QWidget>

#include <chrono>
#include <ctime>

using namespace std::chrono_literals;

namespace Aura {

FirstPaint::FirstPaint(QWidget &window, const char *name)
    : QObject(&window)
    , m_name(name)
{
    window.installEventFilter(this);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &FirstPaint::finish);
    m_limit.start(1s);
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_wasPainted) {
        m_wasPainted = true;
        watched->removeEventFilter(this);
        m_limit.start(0); // the window's children are painted with it
    }
    return QObject::eventFilter(watched, event);
}

void FirstPaint::finish()
{
    const double milliseconds = 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
    qCDebug(lcUi) << m_name << "after" << milliseconds << "ms of CPU";
    emit painted();
    deleteLater();
}

} // namespace Aura
