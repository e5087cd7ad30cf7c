// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QStringList>

#include <memory>

namespace Aura {

//! What a start asks of the program that runs already.
struct StartRequest
{
    bool newConversation = false; // else: show the window
    QStringList files{};          // absolute paths, to import

    friend bool operator==(const StartRequest &, const StartRequest &) = default;
};

//! Sees to it that one program works with a data folder: the first holds a lock in it and listens,
//! the next hands over what it was asked and ends. Nobody but the user's own programs is listened
//! to.
class OneProgram : public QObject
{
    Q_OBJECT

public:
    enum class Place { First, HandedOver };

    //! The folder is there.
    explicit OneProgram(const QString &dataFolder, QObject *parent = nullptr);
    ~OneProgram() override;

    //! An error where another program has the folder and does not answer within two seconds.
    Result<Place> claim(const StartRequest &request);

    //! From now on requests are emitted; those that came before wait until then.
    void serve();

signals:
    void requested(const Aura::StartRequest &request);

private:
    bool handOver(const StartRequest &request) const;
    void listen();
    void onConnected();

    QString m_address; // of the socket
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace Aura
