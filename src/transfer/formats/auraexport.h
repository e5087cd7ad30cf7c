// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/exportformat.h"

namespace Aura {

//! Aura's own export, which loses nothing; FORMAT.md describes it, AuraFormat reads it.
class AuraExport : public ExportFormat
{
public:
    static std::unique_ptr<ExportFormat> make();

    QByteArray begin(const QList<Folder> &folders) override;
    QByteArray conversation(const ExportedConversation &exported) override;
    QByteArray end() override;

private:
    bool m_isFirst = true;
};

} // namespace Aura
