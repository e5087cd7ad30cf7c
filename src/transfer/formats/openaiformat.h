// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importformat.h"

namespace Aura {

//! { "messages": [ { role, content } ] } as the OpenAI API has it: one object, an array of them, or
//! one a line (JSON Lines). What many programs can write.
class OpenAiFormat : public ImportFormat
{
public:
    static std::unique_ptr<ImportFormat> make();

    Match match(const JsonOutline &outline, const QString &fileName) const override;
    void read(const ImportItem &item, const ImportFile &file, ImportSink &sink) override;
};

} // namespace Aura
