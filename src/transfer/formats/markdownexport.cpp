// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/formats/markdownexport.h"

#include "transfer/exportwords.h"

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! A title cannot be read as Markdown, nor as HTML.
QString escaped(const QString &title)
{
    QString text;
    for (const QChar c : title) {
        if (QLatin1StringView("\\`*_[]<>#&").contains(c))
            text += u'\\';
        text += c;
    }
    return text;
}

//! An open fence would take what follows for its own.
QString closed(const QString &text)
{
    QString fence;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        const QStringView bare = line.trimmed();
        const bool isMark = bare.startsWith("```"_L1) || bare.startsWith("~~~"_L1);
        if (!isMark)
            continue;
        qsizetype length = 0;
        while (length < bare.size() && bare.at(length) == bare.front())
            ++length;
        const QString mark = bare.first(length).toString();
        if (fence.isEmpty())
            fence = mark;
        else if (length == bare.size() && mark.front() == fence.front() && length >= fence.size())
            fence.clear();
    }
    return fence.isEmpty() ? text : text + u'\n' + fence;
}

QString messageText(const Message &message)
{
    QString head = "## "_L1 + escaped(speakerText(message));
    if (const QString time = timeText(message.time); !time.isEmpty())
        head += u" · "_s + time;
    QString text = head + "\n\n"_L1;
    if (!message.reasoning.isEmpty())
        text += "<details>\n<summary>"_L1 + reasoningTitle() + "</summary>\n\n"_L1
            + closed(message.reasoning) + "\n\n</details>\n\n"_L1;
    if (!message.text.isEmpty())
        text += closed(message.text) + "\n\n"_L1;
    const QString ending = message.role == Role::Assistant ? endingText(message.state) : QString();
    if (!ending.isEmpty())
        text += u'*' + ending + "*\n\n"_L1;
    return text;
}

} // namespace

std::unique_ptr<ExportFormat> MarkdownExport::make()
{
    return std::make_unique<MarkdownExport>();
}

QByteArray MarkdownExport::conversation(const ExportedConversation &exported)
{
    const StoredConversation &own = exported.conversation;
    const QList<Message> path = activePath(exported.messages);
    const bool saysSystem = !path.isEmpty() && path.constFirst().role == Role::System;
    QString text = "# "_L1 + escaped(own.title.isEmpty() ? untitledText() : own.title) + "\n\n"_L1;
    if (!saysSystem && !own.parameters.systemPrompt.value_or(QString()).isEmpty())
        text += messageText({.role = Role::System, .text = *own.parameters.systemPrompt});
    for (const Message &message : path)
        text += messageText(message);
    text.chop(1);
    return text.toUtf8();
}

} // namespace Aura
