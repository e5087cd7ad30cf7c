// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transfer/transferthread.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace Aura {

//! Imports files: looks through them first, says what would come, then brings it, and tells what
//! came. Closing it cancels.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(const QString &historyFile, const QStringList &files, QWidget *parent = nullptr);
    ~ImportDialog() override;

signals:
    //! Something is in the history's file that was not there before; extended: the ids of the
    //! conversations that were there and got messages.
    void imported(const QStringList &extended);

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class Stage { Looking, Asking, Importing, Done };

    void enter(Stage stage);
    void onReport(const ImportReport &report, TransferThread::Kind kind);
    void onFailed(const QString &problem);
    void showReport(const ImportReport &report, ImportTense tense);
    QString fileNames() const;

    QStringList m_files;
    TransferThread m_thread;
    bool m_isStarted = false;
    QLabel *m_text;
    QProgressBar *m_progress;
    QLabel *m_warningsTitle;
    QListWidget *m_warnings;
    QDialogButtonBox *m_buttons;
    QPushButton *m_import;
};

} // namespace Aura
