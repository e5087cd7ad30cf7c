// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QColor;
class QPainter;
class QRectF;

namespace Aura {

//! Measures of the look, in pixels at 100 %.
constexpr double controlRadius = 6;
constexpr double blockRadius = 10;
constexpr double composerRadius = 14;
constexpr int columnWidth = 760; // the widest that a line of text may be

//! A rounded rectangle, its edge one pixel inside; a transparent colour leaves that part out.
void drawRounded(QPainter &painter, const QRectF &rect, double radius, const QColor &fill,
                 const QColor &edge);

} // namespace Aura
