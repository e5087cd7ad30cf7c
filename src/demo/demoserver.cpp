// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"

#include "demo/demoapi.h"
#include "demo/democonnection.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

namespace Aura {

namespace {

constexpr qsizetype mostKept = 64 * 1024 * 1024; // bytes of request bodies

bool asksForModels(const DemoRequest &request)
{
    const QByteArray path = request.path();
    return path.endsWith("/models") || path.endsWith("/api/tags");
}

} // namespace

class DemoServer::Private
{
public:
    explicit Private(DemoServer *parent)
        : q(parent)
        , tcp(parent)
    {}

    void takeConnections();
    void keep(const DemoRequest &request);
    Scenario answerTo(const DemoRequest &request) const;

    DemoServer *q;
    QTcpServer tcp;
    bool keepsRequests = true;
    std::function<std::optional<Scenario>(const DemoRequest &)> chooser{};
    std::chrono::milliseconds pace{25};
    QList<DemoRequest> requests{};
    qsizetype keptBytes = 0;
    int openConnections = 0;
};

void DemoServer::Private::takeConnections()
{
    while (QTcpSocket *socket = tcp.nextPendingConnection()) {
        auto *connection = new DemoConnection(
            socket, [this](const DemoRequest &request) { return answerTo(request); }, q);
        ++openConnections;
        QObject::connect(connection, &DemoConnection::requestReceived, q,
                         [this](const DemoRequest &request) { keep(request); });
        QObject::connect(connection, &DemoConnection::clientLeft, q, &DemoServer::clientLeft);
        QObject::connect(connection, &DemoConnection::closed, q, [this, connection] {
            --openConnections;
            connection->deleteLater();
        });
    }
}

void DemoServer::Private::keep(const DemoRequest &request)
{
    if (keepsRequests) {
        requests.append(request);
        keptBytes += request.body.size();
    }
    while (keptBytes > mostKept && requests.size() > 1)
        keptBytes -= requests.takeFirst().body.size();
    emit q->requestReceived(request);
}

Scenario DemoServer::Private::answerTo(const DemoRequest &request) const
{
    const std::optional<Scenario> chosen = chooser ? chooser(request) : std::nullopt;
    return chosen ? *chosen : demoResponse(request, pace);
}

DemoServer::DemoServer(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
    connect(&d->tcp, &QTcpServer::newConnection, this, [this] { d->takeConnections(); });
}

DemoServer::~DemoServer() = default;

bool DemoServer::listen(quint16 port)
{
    if (d->tcp.isListening())
        d->tcp.close();
    return d->tcp.listen(QHostAddress::LocalHost, port);
}

QUrl DemoServer::url() const
{
    QUrl url;
    if (!d->tcp.isListening())
        return url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(d->tcp.serverPort());
    return url;
}

void DemoServer::setScenario(const Scenario &scenario)
{
    d->chooser = [scenario](const DemoRequest &request) -> std::optional<Scenario> {
        if (asksForModels(request))
            return std::nullopt;
        return scenario;
    };
}

void DemoServer::setScenarioChooser(
    std::function<std::optional<Scenario>(const DemoRequest &)> chooser)
{
    d->chooser = std::move(chooser);
}

void DemoServer::clearScenario()
{
    d->chooser = nullptr;
}

void DemoServer::setPace(std::chrono::milliseconds pause)
{
    d->pace = pause;
}

void DemoServer::setKeepsRequests(bool keeps)
{
    d->keepsRequests = keeps;
}

const QList<DemoRequest> &DemoServer::requests() const
{
    return d->requests;
}

int DemoServer::openConnections() const
{
    return d->openConnections;
}

} // namespace Aura
