// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace Aura {

//! The program's texts in the user's language, and Qt's own.
class Translators
{
public:
    Translators() = default;
    ~Translators();
    Q_DISABLE_COPY_MOVE(Translators)

    //! "ru", or "" for the system's language. Texts that were translated before stay as they are.
    void load(const QString &language);

private:
    QTranslator m_aura;
    QTranslator m_qt;
};

} // namespace Aura
