// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace Aura {

//! The characters of an HTML entity, "&amp;" or "&#x41;" with its & and ; (HTML 5, section 13.5).
//! An unknown name gives its own text; a number that is no character gives U+FFFD.
QString decodedEntity(QByteArrayView entity);

//! Text with its backslash escapes and entities replaced, as in an info string.
QString unescaped(QByteArrayView text);

} // namespace Aura
