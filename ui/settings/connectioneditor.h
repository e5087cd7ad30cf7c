// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/connectiondraft.h"
#include "ui/settings/settingspage.h"

#include <QWidget>

#include <memory>

namespace Aura {

class ConnectionTest;
class ProblemLabel;
struct BrowserImport;
struct ConnectionCheck;
struct ModelInfo;
struct ProviderError;

namespace Ui {
class ConnectionEditor;
}

//! The fields of one connection.
class ConnectionEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionEditor(QWidget *parent = nullptr);
    ~ConnectionEditor() override;

    void setProviderMaker(ProviderMaker makeProvider);
    void setNetwork(const std::shared_ptr<NetworkThread> &network) { m_network = network; }

    ConnectionDraft draft() const;
    //! Forgets the last test, as it was another connection's.
    void setDraft(const ConnectionDraft &draft);

    //! The secrets have come, or cannot be read, while the other fields may have been changed.
    void setSecrets(const ConnectionDraft &draft);
    void showSecretsProblem(const QString &sentence);

    void setDefault(bool isDefault);

    //! Shows the sentence and returns the field.
    QWidget *showProblem(const DraftProblem &problem);
    void focusName();

protected:
    //! A wheel over a list of choices scrolls the page; it must not choose a proxy on its way.
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void edited();
    void defaultChosen();

private:
    struct Place // of a field, and of the sentence beside it
    {
        QWidget *field = nullptr;
        ProblemLabel *label = nullptr;
    };
    Place placeOf(DraftProblem::Field field) const;

    void connectFields();
    void chooseFiles();
    void showKind();
    void showEncryption();
    void showPin(const QByteArray &publicKey);
    void openImport();
    void takeImport(const BrowserImport &taken);
    void setWaiting(bool waiting);
    void clearProblems();
    void onEdited();
    void onTestClicked();
    void showCheck(const ConnectionCheck &check);
    void onListModelsClicked();
    void onModelsListed(const QList<ModelInfo> &models);
    //! The connection as entered; none, and the problem shown, where it makes no sense.
    std::optional<Connection> readOrComplain();

    std::unique_ptr<Ui::ConnectionEditor> m_ui;
    std::unique_ptr<ConnectionTest> m_test;
    std::shared_ptr<NetworkThread> m_network;
    Connection m_original;
    QByteArray m_pin;
    bool m_filling = false;
    bool m_waits = false;
};

} // namespace Aura
