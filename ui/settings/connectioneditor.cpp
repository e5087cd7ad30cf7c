// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectioneditor.h"

#include "base/errortext.h"
#include "net/networkaccess.h"
#include "net/plainhttp.h"
#include "net/useraddress.h"
#include "settings/connectionjson.h"
#include "ui/settings/connectiontest.h"
#include "ui/settings/fieldlabels.h"
#include "ui_connectioneditor.h"

#include <QCompleter>
#include <QFileDialog>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

struct KindRow
{
    ServerKind kind;
    const char *name;
    const char *hint;
};

//! The kinds of servers that are offered. A new kind is a row.
constexpr KindRow kinds[] = {
    {ServerKind::Aura, QT_TRANSLATE_NOOP("Aura::ConnectionEditor", "Aura"),
     QT_TRANSLATE_NOOP("Aura::ConnectionEditor",
                       "A server of openchat-ui or one of its relatives.")},
    {ServerKind::OpenAi, QT_TRANSLATE_NOOP("Aura::ConnectionEditor", "OpenAI-compatible"),
     QT_TRANSLATE_NOOP("Aura::ConnectionEditor",
                       "llama.cpp, LM Studio, vLLM, OpenRouter, OpenAI, Azure and many more.")},
    {ServerKind::Ollama, QT_TRANSLATE_NOOP("Aura::ConnectionEditor", "Ollama"),
     QT_TRANSLATE_NOOP("Aura::ConnectionEditor",
                       "Models on this computer or another, by Ollama’s own protocol.")},
    {ServerKind::Demo, QT_TRANSLATE_NOOP("Aura::ConnectionEditor", "Demo"),
     QT_TRANSLATE_NOOP("Aura::ConnectionEditor",
                       "Answers inside this program, without a network and without a model.")},
};

} // namespace

ConnectionEditor::ConnectionEditor(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ConnectionEditor>())
{
    m_ui->setupUi(this);
    m_ui->headers->document()->setDocumentMargin(textMargin);
    m_ui->extraBody->document()->setDocumentMargin(textMargin);
    m_ui->model->completer()->setFilterMode(Qt::MatchContains);
    m_ui->model->completer()->setCompletionMode(QCompleter::PopupCompletion);
    for (const KindRow &row : kinds)
        m_ui->kind->addItem(tr(row.name),
                            QVariant::fromValue(row.kind)); // clazy:exclude=tr-non-literal
    m_ui->proxy->setTypes({ProxyType::AsInNetwork, ProxyType::None, ProxyType::System,
                           ProxyType::Http, ProxyType::Socks5});
    const QList<QComboBox *> choices = findChildren<QComboBox *>();
    for (QComboBox *choice : choices) {
        choice->setFocusPolicy(Qt::StrongFocus);
        choice->installEventFilter(this);
    }
    setProviderMaker({});
    connectFields();
    chooseFiles();
}

ConnectionEditor::~ConnectionEditor() = default;

bool ConnectionEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return QWidget::eventFilter(watched, event);
    event->ignore(); // on to the page
    return true;
}

void ConnectionEditor::setProviderMaker(ProviderMaker makeProvider)
{
    m_test = std::make_unique<ConnectionTest>(std::move(makeProvider));
    connect(m_test.get(), &ConnectionTest::checked, this, [this](const ConnectionCheck &check) {
        m_ui->test->setText(tr("Test connection"));
        showCheck(check);
    });
    connect(m_test.get(), &ConnectionTest::modelsListed, this, &ConnectionEditor::onModelsListed);
    connect(m_test.get(), &ConnectionTest::modelsFailed, this, [this](const ProviderError &error) {
        m_ui->listModels->setEnabled(true);
        m_ui->modelProblem->showProblem(
            (errorSentence(error) + u' ' + errorAdvice(error)).trimmed());
    });
}

