// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Aura {

//! Loads libcurl, once, from any thread; to be called before any function of it. Empty, or why it
//! cannot be loaded.
//!
//! The program is not linked with it: it brings thirty libraries along, which would cost every
//! start a third of what a program with an empty window costs, before anything is asked.
QString loadCurl();

} // namespace Aura
