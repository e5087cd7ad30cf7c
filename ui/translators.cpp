// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Aura {

Translators::~Translators()
{
    QCoreApplication::removeTranslator(&m_aura);
    QCoreApplication::removeTranslator(&m_qt);
}

void Translators::load(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale); // numbers and times speak the same language
    const QString qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qt.load(locale, u"qtbase"_s, u"_"_s, qtFolder))
        QCoreApplication::installTranslator(&m_qt);
    // English too: it has the plurals. A language that we do not speak gets it as well.
    if (m_aura.load(locale, u"aura"_s, u"_"_s, u":/i18n"_s) || m_aura.load(u":/i18n/aura_en.qm"_s))
        QCoreApplication::installTranslator(&m_aura);
}

} // namespace Aura
