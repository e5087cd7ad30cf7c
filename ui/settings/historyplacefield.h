// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Aura {

class ElidedLabel;
class HintLabel;
class HistoryMover;
class ProblemLabel;

//! Where the conversations are kept, and the button that moves them: at once, not with Apply.
class HistoryPlaceField : public QWidget
{
    Q_OBJECT

public:
    //! The mover outlives the field.
    explicit HistoryPlaceField(HistoryMover &mover, QWidget *parent = nullptr);

private:
    void choose();
    void showState();
    void onMoved(const QStringList &leftBehind);
    void onFailed(const QString &sentence);

    HistoryMover &m_mover;
    ElidedLabel *m_place;
    HintLabel *m_hint;
    QPushButton *m_move;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    ProblemLabel *m_problem;
};

} // namespace Aura
