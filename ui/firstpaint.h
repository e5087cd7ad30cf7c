// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QWidget;

namespace Aura {

//! Says once when a window has been painted for the first time, or that it still was not after a
//! second (it may be hidden, or minimised): what can wait until then is done then.
//!
//! Logs under that name what the process had cost by then to aura.ui: "first paint after … ms of
//! CPU".
class FirstPaint : public QObject
{
    Q_OBJECT

public:
    //! The name is a literal.
    FirstPaint(QWidget &window, const char *name);

signals:
    void painted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void finish();

    const char *m_name;
    QTimer m_limit;
    bool m_wasPainted = false;
};

} // namespace Aura
