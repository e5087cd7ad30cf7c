// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/settings/fieldlabels.h"

namespace Aura {

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent)
{}

SettingsPage::~SettingsPage() = default;

QWidget *SettingsPage::complain(ProblemLabel &label, QWidget *field, const QString &sentence)
{
    label.showProblem(sentence);
    return field;
}

} // namespace Aura
