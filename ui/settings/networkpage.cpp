// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/networkpage.h"

#include "settings/defaultproxy.h"
#include "ui_networkpage.h"

namespace Aura {

NetworkPage::NetworkPage(const SettingsParts &parts, QWidget *parent)
    : SettingsPage(parent)
    , m_proxy(parts.proxy)
    , m_ui(std::make_unique<Ui::NetworkPage>())
{
    m_ui->setupUi(this);
    m_ui->proxy->setTypes({ProxyType::System, ProxyType::None, ProxyType::Http, ProxyType::Socks5});
    m_ui->proxy->setDraft(proxyDraftOf(m_proxy.proxy()));
    m_ui->proxy->setWaiting(!m_proxy.isReady());
    connect(&m_proxy, &DefaultProxy::ready, this, [this] {
        m_ui->proxy->setWaiting(false);
        if (m_ui->proxy->draft().password.isEmpty())
            m_ui->proxy->setPassword(m_proxy.proxy().password);
    });
    connect(&m_proxy, &DefaultProxy::secretsNotRead, this, [this](const SecretResult &result) {
        m_ui->proxy->setWaiting(false);
        m_ui->proxy->showPasswordProblem(
            tr("The password could not be read. %1").arg(result.problem).trimmed());
    });
}

NetworkPage::~NetworkPage() = default;

QWidget *NetworkPage::firstProblem()
{
    ProxySettings proxy;
    const auto problem = readProxy(m_ui->proxy->draft(), proxy);
    return problem ? m_ui->proxy->showProblem(*problem) : nullptr;
}

void NetworkPage::save()
{
    ProxySettings proxy;
    if (readProxy(m_ui->proxy->draft(), proxy))
        return;
    m_proxy.setProxy(proxy);
}

void NetworkPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    if (!m_proxy.isReady())
        m_proxy.loadSecrets();
}

} // namespace Aura
