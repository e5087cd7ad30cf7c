// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/accessible/partaccessible.h"

#include "ui/transcript/accessible/messageaccessible.h"
#include "ui/transcript/markdowncontent.h"
#include "ui/transcript/transcripttext.h"
#include "ui/transcript/transcriptview.h"

#include <algorithm>
#include <climits>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

const QString copyAction = u"Copy"_s; // as scripts know it

} // namespace

std::vector<MessagePart> partsOf(MessageContent &content)
{
    std::vector<MessagePart> parts;
    auto *markdown = dynamic_cast<MarkdownContent *>(&content);
    if (!markdown)
        return parts;
    for (int block = 0; block < markdown->blockCount(); ++block) {
        const Block &source = markdown->document().block(block);
        if (source.kind == BlockKind::Heading)
            parts.push_back(
                {.kind = MessagePart::Kind::Heading, .block = block, .level = source.level});
        else if (source.kind == BlockKind::Code)
            parts.push_back({.kind = MessagePart::Kind::Code,
                             .block = block,
                             .language = markdown->document().codeInfo(block).section(u' ', 0, 0)});
        else if (source.kind == BlockKind::Table)
            parts.push_back({.kind = MessagePart::Kind::Table, .block = block});
    }
    for (const MessageTarget &target : targetsOf(content)) {
        if (target.kind == MessageTarget::Kind::Link)
            parts.push_back(
                {.kind = MessagePart::Kind::Link, .block = target.block, .target = target});
    }
    std::ranges::stable_sort(parts, {}, &MessagePart::block);
    return parts;
}

PartAccessible::PartAccessible(TranscriptView *view, MessageAccessible &message,
                               const MessagePart &part)
    : ReadableText(view)
    , m_message(message)
    , m_part(part)
{}

bool PartAccessible::isValid() const
{
    return m_message.isValid();
}

QAccessibleInterface *PartAccessible::parent() const
{
    return &m_message;
}

int PartAccessible::row() const
{
    return m_message.row();
}

QString PartAccessible::content() const
{
    if (!isValid())
        return {};
    return m_part.kind == MessagePart::Kind::Link ? m_part.target.text
                                                  : view().text().blockText(row(), m_part.block);
}

QString PartAccessible::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Description && m_part.kind == MessagePart::Kind::Link)
        return m_part.target.address;
    if (kind != QAccessible::Name)
        return {};
    if (m_part.kind != MessagePart::Kind::Code)
        return content();
    return m_part.language.isEmpty() ? tr("Code") : tr("Code: %1").arg(m_part.language);
}

QAccessible::Role PartAccessible::role() const
{
    switch (m_part.kind) {
    case MessagePart::Kind::Heading: return QAccessible::Heading;
    case MessagePart::Kind::Link: return QAccessible::Link;
    default: return QAccessible::Section; // Qt knows no role for code
    }
}

void *PartAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ActionInterface && !actionNames().isEmpty())
        return static_cast<QAccessibleActionInterface *>(this);
    return ReadableText::interface_cast(type);
}

QStringList PartAccessible::actionNames() const
{
    switch (m_part.kind) {
    case MessagePart::Kind::Code: return {copyAction};
    case MessagePart::Kind::Link: return {pressAction()};
    default: return {};
    }
}

void PartAccessible::doAction(const QString &name)
{
    if (!isValid() || !actionNames().contains(name))
        return;
    MessageTarget target = m_part.target;
    if (m_part.kind == MessagePart::Kind::Code)
        target = {.kind = MessageTarget::Kind::CopyCode, .block = m_part.block};
    view().activate(row(), target);
}

QString PartAccessible::localizedActionName(const QString &name) const
{
    return name == copyAction ? tr("Copy") : QAccessibleActionInterface::localizedActionName(name);
}

TextPosition PartAccessible::positionOf(int offset) const
{
    return {row(), m_part.block, m_part.target.span.begin + offset};
}

int PartAccessible::offsetOf(const TextPosition &position) const
{
    const int length = int(content().size());
    if (position.block != m_part.block)
        return position.block < m_part.block ? 0 : length;
    return std::clamp(position.offset - m_part.target.span.begin, 0, length);
}

QRect PartAccessible::rectInViewport() const
{
    const QRectF begin = view().caretRect(positionOf(0));
    const QRectF end = view().caretRect(positionOf(int(content().size())));
    if (m_part.kind == MessagePart::Kind::Link && begin.top() == end.top())
        return begin.united(end).toAlignedRect();
    const QRect message = view().messageRect(row());
    return {message.left(), int(begin.top()), message.width(), int(end.bottom() - begin.top()) + 1};
}

} // namespace Aura
