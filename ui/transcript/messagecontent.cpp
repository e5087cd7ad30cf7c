// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/messagecontent.h"

#include "ui/transcript/markdowncontent.h"
#include "ui/transcript/plaincontent.h"

namespace Aura {

QString shownText(const Message &message)
{
    if (message.reasoning.isEmpty())
        return message.text;
    QString shown = reasoningBegin.toString();
    shown += message.reasoning;
    if (!message.text.isEmpty())
        shown.append(reasoningEnd).append(message.text);
    return shown;
}

qsizetype shownLength(const Message &message)
{
    if (message.reasoning.isEmpty())
        return message.text.size();
    return reasoningBegin.size() + message.reasoning.size() + message.text.size()
        + (message.text.isEmpty() ? 0 : reasoningEnd.size());
}

std::unique_ptr<MessageContent> makeContent(const Message &message)
{
    std::unique_ptr<MessageContent> content;
    if (message.role == Role::Assistant) {
        content = std::make_unique<MarkdownContent>();
    } else {
        const bool isSystem = message.role == Role::System;
        content = std::make_unique<PlainContent>(isSystem ? PlainContent::Tone::Soft
                                                          : PlainContent::Tone::Normal);
        content->setFolded(isSystem);
    }
    content->append(shownText(message));
    return content;
}

} // namespace Aura
