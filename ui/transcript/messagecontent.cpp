// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/messagecontent.h"

#include "ui/transcript/markdowncontent.h"
#include "ui/transcript/plaincontent.h"

namespace Aura {

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
    content->append(message.text);
    return content;
}

} // namespace Aura
