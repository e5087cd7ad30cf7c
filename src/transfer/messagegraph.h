// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/records.h"

#include <QHash>
#include <QList>

#include <vector>

namespace Aura {

//! Messages that name their parents, in any order, with gaps and circles: made into a tree of
//! versions. Without recursion, in linear time.
class MessageGraph
{
public:
    struct Node
    {
        QString key{};          // the file's name for it
        QString parent{};       // the key of its parent; empty: at the top
        int rank = 0;           // among its siblings; equal ones stand as they were added
        StoredMessage stored{}; // its ids are set by take()
        //! No message of its own: its children hang from what is above it. Its reasoning, if any,
        //! goes to the assistant's message below it; where there is none, it becomes a message.
        bool isPassage = false;
        //! An assistant's message that goes on with the one above, where it is its only child.
        bool continues = false;
    };

    void add(Node node);

    //! Adds it below the node that was added last.
    void append(Node node);

    bool isEmpty() const { return m_nodes.empty(); }

    //! The tree, parents first, and with ids 1, 2, 3 …; where current is the key of a message, the
    //! path to it is the active one, elsewhere the youngest siblings are.
    QList<StoredMessage> take(const QString &current = {});

    //! Whether a parent was missing, or a circle was cut, by take().
    bool wasDamaged() const { return m_wasDamaged; }

private:
    //! Where a node has gone.
    struct Place
    {
        qsizetype row = -1;    // in the tree; of the message above it, if it has none; -1: the top
        QString reasoning{};   // on its way down
        bool isOnlyWay = true; // down from that row to here nothing branches off
    };

    void linkParents();
    void cutCircles();
    QList<qsizetype> inOrder() const;
    bool passesOn(qsizetype index, const QString &reasoning) const;
    void place(qsizetype index);
    void addRow(Node &node, Place &here);
    void markActive(const QString &current);

    std::vector<Node> m_nodes;
    QHash<QString, qsizetype> m_byKey;
    std::vector<qsizetype> m_parents;               // by node; -1: the top
    std::vector<std::vector<qsizetype>> m_children; // by node; the last is the top
    std::vector<Place> m_places;                    // by node
    QList<StoredMessage> m_tree;
    bool m_wasDamaged = false;
};

} // namespace Aura
