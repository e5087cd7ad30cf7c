// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/exportdialog.h"

#include "transfer/exportformat.h"
#include "transfer/filenames.h"
#include "ui/theme/textlabel.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Aura {

ExportDialog::ExportDialog(const QString &historyFile, const ExportSubject &subject,
                           QWidget *parent)
    : QDialog(parent)
    , m_subject(subject)
    , m_thread(historyFile)
    , m_choices(makeChoices(subject))
    , m_text(makeTextLabel({}, this))
    , m_progress(new QProgressBar(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_export(m_buttons->addButton(tr("Export…"), QDialogButtonBox::AcceptRole))
{
    setWindowTitle(tr("Export"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    m_text->hide();
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_choices);
    column->addWidget(m_text);
    column->addWidget(m_progress);
    column->addStretch();
    column->addWidget(m_buttons);
    setMinimumWidth(440);
    m_export->setDefault(true);
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::choosePlace);
    connect(&m_thread, &TransferThread::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_thread, &TransferThread::exported, this, [this](qint64 count, const QString &path) {
        showResult(tr("Exported %n conversation(s) to “%1”.", nullptr, int(count))
                       .arg(QDir::toNativeSeparators(path)));
    });
    connect(&m_thread, &TransferThread::failed, this, &ExportDialog::showResult);
    connect(this, &QDialog::rejected, &m_thread, [this] { m_thread.cancel(); });
}

ExportDialog::~ExportDialog() = default;

QWidget *ExportDialog::makeChoices(const ExportSubject &subject)
{
    auto *choices = new QWidget(this);
    auto *column = new QVBoxLayout(choices);
    column->setContentsMargins(0, 0, 0, 0);
    QString title = subject.title.isEmpty() ? tr("This conversation")
                                            : tr("This conversation: %1").arg(subject.title);
    if (subject.ids.size() > 1)
        title = tr("%n selected conversation(s)", nullptr, int(subject.ids.size()));
    m_some = new QRadioButton(title.replace(u'&', "&&"_L1), choices);
    m_all = new QRadioButton(tr("All conversations"), choices);
    auto *subjects = new QButtonGroup(choices);
    subjects->addButton(m_some);
    subjects->addButton(m_all);
    m_some->setEnabled(!subject.ids.isEmpty());
    (subject.ids.isEmpty() ? m_all : m_some)->setChecked(true);
    column->addWidget(m_some);
    column->addWidget(m_all);
    column->addSpacing(12);
    m_formats = new QButtonGroup(choices);
    int row = 0;
    for (const ExportFormatRow &format : exportFormats()) {
        auto *button = new QRadioButton(exportFormatText(format), choices);
        button->setObjectName(format.name);
        button->setChecked(row == 0);
        m_formats->addButton(button, row++);
        column->addWidget(button);
    }
    return choices;
}

const ExportFormatRow &ExportDialog::format() const
{
    return exportFormats().at(size_t(m_formats->checkedId()));
}

bool ExportDialog::writesOneFile() const
{
    const bool isSingle = m_some->isChecked() && m_subject.ids.size() == 1;
    return isSingle || format().layout == ExportLayout::OneFile;
}

void ExportDialog::choosePlace()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("Export"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (writesOneFile()) {
        const QString name = m_some->isChecked() && !m_subject.title.isEmpty()
            ? safeFileName(m_subject.title)
            : u"Aura"_s;
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QString(format().ending).sliced(1));
        dialog->selectFile(name + format().ending);
    } else {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    }
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
    dialog->open();
}

void ExportDialog::exportTo(const QString &path)
{
    ExportJob job{.format = &format(), .output = path};
    if (m_some->isChecked())
        job.ids = m_subject.ids;
    m_choices->hide();
    m_export->hide();
    m_text->setText(tr("Exporting …"));
    m_text->show();
    m_progress->show();
    adjustSize();
    m_thread.startExport(job);
}

void ExportDialog::showResult(const QString &text)
{
    m_progress->hide();
    m_text->setText(text);
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Close"));
    m_buttons->button(QDialogButtonBox::Cancel)->setFocus();
    adjustSize();
}

} // namespace Aura
