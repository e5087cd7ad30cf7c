// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

//! A SOCKS5 proxy (RFC 1928, RFC 1929) that leads every name to one port of this computer.
class FakeSocksProxy : public QTcpServer
{
public:
    explicit FakeSocksProxy(quint16 targetPort, const QByteArray &user = {},
                            const QByteArray &password = {})
        : m_targetPort(targetPort)
        , m_user(user)
        , m_password(password)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *client = nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, client, [this, client] { read(client); });
        });
    }

    QByteArray requestedName; // empty: an address was asked for
    int requests = 0;

private:
    void read(QTcpSocket *client)
    {
        const QByteArray bytes = client->readAll();
        if (auto *target = client->findChild<QTcpSocket *>()) {
            target->write(bytes);
        } else if (bytes.startsWith('\x05') && client->property("greeted").isNull()) {
            client->setProperty("greeted", true);
            client->write(m_user.isEmpty() ? QByteArray("\x05\x00", 2) : QByteArray("\x05\x02", 2));
        } else if (bytes.startsWith('\x01')) {
            const qsizetype length = bytes[1];
            const bool isRight =
                bytes.mid(2, length) == m_user && bytes.mid(3 + length) == m_password;
            client->write(isRight ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01", 2));
        } else {
            ++requests;
            const bool isName = bytes.size() > 4 && bytes[3] == '\x03';
            requestedName = isName ? bytes.mid(5, bytes[4]) : QByteArray();
            lead(client);
        }
    }

    void lead(QTcpSocket *client)
    {
        auto *target = new QTcpSocket(client);
        connect(target, &QTcpSocket::connected, client,
                [client] { client->write(QByteArray::fromHex("05000001") + QByteArray(6, '\0')); });
        connect(target, &QTcpSocket::readyRead, client,
                [client, target] { client->write(target->readAll()); });
        connect(target, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, target, &QTcpSocket::disconnectFromHost);
        target->connectToHost(QHostAddress::LocalHost, m_targetPort);
    }

    quint16 m_targetPort;
    QByteArray m_user;
    QByteArray m_password;
};
