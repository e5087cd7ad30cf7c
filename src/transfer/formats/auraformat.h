// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importformat.h"

namespace Aura {

//! Aura's own export, which loses nothing; FORMAT.md describes it.
class AuraFormat : public ImportFormat
{
public:
    static std::unique_ptr<ImportFormat> make();

    Match match(const JsonOutline &outline, const QString &fileName) const override;
    JsonCut cut(const JsonOutline &) const override { return JsonCut::Elements; }
    bool comesFirst(const QString &member) const override;
    bool wants(const QString &member) const override;
    void read(const ImportItem &item, const ImportFile &file, ImportSink &sink) override;
};

} // namespace Aura
