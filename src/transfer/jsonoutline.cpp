// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/jsonoutline.h"

#include "transfer/jsonfields.h"
#include "transfer/jsontext.h"

#include <QCoreApplication>
#include <QIODevice>

namespace Aura {

namespace {

constexpr qsizetype prefixLength = qsizetype(64) << 10;

//! The sentences of this file.
struct JsonOutlineText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::JsonOutline)
};

//! The members of an object of which perhaps only the beginning is there.
QHash<QString, char> membersOf(const QByteArray &json)
{
    JsonCutter cutter({.cut = JsonCut::Elements, .wants = [](const QString &) { return false; }});
    cutter.feed(json);
    return cutter.members();
}

void take(const JsonItem &item, const JsonCutter &cutter, JsonOutline &outline)
{
    if (cutter.values() > 1)
        return;
    const bool isObject = item.json.startsWith('{');
    if (outline.isArray) {
        if (isObject && outline.element.isEmpty())
            outline.element = membersOf(item.json);
        return;
    }
    const bool isElement = cutter.members().value(item.member) == '[';
    if (isElement) {
        if (isObject && !outline.elementsOf.contains(item.member))
            outline.elementsOf.insert(item.member, membersOf(item.json));
    } else if (!isObject) {
        outline.scalars.insert(item.member, parseJson(item.json).value);
    }
}

} // namespace

QString cutErrorText(JsonCutter::Error error)
{
    switch (error) {
    case JsonCutter::Error::None: break;
    case JsonCutter::Error::TooDeep:
        return JsonOutlineText::tr("It is nested more than %n levels deep, as no chat is.", nullptr,
                                   JsonCutter::deepest);
    case JsonCutter::Error::TooLarge:
        return JsonOutlineText::tr("A single conversation in it is larger than %1 MB.")
            .arg(JsonCutter::largestItem >> 20);
    case JsonCutter::Error::Malformed:
        return JsonOutlineText::tr("It is not valid JSON. Export it again, or repair it.");
    case JsonCutter::Error::Truncated:
        return JsonOutlineText::tr("It ends in the middle. Download or copy it again.");
    case JsonCutter::Error::Empty: return JsonOutlineText::tr("It is empty.");
    }
    return {};
}

Result<JsonOutline> readOutline(QIODevice &device)
{
    JsonOutline outline;
    JsonText reader(device);
    JsonCutter cutter({.cut = JsonCut::Elements, .keepAtMost = prefixLength});
    bool isFirst = true;
    bool isEnough = false;
    while (!isEnough && cutter.error() == JsonCutter::Error::None) {
        const QByteArray block = reader.read();
        if (isFirst)
            outline.isArray = block.trimmed().startsWith('[');
        isFirst = false;
        const QList<JsonItem> items = block.isEmpty() ? cutter.finish() : cutter.feed(block);
        for (const JsonItem &item : items)
            take(item, cutter, outline);
        outline.isLines = cutter.values() > 1;
        isEnough = block.isEmpty() || outline.isLines || !outline.element.isEmpty();
    }
    if (reader.failed())
        return Error{device.errorString()};
    outline.error = cutter.error();
    outline.members = cutter.members();
    return outline;
}

} // namespace Aura
