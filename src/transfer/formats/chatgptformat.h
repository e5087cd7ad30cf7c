// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importformat.h"

namespace Aura {

//! conversations.json of a ChatGPT export, or one of conversations-000.json and so on: an array of
//! trees of nodes. Thoughts, calls of tools and answers are nodes of their own, which are put
//! together into one message.
class ChatGptFormat : public ImportFormat
{
public:
    static std::unique_ptr<ImportFormat> make();

    Match match(const JsonOutline &outline, const QString &fileName) const override;
    void read(const ImportItem &item, const ImportFile &file, ImportSink &sink) override;
};

} // namespace Aura
