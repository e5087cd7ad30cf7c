// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importdialog.h"

#include "ui/theme/textlabel.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Aura {

ImportDialog::ImportDialog(const QString &historyFile, const QStringList &files, QWidget *parent)
    : QDialog(parent)
    , m_files(files)
    , m_thread(historyFile)
    , m_text(makeTextLabel({}, this))
    , m_progress(new QProgressBar(this))
    , m_warningsTitle(makeTextLabel(tr("What is different from the files:"), this))
    , m_warnings(new QListWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_import(m_buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole))
{
    setWindowTitle(tr("Import"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_warnings->setAccessibleName(tr("Warnings"));
    m_warnings->setWordWrap(true);
    m_warnings->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_text);
    column->addWidget(m_progress);
    column->addWidget(m_warningsTitle);
    column->addWidget(m_warnings, 1);
    column->addStretch();
    column->addWidget(m_buttons);
    setMinimumWidth(440);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, [this] {
        enter(Stage::Importing);
        m_thread.startImport(m_files, TransferThread::Kind::Import);
    });
    connect(&m_thread, &TransferThread::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_thread, &TransferThread::imported, this, &ImportDialog::onReport);
    connect(&m_thread, &TransferThread::failed, this, &ImportDialog::onFailed);
    connect(this, &QDialog::rejected, &m_thread, [this] { m_thread.cancel(); });
    enter(Stage::Looking);
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!std::exchange(m_isStarted, true))
        m_thread.startImport(m_files, TransferThread::Kind::DryRun);
}

QString ImportDialog::fileNames() const
{
    if (m_files.size() > 1)
        return tr("%n file(s)", nullptr, int(m_files.size()));
    return tr("“%1”").arg(QFileInfo(m_files.value(0)).fileName());
}

void ImportDialog::enter(Stage stage)
{
    const bool isWorking = stage == Stage::Looking || stage == Stage::Importing;
    if (stage == Stage::Looking)
        m_text->setText(tr("Looking through %1 …").arg(fileNames()));
    else if (stage == Stage::Importing)
        m_text->setText(tr("Importing %1 …").arg(fileNames()));
    m_progress->setValue(0);
    m_progress->setVisible(isWorking);
    m_warningsTitle->setVisible(!isWorking && m_warnings->count() > 0);
    m_warnings->setVisible(!isWorking && m_warnings->count() > 0);
    m_import->setVisible(stage == Stage::Asking);
    m_import->setDefault(stage == Stage::Asking);
    QPushButton *close = m_buttons->button(QDialogButtonBox::Cancel);
    close->setText(stage == Stage::Done ? tr("Close") : tr("Cancel"));
    if (stage == Stage::Asking)
        m_import->setFocus(); // a button that has the focus takes Enter from the default one
    if (stage == Stage::Done)
        close->setFocus();
    adjustSize();
}

void ImportDialog::showReport(const ImportReport &report, ImportTense tense)
{
    const QString from = tr("From %1: %2.").arg(fileNames(), report.formats.join(", "_L1));
    m_text->setText(from + u'\n' + summaryText(report, tense));
    m_warnings->clear();
    for (const ImportWarning &warning : report.warnings)
        m_warnings->addItem(warningText(warning));
    if (report.moreWarnings > 0)
        m_warnings->addItem(tr("And %n more.", nullptr, int(report.moreWarnings)));
}

void ImportDialog::onReport(const ImportReport &report, TransferThread::Kind kind)
{
    const bool isDone = kind == TransferThread::Kind::Import;
    showReport(report, isDone ? ImportTense::HasCome : ImportTense::WouldCome);
    enter(isDone || !report.hasNew() ? Stage::Done : Stage::Asking);
    if (isDone && report.hasNew())
        emit imported(report.extended);
}

void ImportDialog::onFailed(const QString &problem)
{
    m_warnings->clear();
    m_text->setText(problem);
    enter(Stage::Done);
}

} // namespace Aura
