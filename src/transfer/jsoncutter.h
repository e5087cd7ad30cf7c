// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>

namespace Aura {

//! A part of a JSON text that is read on its own.
struct JsonItem
{
    QString member{};  // of the outer object that it stands in; empty: of an array, or the whole
    QByteArray json{}; // its text, checked for nothing but depth and size
    qint64 index = 0;  // which one it is in its array, or among the whole values, from 0

    friend bool operator==(const JsonItem &, const JsonItem &) = default;
};

//! How a JSON text is cut into items.
enum class JsonCut {
    Whole,    // each outermost value is an item; there may be several (JSON Lines)
    Elements, // the elements of the outer array; or the outer object's members, where members that
              // are arrays are cut into their elements
};

//! Cuts a JSON text of any size into items, while it comes, and without recursion.
//!
//! Memory is bound by the largest item. What stands between the items is held against the grammar;
//! an item itself only as far as its end has to be found: QJsonDocument reads it. Any split of the
//! bytes gives the same items. After an error nothing more comes.
class JsonCutter
{
public:
    enum class Error {
        None,
        TooDeep,   // more than deepest arrays and objects in each other
        TooLarge,  // an item of more than largestItem bytes
        Malformed, // not JSON
        Truncated, // it ended in the middle
        Empty,     // nothing but white space
    };

    static constexpr int deepest = 512; // QJsonDocument itself refuses 1024
    static constexpr qsizetype largestItem = qsizetype(128) << 20;
    static constexpr qsizetype mostMembers = 1000;
    static constexpr qsizetype longestName = 4096; // of a member, in bytes

    struct Options
    {
        JsonCut cut = JsonCut::Whole;
        //! Which members of the outer object become items; the others are passed over without
        //! being kept. Null: all.
        std::function<bool(const QString &member)> wants{};
        //! Of an item, bytes; what is behind is cut off. -1: an item comes whole or not at all.
        qsizetype keepAtMost = -1;
    };

    explicit JsonCutter(Options options);

    QList<JsonItem> feed(QByteArrayView utf8);

    //! The text has ended; a number may end with it.
    QList<JsonItem> finish();

    Error error() const { return m_error; }

    //! How many outermost values have begun.
    qint64 values() const { return m_values; }

    //! The members of the first outermost value, when it is an object and cut into Elements, with
    //! the first character of what they hold: as far as they have begun, and 1,000 at most.
    const QHash<QString, char> &members() const { return m_members; }

private:
    enum class Expect { Value, ValueOrEnd, Name, NameOrEnd, Colon, CommaOrEnd, NextValue };
    enum class In { Between, Name, Item, Scalar };

    void takeBetween(char c);
    void takeName(char c);
    void beginValue(char c);
    void open(char c);
    void close(char c);
    void endItem();
    void endValue();
    qsizetype takeItem(QByteArrayView bytes);
    qsizetype takeScalar(QByteArrayView bytes);
    void keep(QByteArrayView bytes);
    void fail(Error error);
    bool isItemHere(char c) const;

    Options m_options;
    QByteArray m_open; // the containers around the items: '[' and '{', two at most
    In m_in = In::Between;
    Expect m_expect = Expect::Value;
    bool m_inString = false; // of an item, or of a name
    bool m_escaped = false;
    bool m_keeps = true; // the item is wanted
    int m_depth = 0;     // within the item
    QByteArray m_name;   // as it stands in the text, without quotes
    QString m_member;
    QByteArray m_item;
    qint64 m_index = 0;
    qint64 m_values = 0;
    QHash<QString, char> m_members;
    QList<JsonItem> m_items;
    Error m_error = Error::None;
};

} // namespace Aura
