// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationmodel.h"
#include "net/httpaccessmanager.h"
#include "ui/transcript/transcriptview.h"

#include <QBuffer>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

//! Pictures that are asked for, from a server on this computer that may send anything.
class TestRemoteImages : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingIsLoadedByItself();
    void load_data();
    void load();
    void loadsOnce();
    void isAskedForInTheTranscript_data();
    void isAskedForInTheTranscript();

private:
    QString serve(const QByteArray &answer);

    QTcpServer m_server;
    QByteArray m_answer;
    QByteArray m_request;
    int m_connections = 0;
};

namespace {

QByteArray picture(const char *format, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

QByteArray ok(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void giveNetwork(RemoteImages &images)
{
    images.setNetwork([] {
        return engineNetworkAccess(makeNetworkThread())({}, ProxySettings{.type = ProxyType::None});
    });
}

} // namespace

void TestRemoteImages::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_server.close();
    m_server.disconnect(this);
    m_connections = 0;
    m_request.clear();
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = m_server.nextPendingConnection();
        ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            m_request += socket->readAll();
            if (m_request.contains("\r\n\r\n"))
                socket->write(m_answer);
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
}

QString TestRemoteImages::serve(const QByteArray &answer)
{
    m_answer = answer;
    m_server.listen(QHostAddress::LocalHost);
    return u"http://127.0.0.1:%1/a.png"_s.arg(m_server.serverPort());
}

void TestRemoteImages::nothingIsLoadedByItself()
{
    const QString address = serve(ok(picture("PNG", {10, 10})));
    RemoteImages images;
    images.load(address); // there is no network
    giveNetwork(images);
    QVERIFY(images.image(address).isNull());
    QTest::qWait(50); // nothing comes
    QCOMPARE(m_connections, 0);
}

void TestRemoteImages::load_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QSize>("size");  // of what is shown; empty: nothing
    QTest::addColumn<QString>("why"); // a part of what is said then

    QTest::newRow("PNG") << ok(picture("PNG", {40, 30})) << QSize(40, 30) << QString();
    QTest::newRow("JPEG, whatever it says it is")
        << ok(picture("JPG", {40, 30})) << QSize(40, 30) << QString();
    QTest::newRow("one that is larger than a screen")
        << ok(picture("PNG", {4096, 1024})) << QSize(2048, 512) << QString();
    QTest::newRow("SVG") << ok("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">"
                               "<image href=\"http://127.0.0.1:9/\"/></svg>")
                         << QSize(0, 0) << u"no picture"_s;
    QTest::newRow("words") << ok("<html>not a picture</html>") << QSize(0, 0) << u"no picture"_s;
    QTest::newRow("a redirect") << QByteArray(
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/other.png\r\n"
        "Content-Length: 0\r\n\r\n")
                                << QSize(0, 0) << u"http://127.0.0.1:9/other.png"_s;
    QTest::newRow("not found") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                               << QSize(0, 0) << QString();
    QTest::newRow("more than 10 MiB")
        << ok(QByteArray(11 * 1024 * 1024, 'x')) << QSize(0, 0) << u"larger"_s;
    QTest::newRow("cut off") << ok(picture("PNG", {40, 30})).chopped(20) << QSize(0, 0)
                             << QString();
}

void TestRemoteImages::load()
{
    QFETCH(QByteArray, answer);
    QFETCH(QSize, size);
    QFETCH(QString, why);
    const QString address = serve(answer);
    RemoteImages images;
    giveNetwork(images);
    QSignalSpy loaded(&images, &RemoteImages::loaded);
    QSignalSpy failed(&images, &RemoteImages::failed);
    images.load(address);
    if (QByteArray(QTest::currentDataTag()) == "cut off") {
        QTRY_VERIFY(m_request.contains("\r\n\r\n"));
        m_server.close();
        const QList<QTcpSocket *> sockets = m_server.findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets)
            socket->disconnectFromHost();
    }
    QTRY_COMPARE(loaded.size() + failed.size(), 1);
    QCOMPARE(images.image(address).size(), size);
    if (size.isEmpty()) {
        QCOMPARE(failed.size(), 1);
        QVERIFY2(failed[0][1].toString().contains(why), qPrintable(failed[0][1].toString()));
    }
    QCOMPARE(m_connections, 1);
    QVERIFY(!m_request.toLower().contains("cookie:"));
    QVERIFY(!m_request.toLower().contains("authorization:"));
    QVERIFY(!m_request.toLower().contains("referer:"));
}

void TestRemoteImages::loadsOnce()
{
    const QString address = serve(ok(picture("PNG", {10, 10})));
    RemoteImages images;
    giveNetwork(images);
    QSignalSpy loaded(&images, &RemoteImages::loaded);
    images.load(address);
    images.load(address);
    QTRY_COMPARE(loaded.size(), 1);
    images.load(address);
    QCOMPARE(m_connections, 1);
}

void TestRemoteImages::isAskedForInTheTranscript_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("byKey");
    for (const bool byKey : {false, true}) {
        const char *how = byKey ? "key" : "mouse";
        QTest::addRow("in a paragraph, by %s", how) << u"See ![pic](%1) there"_s << byKey;
        QTest::addRow("in a table's cell, by %s", how)
            << u"| a | b |\n|---|---|\n| x | ![pic](%1) |\n"_s << byKey;
    }
}

//! Its place says what and where from; a click or a key shows the whole address; then it is loaded.
void TestRemoteImages::isAskedForInTheTranscript()
{
    QFETCH(QString, text);
    QFETCH(bool, byKey);
    const QString address = serve(ok(picture("PNG", {60, 40})));
    ConversationModel model;
    const MessageId reply = model.beginReply(model.appendQuestion(u"Show me"_s));
    model.appendToReply(reply, text.arg(address));
    model.endReply(reply, {});
    TranscriptView view;
    giveNetwork(view.images());
    view.setModel(&model);
    view.resize(500, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QTRY_VERIFY(view.text().blockText(1, 0).contains(u"Image: pic (127.0.0.1)"_s));
    QCoreApplication::sendPostedEvents();
    if (byKey) {
        view.setFocus();
        view.setCurrentRow(1);
        QTest::keyClick(&view, Qt::Key_Tab);
        QTest::keyClick(&view, Qt::Key_Return);
    } else {
        for (int y = 4; y < 400 && view.findChildren<QMessageBox *>().isEmpty(); y += 8) {
            for (int x = 20; x < 480 && view.findChildren<QMessageBox *>().isEmpty(); x += 16) {
                if (view.canClick({x, y}))
                    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {x, y});
            }
        }
    }
    const auto *question = view.findChild<QMessageBox *>();
    QVERIFY(question);
    QVERIFY(question->informativeText().contains(address));
    QCOMPARE(m_connections, 0);
    const QList<QAbstractButton *> buttons = question->buttons();
    for (QAbstractButton *button : buttons) {
        if (button->text() == u"Load"_s)
            button->click();
    }
    QTRY_COMPARE(view.images().image(address).size(), QSize(60, 40));
    QCoreApplication::sendPostedEvents();
    const QImage shown = view.viewport()->grab().toImage();
    qsizetype red = 0;
    for (int y = 0; y < shown.height(); ++y) {
        for (int x = 0; x < shown.width(); ++x)
            red += shown.pixel(x, y) == qRgb(255, 0, 0) ? 1 : 0;
    }
    QVERIFY2(red >= 58 * 38, qPrintable(QString::number(red)));
    QCOMPARE(m_connections, 1);
}

QTEST_MAIN(TestRemoteImages)
#include "tst_remoteimages.moc"
