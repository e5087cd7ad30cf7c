// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace Aura {

class QuietLink;

//! The technical text of a problem: folded away behind "Details" until it is asked for, to read and
//! to copy.
class ProblemDetails : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemDetails(QWidget *parent = nullptr);

    //! Folds it away again. Plain text; empty hides the whole.
    void setText(const QString &text);

private:
    void unfold(bool wanted);

    QuietLink *m_toggle = nullptr;
    QuietLink *m_copy = nullptr;
    QLabel *m_text = nullptr;
};

} // namespace Aura
