// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/askarguments.h"

#include "net/httprequest.h"
#include "net/useraddress.h"

#include <QCommandLineParser>

#include <algorithm>
#include <cmath>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! The sentences of this file.
struct AskArguments
{
    Q_DECLARE_TR_FUNCTIONS(Aura::AskArguments)
};

Error usageError(const QString &sentence)
{
    return Error{sentence};
}

Result<ServerKind> parseKind(const QString &name)
{
    if (name == "aura"_L1)
        return ServerKind::Aura;
    if (name == "openai"_L1)
        return ServerKind::OpenAi;
    if (name == "ollama"_L1)
        return ServerKind::Ollama;
    return usageError(
        AskArguments::tr("There is no provider “%1”. There are aura, openai and ollama.")
            .arg(name));
}

//! A proxy without a password: arguments can be seen by every user of the computer.
Result<ProxySettings> parseProxy(const QString &text)
{
    Result<ProxySettings> proxy = parseProxyUrl(text);
    if (proxy && !proxy->password.isEmpty())
        return usageError(AskArguments::tr("A password among the arguments can be seen by others. "
                                           "Give the proxy's by --proxy-password-env."));
    return proxy;
}

Result<HeaderFromEnvironment> parseSecretHeader(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    const HeaderFromEnvironment header{text.left(std::max<qsizetype>(equals, 0)).toUtf8(),
                                       text.mid(equals + 1)};
    if (!isHeaderName(header.name) || header.variable.isEmpty())
        return usageError(AskArguments::tr("--header-env is written like NAME=VARIABLE."));
    return header;
}

Result<double> parseTemperature(const QString &text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value) || value < 0 || value > 2)
        return usageError(AskArguments::tr("The temperature must be a number from 0 to 2."));
    return value;
}

Result<int> parseTokens(const QString &text)
{
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    if (!isNumber || value < 1)
        return usageError(AskArguments::tr("The number of tokens must be 1 or more."));
    return value;
}

//! Writes the value, or remembers the first thing that went wrong.
class Collector
{
public:
    template<typename T, typename Target> void take(const Result<T> &result, Target &target)
    {
        if (result)
            target = *result;
        else
            note(result.error().text);
    }
    template<typename T> void append(const Result<T> &result, QList<T> &list)
    {
        if (result)
            list.append(*result);
        else
            note(result.error().text);
    }
    void note(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }
    const QString &problem() const { return m_problem; }

private:
    QString m_problem{};
};

void addOptions(QCommandLineParser &parser)
{
    const QStringList withValue{u"connection"_s, u"provider"_s,   u"url"_s,
                                u"model"_s,      u"system"_s,     u"temperature"_s,
                                u"max-tokens"_s, u"proxy"_s,      u"header"_s,
                                u"key-env"_s,    u"header-env"_s, u"proxy-password-env"_s};
    for (const QString &name : withValue)
        parser.addOption({name, {}, u"VALUE"_s});
    parser.addOption(QCommandLineOption(u"send-unencrypted"_s));
    parser.addOption(QCommandLineOption(u"json"_s));
}

void takeServer(const QCommandLineParser &parser, AskOptions &options, Collector &collector)
{
    options.connection = parser.value(u"connection"_s);
    if (parser.isSet(u"provider"_s))
        collector.take(parseKind(parser.value(u"provider"_s)), options.kind);
    if (parser.isSet(u"url"_s))
        collector.take(parseBaseUrl(parser.value(u"url"_s), options.kind), options.url);
    else if (parser.isSet(u"provider"_s))
        collector.note(AskArguments::tr("--provider needs the server's address: --url URL."));
    if (parser.isSet(u"connection"_s) && parser.isSet(u"url"_s))
        collector.note(AskArguments::tr("Give either --connection or --url, not both."));
    if (parser.isSet(u"connection"_s) && options.connection.isEmpty())
        collector.note(AskArguments::tr("--connection needs the name of a connection."));
    if (parser.isSet(u"proxy"_s)) {
        ProxySettings proxy;
        collector.take(parseProxy(parser.value(u"proxy"_s)), proxy);
        options.proxy = proxy;
    }
    const QStringList headers = parser.values(u"header"_s);
    for (const QString &header : headers)
        collector.append(parseHeaderLine(header), options.headers);
    const QStringList secretHeaders = parser.values(u"header-env"_s);
    for (const QString &header : secretHeaders)
        collector.append(parseSecretHeader(header), options.secretHeaders);
    options.sendsUnencrypted = parser.isSet(u"send-unencrypted"_s);
    options.keyVariable = parser.value(u"key-env"_s);
    options.proxyPasswordVariable = parser.value(u"proxy-password-env"_s);
    if (parser.isSet(u"proxy-password-env"_s) && !options.proxy)
        collector.note(AskArguments::tr("--proxy-password-env needs --proxy."));
}

void takeQuestion(const QCommandLineParser &parser, AskOptions &options, Collector &collector)
{
    options.model = parser.value(u"model"_s);
    options.json = parser.isSet(u"json"_s);
    if (parser.isSet(u"system"_s))
        options.systemPrompt = parser.value(u"system"_s);
    if (parser.isSet(u"temperature"_s))
        collector.take(parseTemperature(parser.value(u"temperature"_s)), options.temperature);
    if (parser.isSet(u"max-tokens"_s))
        collector.take(parseTokens(parser.value(u"max-tokens"_s)), options.maxTokens);
    const QStringList words = parser.positionalArguments();
    options.promptFromInput = words == QStringList(u"-"_s);
    if (!options.promptFromInput)
        options.prompt = words.join(u' ');
    if (!options.promptFromInput && options.prompt.trimmed().isEmpty())
        collector.note(AskArguments::tr("There is nothing to ask. Write the question behind the "
                                        "options, or - to read it from the standard input."));
}

} // namespace

Result<AskOptions> parseAskArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QStringList(u"aura"_s) + arguments))
        return usageError(parser.errorText());
    AskOptions options;
    Collector collector;
    takeServer(parser, options, collector);
    takeQuestion(parser, options, collector);
    if (!collector.problem().isEmpty())
        return usageError(collector.problem());
    return options;
}

} // namespace Aura
