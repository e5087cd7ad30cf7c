// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/browser/browserimport.h"

#include <QString>
#include <QStringList>

namespace Aura {

//! The words of a command line as a shell would split it, without running or looking up anything:
//! "$NAME" and "`command`" stay as they are. Reads what POSIX shells and cmd.exe are pasted:
//! '…', "…", $'…', ^"…^", line continuations. Ends at the first unquoted ; & | < > or line end.
Result<QStringList> splitCommandLine(const QString &text);

//! What a curl command would send, as a browser's "Copy as cURL" writes it; nothing is run. At most
//! 1 MB of text.
Result<BrowserImport> parseCurlCommand(const QString &text);

} // namespace Aura