ConnectionDraft ConnectionEditor::draft() const
{
    return {.original = m_original,
            .name = m_ui->name->text(),
            .kind = m_ui->kind->currentData().value<ServerKind>(),
            .baseUrl = m_ui->baseUrl->text(),
            .model = m_ui->model->currentText(),
            .key = m_ui->key->text(),
            .headers = m_ui->headers->toPlainText(),
            .cookies = m_ui->cookies->text(),
            .proxy = m_ui->proxy->draft(),
            .connectTimeout = m_ui->connectTimeout->text(),
            .firstByteTimeout = m_ui->firstByteTimeout->text(),
            .idleTimeout = m_ui->idleTimeout->text(),
            .extraBody = m_ui->extraBody->toPlainText(),
            .parameters = m_ui->parameters->texts(),
            .organization = m_ui->organization->text(),
            .caFile = m_ui->caFile->text(),
            .clientCertificate = m_ui->clientCertificate->text(),
            .clientKey = m_ui->clientKey->text(),
            .pinnedPublicKey = m_pin,
            .sendsUnencrypted = m_ui->sendsUnencrypted->isChecked(),
            .waitsForSecrets = m_waits};
}

void ConnectionEditor::setDraft(const ConnectionDraft &draft)
{
    const QScopedValueRollback filling(m_filling, true);
    m_test->stop();
    m_ui->test->setText(tr("Test connection"));
    m_ui->listModels->setEnabled(true);
    m_ui->report->clear();
    clearProblems();
    m_original = draft.original;
    m_ui->name->setText(draft.name);
    // A kind that is not offered, from another version's file, is kept all the same.
    if (m_ui->kind->findData(QVariant::fromValue(draft.kind)) < 0)
        m_ui->kind->addItem(serverKindName(draft.kind), QVariant::fromValue(draft.kind));
    m_ui->kind->setCurrentIndex(m_ui->kind->findData(QVariant::fromValue(draft.kind)));
    m_ui->baseUrl->setText(draft.baseUrl);
    m_ui->model->clear();
    m_ui->model->setEditText(draft.model);
    m_ui->connectTimeout->setText(draft.connectTimeout);
    m_ui->firstByteTimeout->setText(draft.firstByteTimeout);
    m_ui->idleTimeout->setText(draft.idleTimeout);
    m_ui->extraBody->setPlainText(draft.extraBody);
    m_ui->parameters->setTexts(draft.parameters);
    m_ui->organization->setText(draft.organization);
    m_ui->caFile->setText(draft.caFile);
    m_ui->clientCertificate->setText(draft.clientCertificate);
    m_ui->clientKey->setText(draft.clientKey);
    m_ui->proxy->setDraft(draft.proxy);
    m_ui->sendsUnencrypted->setChecked(draft.sendsUnencrypted);
    showPin(draft.pinnedPublicKey);
    setSecrets(draft);
    showKind();
    showEncryption();
}

void ConnectionEditor::setSecrets(const ConnectionDraft &draft)
{
    const QScopedValueRollback filling(m_filling, true);
    m_original = draft.original;
    m_ui->key->setText(draft.key);
    m_ui->headers->setPlainText(draft.headers);
    m_ui->cookies->setText(draft.cookies);
    m_ui->proxy->setPassword(draft.proxy.password);
    setWaiting(draft.waitsForSecrets);
}

void ConnectionEditor::showSecretsProblem(const QString &sentence)
{
    setWaiting(false);
    m_ui->keyProblem->showProblem(sentence);
}

void ConnectionEditor::setDefault(bool isDefault)
{
    m_ui->isDefault->setChecked(isDefault);
    m_ui->isDefault->setEnabled(!isDefault); // another one is chosen to change it
}

QWidget *ConnectionEditor::showProblem(const DraftProblem &problem)
{
    if (problem.field == DraftProblem::Field::Parameters)
        return m_ui->parameters->showProblem({problem.parameter, problem.sentence});
    const Place place = placeOf(problem.field);
    if (!place.label) {
        const bool isHost = problem.field == DraftProblem::Field::ProxyHost;
        return m_ui->proxy->showProblem(
            {isHost ? ProxyProblem::Field::Host : ProxyProblem::Field::Port, problem.sentence});
    }
    place.label->showProblem(problem.sentence);
    return place.field;
}

void ConnectionEditor::focusName()
{
    m_ui->name->setFocus();
    m_ui->name->selectAll();
}

