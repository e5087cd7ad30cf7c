// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/browserimportdialog.h"

#include "net/browser/browsersession.h"
#include "net/browser/curlcommand.h"
#include "net/browser/driverprocess.h"
#include "net/httpaccessmanager.h"
#include "net/browser/webdriver.h"
#include "net/replyerror.h"
#include "ui/settings/fieldlabels.h"
#include "ui/theme/textlabel.h"

#include <QComboBox>
#include <QApplication>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGroupBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Aura {

BrowserImportDialog::BrowserImportDialog(std::shared_ptr<NetworkThread> network,
                                         const QUrl &address, QWidget *parent)
    : QDialog(parent)
    , m_network(std::move(network))
    , m_address(address)
{
    setWindowTitle(tr("Import from browser"));
    resize(600, 620);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(makeBrowserPart());
    column->addWidget(makeCommandPart());
    m_problem = new ProblemLabel(this);
    column->addWidget(m_problem);
    m_summary = makeTextLabel(tr("Nothing has been taken yet."), this);
    m_summary->setAccessibleName(tr("What was taken"));
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_summary);
    column->addStretch();
    auto *buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(tr("Use this"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, &BrowserImportDialog::closeBrowser);
    updateButtons();
}

BrowserImportDialog::~BrowserImportDialog()
{
    closeBrowser();
}

QWidget *BrowserImportDialog::makeBrowserPart()
{
    auto *part = new QGroupBox(tr("Sign in with a browser"), this);
    auto *column = new QVBoxLayout(part);
    column->addWidget(makeTextLabel(
        tr("Aura opens %1 in a browser of its own. Sign in there, then take the cookies: only "
           "those "
           "for this address, and the browser’s name. The browser is closed afterwards.")
            .arg(m_address.toDisplayString()),
        part));
    m_driver = new QComboBox(part);
    m_driver->setAccessibleName(tr("WebDriver"));
    m_driverAddress = new QLineEdit(part);
    m_driverAddress->setAccessibleName(tr("WebDriver address"));
    m_driverAddress->setPlaceholderText(u"http://127.0.0.1:9515"_s);
    m_open = new QPushButton(tr("Open browser"), part);
    m_take = new QPushButton(tr("Take cookies"), part);
    m_state = makeTextLabel({}, part);
    auto *row = new QHBoxLayout;
    row->addWidget(m_open);
    row->addWidget(m_take);
    row->addStretch();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_driver, m_driverAddress})
        column->addWidget(widget);
    column->addLayout(row);
    column->addWidget(m_state);
    for (QPushButton *button : {m_open, m_take})
        button->setAutoDefault(false);
    connect(m_driver, &QComboBox::currentIndexChanged, this, &BrowserImportDialog::updateButtons);
    connect(m_driverAddress, &QLineEdit::textChanged, this, &BrowserImportDialog::updateButtons);
    connect(m_open, &QPushButton::clicked, this, &BrowserImportDialog::openBrowser);
    connect(m_take, &QPushButton::clicked, this, [this] {
        m_problem->clearProblem();
        if (m_session)
            m_session->takeCookies();
    });
    fillDrivers();
    return part;
}

QWidget *BrowserImportDialog::makeCommandPart()
{
    auto *part = new QGroupBox(tr("Or paste a copied request"), this);
    auto *column = new QVBoxLayout(part);
    column->addWidget(makeTextLabel(
        tr("In your browser’s network tools choose “Copy as cURL” of a request to the server. The "
           "command is read, never run."),
        part));
    m_command = new QPlainTextEdit(part);
    m_command->setAccessibleName(tr("Copied request"));
    m_command->setTabChangesFocus(true);
    m_command->setMaximumHeight(110);
    column->addWidget(m_command);
    connect(m_command, &QPlainTextEdit::textChanged, this, &BrowserImportDialog::readCommand);
    return part;
}

void BrowserImportDialog::fillDrivers()
{
    const QStringList drivers = DriverProcess::installedDrivers();
    for (const QString &driver : drivers)
        m_driver->addItem(QFileInfo(driver).fileName(), driver);
    m_driver->addItem(tr("A WebDriver that is running"), QString());
}

