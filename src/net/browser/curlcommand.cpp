// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/browser/curlcommand.h"

#include "net/httprequest.h"
#include "net/useraddress.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr qsizetype longestCommand = 1024 * 1024; // characters

class CurlText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::CurlText)
};

//! Options that take a value and are of no use here, and the short ones that do.
bool takesValue(const QString &name)
{
    static const QStringList names{
        u"cacert"_s,      u"capath"_s,         u"cert"_s,           u"cert-type"_s,
        u"ciphers"_s,     u"config"_s,         u"connect-to"_s,     u"connect-timeout"_s,
        u"cookie-jar"_s,  u"data"_s,           u"data-ascii"_s,     u"data-binary"_s,
        u"data-raw"_s,    u"data-urlencode"_s, u"dump-header"_s,    u"form"_s,
        u"form-string"_s, u"interface"_s,      u"json"_s,           u"key"_s,
        u"limit-rate"_s,  u"max-redirs"_s,     u"max-time"_s,       u"noproxy"_s,
        u"output"_s,      u"pass"_s,           u"pinnedpubkey"_s,   u"proxy-user"_s,
        u"range"_s,       u"referer"_s,        u"request"_s,        u"resolve"_s,
        u"retry"_s,       u"tls-max"_s,        u"unix-socket"_s,    u"upload-file"_s,
        u"write-out"_s,   u"retry-delay"_s,    u"retry-max-time"_s, u"trace"_s,
        u"trace-ascii"_s};
    return names.contains(name);
}

//! Long names of the short options that take a value; empty: takes none.
QString longName(QChar shortName)
{
    struct Pair
    {
        char16_t shortName;
        const char *name;
    };
    static constexpr Pair pairs[] = {
        {u'A', "user-agent"}, {u'b', "cookie"},      {u'c', "cookie-jar"},  {u'C', "range"},
        {u'd', "data"},       {u'D', "dump-header"}, {u'e', "referer"},     {u'E', "cert"},
        {u'F', "form"},       {u'H', "header"},      {u'K', "config"},      {u'm', "max-time"},
        {u'o', "output"},     {u'r', "range"},       {u'T', "upload-file"}, {u'u', "user"},
        {u'U', "proxy-user"}, {u'w', "write-out"},   {u'x', "proxy"},       {u'X', "request"},
        {u'y', "limit-rate"}, {u'Y', "limit-rate"},  {u'z', "range"}};
    for (const Pair &pair : pairs) {
        if (shortName == pair.shortName)
            return QString::fromLatin1(pair.name);
    }
    return {};
}

//! Headers that say how the request travels, or what the provider says itself.
bool isOwnBusiness(const QString &lowerName)
{
    static const QStringList names{u"accept"_s,
                                   u"accept-encoding"_s,
                                   u"connection"_s,
                                   u"content-length"_s,
                                   u"content-type"_s,
                                   u"host"_s,
                                   u"origin"_s,
                                   u"referer"_s,
                                   u"te"_s,
                                   u"transfer-encoding"_s,
                                   u"upgrade"_s,
                                   u"expect"_s,
                                   u"priority"_s,
                                   u"pragma"_s,
                                   u"cache-control"_s,
                                   u"keep-alive"_s,
                                   u"proxy-connection"_s,
                                   u"proxy-authorization"_s,
                                   u"if-none-match"_s,
                                   u"if-modified-since"_s,
                                   u"range"_s};
    return names.contains(lowerName) || lowerName.startsWith(u':')
        || lowerName.startsWith("sec-fetch-"_L1);
}

//! Reads the words of one command.
class CurlReader
{
public:
    explicit CurlReader(const QStringList &words)
        : m_words(words)
    {}

    Result<BrowserImport> read()
    {
        for (m_at = 1; m_at < m_words.size() && m_problem.isEmpty(); ++m_at) {
            const QString &word = m_words.at(m_at);
            if (word.startsWith("--"_L1))
                readLong(word.mid(2));
            else if (word.size() > 1 && word.startsWith(u'-'))
                readShort(word);
            else
                takeAddress(word);
        }
        if (!m_problem.isEmpty())
            return Error{m_problem};
        if (m_import.address.isEmpty())
            return Error{CurlText::tr("The command names no address. Copy all of it once more.")};
        m_import.cookies = Secret(m_cookies.join("; "_L1));
        m_import.cookieNames = cookieNamesOf(m_import.cookies);
        m_import.notTaken.removeDuplicates();
        return m_import;
    }

private:
    void readLong(const QString &word)
    {
        const qsizetype equals = word.indexOf(u'=');
        const QString name = equals < 0 ? word : word.left(equals);
        static const QStringList known{u"url"_s,           u"header"_s, u"cookie"_s,
                                       u"user-agent"_s,    u"proxy"_s,  u"user"_s,
                                       u"oauth2-bearer"_s, u"socks5"_s, u"socks5-hostname"_s};
        if (!known.contains(name) && !takesValue(name))
            return passOver(name);
        take(name, equals < 0 ? nextWord() : word.mid(equals + 1));
    }

