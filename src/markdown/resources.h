// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Aura {

//! Makes ":/aura/languages" and ":/aura/markdown" known to every program that links this library:
//! the linker would drop the resources of a static library that nothing refers to.
void initMarkdownResources();

} // namespace Aura
