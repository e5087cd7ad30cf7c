// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demorequest.h"
#include "demo/scenario.h"

#include <QList>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace Aura {

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

    //! What every request is answered with from now on, instead of the demo's pages. Lists of
    //! models ("…/models", "/api/tags") are not asked of the scenario; a chooser is asked for all.
    //! The last of setScenario(), setScenarioChooser() and clearScenario() holds.
    void setScenario(const Scenario &scenario);

    //! Chooses the scenario for each request; std::nullopt lets the demo answer.
    void setScenarioChooser(std::function<std::optional<Scenario>(const DemoRequest &)> chooser);

    void clearScenario();

    //! How long the demo pauses between two words: 25 ms unless told; 0 in tests.
    void setPace(std::chrono::milliseconds pause);

    //! Whether requests() remembers; true unless told, for the tests.
    void setKeepsRequests(bool keeps);

    //! Every request that arrived whole, oldest first. Beyond 64 MB the oldest are let go.
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
