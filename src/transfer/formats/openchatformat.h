// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importformat.h"

#include <QSet>

namespace Aura {

//! The exports of openchat-ui and chatbot-ui, versions 1 to 4. They have no times: the order of
//! the conversations is their age, oldest first.
class OpenchatFormat : public ImportFormat
{
public:
    static std::unique_ptr<ImportFormat> make();

    Match match(const JsonOutline &outline, const QString &fileName) const override;
    JsonCut cut(const JsonOutline &) const override { return JsonCut::Elements; }
    bool comesFirst(const QString &member) const override;
    bool wants(const QString &member) const override;
    void read(const ImportItem &item, const ImportFile &file, ImportSink &sink) override;
    void finish(const ImportFile &file, ImportSink &sink) override;

private:
    void readFolder(const QJsonValue &folder, ImportSink &sink);

    QSet<QString> m_folders;
    qint64 m_prompts = 0;
};

} // namespace Aura
