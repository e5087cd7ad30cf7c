// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

//! What leaves the transcript at a click.
namespace Aura {

class RemoteImages;

//! Shows the whole address and opens it in its program when that is wished. Nothing opens without
//! it having been seen.
void askToOpen(const QString &address, QWidget *parent);

//! Shows the whole address and loads the picture when that is wished.
void askToLoad(const QString &address, RemoteImages &images, QWidget *parent);
void sayNotLoaded(const QString &why, QWidget *parent);

//! Puts the code on the clipboard. Where it holds characters that cannot be seen, or that turn the
//! order of others, it says so and offers to copy it without them: what runs is what was read.
void copyCode(const QString &code, QWidget *parent);

//! Asks where to, and writes the code with a line end behind it.
void saveCode(const QString &code, QWidget *parent);

} // namespace Aura
