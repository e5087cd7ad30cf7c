// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the transcript at a click: addresses that are opened, code that is saved.
#include "chat/conversationmodel.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QToolTip>
#include <QUrl>

namespace Aura {

// Nothing opens without the whole address having been seen.
void TranscriptView::askToOpen(const QString &address)
{
    auto *question = new QMessageBox(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::NoIcon);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(tr("Open this address?"));
    question->setText(tr("Open this address?"));
    question->setInformativeText(QUrl(address).toDisplayString(QUrl::FullyEncoded));
    QPushButton *open = question->addButton(tr("Open"), QMessageBox::AcceptRole);
    QPushButton *copy = question->addButton(tr("Copy the address"), QMessageBox::ActionRole);
    question->addButton(QMessageBox::Cancel);
    connect(open, &QPushButton::clicked, question,
            [address] { QDesktopServices::openUrl(QUrl(address)); });
    connect(copy, &QPushButton::clicked, question,
            [address] { QApplication::clipboard()->setText(address); });
    question->open();
}

void TranscriptView::saveCode(const MessageLayout &layout, int block)
{
    const QString code = layout.codeText(block);
    auto *dialog = new QFileDialog(this, tr("Save the code"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this, code](const QString &name) {
        QSaveFile file(name);
        const bool saved = file.open(QIODevice::WriteOnly) && file.write(code.toUtf8() + '\n') >= 0
            && file.commit();
        if (!saved) {
            QMessageBox::warning(
                this, tr("Not saved"),
                tr("The code could not be saved as %1: %2").arg(name, file.errorString()));
        }
    });
    dialog->open();
}

void TranscriptView::updateCursor(QPoint viewportPoint)
{
    const int row = rowAt(viewportPoint);
    Qt::CursorShape shape = Qt::ArrowCursor;
    QString toolTip;
    if (row >= 0) {
        MessageLayout &layout = layoutOf(row);
        const QPointF inRow = viewportPoint - messageRect(row).topLeft();
        int block = -1;
        const BlockHit hit = layout.hitAt(inRow, &block);
        const bool text = hit.kind == BlockHit::Kind::Text;
        shape = text ? Qt::IBeamCursor
            : hit.kind != BlockHit::Kind::Nothing || layout.isFoldLine(inRow)
            ? Qt::PointingHandCursor
            : Qt::ArrowCursor;
        toolTip = hit.address.toHtmlEscaped();
    }
    viewport()->setCursor(shape);
    if (viewport()->toolTip() != toolTip)
        viewport()->setToolTip(toolTip);
}

} // namespace Aura
