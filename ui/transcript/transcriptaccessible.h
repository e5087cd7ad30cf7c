// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAccessibleInterface;
class QObject;
class QString;

namespace Aura {

//! What screen readers see of a TranscriptView: a list with one item a message, whose name says
//! who speaks and carries the text. For QAccessible::installFactory(); null for other objects.
QAccessibleInterface *makeTranscriptAccessible(const QString &className, QObject *object);

} // namespace Aura
