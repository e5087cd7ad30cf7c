// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCollator>
#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cstdio>

//! Prints words as each language sorts them and changes their case; 1 where there is no collation.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString text = QStringLiteral("ёлка Ель арбуз Яблоко z10 z9 Zoo ähnlich apple öl ÅB 江 "
                                        "安 あ イ chata hrad cena i y ß ss é");
    for (const char *name : {"ru", "en", "de", "sv", "zh", "ja", "cs", "lt", "tr", "uk", "ar"}) {
        const QLocale locale(QString::fromLatin1(name));
        QCollator collator(locale);
        collator.setNumericMode(true);
        QStringList words = text.split(QLatin1Char(' '));
        std::sort(words.begin(), words.end(), collator);
        std::printf("%s %s\n%s %s\n", name, qUtf8Printable(words.join(QLatin1Char(' '))),
                    qUtf8Printable(locale.toUpper(text)), qUtf8Printable(locale.toLower(text)));
    }
    QCollator russian(QLocale(QStringLiteral("ru")));
    return russian.compare(QStringLiteral("ёлка"), QStringLiteral("Ель")) < 0 ? 0 : 1;
}
