// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/messagegraph.h"

#include <algorithm>
#include <utility>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

//! In place, so that a chain of any length costs its length.
void appendParagraph(QString &above, const QString &below)
{
    if (!above.isEmpty() && !below.isEmpty())
        above += "\n\n"_L1;
    above += below;
}

//! Lets the second message go on where the first ends.
void join(Message &message, const Message &more)
{
    appendParagraph(message.text, more.text);
    appendParagraph(message.reasoning, more.reasoning);
    message.state = more.state;
    message.error = more.error;
    if (!more.model.isEmpty())
        message.model = more.model;
}

} // namespace

void MessageGraph::add(Node node)
{
    // Two messages of one name: the second is kept, and nothing hangs from it.
    const auto index = qsizetype(m_nodes.size());
    if (m_byKey.contains(node.key))
        m_wasDamaged = true;
    else
        m_byKey.insert(node.key, index);
    m_nodes.push_back(std::move(node));
}

void MessageGraph::append(Node node)
{
    if (!m_nodes.empty())
        node.parent = m_nodes.back().key;
    if (node.key.isEmpty() || m_byKey.contains(node.key))
        node.key = u"\x1f%1"_s.arg(m_nodes.size()); // a name that no file uses
    add(std::move(node));
}

void MessageGraph::linkParents()
{
    m_parents.assign(m_nodes.size(), -1);
    for (size_t index = 0; index < m_nodes.size(); ++index) {
        const Node &node = m_nodes[index];
        if (node.parent.isEmpty())
            continue;
        m_parents[index] = m_byKey.value(node.parent, -1);
        m_wasDamaged = m_wasDamaged || m_parents[index] < 0;
    }
}

//! Lets the first node of each circle begin at the top.
void MessageGraph::cutCircles()
{
    enum class Mark : char { Unseen, OnThisWalk, LeadsUp };
    std::vector<Mark> marks(m_nodes.size(), Mark::Unseen);
    std::vector<size_t> walk;
    for (size_t start = 0; start < m_nodes.size(); ++start) {
        walk.clear();
        size_t at = start;
        while (marks[at] == Mark::Unseen) {
            marks[at] = Mark::OnThisWalk;
            walk.push_back(at);
            if (m_parents[at] < 0)
                break;
            if (marks[size_t(m_parents[at])] == Mark::OnThisWalk) {
                m_parents[at] = -1;
                m_wasDamaged = true;
                break;
            }
            at = size_t(m_parents[at]);
        }
        for (const size_t seen : walk)
            marks[seen] = Mark::LeadsUp;
    }
}

//! Each node behind its parent, siblings in the order in which they were added.
QList<qsizetype> MessageGraph::inOrder() const
{
    QList<qsizetype> order;
    order.reserve(qsizetype(m_nodes.size()));
    std::vector<qsizetype> waiting(m_children.back().rbegin(), m_children.back().rend());
    while (!waiting.empty()) {
        const qsizetype index = waiting.back();
        waiting.pop_back();
        order << index;
        const auto &children = m_children[size_t(index)];
        waiting.insert(waiting.end(), children.rbegin(), children.rend());
    }
    return order;
}

//! Whether it becomes no message: its reasoning has one way down, or there is none.
bool MessageGraph::passesOn(qsizetype index, const QString &reasoning) const
{
    const auto &children = m_children[size_t(index)];
    if (reasoning.isEmpty())
        return true;
    if (children.size() != 1)
        return false;
    const Node &child = m_nodes[size_t(children.front())];
    return child.isPassage || child.stored.message.role == Role::Assistant;
}

void MessageGraph::place(qsizetype index)
{
    Node &node = m_nodes[size_t(index)];
    Message &message = node.stored.message;
    const qsizetype parent = m_parents[size_t(index)];
    Place &here = m_places[size_t(index)];
    if (parent >= 0) {
        Place &above = m_places[size_t(parent)];
        here.row = above.row;
        here.isOnlyWay = above.isOnlyWay && m_children[size_t(parent)].size() == 1;
        if (message.role == Role::Assistant || node.isPassage) {
            here.reasoning = std::move(above.reasoning);
            appendParagraph(here.reasoning, message.reasoning);
        }
    } else {
        here.reasoning = message.reasoning;
    }
    if (node.isPassage && passesOn(index, here.reasoning))
        return;
    if (node.isPassage) {
        message.role = Role::Assistant;
        node.continues = true;
    }
    if (message.role == Role::Assistant)
        message.reasoning = std::move(here.reasoning);
    here.reasoning.clear();
    const bool joins = node.continues && here.isOnlyWay && here.row >= 0
        && std::as_const(m_tree).at(here.row).message.role == Role::Assistant;
    if (joins && message.role == Role::Assistant)
        join(m_tree[here.row].message, message); // clazy:exclude=detaching-member
    else
        addRow(node, here);
    here.isOnlyWay = true;
}

void MessageGraph::addRow(Node &node, Place &here)
{
    StoredMessage &stored = node.stored;
    stored.message.id = MessageId{m_tree.size() + 1};
    stored.parent = MessageId{here.row + 1}; // 0, above all, is the invalid id
    stored.isActive = false;
    here.row = m_tree.size();
    m_tree << std::move(stored);
}

void MessageGraph::markActive(const QString &current)
{
    std::vector<bool> isDecided(size_t(m_tree.size()) + 1, false); // by parent's id
    const auto activate = [&](StoredMessage &message) {
        const auto parent = size_t(message.parent.value);
        message.isActive = !isDecided[parent];
        isDecided[parent] = true;
    };
    const qsizetype node = m_byKey.value(current, -1);
    qsizetype row = node < 0 ? -1 : m_places[size_t(node)].row;
    while (row >= 0) {
        activate(m_tree[row]);
        row = qsizetype(std::as_const(m_tree).at(row).parent.value) - 1;
    }
    for (row = m_tree.size() - 1; row >= 0; --row) {
        if (!std::as_const(m_tree).at(row).isActive)
            activate(m_tree[row]);
    }
}

QList<StoredMessage> MessageGraph::take(const QString &current)
{
    linkParents();
    cutCircles();
    m_children.assign(m_nodes.size() + 1, {});
    for (size_t index = 0; index < m_nodes.size(); ++index) {
        const qsizetype parent = m_parents[index];
        m_children[parent < 0 ? m_nodes.size() : size_t(parent)].push_back(qsizetype(index));
    }
    for (auto &siblings : m_children)
        std::ranges::stable_sort(siblings, {},
                                 [this](qsizetype index) { return m_nodes[size_t(index)].rank; });
    m_places.assign(m_nodes.size(), {});
    const QList<qsizetype> order = inOrder();
    for (const qsizetype index : order)
        place(index);
    markActive(current);
    return std::exchange(m_tree, {});
}

} // namespace Aura
