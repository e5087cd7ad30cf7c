// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectioneditor.h"

#include "net/useraddress.h"
#include "ui/settings/browserimportdialog.h"
#include "ui_connectioneditor.h"

// Whom to trust, and import from browser….
namespace Aura {

void ConnectionEditor::showPin(const QByteArray &publicKey)
{
    m_pin = publicKey;
    m_ui->pin->setVisible(!publicKey.isEmpty());
    m_ui->pinText->setText(tr("Only the server with this public key is trusted, whatever its "
                              "certificate says. SHA-256: %1")
                               .arg(QString::fromLatin1(publicKey.toHex(':').toUpper())));
}

void ConnectionEditor::openImport()
{
    const Result<QUrl> address = parseBaseUrl(m_ui->baseUrl->text());
    auto *dialog = new BrowserImportDialog(m_network, address ? *address : QUrl(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { takeImport(dialog->taken()); });
    dialog->open();
}

//! Field by field, so that nothing that was entered elsewhere is lost.
void ConnectionEditor::takeImport(const BrowserImport &taken)
{
    Connection connection;
    if (const auto before = readDraft(draft()); !before.problem)
        connection = before.connection;
    connection = withImport(connection, taken);
    m_original.userAgent = connection.userAgent;
    if (m_ui->baseUrl->text().trimmed().isEmpty())
        m_ui->baseUrl->setText(connection.baseUrl.toString());
    const ConnectionDraft filled = draftOf(connection);
    if (!taken.cookies.isEmpty())
        m_ui->cookies->setText(filled.cookies);
    if (!taken.headers.isEmpty())
        m_ui->headers->setPlainText(filled.headers);
    if (taken.proxy)
        m_ui->proxy->setDraft(filled.proxy);
    onEdited();
}

} // namespace Aura
