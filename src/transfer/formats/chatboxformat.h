// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importformat.h"

namespace Aura {

//! Exports of Chatbox: one object with a member for each session. Its settings, which may hold
//! keys, are not read.
class ChatboxFormat : public ImportFormat
{
public:
    static std::unique_ptr<ImportFormat> make();

    Match match(const JsonOutline &outline, const QString &fileName) const override;
    JsonCut cut(const JsonOutline &) const override { return JsonCut::Elements; }
    bool wants(const QString &member) const override;
    void read(const ImportItem &item, const ImportFile &file, ImportSink &sink) override;
};

} // namespace Aura
