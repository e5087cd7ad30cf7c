// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Aura {

//! A formula in TeX, without its delimiters, as a line of Unicode text: Greek, operators, arrows,
//! letters of sets, accents, superscripts and subscripts that exist, simple fractions and roots.
//! Empty where that would not read well (matrices, unknown commands, a fraction in a fraction,
//! a script that Unicode lacks): show the source then.
//!
//! Linear in the text; groups nest up to 8 deep; formulas above 500 characters are not tried.
QString mathInUnicode(const QString &tex);

} // namespace Aura
