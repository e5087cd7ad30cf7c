// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

//! What differs between operating systems below the engine.
namespace Aura {

//! Makes writing to a closed connection an error instead of the end of the program, in the
//! calling thread only.
void blockBrokenPipeSignal();

//! Makes the system give a connection up about a minute after the other side has vanished.
void limitDeadConnection(qintptr socket);

//! The hashed directory of the system's certificates, which needs no loading; empty where the
//! system keeps them in another way.
QByteArray systemCertificateDirectory();

//! The system's certificates in one file, where this distribution keeps it; empty where there is
//! none. The places are those that Go's crypto/x509 and Qt look at.
QByteArray systemCertificateFile();

//! The words the C library (and so libcurl) uses for a connection reset by the other side.
QByteArray connectionResetText();

//! A socket that programs we start do not inherit; -1: none could be made.
qintptr openSocket(int family, int type, int protocol);

//! "127.0.0.1:3000", "[::1]:3000", of a sockaddr.
QString socketAddressText(const void *address);

//! What the system said when a connection was refused, as libcurl reports it.
bool isConnectionRefused(long osError);

} // namespace Aura
