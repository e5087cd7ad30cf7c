// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/errorjson.h"

using namespace Qt::StringLiterals;

namespace Aura {

QJsonObject errorToJson(const ProviderError &error)
{
    QJsonObject json{{u"kind"_s, errorKindName(error.kind)},
                     {u"cause"_s, errorCauseName(error.cause)}};
    if (!error.subject.isEmpty())
        json.insert(u"subject"_s, error.subject);
    if (!error.detail.isEmpty())
        json.insert(u"detail"_s, error.detail);
    if (error.httpStatus != 0)
        json.insert(u"httpStatus"_s, error.httpStatus);
    if (error.limit.count() != 0)
        json.insert(u"limitMs"_s, qint64(error.limit.count()));
    if (error.needed != 0)
        json.insert(u"needed"_s, error.needed);
    if (error.allowed != 0)
        json.insert(u"allowed"_s, error.allowed);
    return json;
}

ProviderError errorFromJson(const QJsonObject &json)
{
    return {.kind = errorKindFromName(json.value("kind"_L1).toString()),
            .cause = errorCauseFromName(json.value("cause"_L1).toString()),
            .subject = json.value("subject"_L1).toString(),
            .detail = json.value("detail"_L1).toString(),
            .httpStatus = json.value("httpStatus"_L1).toInt(),
            .limit = std::chrono::milliseconds(json.value("limitMs"_L1).toInteger()),
            .needed = json.value("needed"_L1).toInteger(),
            .allowed = json.value("allowed"_L1).toInteger()};
}

} // namespace Aura
