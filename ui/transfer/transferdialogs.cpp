// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/transferdialogs.h"

#include "chat/conversationlistmodel.h"
#include "history/historystore.h"
#include "ui/mainwindow.h"
#include "ui/transfer/exportdialog.h"
#include "ui/transfer/importdialog.h"

#include <QFileDialog>
#include <QFuture>
#include <QStandardPaths>

namespace Aura {

TransferDialogs::TransferDialogs(MainWindow &window, HistoryStore &history,
                                 ConversationListModel &conversations, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_history(history)
    , m_conversations(conversations)
{
    connect(&window, &MainWindow::importRequested, this, &TransferDialogs::importFiles);
    connect(&window, &MainWindow::exportRequested, this, &TransferDialogs::exportConversations);
}

void TransferDialogs::importFiles(const QStringList &files)
{
    if (files.isEmpty())
        return chooseFiles();
    // Behind what was typed and said, so that it is there to be compared with.
    m_history.kept().then(this, [this, files](bool) {
        auto *dialog = new ImportDialog(m_history.status().file, files, &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ImportDialog::imported, this, &TransferDialogs::refresh);
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
    m_history.kept().then(this, [this, ids](bool) {
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

void TransferDialogs::refresh()
{
    m_history.summaries().then(this, [this](const QList<ConversationSummary> &summaries) {
        m_history.folders().then(this, [this, summaries](const QList<Folder> &folders) {
            m_conversations.adopt(summaries, folders);
        });
    });
}

} // namespace Aura
