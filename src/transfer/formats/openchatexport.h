// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/exportformat.h"

namespace Aura {

//! openchat-ui's and chatbot-ui's version 4. It knows no versions of a message, no reasoning and no
//! times: the active path is written, and folders in folders become one level.
class OpenchatExport : public ExportFormat
{
public:
    static std::unique_ptr<ExportFormat> make();

    QByteArray begin(const QList<Folder> &folders) override;
    QByteArray conversation(const ExportedConversation &exported) override;
    QByteArray end() override;

private:
    QByteArray m_folders{};
    bool m_isFirst = true;
};

} // namespace Aura
