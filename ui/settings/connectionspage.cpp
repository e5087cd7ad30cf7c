// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectionspage.h"

#include "settings/connectionstore.h"
#include "ui/settings/rowdelegate.h"
#include "ui_connectionspage.h"

#include <QScrollBar>
#include <QSignalBlocker>
#include <QTimer>

namespace Aura {

ConnectionsPage::ConnectionsPage(const SettingsParts &parts, QWidget *parent)
    : SettingsPage(parent)
    , m_store(parts.connections)
    , m_ui(std::make_unique<Ui::ConnectionsPage>())
{
    m_ui->setupUi(this);
    m_ui->list->setItemDelegate(new RowDelegate(this));
    m_ui->list->viewport()->setAutoFillBackground(false);
    m_ui->scroll->viewport()->setAutoFillBackground(false);
    m_ui->editor->setAutoFillBackground(false);
    m_ui->add->setIcon(icon(IconName::Plus));
    m_ui->duplicate->setIcon(icon(IconName::Copy));
    m_ui->remove->setIcon(icon(IconName::Trash));
    m_ui->up->setArrowType(Qt::UpArrow);
    m_ui->down->setArrowType(Qt::DownArrow);
    m_ui->editor->setProviderMaker(parts.makeProvider);
    m_ui->editor->setNetwork(parts.network);
    connectParts();
    reload();
    showRow(rowOf(m_store.defaultId()));
}

ConnectionsPage::~ConnectionsPage() = default;

void ConnectionsPage::showConnection(const QString &id)
{
    const int row = rowOf(id);
    showRow(row >= 0 ? row : rowOf(m_store.defaultId()));
}

QWidget *ConnectionsPage::firstProblem()
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const auto problem = readDraft(m_rows.at(row).draft).problem;
        if (!problem)
            continue;
        if (row != m_current)
            showRow(row);
        QWidget *field = m_ui->editor->showProblem(*problem);
        // The sentence needs room first.
        QTimer::singleShot(0, field,
                           [this, field] { m_ui->scroll->ensureWidgetVisible(field, 0, 80); });
        return field;
    }
    return nullptr;
}

//! Adds before it removes, so that the store is never empty in between.
void ConnectionsPage::save()
{
    QStringList ids;
    for (const Row &row : std::as_const(m_rows)) {
        const Connection connection = readDraft(row.draft).connection;
        if (connection.id.isEmpty()) {
            ids.append(m_store.add(connection));
        } else {
            m_store.update(connection);
            ids.append(connection.id);
        }
        if (row.isDefault)
            m_store.setDefaultId(ids.constLast());
    }
    const QList<Connection> stored = m_store.connections();
    for (const Connection &connection : stored) {
        if (!ids.contains(connection.id))
            m_store.remove(connection.id);
    }
    for (int position = 0; position < ids.size(); ++position)
        m_store.move(ids.at(position), position);
    const int current = m_current;
    reload();
    showRow(current);
}

void ConnectionsPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    loadSecretsOfCurrent();
}

void ConnectionsPage::connectParts()
{
    connect(m_ui->list, &QListWidget::currentRowChanged, this, &ConnectionsPage::showRow);
    connect(m_ui->add, &QToolButton::clicked, this, [this] {
        add({.draft = draftOf(Connection{})});
        m_ui->editor->focusName();
    });
    connect(m_ui->duplicate, &QToolButton::clicked, this, &ConnectionsPage::duplicateCurrent);
    connect(m_ui->remove, &QToolButton::clicked, this, &ConnectionsPage::removeCurrent);
    connect(m_ui->up, &QToolButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_ui->down, &QToolButton::clicked, this, [this] { moveCurrent(1); });
    connect(m_ui->editor, &ConnectionEditor::edited, this, &ConnectionsPage::onEdited);
    connect(m_ui->editor, &ConnectionEditor::defaultChosen, this,
            &ConnectionsPage::makeCurrentDefault);
    connect(&m_store, &ConnectionStore::ready, this, &ConnectionsPage::onReady);
    connect(&m_store, &ConnectionStore::secretsNotRead, this, &ConnectionsPage::onSecretsNotRead);
}

void ConnectionsPage::reload()
{
    m_rows.clear();
    const QList<Connection> stored = m_store.connections();
    for (const Connection &connection : stored) {
        Row row{.draft = draftOf(connection), .isDefault = connection.id == m_store.defaultId()};
        row.draft.waitsForSecrets = !m_store.isReady(connection.id);
        m_rows.append(row);
    }
    fillList();
}

void ConnectionsPage::fillList()
{
    const QSignalBlocker blocker(m_ui->list);
    m_ui->list->clear();
    for (int row = 0; row < m_rows.size(); ++row) {
        m_ui->list->addItem(new QListWidgetItem);
        updateItem(row);
    }
}

