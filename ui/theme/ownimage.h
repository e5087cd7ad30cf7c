// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QImage>

namespace Aura {

//! Reads a PNG file of 8 bits a channel with alpha, not interlaced, as rsvg-convert writes them
//! (https://www.w3.org/TR/png-3/); null for all others. Sums are not checked: these files are ours.
//!
//! QImageReader would do it too, but asks every image plugin of the system first, and so loads all
//! of them with their libraries.
QImage readOwnImage(QByteArrayView file);

//! The same of a file in the resources; a file that is none of ours in this sense is read by Qt.
QImage readOwnImage(const QString &fileName);

} // namespace Aura
