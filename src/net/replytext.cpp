// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/replyerror.h"

#include "base/redact.h"
#include "net/jsontext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr qsizetype longestDetail = 500;    // characters
constexpr qsizetype longestTextBody = 2000; // bytes; a longer body is a page, not a sentence

QString messageInJson(const QByteArray &body)
{
    const auto object = parseJsonObject(body);
    return object ? errorMessageIn(*object) : QString();
}

//! Whether the phrase is only what the status number says already.
bool isStandardPhrase(const QString &phrase)
{
    static const QStringList standard{u"Bad Request"_s,
                                      u"Unauthorized"_s,
                                      u"Forbidden"_s,
                                      u"Not Found"_s,
                                      u"Method Not Allowed"_s,
                                      u"Request Timeout"_s,
                                      u"Payload Too Large"_s,
                                      u"Request Entity Too Large"_s,
                                      u"Unprocessable Entity"_s,
                                      u"Too Many Requests"_s,
                                      u"Internal Server Error"_s,
                                      u"Not Implemented"_s,
                                      u"Bad Gateway"_s,
                                      u"Service Unavailable"_s,
                                      u"Gateway Timeout"_s};
    return standard.contains(phrase, Qt::CaseInsensitive);
}

QString shortText(const QNetworkReply &reply, const QByteArray &body)
{
    // "Error" is all that an Aura server's body ever says.
    if (isWebPage(reply) || body.size() > longestTextBody || body.trimmed() == "Error")
        return {};
    if (body.trimmed().startsWith('{') || body.trimmed().startsWith('['))
        return {};
    return QString::fromUtf8(body);
}

bool hasNoBody(int status)
{
    return status == 204 || status == 304;
}

} // namespace

Framing framingOf(const QNetworkReply &reply)
{
    if (const auto known = replyAttribute<Framing>(reply, ReplyAttribute::Framing))
        return *known;
    const int status = httpStatus(reply);
    if (status == 0)
        return Framing::Unknown;
    if (reply.rawHeader("Transfer-Encoding").toLower().contains("chunked"))
        return Framing::Chunked;
    if (reply.hasRawHeader("Content-Length") || hasNoBody(status))
        return Framing::Length;
    return Framing::Close;
}

bool isWebPage(const QNetworkReply &reply)
{
    const QByteArray type = reply.rawHeader("Content-Type").toLower();
    return type.startsWith("text/html") || type.startsWith("application/xhtml");
}

QString refusalDetail(const QNetworkReply &reply, const QByteArray &body,
                      const Connection &connection)
{
    const QString phrase =
        reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString().trimmed();
    QString detail = messageInJson(body);
    if (detail.isEmpty() && !phrase.isEmpty() && !isStandardPhrase(phrase))
        detail = phrase;
    if (detail.isEmpty())
        detail = shortText(reply, body);
    if (detail.isEmpty())
        detail = phrase;
    return plainDetail(redact(detail, connection));
}

QString pageTitle(const QByteArray &html)
{
    static const QRegularExpression title(u"<title[^>]*>([^<]*)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    QString text = title.match(QString::fromUtf8(html)).captured(1);
    text.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&quot;"_L1, "\""_L1);
    text.replace("&#39;"_L1, "'"_L1).replace("&amp;"_L1, "&"_L1);
    return plainDetail(text);
}

QString plainDetail(const QString &text)
{
    QString plain;
    // Half a megabyte of phrase costs no more than a long one.
    for (const QChar c : QStringView(text).left(4 * longestDetail)) {
        const QChar::Category category = c.category();
        if (category == QChar::Other_Control)
            plain += u' ';
        else if (category != QChar::Other_Format) // nothing that hides or turns the text around it
            plain += c;
    }
    plain = plain.simplified();
    if (plain.size() <= longestDetail)
        return plain;
    plain.truncate(longestDetail - 1);
    if (plain.back().isHighSurrogate())
        plain.chop(1);
    return plain + u'…';
}

QString subjectOf(const QUrl &url)
{
    const QString host = url.host();
    QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    if (url.port() == -1)
        return shown;
    return shown + u':' + QString::number(url.port());
}

} // namespace Aura