ConnectionEditor::Place ConnectionEditor::placeOf(DraftProblem::Field field) const
{
    using Field = DraftProblem::Field;
    switch (field) {
    case Field::BaseUrl: return {m_ui->baseUrl, m_ui->baseUrlProblem};
    case Field::Key: return {m_ui->key, m_ui->keyProblem};
    case Field::Headers: return {m_ui->headers, m_ui->headersProblem};
    case Field::Cookies: return {m_ui->cookies, m_ui->cookiesProblem};
    case Field::ConnectTimeout: return {m_ui->connectTimeout, m_ui->timeoutProblem};
    case Field::FirstByteTimeout: return {m_ui->firstByteTimeout, m_ui->timeoutProblem};
    case Field::IdleTimeout: return {m_ui->idleTimeout, m_ui->timeoutProblem};
    case Field::ExtraBody: return {m_ui->extraBody, m_ui->extraBodyProblem};
    case Field::CaFile: return {m_ui->caFile, m_ui->caFileProblem};
    case Field::ClientCertificate: return {m_ui->clientCertificate, m_ui->clientCertificateProblem};
    case Field::ClientKey: return {m_ui->clientKey, m_ui->clientKeyProblem};
    case Field::Organization: return {m_ui->organization, m_ui->organizationProblem};
    case Field::Parameters:
    case Field::ProxyHost:
    case Field::ProxyPort: break; // fields of their own
    }
    return {};
}

void ConnectionEditor::connectFields()
{
    for (QLineEdit *line : {m_ui->name, m_ui->baseUrl, m_ui->connectTimeout, m_ui->firstByteTimeout,
                            m_ui->idleTimeout, m_ui->organization, m_ui->caFile,
                            m_ui->clientCertificate, m_ui->clientKey})
        connect(line, &QLineEdit::textChanged, this, &ConnectionEditor::onEdited);
    for (SecretEdit *line : {m_ui->key, m_ui->cookies})
        connect(line, &QLineEdit::textChanged, this, &ConnectionEditor::onEdited);
    for (QPlainTextEdit *text : {m_ui->headers, m_ui->extraBody})
        connect(text, &QPlainTextEdit::textChanged, this, &ConnectionEditor::onEdited);
    connect(m_ui->model, &QComboBox::editTextChanged, this, &ConnectionEditor::onEdited);
    connect(m_ui->proxy, &ProxyFields::edited, this, &ConnectionEditor::onEdited);
    connect(m_ui->parameters, &ParameterFields::edited, this, &ConnectionEditor::onEdited);
    connect(m_ui->kind, &QComboBox::currentIndexChanged, this, [this] {
        showKind();
        onEdited();
    });
    connect(m_ui->baseUrl, &QLineEdit::textChanged, this, &ConnectionEditor::showEncryption);
    connect(m_ui->baseUrl, &QLineEdit::editingFinished, this, [this] {
        if (const Result<QUrl> url = parseBaseUrl(m_ui->baseUrl->text()))
            m_ui->baseUrl->setText(url->toString()); // what is made of it, to be seen
    });
    connect(m_ui->sendsUnencrypted, &QCheckBox::toggled, this, &ConnectionEditor::onEdited);
    connect(m_ui->report, &CheckReport::trustRequested, this,
            [this](const PeerCertificate &certificate) {
                showPin(certificate.publicKey);
                onEdited();
                onTestClicked();
            });
    connect(m_ui->forgetPin, &QPushButton::clicked, this, [this] {
        showPin({});
        onEdited();
    });
    connect(m_ui->importFromBrowser, &QPushButton::clicked, this, &ConnectionEditor::openImport);
    connect(m_ui->isDefault, &QCheckBox::clicked, this, &ConnectionEditor::defaultChosen);
    connect(m_ui->test, &QPushButton::clicked, this, &ConnectionEditor::onTestClicked);
    connect(m_ui->listModels, &QPushButton::clicked, this, &ConnectionEditor::onListModelsClicked);
}

void ConnectionEditor::chooseFiles()
{
    const auto choose = [this](QPushButton *button, QLineEdit *line) {
        connect(button, &QPushButton::clicked, line, [this, line] {
            const QString file = QFileDialog::getOpenFileName(
                this, line->accessibleName(), line->text(),
                tr("PEM files (*.pem *.crt *.cer *.key);;All files (*)"));
            if (!file.isEmpty())
                line->setText(file);
        });
    };
    choose(m_ui->chooseCaFile, m_ui->caFile);
    choose(m_ui->chooseClientCertificate, m_ui->clientCertificate);
    choose(m_ui->chooseClientKey, m_ui->clientKey);
}

