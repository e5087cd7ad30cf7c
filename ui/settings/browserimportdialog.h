// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/browser/browserimport.h"

#include <QDialog>
#include <QPointer>
#include <QUrl>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace Aura {

class BrowserSession;
class NetworkThread;
class ProblemLabel;

//! Takes cookies, headers and User-Agent of a signed-in browser for one connection: from a browser
//! that is opened for it, or from a command that its network tools copied. Nothing is taken before
//! the user has seen what.
class BrowserImportDialog : public QDialog
{
    Q_OBJECT

public:
    BrowserImportDialog(std::shared_ptr<NetworkThread> network, const QUrl &address,
                        QWidget *parent = nullptr);
    //! A browser that is open is closed, without a wait for it.
    ~BrowserImportDialog() override;

    const BrowserImport &taken() const { return m_result; }

    //! Arguments for the browser; for tests.
    void setBrowserArguments(const QStringList &arguments) { m_arguments = arguments; }

private:
    QWidget *makeBrowserPart();
    QWidget *makeCommandPart();
    void fillDrivers();
    void openBrowser();
    void closeBrowser();
    void readCommand();
    void showResult(const BrowserImport &taken);
    void showState(const QString &text);
    void updateButtons();

    std::shared_ptr<NetworkThread> m_network;
    QUrl m_address;
    QStringList m_arguments;
    BrowserImport m_result;
    QPointer<BrowserSession> m_session;
    bool m_isOpen = false;

    QComboBox *m_driver = nullptr;
    QLineEdit *m_driverAddress = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_take = nullptr;
    QLabel *m_state = nullptr;
    QPlainTextEdit *m_command = nullptr;
    ProblemLabel *m_problem = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_accept = nullptr;
};

//! What was taken, in words: the names, never the values.
QString importSummary(const BrowserImport &taken);

} // namespace Aura
