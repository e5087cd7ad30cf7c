// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/formats/htmlexport.h"

#include "transfer/exportwords.h"
#include "transfer/htmlblocks.h"

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

constexpr auto style = R"(
:root { color-scheme: light dark; --text: #1d1d1f; --quiet: #6b6b70; --page: #ffffff;
  --card: #f4f4f6; --line: #d9d9de; --link: #1a5fb4; --keyword: #8250df; --type: #0b6b74;
  --string: #0a6b2d; --number: #b04a00; --function: #1a5fb4; }
@media (prefers-color-scheme: dark) { :root { --text: #e8e8ea; --quiet: #a0a0a8; --page: #1c1c1f;
  --card: #28282c; --line: #3d3d43; --link: #8ab8ff; --keyword: #c8a6ff; --type: #7fd4dc;
  --string: #8fd6a0; --number: #ffb27a; --function: #8ab8ff; } }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1rem; background: var(--page);
  color: var(--text); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: .9rem; color: var(--quiet); margin: 2rem 0 .5rem; font-weight: 600; }
h2 time { font-weight: 400; margin-inline-start: .5em; }
article.user > div, article.system > div { background: var(--card); border-radius: .6rem;
  padding: .1rem 1rem; }
pre { background: var(--card); border-radius: .5rem; padding: .8rem 1rem; overflow-x: auto;
  direction: ltr; text-align: left; }
code { font: .9em/1.45 ui-monospace, monospace; }
:not(pre) > code { background: var(--card); border-radius: .25rem; padding: .1em .3em; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid
  var(--line); color: var(--quiet); }
details { color: var(--quiet); margin: .5rem 0; }
summary { cursor: pointer; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: start; }
.r { text-align: end; } .c { text-align: center; }
a { color: var(--link); } hr { border: 0; border-top: 1px solid var(--line); }
.ending { color: var(--quiet); font-style: italic; }
.kw { color: var(--keyword); } .ty, .at { color: var(--type); } .st { color: var(--string); }
.nu { color: var(--number); } .fu { color: var(--function); }
.co { color: var(--quiet); font-style: italic; }
.in { color: var(--string); } .de { color: var(--number); }
@media print { body { max-width: none; padding: 0; } pre, tr { break-inside: avoid; }
  pre { white-space: pre-wrap; } }
)"_L1;

QString className(Role role)
{
    switch (role) {
    case Role::System: return u"system"_s;
    case Role::User: return u"user"_s;
    case Role::Assistant: break;
    }
    return u"assistant"_s;
}

QString messageHtml(const Message &message)
{
    QString html = "<article class=\""_L1 + className(message.role) + "\">\n<h2>"_L1
        + speakerText(message).toHtmlEscaped();
    if (const QString time = timeText(message.time); !time.isEmpty())
        html += "<time datetime=\""_L1 + message.time.toUTC().toString(Qt::ISODate) + "\">"_L1
            + time + "</time>"_L1;
    html += "</h2>\n<div dir=\"auto\">\n"_L1;
    if (!message.reasoning.isEmpty())
        html += "<details><summary>"_L1 + reasoningTitle().toHtmlEscaped() + "</summary>\n"_L1
            + markdownToHtml(message.reasoning) + "</details>\n"_L1;
    html += markdownToHtml(message.text);
    const QString ending = message.role == Role::Assistant ? endingText(message.state) : QString();
    if (!ending.isEmpty())
        html += "<p class=\"ending\">"_L1 + ending.toHtmlEscaped() + "</p>\n"_L1;
    return html + "</div>\n</article>\n"_L1;
}

} // namespace

std::unique_ptr<ExportFormat> HtmlExport::make()
{
    return std::make_unique<HtmlExport>();
}

QByteArray HtmlExport::conversation(const ExportedConversation &exported)
{
    const StoredConversation &own = exported.conversation;
    const QString title = (own.title.isEmpty() ? untitledText() : own.title).toHtmlEscaped();
    const QList<Message> path = activePath(exported.messages);
    const bool saysSystem = !path.isEmpty() && path.constFirst().role == Role::System;
    // A page that was changed on its way still loads nothing.
    QString html = "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"_L1
        + title + "</title>\n<style>"_L1 + style + "</style>\n</head>\n<body>\n<h1 dir=\"auto\">"_L1
        + title + "</h1>\n"_L1;
    if (!saysSystem && !own.parameters.systemPrompt.value_or(QString()).isEmpty())
        html += messageHtml({.role = Role::System, .text = *own.parameters.systemPrompt});
    for (const Message &message : path)
        html += messageHtml(message);
    return (html + "</body>\n</html>\n"_L1).toUtf8();
}

} // namespace Aura
