// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/smoke.h"

#include "base/version.h"
#include "chat/conversation.h"
#include "demo/demoserver.h"
#include "history/database.h"
#include "history/historystore.h"
#include "ui/application.h"
#include "ui/composer.h"
#include "ui/conversationpage.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPixmap>
#include <QSaveFile>
#include <QSslSocket>
#include <QStyle>
#include <QTimer>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr auto limit = 60s;
constexpr auto lastPaint = 200ms; // the reply's end is painted within a few frames

QJsonObject versions()
{
    return {
        {u"aura"_s, QString::fromLatin1(programVersion)},
        {u"qt"_s, QString::fromLatin1(qVersion())},
    };
}

//! "3.40.1, FTS5"
QString sqliteVersion()
{
    Database database;
    if (!database.open(u":memory:"_s))
        return {};
    const bool hasFts5 =
        database.value(u"SELECT sqlite_compileoption_used('ENABLE_FTS5')"_s).toBool();
    return database.value(u"SELECT sqlite_version()"_s).toString()
        + (hasFts5 ? u", FTS5"_s : QString());
}

void complain(const QString &sentence)
{
    std::fputs(qUtf8Printable("aura: "_L1 + sentence + u'\n'), stderr);
}

bool save(const QString &fileName, const QJsonObject &report)
{
    QSaveFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(report).toJson()) > 0
        && file.commit();
}

} // namespace

Smoke::Smoke(Application &application, const QString &picture, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_picture(picture)
{
    application.demo().setPace(0ms);
    QTimer::singleShot(limit, this, [this] { finish(false); });
    QTimer::singleShot(0, this, &Smoke::ask);
}

void Smoke::ask()
{
    Conversation *conversation = m_application.window().current();
    connect(&conversation->messages(), &ConversationModel::replyEnded, this,
            [this] { QTimer::singleShot(lastPaint, this, [this] { finish(true); }); });
    Composer &composer = m_application.window().page().composer();
    composer.setText(tr("What can Aura do?"));
    emit composer.sendRequested(composer.text());
}

void Smoke::finish(bool ended)
{
    const ConversationModel &messages = m_application.window().current()->messages();
    const int last = messages.rowCount() - 1;
    const HistoryStatus &status = m_application.history().status();
    const bool keeps = status.condition == HistoryCondition::Working;
    if (!keeps)
        complain(historySentence(status) + u' ' + historyAdvice(status));
    QJsonObject report{
        {u"versions"_s, versions()},
        {u"sqlite"_s, sqliteVersion()},
        {u"historyOpen"_s, keeps},
        {u"tls"_s, QSslSocket::supportsSsl() ? QSslSocket::sslLibraryVersionString() : QString()},
        {u"platform"_s, QGuiApplication::platformName()},
        {u"style"_s, QApplication::style()->objectName()},
    };
    bool good = false;
    if (last >= 0) {
        const Message &reply = messages.messageAt(last);
        good = ended && reply.state == ReplyState::Complete && !reply.text.isEmpty();
        report.insert(u"reply"_s, reply.text);
        report.insert(u"replyState"_s, replyStateName(reply.state));
    }
    const QFileInfo picture(m_picture);
    const QString json = picture.path() + u'/' + picture.completeBaseName() + ".json"_L1;
    const bool painted = m_application.window().grab().save(m_picture, "PNG");
    const bool saved = save(json, report) && painted;
    if (!saved)
        complain(tr("%1 could not be written.").arg(m_picture));
    QCoreApplication::exit(good && keeps && saved ? 0 : 1);
}

} // namespace Aura
