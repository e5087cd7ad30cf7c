// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearancepage.h"

#include "settings/settings.h"
#include "ui_appearancepage.h"

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

void choose(QComboBox &box, const QString &value)
{
    box.setCurrentIndex(qMax(0, box.findData(value))); // what is unknown is the desktop's
}

} // namespace

AppearancePage::AppearancePage(const SettingsParts &parts, QWidget *parent)
    : SettingsPage(parent)
    , m_settings(parts.settings)
    , m_ui(std::make_unique<Ui::AppearancePage>())
{
    m_ui->setupUi(this);
    m_ui->scheme->addItem(tr("As the desktop"), QString());
    m_ui->scheme->addItem(tr("Light"), u"light"_s);
    m_ui->scheme->addItem(tr("Dark"), u"dark"_s);
    choose(*m_ui->scheme, m_settings.colourScheme.get());
    m_ui->desktopStyle->setChecked(m_settings.desktopStyle.get());
    m_ui->language->addItem(tr("As the system"), QString());
    m_ui->language->addItem(u"English"_s, u"en"_s); // languages call themselves by their names
    m_ui->language->addItem(u"Русский"_s, u"ru"_s);
    choose(*m_ui->language, m_settings.language.get());
}

AppearancePage::~AppearancePage() = default;

void AppearancePage::save()
{
    m_settings.colourScheme.set(m_ui->scheme->currentData().toString());
    m_settings.desktopStyle.set(m_ui->desktopStyle->isChecked());
    m_settings.language.set(m_ui->language->currentData().toString());
}

} // namespace Aura
