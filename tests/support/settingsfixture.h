// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/connection.h"
#include "providers/chatprovider.h"
#include "settings/connectionstore.h"
#include "settings/datafolder.h"
#include "settings/defaultproxy.h"
#include "settings/memorysecretstore.h"
#include "settings/secretvault.h"
#include "settings/settings.h"
#include "ui/settings/secretquestions.h"
#include "ui/settings/settingspage.h"

#include <QPointer>
#include <QTemporaryDir>

#include <map>

//! A secret store in memory that outlives the program, and answers as it is told to.
class ToldSecretStore : public Aura::MemorySecretStore
{
public:
    void read(const QString &name, QObject *context, Callback done) override
    {
        if (status == Aura::SecretStatus::Ok)
            MemorySecretStore::read(name, context, std::move(done));
        else
            answer(context, done, {.status = status, .problem = QStringLiteral("Told so.")});
    }
    void write(const QString &name, const Aura::Secret &secret, QObject *context,
               Callback done) override
    {
        if (status == Aura::SecretStatus::Ok)
            MemorySecretStore::write(name, secret, context, std::move(done));
        else
            answer(context, done, {.status = status, .problem = QStringLiteral("Told so.")});
    }
    bool isPersistent() const override { return true; }

    Aura::SecretStatus status = Aura::SecretStatus::Ok;
};

//! A provider whose answers to check() and listModels() the test gives.
class ToldProvider : public Aura::ChatProvider
{
public:
    QString displayName() const override { return {}; }
    Aura::RequestId send(const Aura::ChatRequest &) override { return {1}; }
    void cancel(Aura::RequestId) override {}
    Aura::RequestId listModels() override { return {2}; }
    Aura::RequestId check() override { return {3}; }
};

//! All that the settings dialog works on, in a folder of its own.
struct SettingsFixture
{
    QTemporaryDir folder{};
    Aura::DataFolder data{folder.path()};
    Aura::Settings settings{data.settingsFile()};
    std::map<Aura::SecretPlace, ToldSecretStore *> stores{};
    Aura::SecretVault vault{settings, [this](Aura::SecretPlace place) {
                                auto store = std::make_unique<ToldSecretStore>();
                                store->status = nextStatus;
                                stores[place] = store.get();
                                return store;
                            }};
    Aura::ConnectionStore connections{data.connectionsFile(), vault};
    Aura::DefaultProxy proxy{settings, vault};
    Aura::SecretQuestions questions{vault, connections, proxy};
    Aura::SecretStatus nextStatus = Aura::SecretStatus::Ok; // of stores that are made from now on
    QPointer<ToldProvider> provider{};                      // made last
    Aura::Connection tried{};                               // what it was made for

    Aura::SettingsParts parts()
    {
        return {settings,
                connections,
                proxy,
                vault,
                questions,
                [this](const Aura::Connection &connection) {
                    auto made = std::make_unique<ToldProvider>();
                    provider = made.get();
                    tried = connection;
                    return made;
                }};
    }
};
