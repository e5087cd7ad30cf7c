// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Aura {

class FaultServer;

//! The text that the good paths answer, and the faulty ones a beginning of: 250 bytes.
QByteArray faultText();

//! What a whole chunked answer of that text looks like on the wire.
QByteArray chunkedAnswer(const QByteArray &text);
QByteArray chunk(const QByteArray &bytes);

//! The faults of HTTP and TCP, one a path: "/chunk-trunc", "/cl-short" …
void addFaultPaths(FaultServer &server);

//! Servers that want to cost memory or time: "/endless", "/header-flood" …
void addHostilePaths(FaultServer &server);

//! Answers that are right: "/good-chunked", "/good-length", "/bytewise" …
void addGoodPaths(FaultServer &server);

} // namespace Aura
