// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importformat.h"

namespace Aura {

//! Exports of Open WebUI: an array of chats, each a tree by parentId. Reasoning and tools stand
//! inside the text, as <details type="…">.
class OpenWebUiFormat : public ImportFormat
{
public:
    static std::unique_ptr<ImportFormat> make();

    Match match(const JsonOutline &outline, const QString &fileName) const override;
    void read(const ImportItem &item, const ImportFile &file, ImportSink &sink) override;
};

} // namespace Aura
