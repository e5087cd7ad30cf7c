// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/conversationbuilder.h"

namespace Aura {

//! A thread of Jan: a folder with messages.jsonl, and thread.json, which has the title.
class JanFormat : public ImportFormat
{
public:
    static std::unique_ptr<ImportFormat> make();

    Match match(const JsonOutline &outline, const QString &fileName) const override;
    void finish(const ImportFile &file, ImportSink &sink) override;
    void read(const ImportItem &item, const ImportFile &file, ImportSink &sink) override;

private:
    void readThread(const ImportFile &file);

    std::unique_ptr<ConversationBuilder> m_builder;
};

} // namespace Aura