void ConnectionEditor::showKind()
{
    const auto kind = m_ui->kind->currentData().value<ServerKind>();
    m_ui->serverFields->setVisible(kind != ServerKind::Demo);
    m_ui->moreFields->setVisible(kind != ServerKind::Demo);
    m_ui->parameters->setKind(kind);
    m_ui->organizationArea->setVisible(kind == ServerKind::OpenAi);
    m_ui->baseUrl->setPlaceholderText(kind == ServerKind::Ollama ? u"http://localhost:11434"_s
                                          : kind == ServerKind::OpenAi
                                          ? u"http://localhost:8080"_s
                                          : u"http://localhost:3000"_s);
    for (const KindRow &row : kinds) {
        if (row.kind == kind)
            m_ui->kindHint->setText(tr(row.hint)); // clazy:exclude=tr-non-literal
    }
}

//! The switch is there where it matters: http, and another machine.
void ConnectionEditor::showEncryption()
{
    const Result<QUrl> url = parseBaseUrl(m_ui->baseUrl->text());
    const Exposure exposure = url ? exposureOf(*url) : Exposure::None;
    m_ui->encryption->setVisible(exposure != Exposure::None);
    m_ui->encryptionHint->setText(
        exposure == Exposure::LocalNetwork
            ? tr("http shows them to everybody in your network. Without this they are not sent.")
            : tr("http shows them to everybody on the way. Use https:// if the server can do it."));
}

void ConnectionEditor::setWaiting(bool waiting)
{
    m_waits = waiting;
    m_ui->key->setWaiting(waiting);
    m_ui->cookies->setWaiting(waiting);
    m_ui->proxy->setWaiting(waiting);
    m_ui->headers->setEnabled(!waiting);
}

void ConnectionEditor::clearProblems()
{
    for (ProblemLabel *label : findChildren<ProblemLabel *>())
        label->clearProblem();
}

void ConnectionEditor::onEdited()
{
    if (m_filling)
        return;
    clearProblems();
    emit edited();
}

void ConnectionEditor::onTestClicked()
{
    if (m_test->isChecking()) {
        m_test->stop();
        m_ui->test->setText(tr("Test connection"));
        m_ui->report->clear();
        return;
    }
    const auto connection = readOrComplain();
    if (!connection)
        return;
    m_ui->listModels->setEnabled(true);
    m_ui->report->showRunning();
    m_ui->test->setText(tr("Stop the test"));
    m_test->check(*connection);
}

void ConnectionEditor::showCheck(const ConnectionCheck &check)
{
    const Connection connection = readDraft(draft()).connection;
    m_ui->report->showCheck(check, connection.baseUrl);
    if (check.works && connection.kind != ServerKind::Demo && !carriesSecrets(connection)
        && isLoopback(connection.baseUrl.host()))
        m_ui->report->addHint(tr("This server answers without a key, so web pages that you open "
                                 "may be able to ask it too. If it can be given a key, do so."));
}

void ConnectionEditor::onListModelsClicked()
{
    const auto connection = readOrComplain();
    if (!connection)
        return;
    m_ui->modelProblem->clearProblem();
    m_ui->listModels->setEnabled(false);
    m_ui->report->clear();
    m_ui->test->setText(tr("Test connection"));
    m_test->listModels(*connection);
}

void ConnectionEditor::onModelsListed(const QList<ModelInfo> &models)
{
    m_ui->listModels->setEnabled(true);
    if (models.isEmpty()) {
        m_ui->modelProblem->showProblem(tr("The server names no models. Type the model’s name."));
        return;
    }
    const QString chosen = m_ui->model->currentText();
    {
        const QScopedValueRollback filling(m_filling, true);
        m_ui->model->clear();
        for (const ModelInfo &model : models)
            m_ui->model->addItem(model.id);
    }
    m_ui->model->setEditText(chosen.isEmpty() ? models.constFirst().id : chosen);
    if (m_ui->model->isVisible() && models.size() > 1)
        m_ui->model->showPopup();
}

std::optional<Connection> ConnectionEditor::readOrComplain()
{
    clearProblems();
    const DraftReading reading = readDraft(draft());
    if (!reading.problem)
        return reading.connection;
    showProblem(*reading.problem)->setFocus();
    return {};
}

} // namespace Aura
