// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/exportformat.h"

namespace Aura {

//! The active path as a page that stands alone: no script, nothing that is loaded from elsewhere,
//! light or dark as its reader's system is.
class HtmlExport : public ExportFormat
{
public:
    static std::unique_ptr<ExportFormat> make();

    QByteArray conversation(const ExportedConversation &exported) override;
};

} // namespace Aura
