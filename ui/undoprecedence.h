// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QPlainTextEdit;

namespace Aura {

//! Lets the keys of undo and redo through to the window where a text has nothing to undo or redo;
//! Qt's text widgets keep them in any case.
class UndoPrecedence : public QObject
{
    Q_OBJECT

public:
    explicit UndoPrecedence(QPlainTextEdit &edit); // its child

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPlainTextEdit &m_edit;
};

} // namespace Aura
