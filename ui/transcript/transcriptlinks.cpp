// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptlinks.h"

#include "chat/conversationmodel.h"
#include "markdown/visibletext.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/remoteimages.h"
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

namespace {

//! A question with the whole address in it; buttons are still to be added.
QMessageBox *addressQuestion(const QString &words, const QString &address, QWidget *parent)
{
    auto *question = new QMessageBox(parent);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::NoIcon);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(words);
    question->setText(words);
    question->setInformativeText(QUrl(address).toDisplayString(QUrl::FullyEncoded));
    return question;
}

void addWaysOut(QMessageBox *question, const QString &address, const QString &open)
{
    const QPushButton *opening = question->addButton(open, QMessageBox::ActionRole);
    const QPushButton *copying =
        question->addButton(TranscriptView::tr("Copy the address"), QMessageBox::ActionRole);
    question->addButton(QMessageBox::Cancel);
    QObject::connect(opening, &QPushButton::clicked, question,
                     [address] { QDesktopServices::openUrl(QUrl(address)); });
    QObject::connect(copying, &QPushButton::clicked, question,
                     [address] { QApplication::clipboard()->setText(address); });
}

} // namespace

void askToOpen(const QString &address, QWidget *parent)
{
    QMessageBox *question =
        addressQuestion(TranscriptView::tr("Open this address?"), address, parent);
    addWaysOut(question, address, TranscriptView::tr("Open"));
    question->open();
}

void askToLoad(const QString &address, RemoteImages &images, QWidget *parent)
{
    if (!images.canLoad())
        return askToOpen(address, parent);
    QMessageBox *question =
        addressQuestion(TranscriptView::tr("Load this picture?"), address, parent);
    question->setInformativeText(
        question->informativeText() + QStringLiteral("\n\n")
        + TranscriptView::tr(
            "Its server will learn that you read this message, and your address."));
    const QPushButton *load =
        question->addButton(TranscriptView::tr("Load"), QMessageBox::AcceptRole);
    QObject::connect(load, &QPushButton::clicked, &images,
                     [&images, address] { images.load(address); });
    addWaysOut(question, address, TranscriptView::tr("Open in the browser"));
    question->open();
}

void sayNotLoaded(const QString &why, QWidget *parent)
{
    auto *message = new QMessageBox(parent);
    message->setAttribute(Qt::WA_DeleteOnClose);
    message->setTextFormat(Qt::PlainText);
    message->setWindowTitle(TranscriptView::tr("The picture was not loaded"));
    message->setText(TranscriptView::tr("The picture was not loaded"));
    message->setInformativeText(why);
    message->open();
}

void copyCode(const QString &code, QWidget *parent)
{
    QApplication::clipboard()->setText(code);
    if (!hasHiddenCharacters(code))
        return;
    auto *warning = new QMessageBox(parent);
    warning->setAttribute(Qt::WA_DeleteOnClose);
    warning->setIcon(QMessageBox::Warning);
    warning->setTextFormat(Qt::PlainText);
    warning->setWindowTitle(TranscriptView::tr("Hidden characters in the code"));
    warning->setText(TranscriptView::tr("The code that you copied holds hidden characters"));
    warning->setInformativeText(
        TranscriptView::tr("They are shown as marks here, but other programs show nothing of them, "
                           "and they can make code do something else than it seems to."));
    const QPushButton *without =
        warning->addButton(TranscriptView::tr("Copy without them"), QMessageBox::AcceptRole);
    warning->addButton(TranscriptView::tr("Keep them"), QMessageBox::RejectRole);
    QObject::connect(without, &QPushButton::clicked, warning,
                     [code] { QApplication::clipboard()->setText(withoutHiddenCharacters(code)); });
    warning->open();
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
