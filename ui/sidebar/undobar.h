// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;

namespace Aura {

class ConversationEdits;

//! Says for some seconds what was just taken out of sight, and offers to undo it.
class UndoBar : public QWidget
{
    Q_OBJECT

public:
    //! The edits outlive the bar.
    explicit UndoBar(ConversationEdits &edits, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell(const QString &text);

    ConversationEdits &m_edits;
    QLabel *m_text = nullptr;
    QTimer m_time;
};

} // namespace Aura
