// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/proxyfields.h"

#include "net/useraddress.h"
#include "ui/settings/fieldtext.h"
#include "ui_proxyfields.h"

#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

bool isManual(ProxyType type)
{
    return type == ProxyType::Http || type == ProxyType::Socks5;
}

QString typeText(ProxyType type)
{
    switch (type) {
    case ProxyType::AsInNetwork: return ProxyFields::tr("As in Network");
    case ProxyType::None: return ProxyFields::tr("No proxy");
    case ProxyType::System: return ProxyFields::tr("The system’s");
    case ProxyType::Http: return ProxyFields::tr("HTTP");
    case ProxyType::Socks5: return ProxyFields::tr("SOCKS5");
    }
    Q_UNREACHABLE();
}

} // namespace

ProxyDraft proxyDraftOf(const ProxySettings &proxy)
{
    return {.type = proxy.type,
            .host = proxy.host,
            .port = proxy.port > 0 ? QString::number(proxy.port) : QString(),
            .user = proxy.user,
            .password = proxy.password};
}

std::optional<ProxyProblem> readProxy(const ProxyDraft &draft, ProxySettings &proxy)
{
    proxy = {.type = draft.type};
    if (!isManual(draft.type)) {
        // Kept for the day when it is needed again, as far as it makes sense.
        proxy.host = draft.host.trimmed();
        proxy.port = parsePort(draft.port) ? *parsePort(draft.port) : 0;
        proxy.user = draft.user;
        proxy.password = draft.password;
        return {};
    }
    const QString host = draft.host.trimmed();
    if (host.isEmpty())
        return ProxyProblem{ProxyProblem::Field::Host,
                            ProxyFields::tr("Enter the proxy’s host, for example proxy.example.")};
    const bool isWhole = host.contains(u"://"_s);
    const auto port = parsePort(draft.port);
    if (!port && !isWhole)
        return ProxyProblem{ProxyProblem::Field::Port, port.error().text};
    const QString scheme = draft.type == ProxyType::Http ? u"http"_s : u"socks5"_s;
    const QString bracketed =
        host.count(u':') > 1 && !host.startsWith(u'[') ? u"[%1]"_s.arg(host) : host;
    const QString url =
        isWhole ? host : u"%1://%2:%3"_s.arg(scheme, bracketed, QString::number(*port));
    const auto read = parseProxyUrl(url);
    if (!read)
        return ProxyProblem{ProxyProblem::Field::Host, read.error().text};
    proxy = *read;
    if (!draft.user.isEmpty() || !isWhole) {
        proxy.user = draft.user;
        proxy.password = draft.password;
    }
    return {};
}

ProxyFields::ProxyFields(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProxyFields>())
{
    m_ui->setupUi(this);
    m_ui->manual->hide();
    connect(m_ui->type, &QComboBox::currentIndexChanged, this, &ProxyFields::onTypeChanged);
    connect(m_ui->host, &QLineEdit::textChanged, this, &ProxyFields::edited);
    connect(m_ui->port, &QLineEdit::textChanged, this, &ProxyFields::edited);
    connect(m_ui->user, &QLineEdit::textChanged, this, &ProxyFields::edited);
    connect(m_ui->password, &QLineEdit::textChanged, this, &ProxyFields::edited);
    connect(this, &ProxyFields::edited, this, &ProxyFields::clearProblems);
}

ProxyFields::~ProxyFields() = default;

void ProxyFields::setTypes(const QList<ProxyType> &types)
{
    const QSignalBlocker blocker(m_ui->type);
    m_ui->type->clear();
    for (const ProxyType type : types)
        m_ui->type->addItem(typeText(type), QVariant::fromValue(type));
    m_ui->manual->setVisible(isManual(draft().type));
}

ProxyDraft ProxyFields::draft() const
{
    return {.type = m_ui->type->currentData().value<ProxyType>(),
            .host = m_ui->host->text(),
            .port = m_ui->port->text(),
            .user = m_ui->user->text(),
            .password = Secret(m_ui->password->text())};
}

void ProxyFields::setDraft(const ProxyDraft &draft)
{
    m_ui->type->setCurrentIndex(m_ui->type->findData(QVariant::fromValue(draft.type)));
    m_ui->host->setText(draft.host);
    m_ui->port->setText(draft.port);
    m_ui->user->setText(draft.user);
    setPassword(draft.password);
    clearProblems();
}

void ProxyFields::setPassword(const Secret &password)
{
    m_ui->password->setText(password.reveal());
}

void ProxyFields::setWaiting(bool waiting)
{
    m_ui->password->setWaiting(waiting);
}

void ProxyFields::showPasswordProblem(const QString &sentence)
{
    m_ui->passwordProblem->showProblem(sentence);
}

QWidget *ProxyFields::showProblem(const ProxyProblem &problem)
{
    const bool isHost = problem.field == ProxyProblem::Field::Host;
    (isHost ? m_ui->hostProblem : m_ui->portProblem)->showProblem(problem.sentence);
    return isHost ? m_ui->host : m_ui->port;
}

void ProxyFields::clearProblems()
{
    m_ui->hostProblem->clearProblem();
    m_ui->portProblem->clearProblem();
    m_ui->passwordProblem->clearProblem();
}

void ProxyFields::onTypeChanged()
{
    m_ui->manual->setVisible(isManual(draft().type));
    emit edited();
}

} // namespace Aura
