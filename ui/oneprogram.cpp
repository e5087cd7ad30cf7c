// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/oneprogram.h"

#include "base/logging.h"
#include "ui/platform.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr auto longestAnswer = 2s;
constexpr qint64 longestRequest = 65536; // bytes
constexpr qsizetype mostFiles = 1000;

//! Short, as the name of a socket has to be, and the same for all ways to write a folder's path.
QString addressFor(const QString &dataFolder)
{
    const QByteArray path = QFileInfo(dataFolder).canonicalFilePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex();
    const QString name = u"aura-"_s + QString::fromLatin1(hash.first(16));
#ifdef Q_OS_WIN
    return name; // a named pipe
#else
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return (QFileInfo(runtime).isDir() ? runtime : dataFolder) + u'/' + name;
#endif
}

QByteArray toJson(const StartRequest &request)
{
    const QJsonObject json{{u"newConversation"_s, request.newConversation},
                           {u"files"_s, QJsonArray::fromStringList(request.files)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

StartRequest fromJson(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    StartRequest request{.newConversation = json.value("newConversation"_L1).toBool()};
    const QJsonArray files = json.value("files"_L1).toArray();
    for (const auto &value : files) {
        const QString file = value.toString();
        if (QDir::isAbsolutePath(file) && request.files.size() < mostFiles)
            request.files.append(file);
    }
    return request;
}

} // namespace

OneProgram::OneProgram(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_address(addressFor(dataFolder))
    , m_lock(dataFolder + u"/aura.lock"_s)
    , m_server(this)
{
    m_lock.setStaleLockTime(0); // a lock is as old as its program; a dead one's does not count
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
}

OneProgram::~OneProgram() = default;

Result<OneProgram::Place> OneProgram::claim(const StartRequest &request)
{
    if (m_lock.tryLock(0)) {
        listen();
        return Place::First;
    }
    if (m_lock.error() != QLockFile::LockFailedError)
        return Place::First; // a folder that cannot be written: the history says so itself
    if (handOver(request))
        return Place::HandedOver;
    return Error{tr("Aura is running already, but does not answer. End it, then try again.")};
}

bool OneProgram::handOver(const StartRequest &request) const
{
    constexpr int patience = int(std::chrono::milliseconds(longestAnswer).count());
    QLocalSocket socket;
    socket.connectToServer(m_address);
    if (!socket.waitForConnected(patience) || !isOwnPeer(socket.socketDescriptor()))
        return false;
    socket.write(toJson(request));
    return socket.waitForBytesWritten(patience) && socket.waitForReadyRead(patience)
        && socket.readAll().startsWith("ok");
}

void OneProgram::listen()
{
    QLocalServer::removeServer(m_address); // of a program that was killed; the lock is ours
    if (!m_server.listen(m_address))
        qCWarning(lcUi) << "a second start will not find this window:" << m_server.errorString();
}

void OneProgram::serve()
{
    connect(&m_server, &QLocalServer::newConnection, this, &OneProgram::onConnected);
    onConnected();
}

void OneProgram::onConnected()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(longestRequest);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (!isOwnPeer(socket->socketDescriptor())) {
            socket->abort();
            continue;
        }
        QTimer::singleShot(longestAnswer, socket, [socket] { socket->abort(); });
        const auto read = [this, socket] {
            if (!socket->canReadLine())
                return;
            const StartRequest request = fromJson(socket->readLine());
            socket->write("ok\n");
            socket->disconnectFromServer();
            emit requested(request);
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        read(); // what came before it was served
    }
}

} // namespace Aura
