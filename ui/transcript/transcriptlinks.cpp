// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the transcript at a click: addresses that are opened, code that is saved.
#include "chat/conversationmodel.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/transcriptlinks.h"
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
void askToOpen(const QString &address, QWidget *parent)
{
    auto *question = new QMessageBox(parent);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::NoIcon);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(TranscriptView::tr("Open this address?"));
    question->setText(TranscriptView::tr("Open this address?"));
    question->setInformativeText(QUrl(address).toDisplayString(QUrl::FullyEncoded));
    QPushButton *open = question->addButton(TranscriptView::tr("Open"), QMessageBox::AcceptRole);
    QPushButton *copy =
        question->addButton(TranscriptView::tr("Copy the address"), QMessageBox::ActionRole);
    question->addButton(QMessageBox::Cancel);
    QObject::connect(open, &QPushButton::clicked, question,
                     [address] { QDesktopServices::openUrl(QUrl(address)); });
    QObject::connect(copy, &QPushButton::clicked, question,
                     [address] { QApplication::clipboard()->setText(address); });
    question->open();
}

void saveCode(const QString &code, QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, TranscriptView::tr("Save the code"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, parent, [parent, code](const QString &name) {
            QSaveFile file(name);
            const bool saved = file.open(QIODevice::WriteOnly)
                && file.write(code.toUtf8() + '\n') >= 0 && file.commit();
            if (!saved) {
                QMessageBox::warning(parent, TranscriptView::tr("Not saved"),
                                     TranscriptView::tr("The code could not be saved as %1: %2")
                                         .arg(name, file.errorString()));
            }
        });
    dialog->open();
}

bool TranscriptView::act(QPoint viewportPoint)
{
    const int row = rowAt(viewportPoint);
    if (row < 0)
        return false;
    MessageLayout &layout = layoutOf(row);
    const QPointF inRow = viewportPoint - messageRect(row).topLeft();
    if (layout.isFoldLine(inRow)) {
        layout.setFolded(!layout.isFolded());
        m_place = {};
        m_geometry.setAtEnd(false);
        showFrame();
        return true;
    }
    int block = -1;
    const BlockHit hit = layout.hitAt(inRow, &block);
    switch (hit.kind) {
    case BlockHit::Kind::CopyCode:
        QApplication::clipboard()->setText(layout.codeText(block));
        return true;
    case BlockHit::Kind::SaveCode: saveCode(layout.codeText(block), this); return true;
    case BlockHit::Kind::WrapCode:
        layout.toggleWrap(block);
        m_place = {};
        m_geometry.setAtEnd(false);
        showFrame();
        return true;
    case BlockHit::Kind::Link: askToOpen(hit.address, this); return true;
    case BlockHit::Kind::Image: askToOpen(hit.address, this); return true;
    case BlockHit::Kind::Nothing:
    case BlockHit::Kind::Text: break;
    }
    return false;
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
