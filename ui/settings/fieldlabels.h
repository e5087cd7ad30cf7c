// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Aura {

//! Between the frame of a text of several lines and the text, as in the fields of one line.
constexpr int textMargin = 9;

//! A small, soft line under a field that explains it. Plain text.
class HintLabel : public QLabel
{
    Q_OBJECT

public:
    explicit HintLabel(QWidget *parent = nullptr);
};

//! The sentence under a field that says what is wrong with it, in the theme's problem colour;
//! takes no room while nothing is. Plain text, as it may repeat what somebody typed or a server
//! sent. Screen readers are told when it appears.
class ProblemLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ProblemLabel(QWidget *parent = nullptr);

    void showProblem(const QString &sentence);
    void clearProblem();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateColour();
};

} // namespace Aura
