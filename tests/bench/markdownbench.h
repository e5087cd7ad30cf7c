// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

//! What it costs to feed a reply, in thread CPU time: per 20-byte chunk with what came shown,
//! behind 1 MiB and behind 10 KiB of the same content, in turns, the median of 9. For each kind of
//! text its "ratio" (goal: at most 1.25) and the nanoseconds per chunk: "feedNs" for append()
//! alone, "shownNs" with flush() and the content of what changed. "ok": every goal was reached.
QJsonObject markdownBench();
