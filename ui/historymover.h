// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/datafolder.h"

#include <QObject>
#include <QString>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>

namespace Aura {

class HistoryMove;
class HistoryStore;

//! Moves the history to a folder that the user chose, while the program runs, and remembers where
//! the next start has to look.
class HistoryMover : public QObject
{
    Q_OBJECT

public:
    //! The store outlives this. isBusy: a reply is being written.
    HistoryMover(HistoryStore &store, const DataFolder &folder, std::function<bool()> isBusy,
                 QObject *parent = nullptr);
    ~HistoryMover() override;

    //! Where the history is.
    const QString &place() const { return m_folder.historyPath(); }
    //! False where --data-dir says where everything is.
    bool canMove() const { return m_folder.hasOwnPlaces(); }

    //! Whether its disk is gone. Then moveTo() goes on with the history that it finds in the other
    //! folder, or begins anew there; the old one stays as it is, wherever it is.
    bool isMissing() const;

    //! Ends in moved(), failed() or cancelled().
    void moveTo(const QString &folder);
    void cancel();
    bool isMoving() const { return m_move != nullptr; }

signals:
    void progressed(int permille);
    void moved(const QStringList &leftBehind); // old files that could not be taken away
    void failed(const QString &sentence);
    void cancelled();

private:
    void settle(const QString &folder);
    void onCopied(const QString &problem, bool isCopied);
    void finish();
    void giveUp(const QString &sentence);

    HistoryStore &m_store;
    DataFolder m_folder;
    std::function<bool()> m_isBusy;
    std::unique_ptr<HistoryMove> m_move;
    std::unique_ptr<QThread> m_thread;
    QTimer m_progress;
    bool m_isCancelled = false;
};

} // namespace Aura
