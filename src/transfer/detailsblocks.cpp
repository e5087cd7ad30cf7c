// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/detailsblocks.h"

#include "transfer/conversationbuilder.h"

#include <QStringList>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

constexpr auto beginMark = "<details type=\""_L1;
constexpr auto endMark = "</details>"_L1;

QString unescaped(QString text)
{
    text.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&quot;"_L1, "\""_L1);
    text.replace("&#x27;"_L1, "'"_L1).replace("&#39;"_L1, "'"_L1);
    return text.replace("&amp;"_L1, "&"_L1);
}

QString attribute(QStringView tag, QLatin1StringView name)
{
    const QString begin = u' ' + name + "=\""_L1;
    const qsizetype at = tag.indexOf(begin);
    if (at < 0)
        return {};
    const QStringView value = tag.sliced(at + begin.size());
    return unescaped(value.left(qMax<qsizetype>(value.indexOf(u'"'), 0)).toString());
}

//! What stands between the tags, without the summary and the marks of a quote.
QString bodyText(QStringView body)
{
    constexpr auto summaryEnd = "</summary>"_L1;
    if (const qsizetype at = body.indexOf(summaryEnd); at >= 0)
        body = body.sliced(at + summaryEnd.size());
    QStringList lines;
    for (const QStringView line : body.trimmed().split(u'\n'))
        lines << (line.startsWith("> "_L1) ? line.sliced(2)
                      : line == u">"       ? QStringView()
                                           : line)
                     .toString();
    return unescaped(lines.join(u'\n'));
}

QString reasoningOf(const QString &type, QStringView tag, QStringView body)
{
    if (type == "reasoning"_L1)
        return bodyText(body);
    const QString call = attribute(tag, "name"_L1);
    QStringList texts{attribute(tag, "arguments"_L1), attribute(tag, "result"_L1), bodyText(body)};
    texts.removeAll(QString());
    return toolNode({}, call, texts.join(u'\n')).stored.message.reasoning;
}

} // namespace

DetailsText splitDetails(const QString &text)
{
    DetailsText result;
    QStringList texts;
    QStringList reasoning;
    qsizetype kept = 0;
    qsizetype from = 0;
    for (;;) {
        const qsizetype begin = text.indexOf(beginMark, from);
        const qsizetype end = begin < 0 ? -1 : text.indexOf(endMark, begin);
        if (end < 0)
            break;
        from = end + endMark.size();
        const qsizetype tagEnd = text.indexOf(u'>', begin);
        if (tagEnd > end)
            continue; // no tag
        const QStringView tag = QStringView(text).sliced(begin, tagEnd - begin);
        const QString type = attribute(tag, "type"_L1);
        const bool isTool = type == "tool_calls"_L1 || type == "code_interpreter"_L1;
        if (!isTool && type != "reasoning"_L1)
            continue;
        texts << text.sliced(kept, begin - kept).trimmed();
        reasoning << reasoningOf(type, tag, QStringView(text).sliced(tagEnd + 1, end - tagEnd - 1));
        result.toolCalls += isTool ? 1 : 0;
        kept = from;
    }
    if (kept == 0)
        return {text};
    texts << text.sliced(kept).trimmed();
    texts.removeAll(QString());
    reasoning.removeAll(QString());
    result.text = texts.join("\n\n"_L1);
    result.reasoning = reasoning.join("\n\n"_L1);
    return result;
}

} // namespace Aura
