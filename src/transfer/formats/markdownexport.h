// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/exportformat.h"

namespace Aura {

//! The active path as Markdown, to read and to put into notes.
class MarkdownExport : public ExportFormat
{
public:
    static std::unique_ptr<ExportFormat> make();

    QByteArray conversation(const ExportedConversation &exported) override;
};

} // namespace Aura
