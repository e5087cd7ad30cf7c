// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace Aura {

//! How a command of TeX behaves in a line of text.
enum class MathRole {
    Unknown,
    Letter,   // stands for itself: α, ∞
    Operator, // has space on both sides: ≤, →, ×
    Function, // a name with space behind it: sin
    Big,      // ∑, ∫
    Space,
    Nothing, // \left, \displaystyle
};

struct MathSymbol
{
    MathRole role = MathRole::Unknown;
    QString text{};
};

//! The symbol of a command, named without its backslash.
MathSymbol mathSymbol(const QString &command);

//! The text in superscript or subscript letters; empty where one of them does not exist.
QString superscript(const QString &text);
QString subscript(const QString &text);

//! A letter of \mathbb; null: it does not exist.
QString doubleStruck(const QString &letter);

//! The combining character of an accent (hat, bar, vec …); null: it is no accent.
QChar mathAccent(QStringView command);

} // namespace Aura
