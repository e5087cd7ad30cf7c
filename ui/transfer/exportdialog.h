// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transfer/transferthread.h"

#include <QDialog>

class QButtonGroup;
class QDialogButtonBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace Aura {

//! The conversations that an export begins with: the one that is shown, or those that are selected.
struct ExportSubject
{
    QStringList ids{}; // empty: there is none to export but all
    QString title{};   // of a single one
};

//! Asks what to export, how and where to; does it, and tells where it is.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(const QString &historyFile, const ExportSubject &subject,
                 QWidget *parent = nullptr);
    ~ExportDialog() override;

    //! Exports as chosen to a place that was chosen: a file, or a folder where several are written.
    void exportTo(const QString &path);

private:
    QWidget *makeChoices(const ExportSubject &subject);
    const ExportFormatRow &format() const;
    bool writesOneFile() const;
    void choosePlace();
    void showResult(const QString &text);

    ExportSubject m_subject;
    TransferThread m_thread;
    QRadioButton *m_some = nullptr; // those of the subject
    QRadioButton *m_all = nullptr;
    QButtonGroup *m_formats = nullptr; // by the row of exportFormats()
    QWidget *m_choices;
    QLabel *m_text;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
    QPushButton *m_export;
};

} // namespace Aura
