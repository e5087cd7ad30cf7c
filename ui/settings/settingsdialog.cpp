// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include "settings/connectionstore.h"
#include "settings/settings.h"
#include "ui/settings/appearancepage.h"
#include "ui/settings/chatpage.h"
#include "ui/settings/connectionspage.h"
#include "ui/settings/networkpage.h"
#include "ui/settings/privacypage.h"
#include "ui/settings/rowdelegate.h"
#include "ui_settingsdialog.h"

#include <QPushButton>

namespace Aura {

SettingsDialog::SettingsDialog(const SettingsParts &parts, QWidget *parent)
    : QDialog(parent)
    , m_settings(parts.settings)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
    , m_connections(new ConnectionsPage(parts))
{
    m_ui->setupUi(this);
    m_ui->pageFrame->setBackgroundRole(QPalette::Base);
    m_ui->pageList->setItemDelegate(new RowDelegate(this));
    m_ui->pageList->viewport()->setAutoFillBackground(false);
    addPage(new ChatPage(parts), tr("Chat"), IconName::Chat);
    addPage(m_connections, tr("Connections"), IconName::Globe);
    addPage(new NetworkPage(parts), tr("Network"), IconName::Globe);
    addPage(new AppearancePage(parts), tr("Appearance"), IconName::Eye);
    addPage(new PrivacyPage(parts), tr("Privacy"), IconName::Key);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setDefault(true);
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_ui->buttons->button(QDialogButtonBox::Apply)->setText(tr("Apply"));

    connect(m_ui->pageList, &QListWidget::currentRowChanged, m_ui->pages,
            &QStackedWidget::setCurrentIndex);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    connect(m_ui->buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this,
            &SettingsDialog::apply);
    connect(&parts.connections, &ConnectionStore::saveFailed, this, [this](const Error &error) {
        m_saveFailed = true;
        m_ui->dialogProblem->showProblem(error.text);
    });
    showPage(Page::Chat);
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::showPage(Page page)
{
    m_ui->pageList->setCurrentRow(int(page));
}

void SettingsDialog::showConnection(const QString &id)
{
    showPage(Page::Connections);
    m_connections->showConnection(id);
}

void SettingsDialog::accept()
{
    if (apply())
        QDialog::accept();
}

void SettingsDialog::addPage(SettingsPage *page, const QString &title, IconName name)
{
    m_ui->pageList->addItem(new QListWidgetItem(icon(name, QPalette::Text), title));
    m_ui->pages->addWidget(page);
}

//! Saves nothing where any page has a problem; shows that one.
bool SettingsDialog::apply()
{
    m_ui->dialogProblem->clearProblem();
    m_saveFailed = false;
    QList<SettingsPage *> pages;
    for (int index = 0; index < m_ui->pages->count(); ++index)
        pages.append(qobject_cast<SettingsPage *>(m_ui->pages->widget(index)));
    for (int index = 0; index < pages.size(); ++index) {
        if (QWidget *field = pages.at(index)->firstProblem()) {
            m_ui->pageList->setCurrentRow(index);
            field->setFocus(Qt::OtherFocusReason);
            return false;
        }
    }
    for (SettingsPage *page : std::as_const(pages))
        page->save();
    if (!m_settings.sync()) {
        m_saveFailed = true;
        m_ui->dialogProblem->showProblem(tr("The settings could not be saved. Is the disk full?"));
    }
    emit applied();
    return !m_saveFailed;
}

} // namespace Aura
