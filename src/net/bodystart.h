// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace Aura {

//! What a body is, going by its first character.
enum class BodyStart {
    Unknown, // nothing but white space so far
    Json,
    Page, // HTML or XML
    Other,
};

//! Takes white space and a byte order mark from the body's beginning and says what follows.
BodyStart recognizeBody(QByteArray &body);

//! The beginning of a web page that came instead of a reply, as far as its title.
class PageBeginning
{
public:
    void append(QByteArrayView bytes);
    bool isEnough() const { return m_isEnough; } // to know the title, or that there is none
    QString title() const;

private:
    QByteArray m_bytes;
    bool m_isEnough = false;
};

} // namespace Aura
