// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/messageexcerpt.h"

#include <QMimeData>

#include <memory>

namespace Aura {

enum class CopyAs {
    Everything, // plain text, HTML and Markdown, for whoever pastes to choose
    PlainText,
    Markdown, // its source is what any program pastes
};

//! Excerpts on their way to the clipboard or to where they are dropped.
//!
//! Each form is written when somebody asks for it. Where much was copied they are written ahead in
//! another thread, so that neither copying nor pasting waits for long.
class ExcerptMimeData : public QMimeData
{
    Q_OBJECT

public:
    explicit ExcerptMimeData(QList<MessageExcerpt> excerpts, CopyAs as = CopyAs::Everything);
    ~ExcerptMimeData() override;

    QStringList formats() const override;
    bool hasFormat(const QString &format) const override;

protected:
    QVariant retrieveData(const QString &format, QMetaType type) const override;

private:
    struct Texts;

    std::shared_ptr<Texts> m_texts;
};

} // namespace Aura
