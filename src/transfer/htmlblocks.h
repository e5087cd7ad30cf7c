// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Aura {

//! A message's Markdown as HTML, block by block as the window shows it: raw HTML is text, images
//! are their descriptions, links lead only to http, https and mailto. Nothing in it loads or runs
//! anything.
QString markdownToHtml(const QString &markdown);

} // namespace Aura
