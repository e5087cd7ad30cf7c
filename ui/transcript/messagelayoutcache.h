// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/message.h"

#include <QHash>
#include <QList>

#include <memory>
#include <unordered_map>

namespace Aura {

class MessageLayout;

//! The messages that are laid out: those used last, and every one that is being answered.
class MessageLayoutCache
{
public:
    MessageLayoutCache();
    ~MessageLayoutCache();

    //! Null where the message is not laid out. Counts as a use.
    MessageLayout *find(MessageId id);

    //! May drop the layout that has been unused for longest.
    MessageLayout &insert(std::unique_ptr<MessageLayout> layout);

    void remove(MessageId id);
    void clear();
    size_t size() const { return m_layouts.size(); }

private:
    void dropOldest();

    struct Entry
    {
        std::unique_ptr<MessageLayout> layout;
        quint64 lastUse = 0;
    };

    std::unordered_map<qint64, Entry> m_layouts; // by the id's value
    quint64 m_clock = 0;
};

} // namespace Aura
