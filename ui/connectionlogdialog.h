// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

#include <memory>

class QTreeWidget;

namespace Aura {

class ConnectionLog;
struct ConnectionEntry;

//! Every connection that the program made in this run; grows while it is open.
class ConnectionLogDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectionLogDialog(std::shared_ptr<const ConnectionLog> log,
                                 QWidget *parent = nullptr);

    //! All of it, a line each, for the clipboard.
    QString text() const;

private:
    void refresh();
    static QStringList cells(const ConnectionEntry &entry);

    std::shared_ptr<const ConnectionLog> m_log;
    QTreeWidget *m_list;
    QTimer m_timer;
    quint64 m_revision = 0;
};

} // namespace Aura
