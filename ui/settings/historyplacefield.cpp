// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/historyplacefield.h"

#include "ui/historymover.h"
#include "ui/settings/fieldlabels.h"
#include "ui/theme/textlabel.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace Aura {

HistoryPlaceField::HistoryPlaceField(HistoryMover &mover, QWidget *parent)
    : QWidget(parent)
    , m_mover(mover)
    , m_place(new ElidedLabel(this))
    , m_hint(new HintLabel(this))
    , m_move(new QPushButton(tr("Move…"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_progress(new QProgressBar(this))
    , m_problem(new ProblemLabel(this))
{
    auto *title = new QLabel(tr("Where conversations are kept"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_place->setAccessibleName(tr("Folder of the conversations"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(6);
    column->addWidget(title);
    auto *row = new QHBoxLayout;
    row->addWidget(m_place, 1);
    row->addWidget(m_progress, 1);
    for (QPushButton *button : {m_move, m_cancel}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    column->addLayout(row);
    column->addWidget(m_hint);
    column->addWidget(m_problem);
    connect(m_move, &QPushButton::clicked, this, &HistoryPlaceField::choose);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_mover.cancel();
    });
    connect(&m_mover, &HistoryMover::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_mover, &HistoryMover::moved, this, &HistoryPlaceField::onMoved);
    connect(&m_mover, &HistoryMover::failed, this, &HistoryPlaceField::onFailed);
    connect(&m_mover, &HistoryMover::cancelled, this, &HistoryPlaceField::showState);
    showState();
}

void HistoryPlaceField::showState()
{
    const bool isMoving = m_mover.isMoving();
    m_place->setText(QDir::toNativeSeparators(m_mover.place()));
    m_place->setToolTip(m_place->text());
    m_place->setVisible(!isMoving);
    m_progress->setVisible(isMoving);
    m_progress->setValue(0);
    m_move->setVisible(!isMoving);
    m_move->setEnabled(m_mover.canMove());
    m_cancel->setVisible(isMoving);
    m_cancel->setEnabled(true);
    if (!m_mover.canMove())
        m_hint->setText(tr("Aura was started with --data-dir: that is where everything is."));
    else if (isMoving)
        m_hint->setText(tr("Copying the conversations, and reading the copy back …"));
    else if (m_mover.isMissing())
        m_hint->setText(tr("This folder is missing. Choose where the conversations are now, or an "
                           "empty folder to begin anew."));
    else
        m_hint->setText(tr("One file and its automatic copies. Settings, connections and keys "
                           "stay where they are."));
}

void HistoryPlaceField::choose()
{
    auto *dialog = new QFileDialog(this, tr("Folder for the conversations"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_problem->clearProblem();
        m_mover.moveTo(folder);
        if (m_mover.isMoving())
            showState();
    });
    dialog->open();
}

void HistoryPlaceField::onMoved(const QStringList &leftBehind)
{
    showState();
    m_hint->setText(tr("The conversations are kept there now."));
    if (!leftBehind.isEmpty())
        m_problem->showProblem(
            tr("The conversations were moved. What could not be taken away from the old place, you "
               "can delete: %1")
                .arg(leftBehind.join(u", ")));
}

void HistoryPlaceField::onFailed(const QString &sentence)
{
    showState();
    m_problem->showProblem(sentence);
}

} // namespace Aura
