// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectiondraft.h"

#include "net/httprequest.h"
#include "net/useraddress.h"
#include "ui/settings/fieldtext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Aura {

namespace {

using Field = DraftProblem::Field;

class ConnectionText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ConnectionText)
};

QString secondsText(milliseconds time)
{
    return numberText(double(time.count()) / 1000);
}

QString headersText(const QList<HttpHeader> &headers)
{
    QStringList lines;
    for (const HttpHeader &header : headers)
        lines.append(QString::fromUtf8(header.name) + u": "_s + header.value.reveal());
    return lines.join(u'\n');
}

QString bodyText(const QJsonObject &body)
{
    return body.isEmpty()
        ? QString()
        : QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Indented)).trimmed();
}

//! Reads field after field; what follows the first problem is passed over.
class DraftReader
{
public:
    explicit DraftReader(const ConnectionDraft &draft)
        : m_draft(draft)
    {
        m_reading.connection = draft.original;
        m_reading.connection.kind = draft.kind;
        m_reading.connection.name = draft.name.trimmed();
        m_reading.connection.model = draft.model.trimmed();
        m_reading.connection.sendsUnencrypted = draft.sendsUnencrypted;
    }

    DraftReading read()
    {
        if (m_draft.kind == ServerKind::Demo)
            return m_reading; // the rest of it is not asked for
        readAddress();
        readKey();
        readHeaders();
        readCookies();
        readProxySettings();
        readTimeouts();
        readParameterFields();
        readOrganization();
        readBody();
        readTls();
        return m_reading;
    }

private:
    template<typename T> std::optional<T> take(Field field, const Result<T> &result)
    {
        if (result)
            return *result;
        complain(field, result.error().text);
        return {};
    }

    void complain(Field field, const QString &sentence)
    {
        if (!m_reading.problem)
            m_reading.problem = DraftProblem{field, sentence};
    }

    void readAddress()
    {
        if (const auto url = take(Field::BaseUrl, parseBaseUrl(m_draft.baseUrl, m_draft.kind)))
            m_reading.connection.baseUrl = *url;
    }

    void readKey()
    {
        const QString key = m_draft.key.trimmed();
        for (const QChar character : key) {
            if (character.unicode() < 0x21 || character.unicode() > 0x7e) {
                complain(Field::Key,
                         ConnectionText::tr("A key is made of letters, digits and signs "
                                            "without spaces. Copy it once more."));
                return;
            }
        }
        m_reading.connection.key = Secret(key);
    }

    void readHeaders()
    {
        QList<HttpHeader> headers;
        for (const QString &line : m_draft.headers.split(u'\n', Qt::SkipEmptyParts)) {
            if (line.trimmed().isEmpty())
                continue;
            if (const auto header = take(Field::Headers, parseHeaderLine(line)))
                headers.append(*header);
        }
        m_reading.connection.headers = headers;
    }

    void readCookies()
    {
        if (m_draft.cookies.trimmed().isEmpty())
            m_reading.connection.cookies = {};
        else if (const auto cookies = take(Field::Cookies, parseCookies(m_draft.cookies)))
            m_reading.connection.cookies = Secret(*cookies);
    }

    void readProxySettings()
    {
        if (const auto problem = readProxy(m_draft.proxy, m_reading.connection.proxy))
            complain(problem->field == ProxyProblem::Field::Host ? Field::ProxyHost
                                                                 : Field::ProxyPort,
                     problem->sentence);
    }

    void readTimeouts()
    {
        Timeouts &timeouts = m_reading.connection.timeouts;
        readTimeout(Field::ConnectTimeout, m_draft.connectTimeout, timeouts.connect);
        readTimeout(Field::FirstByteTimeout, m_draft.firstByteTimeout, timeouts.firstByte);
        readTimeout(Field::IdleTimeout, m_draft.idleTimeout, timeouts.idle);
    }

    void readTimeout(Field field, const QString &text, milliseconds &timeout)
    {
        if (const auto time = take(field, parseSeconds(text)))
            timeout = milliseconds(*time);
    }

    void readParameterFields()
    {
        const ParameterReading reading = readParameters(m_draft.parameters, m_draft.kind);
        m_reading.connection.parameters = reading.parameters;
        if (reading.problem && !m_reading.problem)
            m_reading.problem = DraftProblem{Field::Parameters, reading.problem->sentence,
                                             reading.problem->parameter};
    }

    void readOrganization()
    {
        const QString name = m_draft.organization.trimmed();
        m_reading.connection.organization = name;
        if (!isHeaderValue(name))
            complain(Field::Organization,
                     ConnectionText::tr("The organization has characters that cannot be sent. Copy "
                                        "it once more."));
    }

    void readBody()
    {
        if (const auto body = take(Field::ExtraBody, parseJsonObject(m_draft.extraBody)))
            m_reading.connection.extraBody = *body;
    }

    void readTls()
    {
        TlsSettings &tls = m_reading.connection.tls;
        tls.pinnedPublicKey = m_draft.pinnedPublicKey;
        readFile(Field::CaFile, m_draft.caFile, tls.caFile);
        readFile(Field::ClientCertificate, m_draft.clientCertificate, tls.clientCertificate);
        readFile(Field::ClientKey, m_draft.clientKey, tls.clientKey);
    }

    void readFile(Field field, const QString &text, QString &fileName)
    {
        fileName = text.trimmed();
        if (!fileName.isEmpty() && !QFileInfo(fileName).isFile())
            complain(field,
                     ConnectionText::tr("There is no such file. Choose a PEM file, or leave "
                                        "this empty."));
    }

    const ConnectionDraft &m_draft;
    DraftReading m_reading;
};

} // namespace

ConnectionDraft draftOf(const Connection &connection)
{
    ConnectionDraft draft{.original = connection};
    draft.name = connection.name;
    draft.kind = connection.kind;
    draft.baseUrl = connection.baseUrl.toString();
    draft.model = connection.model;
    draft.connectTimeout = secondsText(connection.timeouts.connect);
    draft.firstByteTimeout = secondsText(connection.timeouts.firstByte);
    draft.idleTimeout = secondsText(connection.timeouts.idle);
    draft.extraBody = bodyText(connection.extraBody);
    draft.parameters = parameterTexts(connection.parameters);
    draft.organization = connection.organization;
    draft.caFile = connection.tls.caFile;
    draft.clientCertificate = connection.tls.clientCertificate;
    draft.clientKey = connection.tls.clientKey;
    draft.pinnedPublicKey = connection.tls.pinnedPublicKey;
    draft.sendsUnencrypted = connection.sendsUnencrypted;
    draft.proxy = proxyDraftOf(connection.proxy);
    fillSecrets(draft, connection);
    return draft;
}

void fillSecrets(ConnectionDraft &draft, const Connection &connection)
{
    draft.key = connection.key.reveal();
    draft.headers = headersText(connection.headers);
    draft.cookies = connection.cookies.reveal();
    draft.proxy.password = connection.proxy.password;
}

DraftReading readDraft(const ConnectionDraft &draft)
{
    return DraftReader(draft).read();
}

QString draftTitle(const ConnectionDraft &draft)
{
    if (!draft.name.trimmed().isEmpty())
        return draft.name.trimmed();
    const QUrl url(draft.baseUrl);
    return url.host().isEmpty() ? ConnectionText::tr("New connection") : url.host();
}

} // namespace Aura
