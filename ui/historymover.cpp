// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/historymover.h"

#include "base/whenfinished.h"
#include "history/historymove.h"
#include "history/historystore.h"
#include "settings/privatefile.h"

#include <QFileInfo>

#include <chrono>

using namespace std::chrono_literals;

namespace Aura {

HistoryMover::HistoryMover(HistoryStore &store, const DataFolder &folder,
                           std::function<bool()> isBusy, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_folder(folder)
    , m_isBusy(std::move(isBusy))
{
    m_progress.setInterval(100ms);
    connect(&m_progress, &QTimer::timeout, this,
            [this] { emit progressed(int(1000 * m_move->share())); });
}

//! The thread keeps nothing from ending but a copy that is on its way.
HistoryMover::~HistoryMover()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void HistoryMover::moveTo(const QString &folder)
{
    if (isMoving())
        return;
    if (m_isBusy()) {
        emit failed(tr("A reply is being written. Move the conversations when it has ended."));
        return;
    }
    if (isMissing())
        return settle(folder);
    if (m_store.status().condition != HistoryCondition::Working) {
        emit failed(tr("The conversations cannot be moved while they cannot be written."));
        return;
    }
    m_isCancelled = false;
    m_move = std::make_unique<HistoryMove>(m_store.status().file, folder);
    // Behind what was said and typed: it is copied too.
    whenFinished(m_store.kept(), this, [this](bool) {
        m_thread.reset(QThread::create([this, move = m_move.get()] {
            const Result<void> copied = move->copy();
            const QString problem = copied ? QString() : copied.error().text;
            QMetaObject::invokeMethod(
                this, [this, problem, isCopied = bool(copied)] { onCopied(problem, isCopied); });
        }));
        m_thread->start();
        m_progress.start();
    });
}

bool HistoryMover::isMissing() const
{
    return m_store.status().condition == HistoryCondition::DiskError
        && !QFileInfo::exists(m_store.status().file);
}

void HistoryMover::settle(const QString &folder)
{
    const HistoryMove place(m_store.status().file, folder);
    const bool isThere = QFileInfo::exists(place.target());
    Result<void> suits = isThere ? Result<void>() : place.check();
    if (suits && !isThere)
        suits = makePrivateFolder(folder);
    if (suits)
        suits = m_folder.setHistoryPath(QFileInfo(place.target()).absolutePath());
    if (!suits) {
        emit failed(suits.error().text);
        return;
    }
    m_store.moveTo(place.target(),
                   isThere ? HistoryStore::Place::IsKnown : HistoryStore::Place::MayBeNew);
    emit moved({});
}

void HistoryMover::cancel()
{
    m_isCancelled = isMoving();
    if (m_move)
        m_move->cancel();
}

void HistoryMover::onCopied(const QString &problem, bool isCopied)
{
    m_progress.stop();
    m_thread->wait();
    if (!isCopied)
        return giveUp(m_isCancelled ? QString() : problem);
    // The next start looks there only now that all of it is there.
    const Result<void> remembered =
        m_folder.setHistoryPath(QFileInfo(m_move->target()).absolutePath());
    if (!remembered)
        return giveUp(remembered.error().text);
    m_store.moveTo(m_move->target());
    whenFinished(m_store.kept(), this, [this](bool) { finish(); });
}

void HistoryMover::finish()
{
    const QStringList left = m_move->removeOld();
    m_move.reset();
    emit moved(left);
}

//! Nothing has changed. An empty sentence: the user wanted it so.
void HistoryMover::giveUp(const QString &sentence)
{
    m_move.reset();
    if (sentence.isEmpty())
        emit cancelled();
    else
        emit failed(sentence);
}

} // namespace Aura
