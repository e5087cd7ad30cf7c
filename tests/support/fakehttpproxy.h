// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

//! An HTTP proxy that leads every host to one port of this computer, by CONNECT or by absolute
//! address.
class FakeHttpProxy : public QTcpServer
{
public:
    explicit FakeHttpProxy(quint16 targetPort)
        : m_targetPort(targetPort)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *client = nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, client, [this, client] { read(client); });
        });
    }

    QByteArray requestedHost; // "host:port" of the newest request

private:
    void read(QTcpSocket *client)
    {
        if (auto *target = client->findChild<QTcpSocket *>()) {
            target->write(client->readAll());
            return;
        }
        if (!client->peek(64 * 1024).contains("\r\n\r\n"))
            return;
        const QByteArray bytes = client->readAll();
        const QByteArray target =
            bytes.mid(bytes.indexOf(' ') + 1, bytes.indexOf(" HTTP") - bytes.indexOf(' ') - 1);
        const bool isTunnel = bytes.startsWith("CONNECT ");
        requestedHost = isTunnel ? target : QUrl::fromEncoded(target).authority().toLatin1();
        lead(client)->write(isTunnel ? QByteArray() : bytes);
        if (isTunnel)
            client->write("HTTP/1.1 200 Connection established\r\n\r\n");
    }

    QTcpSocket *lead(QTcpSocket *client)
    {
        auto *target = new QTcpSocket(client);
        connect(target, &QTcpSocket::readyRead, client,
                [client, target] { client->write(target->readAll()); });
        connect(target, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, target, &QTcpSocket::disconnectFromHost);
        target->connectToHost(QHostAddress::LocalHost, m_targetPort);
        return target;
    }

    quint16 m_targetPort;
};
