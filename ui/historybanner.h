// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historystatus.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace Aura {

//! What is wrong with the history's file, above the conversation, and the choices there are. Stays
//! until it is right again; nobody can close it.
class HistoryBanner : public QFrame
{
    Q_OBJECT

public:
    explicit HistoryBanner(QWidget *parent = nullptr);

    void setStatus(const HistoryStatus &status);
    QString text() const;

signals:
    void restoreCopyRequested();
    void startAnewRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void colourWords();

    QLabel *m_words = nullptr;
    QPushButton *m_restoreCopy = nullptr;
    QPushButton *m_startAnew = nullptr;
};

} // namespace Aura
