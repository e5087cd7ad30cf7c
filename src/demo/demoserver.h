// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/scenario.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace Aura {

//! One HTTP request as it arrived.
struct DemoRequest
{
    QByteArray method{};
    QByteArray target{};
    QList<std::pair<QByteArray, QByteArray>> headers{};
    QByteArray body{};

    //! The value of the first header of that name, in any case; empty where there is none.
    QByteArray header(const QByteArray &name) const;
    QJsonObject json() const; // empty where the body is no JSON object
};

//! A server on this computer that speaks the Aura protocol: it answers the first run with the
//! demo's pages, and plays faults for the tests.
//!
//! Listens on 127.0.0.1 only. Lives in one thread, and never blocks it.
class DemoServer : public QObject
{
    Q_OBJECT

public:
    explicit DemoServer(QObject *parent = nullptr);
    ~DemoServer() override;

    //! Begins to listen; port 0 takes a free one. False where the port is taken.
    bool listen(quint16 port = 0);
    QUrl url() const; // "http://127.0.0.1:PORT", without a path

    //! What every chat request is answered with from now on, instead of the demo's pages.
    void setScenario(const Scenario &scenario);

    //! Chooses the scenario for each request; std::nullopt lets the demo answer.
    void setScenarioChooser(std::function<std::optional<Scenario>(const DemoRequest &)> chooser);

    void clearScenario();

    //! How long the demo pauses between two words; 0 in tests.
    void setPace(std::chrono::milliseconds pause);

    //! Every request that arrived whole, oldest first.
    const QList<DemoRequest> &requests() const;
    int openConnections() const;

signals:
    void requestReceived(const Aura::DemoRequest &request);
    void clientLeft(); // a client closed its connection before the response had ended

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Aura

Q_DECLARE_METATYPE(Aura::DemoRequest)
