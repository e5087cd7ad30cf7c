// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aboutdialog.h"

#include "base/version.h"
#include "ui/theme/icons.h"
#include "ui/theme/textlabel.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Aura {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Aura"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 28, 32, 20);
    column->setSpacing(8);
    auto *mark = new QLabel(this);
    mark->setPixmap(programIcon().pixmap(QSize(64, 64), devicePixelRatio()));
    mark->setAlignment(Qt::AlignHCenter);
    column->addWidget(mark);
    QLabel *name = makeTextLabel(u"Aura "_s + QLatin1StringView(programVersion), this);
    setRelativeFont(*name, 1.25, QFont::Bold);
    column->addWidget(name);
    column->addWidget(makeTextLabel(
        tr("A native desktop chat client for language-model servers of your choice."), this));
    QLabel *libraries =
        makeTextLabel(tr("Built with Qt %1, runs on Qt %2.")
                          .arg(QLatin1StringView(QT_VERSION_STR), QLatin1StringView(qVersion())),
                      this);
    libraries->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(libraries);
    QLabel *licence =
        makeTextLabel(tr("Free software under the GNU General Public License, version 3 or later. "
                         "It comes without any warranty."),
                      this);
    licence->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(licence);
    for (QLabel *label : findChildren<QLabel *>()) {
        label->setAlignment(Qt::AlignHCenter);
        label->setMinimumWidth(360);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok, this);
    buttons->setCenterButtons(true);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    column->addSpacing(8);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
}

} // namespace Aura
