// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connectionlogdialog.h"

#include "base/errortext.h"
#include "net/connectionlog.h"
#include "ui/theme/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr auto refreshPause = 500ms;

QString purposeText(RequestPurpose purpose)
{
    switch (purpose) {
    case RequestPurpose::Question: return ConnectionLogDialog::tr("a question");
    case RequestPurpose::Inquiry: return ConnectionLogDialog::tr("models and state");
    case RequestPurpose::LocalSearch:
        return ConnectionLogDialog::tr("search for servers on this computer");
    case RequestPurpose::Browser: return ConnectionLogDialog::tr("import from a browser");
    }
    Q_UNREACHABLE();
}

QString outcomeText(const ConnectionEntry &entry)
{
    const QString time = QLocale().toString(qint64(entry.duration.count()));
    switch (entry.state) {
    case ConnectionEntry::State::Running: return ConnectionLogDialog::tr("open");
    case ConnectionEntry::State::Done:
        return ConnectionLogDialog::tr("ended after %1 ms").arg(time);
    case ConnectionEntry::State::Stopped:
        return ConnectionLogDialog::tr("stopped after %1 ms").arg(time);
    case ConnectionEntry::State::Failed:
        return entry.error ? errorSentence(*entry.error) : ConnectionLogDialog::tr("failed");
    }
    Q_UNREACHABLE();
}

} // namespace

ConnectionLogDialog::ConnectionLogDialog(std::shared_ptr<const ConnectionLog> log, QWidget *parent)
    : QDialog(parent)
    , m_log(std::move(log))
    , m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Connection log"));
    resize(820, 460);
    auto *column = new QVBoxLayout(this);
    column->addWidget(makeTextLabel(tr("Every connection that Aura made since it was started. "
                                       "It is kept in memory only, until Aura closes."),
                                    this));
    m_list->setAccessibleName(tr("Connection log"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderLabels(
        {tr("Time"), tr("Server"), tr("Proxy"), tr("Address"), tr("Why"), tr("Outcome")});
    column->addWidget(m_list, 1);
    auto *buttons = new QDialogButtonBox(this);
    auto *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole)->setDefault(true);
    column->addWidget(buttons);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(text()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_timer, &QTimer::timeout, this, &ConnectionLogDialog::refresh);
    m_timer.start(refreshPause);
    refresh();
    for (int i = 0; i < m_list->columnCount() - 1; ++i)
        m_list->resizeColumnToContents(i);
}

QStringList ConnectionLogDialog::cells(const ConnectionEntry &entry)
{
    return {QLocale().toString(entry.time.toLocalTime().time(), u"HH:mm:ss"_s),
            entry.server,
            entry.proxy.isEmpty() ? tr("none") : entry.proxy,
            entry.addresses.join(u", "_s),
            purposeText(entry.purpose),
            outcomeText(entry)};
}

void ConnectionLogDialog::refresh()
{
    if (!m_log || (m_revision == m_log->revision() && m_revision != 0))
        return;
    m_revision = m_log->revision();
    QList<QTreeWidgetItem *> rows;
    const QList<ConnectionEntry> entries = m_log->entries();
    rows.reserve(entries.size());
    for (const ConnectionEntry &entry : entries)
        rows.prepend(new QTreeWidgetItem(cells(entry))); // the newest on top
    m_list->clear();
    m_list->addTopLevelItems(rows);
}

QString ConnectionLogDialog::text() const
{
    QStringList lines;
    const QList<ConnectionEntry> entries = m_log ? m_log->entries() : QList<ConnectionEntry>();
    for (const ConnectionEntry &entry : entries)
        lines.append(entry.time.toString(Qt::ISODateWithMs) + u'\t'
                     + cells(entry).mid(1).join(u'\t'));
    return lines.join(u'\n');
}

} // namespace Aura