void ConnectionsPage::showRow(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    m_current = row;
    {
        const QSignalBlocker blocker(m_ui->list);
        m_ui->list->setCurrentRow(row);
    }
    m_ui->editor->setDraft(m_rows.at(row).draft);
    m_ui->editor->setDefault(m_rows.at(row).isDefault);
    m_ui->scroll->verticalScrollBar()->setValue(0);
    updateButtons();
    if (isVisible())
        loadSecretsOfCurrent();
}

void ConnectionsPage::updateItem(int row)
{
    QListWidgetItem *item = m_ui->list->item(row);
    const Row &shown = m_rows.at(row);
    const QString title = draftTitle(shown.draft);
    item->setText(title);
    item->setIcon(icon(shown.draft.kind == ServerKind::Demo ? IconName::Chat : IconName::Globe,
                       QPalette::Text));
    item->setData(RowDelegate::TickRole, shown.isDefault);
    item->setData(Qt::AccessibleTextRole,
                  shown.isDefault ? tr("%1, answers new conversations").arg(title) : title);
}

void ConnectionsPage::updateButtons()
{
    const Row &row = m_rows.at(m_current);
    m_ui->duplicate->setEnabled(!row.draft.waitsForSecrets);
    m_ui->remove->setEnabled(m_rows.size() > 1 || row.draft.kind != ServerKind::Demo);
    m_ui->up->setEnabled(m_current > 0);
    m_ui->down->setEnabled(m_current < m_rows.size() - 1);
}

//! Only what is looked at: a key store may ask the user something.
void ConnectionsPage::loadSecretsOfCurrent()
{
    const ConnectionDraft &draft = m_rows.at(m_current).draft;
    if (draft.waitsForSecrets)
        m_store.loadSecrets(draft.original.id);
}

int ConnectionsPage::rowOf(const QString &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).draft.original.id == id)
            return row;
    }
    return -1;
}

void ConnectionsPage::add(const Row &row)
{
    m_rows.append(row);
    fillList();
    showRow(int(m_rows.size()) - 1);
}

void ConnectionsPage::duplicateCurrent()
{
    Row copy{.draft = m_rows.at(m_current).draft};
    copy.draft.original.id.clear();
    copy.draft.name = tr("%1 (copy)").arg(draftTitle(copy.draft));
    add(copy);
    m_ui->editor->focusName();
}

void ConnectionsPage::removeCurrent()
{
    const bool wasDefault = m_rows.at(m_current).isDefault;
    m_rows.removeAt(m_current);
    if (m_rows.isEmpty()) // somebody has to answer
        m_rows.append({.draft = draftOf({.name = tr("Demo"), .kind = ServerKind::Demo})});
    if (wasDefault)
        m_rows.first().isDefault = true;
    fillList();
    showRow(qMin(m_current, int(m_rows.size()) - 1));
}

void ConnectionsPage::moveCurrent(int step)
{
    const int target = m_current + step;
    if (target < 0 || target >= m_rows.size())
        return;
    m_rows.swapItemsAt(m_current, target);
    updateItem(m_current);
    updateItem(target);
    m_current = target;
    const QSignalBlocker blocker(m_ui->list);
    m_ui->list->setCurrentRow(target);
    updateButtons();
}

void ConnectionsPage::makeCurrentDefault()
{
    for (int row = 0; row < m_rows.size(); ++row) {
        m_rows[row].isDefault = row == m_current;
        updateItem(row);
    }
    m_ui->editor->setDefault(true);
}

void ConnectionsPage::onEdited()
{
    m_rows[m_current].draft = m_ui->editor->draft();
    updateItem(m_current);
    updateButtons();
}

void ConnectionsPage::onReady(const QString &id)
{
    const int row = rowOf(id);
    if (row < 0 || !m_rows.at(row).draft.waitsForSecrets)
        return;
    ConnectionDraft draft = m_rows.at(row).draft;
    draft.original = m_store.connection(id).value_or(draft.original);
    draft.waitsForSecrets = false;
    fillSecrets(draft, draft.original);
    m_rows[row].draft = draft;
    if (row != m_current)
        return;
    m_ui->editor->setSecrets(draft);
    updateButtons();
}

void ConnectionsPage::onSecretsNotRead(const QString &id, const SecretResult &result)
{
    const int row = rowOf(id);
    if (row < 0 || !m_rows.at(row).draft.waitsForSecrets)
        return;
    m_rows[row].draft.waitsForSecrets = false;
    if (row != m_current)
        return;
    m_ui->editor->showSecretsProblem(
        tr("The key could not be read. What is entered here replaces it. %1")
            .arg(result.problem)
            .trimmed());
    updateButtons();
}

} // namespace Aura
