// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QToolButton;

namespace Aura {

//! A line for a key or a password: dots, and a button that shows what is typed. Line breaks and
//! spaces around what is pasted are cut off.
class SecretEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretEdit(QWidget *parent = nullptr);

    //! While the secret is being read the field waits and takes no text.
    void setWaiting(bool waiting);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *m_show;
};

} // namespace Aura
