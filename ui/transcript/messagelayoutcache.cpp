// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/messagelayoutcache.h"

#include "ui/transcript/messagelayout.h"

#include <algorithm>

namespace Aura {

namespace {

constexpr size_t capacity = 64; // more than fill any screen; beyond it layouts cost memory

} // namespace

MessageLayoutCache::MessageLayoutCache() = default;
MessageLayoutCache::~MessageLayoutCache() = default;

MessageLayout *MessageLayoutCache::find(MessageId id)
{
    const auto found = m_layouts.find(id.value);
    if (found == m_layouts.end())
        return nullptr;
    found->second.lastUse = ++m_clock;
    return found->second.layout.get();
}

MessageLayout &MessageLayoutCache::insert(std::unique_ptr<MessageLayout> layout)
{
    if (m_layouts.size() >= capacity)
        dropOldest();
    Entry &entry = m_layouts[layout->id().value];
    entry = {std::move(layout), ++m_clock};
    return *entry.layout;
}

void MessageLayoutCache::dropOldest()
{
    auto oldest = m_layouts.end();
    for (auto it = m_layouts.begin(); it != m_layouts.end(); ++it) {
        if (!it->second.layout->isAnswering()
            && (oldest == m_layouts.end() || it->second.lastUse < oldest->second.lastUse))
            oldest = it;
    }
    if (oldest != m_layouts.end())
        m_layouts.erase(oldest);
}

void MessageLayoutCache::remove(MessageId id)
{
    m_layouts.erase(id.value);
}

void MessageLayoutCache::clear()
{
    m_layouts.clear();
}

} // namespace Aura
