// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/exchangerecorder.h"

#include "base/errortext.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

class ExchangeText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ExchangeText)
};

//! For a POSIX shell: in single quotes, the variables of SecretMask outside of them.
QString quoted(const QString &text)
{
    static const QRegularExpression variable(u"\\$AURA_[A-Z0-9_]+"_s);
    QString result = u"'"_s;
    qsizetype from = 0;
    for (auto match = variable.match(text); match.hasMatch(); match = variable.match(text, from)) {
        result += text.mid(from, match.capturedStart() - from).replace(u"'"_s, u"'\\''"_s);
        result += u"'\""_s + match.captured() + u"\"'"_s;
        from = match.capturedEnd();
    }
    return result + text.mid(from).replace(u"'"_s, u"'\\''"_s) + u'\'';
}

//! What curl writes by itself.
bool isCurls(const QString &name)
{
    static const QStringList names{u"host"_s, u"content-length"_s, u"connection"_s,
                                   u"proxy-authorization"_s};
    return names.contains(name.toLower());
}

QString millisecondsText(qint64 milliseconds)
{
    return milliseconds < 0 ? u"–"_s : ExchangeText::tr("%1 ms").arg(milliseconds);
}

QString bodyText(const QByteArray &kept, qint64 whole)
{
    QString text = QString::fromUtf8(kept);
    if (whole > ExchangeRecord::longestBody)
        text += u"\n\n"_s
            + ExchangeText::tr("[The first %1 of %2 bytes were kept.]").arg(kept.size()).arg(whole);
    return text;
}

} // namespace

QString curlCommandOf(const ExchangeRecord &record)
{
    QStringList parts{u"curl "_s + quoted(record.url.toString(QUrl::FullyEncoded))};
    if (record.method != "GET" && record.requestBytes == 0)
        parts.append(u"-X "_s + QString::fromLatin1(record.method));
    if (!record.proxy.isEmpty())
        parts.append(u"-x "_s + quoted(record.proxy));
    const QStringList lines = QString::fromLatin1(record.requestHead).split(u"\r\n"_s);
    for (const QString &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(u':');
        if (colon > 0 && !isCurls(line.left(colon)))
            parts.append(u"-H "_s + quoted(line));
    }
    if (record.requestBytes > 0)
        parts.append(u"--data-raw "_s
                     + quoted(record.requestBytes > ExchangeRecord::longestBody
                                  ? ExchangeText::tr("[the body was too long to be kept whole]")
                                  : QString::fromUtf8(record.requestBody)));
    return parts.join(u" \\\n  "_s) + u'\n';
}

QString exchangeText(const ExchangeRecord &record)
{
    const ExchangeTimes &times = record.times;
    QStringList lines;
    lines << record.time.toString(Qt::ISODate)
          << u"name lookup %1, connected %2, TLS %3, first byte %4, first text %5, end %6"_s.arg(
                 millisecondsText(times.nameLookupMs), millisecondsText(times.connectMs),
                 millisecondsText(times.tlsMs), millisecondsText(times.firstByteMs),
                 millisecondsText(times.firstTextMs), millisecondsText(times.totalMs))
          << replyStateName(record.completion.state);
    if (record.completion.error)
        lines << errorSentence(*record.completion.error);
    lines << QString() << QString::fromLatin1(record.requestHead).remove(u'\r').trimmed()
          << QString() << bodyText(record.requestBody, record.requestBytes) << QString()
          << QString::fromLatin1(record.replyHead).remove(u'\r').trimmed() << QString()
          << bodyText(record.replyBody, record.replyBytes);
    return lines.join(u'\n') + u'\n';
}

} // namespace Aura
