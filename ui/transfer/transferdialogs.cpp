// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/transferdialogs.h"

#include "chat/conversationlistmodel.h"
#include "base/whenfinished.h"
#include "chat/historyrecorder.h"
#include "history/historystore.h"
#include "transfer/filenames.h"
#include "ui/mainwindow.h"
#include "ui/transfer/exportdialog.h"
#include "ui/transfer/importdialog.h"
#include "ui/transfer/printjob.h"

#include <QDir>
#include <QFileDialog>
#include <QFuture>
#include <QMessageBox>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QStandardPaths>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

ExportedConversation exportedPath(const Conversation &conversation)
{
    ExportedConversation exported;
    exported.conversation.title = conversation.title();
    MessageId above{};
    const QList<Message> path = conversation.messages().activePath();
    for (const Message &message : path) {
        StoredMessage stored{.message = message};
        if (message.role != Role::System)
            stored.parent = std::exchange(above, message.id);
        exported.messages << stored;
    }
    return exported;
}

} // namespace

TransferDialogs::TransferDialogs(MainWindow &window, HistoryStore &history,
                                 ConversationListModel &conversations, HistoryRecorder &recorder,
                                 QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_history(history)
    , m_conversations(conversations)
    , m_recorder(recorder)
{
    connect(&window, &MainWindow::importRequested, this, &TransferDialogs::importFiles);
    connect(&window, &MainWindow::printRequested, this, &TransferDialogs::print);
    connect(&window, &MainWindow::pdfRequested, this, &TransferDialogs::saveAsPdf);
    connect(&window, &MainWindow::exportRequested, this, &TransferDialogs::exportConversations);
}

void TransferDialogs::importFiles(const QStringList &files)
{
    if (files.isEmpty())
        return chooseFiles();
    // Behind what was typed and said, so that it is there to be compared with.
    whenFinished(m_history.kept(), this, [this, files](bool) {
        auto *dialog = new ImportDialog(m_history.status().file, files, &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ImportDialog::imported, &m_recorder, &HistoryRecorder::refresh);
        dialog->open();
    });
}

void TransferDialogs::chooseFiles()
{
    auto *dialog = new QFileDialog(
        &m_window, tr("Import"), QStandardPaths::writableLocation(QStandardPaths::DownloadLocation),
        tr("Chats of other programs (*.json *.jsonl *.zip);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &TransferDialogs::importFiles);
    dialog->open();
}

void TransferDialogs::exportConversations(const QStringList &ids)
{
    // Behind what was typed and said, so that it is in the file.
    whenFinished(m_history.kept(), this, [this, ids](bool) {
        ExportSubject subject{.ids = ids};
        const Conversation *current = m_window.current();
        if (ids.isEmpty() && current && current->messages().rowCount() > 0)
            subject.ids = {current->id()};
        if (subject.ids.size() == 1)
            subject.title = titleOf(subject.ids.constFirst());
        auto *dialog = new ExportDialog(m_history.status().file, subject, &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

QString TransferDialogs::titleOf(const QString &id) const
{
    const int row = m_conversations.rowOf(id);
    return row < 0 ? QString() : m_conversations.summaryAt(row).title;
}

//! As the window has it; of a long conversation the older messages are fetched first.
void TransferDialogs::withShownConversation(
    const std::function<void(const ExportedConversation &)> &work)
{
    const Conversation *current = m_window.current();
    if (!current || current->messages().rowCount() == 0)
        return;
    if (current->isWhole())
        return work(exportedPath(*current));
    connect(
        current, &Conversation::completed, this, [current, work] { work(exportedPath(*current)); },
        Qt::SingleShotConnection);
    current->requestWhole();
}

void TransferDialogs::print()
{
    withShownConversation([this](const ExportedConversation &exported) { printOut(exported); });
}

void TransferDialogs::printOut(const ExportedConversation &exported)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(exported.conversation.title);
    auto *dialog = new QPrintDialog(printer.get(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(QAbstractPrintDialog::PrintToFile);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this, exported, printer] {
                new PrintJob(
                    exported,
                    [printer](PrintedConversation &printed,
                              const PrintedConversation::Progress &goesOn) {
                        return printed.print(*printer, goesOn);
                    },
                    &m_window);
            });
    // The printer is to outlive its dialog.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

void TransferDialogs::saveAsPdf()
{
    withShownConversation([this](const ExportedConversation &exported) { choosePdf(exported); });
}

void TransferDialogs::choosePdf(const ExportedConversation &exported)
{
    auto *dialog =
        new QFileDialog(&m_window, tr("Save as PDF"),
                        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                        tr("PDF files (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(safeFileName(exported.conversation.title) + ".pdf"_L1);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, exported](const QString &path) { writePdf(exported, path); });
    dialog->open();
}

void TransferDialogs::writePdf(const ExportedConversation &exported, const QString &path)
{
    const auto work =
        [path, title = exported.conversation.title](PrintedConversation &printed,
                                                    const PrintedConversation::Progress &goesOn) {
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly))
                return false;
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            {
                QPdfWriter writer(&file);
                writer.setTitle(title);
                writer.setCreator(u"Aura"_s);
                if (!printed.print(writer, goesOn))
                    return false;
            }
            return file.commit();
        };
    const auto *job = new PrintJob(exported, work, &m_window);
    connect(job, &PrintJob::failed, this, [this, path] { sayNotWritten(path); });
}

void TransferDialogs::sayNotWritten(const QString &path)
{
    auto *box = new QMessageBox(
        QMessageBox::Warning, tr("Save as PDF"),
        tr("“%1” could not be written. Choose another place.").arg(QDir::toNativeSeparators(path)),
        QMessageBox::Ok, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace Aura