    void readShort(const QString &word)
    {
        for (qsizetype i = 1; i < word.size(); ++i) {
            const QString name = longName(word[i]);
            if (name.isEmpty()) {
                if (word[i] == u'k')
                    passOver(u"insecure"_s);
                continue;
            }
            const QString rest = word.mid(i + 1);
            return take(name, rest.isEmpty() ? nextWord() : rest);
        }
    }

    QString nextWord() { return ++m_at < m_words.size() ? m_words.at(m_at) : QString(); }

    void passOver(const QString &option)
    {
        static const QStringList harmless{u"compressed"_s, u"location"_s, u"silent"_s,
                                          u"show-error"_s, u"http2"_s,    u"http1.1"_s,
                                          u"globoff"_s};
        if (!harmless.contains(option))
            m_import.notTaken.append(u"--"_s + option);
    }

    void take(const QString &name, const QString &value)
    {
        if (name == "url"_L1)
            takeAddress(value);
        else if (name == "header"_L1)
            takeHeader(value);
        else if (name == "cookie"_L1)
            takeCookies(value);
        else if (name == "user-agent"_L1)
            takeUserAgent(value);
        else if (name == "user"_L1)
            addHeader("Authorization",
                      u"Basic "_s + QString::fromLatin1(value.toUtf8().toBase64()));
        else if (name == "oauth2-bearer"_L1)
            addHeader("Authorization", u"Bearer "_s + value);
        else if (name == "proxy"_L1)
            takeProxy(value);
        else if (name.startsWith("socks5"_L1))
            takeProxy(u"socks5://"_s + value);
        else if (!name.startsWith("data"_L1) && name != "request"_L1 && name != "json"_L1)
            m_import.notTaken.append(u"--"_s + name);
    }

    void takeAddress(const QString &text)
    {
        if (!m_import.address.isEmpty())
            return;
        const Result<QUrl> base = parseBaseUrl(text);
        if (!base)
            m_problem = base.error().text;
        else
            m_import.address = *base;
    }

    void takeHeader(const QString &line)
    {
        if (line.startsWith(u'@') || !line.contains(u':'))
            return; // from a file; or "Name;", a header without a value
        const Result<HttpHeader> header = parseHeaderLine(line);
        if (!header) {
            m_problem = header.error().text;
            return;
        }
        const QString name = QString::fromLatin1(header->name).toLower();
        const QString &value = header->value.reveal();
        if (value.isEmpty())
            return; // curl takes it away
        if (name == "cookie"_L1)
            takeCookies(value);
        else if (name == "user-agent"_L1)
            takeUserAgent(value);
        else if (isOwnBusiness(name))
            m_import.notTaken.append(QString::fromLatin1(header->name));
        else
            addHeader(header->name, value);
    }

    void addHeader(const QByteArray &name, const QString &value)
    {
        if (isHeaderValue(value))
            m_import.headers.append({name, Secret(value)});
        else
            m_problem =
                CurlText::tr("The value of the header %1 has characters that cannot be sent.")
                    .arg(QString::fromLatin1(name));
    }

    void takeCookies(const QString &text)
    {
        if (!text.contains(u'=')) { // the name of a file
            m_import.notTaken.append(u"--cookie"_s);
            return;
        }
        const Result<QString> cookies = parseCookies(text);
        if (!cookies)
            m_problem = cookies.error().text;
        else if (!cookies->isEmpty())
            m_cookies.append(*cookies);
    }

    void takeUserAgent(const QString &text)
    {
        if (isHeaderValue(text))
            m_import.userAgent = text;
    }

    void takeProxy(const QString &text)
    {
        const Result<ProxySettings> proxy = parseProxyUrl(text);
        if (!proxy)
            m_problem = proxy.error().text;
        else
            m_import.proxy = *proxy;
    }

    const QStringList &m_words;
    qsizetype m_at = 0;
    BrowserImport m_import;
    QStringList m_cookies;
    QString m_problem;
};

bool isCurl(const QString &word)
{
    const QString program = word.section(u'/', -1).section(u'\\', -1).toLower();
    return program == "curl"_L1 || program == "curl.exe"_L1;
}

} // namespace

Result<BrowserImport> parseCurlCommand(const QString &text)
{
    if (text.size() > longestCommand)
        return Error{CurlText::tr("This is too long for a command.")};
    const Result<QStringList> words = splitCommandLine(text);
    if (!words)
        return words.error();
    if (words->isEmpty() || !isCurl(words->constFirst()))
        return Error{CurlText::tr("This is no curl command. In the browser’s network tools choose "
                                  "“Copy as cURL” of a request to the server.")};
    return CurlReader(*words).read();
}

} // namespace Aura
