// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/serverurl.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr auto chatPath = "/chat/completions"_L1;

QString stemOf(const QUrl &base)
{
    QString stem = base.path();
    while (stem.endsWith(u'/'))
        stem.chop(1);
    return stem;
}

QUrl withPath(const QUrl &base, const QString &path)
{
    QUrl url = base.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    url.setPath(path);
    return url;
}

bool hasVersion(const QString &stem)
{
    static const QRegularExpression version(u"/v[0-9]+[a-z0-9]*(/openai)?$|/deployments/[^/]+$"_s);
    return version.match(stem).hasMatch();
}

} // namespace

QUrl openAiUrl(const QUrl &base, const QString &path)
{
    QString stem = stemOf(base);
    if (stem.endsWith(chatPath)) { // entered so because there is no version before it
        stem.chop(chatPath.size());
        return withPath(base, stem + path);
    }
    return withPath(base, hasVersion(stem) ? stem + path : stem + "/v1"_L1 + path);
}

QUrl ollamaUrl(const QUrl &base, const QString &path)
{
    static const QRegularExpression interface(
        u"/api(/(chat|generate|tags|show|version|ps))?$|/v1(/chat/completions|/models)?$"_s);
    return withPath(base, stemOf(base).remove(interface) + path);
}

QUrl besideOpenAiUrl(const QUrl &base, const QString &path)
{
    static const QRegularExpression interface(u"(/v[0-9]+[a-z0-9]*)?(/chat/completions)?$"_s);
    return withPath(base, stemOf(base).remove(interface) + path).adjusted(QUrl::RemoveQuery);
}

bool isAzure(const QUrl &base)
{
    const QString host = base.host();
    return host.endsWith(".openai.azure.com"_L1) || host.endsWith(".cognitiveservices.azure.com"_L1)
        || host.endsWith(".services.ai.azure.com"_L1);
}

} // namespace Aura