void BrowserImportDialog::openBrowser()
{
    if (m_session)
        return closeBrowser();
    m_problem->clearProblem();
    m_session = new BrowserSession(m_network, qApp);
    BrowserSession *session = m_session;
    session->setBrowserArguments(m_arguments);
    connect(session, &BrowserSession::closed, session, &QObject::deleteLater);
    connect(session, &BrowserSession::opened, this, [this] {
        m_isOpen = true;
        showState(tr("The browser is open. Sign in, then press Take cookies."));
    });
    connect(session, &BrowserSession::taken, this, [this](const BrowserImport &taken) {
        showResult(taken);
        closeBrowser();
    });
    connect(session, &BrowserSession::refused, m_problem, &ProblemLabel::showProblem);
    connect(session, &BrowserSession::failed, this, [this](const QString &sentence) {
        m_problem->showProblem(sentence);
        closeBrowser();
    });
    showState(tr("Opening the browser…"));
    const QString program = m_driver->currentData().toString();
    if (!program.isEmpty())
        session->open(program, m_address);
    else
        session->open(QUrl(m_driverAddress->text().trimmed()), m_address);
}

void BrowserImportDialog::closeBrowser()
{
    BrowserSession *session = m_session;
    if (!session)
        return;
    session->disconnect(this);
    session->disconnect(m_problem);
    m_session = nullptr;
    m_isOpen = false;
    session->close(); // deletes itself when that is done
    showState({});
}

void BrowserImportDialog::readCommand()
{
    m_problem->clearProblem();
    const QString text = m_command->toPlainText();
    if (text.trimmed().isEmpty())
        return;
    const Result<BrowserImport> taken = parseCurlCommand(text);
    if (!taken)
        return m_problem->showProblem(taken.error().text);
    const bool isElsewhere = !m_address.isEmpty() && !isSameOrigin(taken->address, m_address);
    showResult(isElsewhere ? BrowserImport() : *taken); // what is another server's stays there
    if (isElsewhere)
        m_problem->showProblem(tr("This request went to %1; the connection is to %2.")
                                   .arg(subjectOf(taken->address), subjectOf(m_address)));
}

void BrowserImportDialog::showResult(const BrowserImport &taken)
{
    m_result = taken;
    m_summary->setText(taken.address.isEmpty() ? tr("Nothing has been taken yet.")
                                               : importSummary(taken));
    updateButtons();
}

void BrowserImportDialog::showState(const QString &text)
{
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    updateButtons();
}

void BrowserImportDialog::updateButtons()
{
    if (!m_accept) // still being made
        return;
    const bool isOwn = !m_driver->currentData().toString().isEmpty();
    const QUrl address(m_driverAddress->text().trimmed());
    const bool hasDriver = isOwn || (address.scheme().startsWith("http"_L1) && address.port() > 0);
    m_driverAddress->setVisible(!isOwn);
    m_driver->setEnabled(!m_session);
    m_driverAddress->setEnabled(!m_session);
    m_open->setText(m_session ? tr("Close browser") : tr("Open browser"));
    m_open->setEnabled(m_session || (hasDriver && m_network && !m_address.host().isEmpty()));
    m_take->setEnabled(m_isOpen);
    const bool hasResult =
        !m_result.cookies.isEmpty() || !m_result.headers.isEmpty() || !m_result.userAgent.isEmpty();
    m_accept->setEnabled(hasResult);
}

QString importSummary(const BrowserImport &taken)
{
    QStringList lines;
    const auto line = [&lines](const QString &text, const QStringList &names) {
        if (!names.isEmpty())
            lines.append(text.arg(names.join(u", "_s)));
    };
    QStringList headers;
    for (const HttpHeader &header : taken.headers)
        headers.append(QString::fromLatin1(header.name));
    lines.append(BrowserImportDialog::tr("From %1:").arg(taken.address.toDisplayString()));
    line(BrowserImportDialog::tr("Cookies: %1"), taken.cookieNames);
    line(BrowserImportDialog::tr("Headers: %1"), headers);
    if (!taken.userAgent.isEmpty())
        lines.append(BrowserImportDialog::tr("Browser’s name: %1").arg(taken.userAgent));
    if (taken.proxy)
        lines.append(BrowserImportDialog::tr("Proxy: %1").arg(taken.proxy->host));
    line(BrowserImportDialog::tr("Not taken: %1"), taken.notTaken);
    if (lines.size() == 1)
        lines.append(BrowserImportDialog::tr("No cookies for this address. Are you signed in?"));
    return lines.join(u'\n');
}

} // namespace Aura
