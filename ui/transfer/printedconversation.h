// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/exportformat.h"

#include <QTextDocument>

#include <functional>

class QPagedPaintDevice;

namespace Aura {

//! A conversation laid out for paper: black on white, whatever the window's colours are. Long lines
//! of code are wrapped, no line is cut by the end of a page, and a block of code that fits on a
//! page stands on one.
class PrintedConversation
{
public:
    explicit PrintedConversation(const ExportedConversation &exported);

    //! Asked before each page, from 1; false: no more.
    using Progress = std::function<bool(int page, int count)>;

    //! Paints all pages of the device, each with its number. False: the device could not be opened,
    //! or it was not to go on. May run in any thread that made this.
    bool print(QPagedPaintDevice &device, const Progress &goesOn = {});

    //! Lays it out for pages of this size, in points; print() does it by itself.
    void layOut(const QSizeF &page);

    const QTextDocument &document() const { return m_document; }

    //! Whether a block is code; runs of such blocks stand on one page where they fit.
    static bool isCode(const QTextBlock &block);

private:
    void keepCodeTogether(qreal pageHeight);

    QTextDocument m_document;
};

} // namespace Aura
