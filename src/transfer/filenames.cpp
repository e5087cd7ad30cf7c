// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/filenames.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 100; // bytes; some file systems stop at 143, most at 255

//! Names of devices, which Windows takes for no file, with any ending.
bool isDevice(const QString &name)
{
    static constexpr std::array devices{"con"_L1, "prn"_L1, "aux"_L1, "nul"_L1};
    const QString stem = name.section(u'.', 0, 0).trimmed().toLower();
    if (std::ranges::find(devices, stem) != devices.end())
        return true;
    const bool isPort = stem.startsWith("com"_L1) || stem.startsWith("lpt"_L1);
    return isPort && stem.size() == 4 && stem.back().isDigit();
}

QString replaced(const QString &title)
{
    QString name;
    for (const char32_t c : title.toUcs4()) {
        const QChar::Category category = QChar::category(c);
        const bool isHidden = category == QChar::Other_Format && c != 0x200c && c != 0x200d;
        if (QChar::isSpace(c))
            name += u' ';
        else if (category == QChar::Other_Control || category == QChar::Other_Surrogate || isHidden)
            continue;
        else if (c < 0x80 && QLatin1StringView("/\\:*?\"<>|").contains(QChar(char16_t(c))))
            name += u'_';
        else
            name += QChar::fromUcs4(c);
    }
    return name.simplified();
}

QString cut(const QString &name)
{
    if (name.toUtf8().size() <= longestName)
        return name;
    QTextBoundaryFinder graphemes(QTextBoundaryFinder::Grapheme, name);
    qsizetype end = 0;
    for (qsizetype next = 0; next >= 0; next = graphemes.toNextBoundary()) {
        if (QStringView(name).first(next).toUtf8().size() > longestName)
            break;
        end = next;
    }
    return name.first(end);
}

} // namespace

QString safeFileName(const QString &title)
{
    QString name = replaced(title);
    while (name.startsWith(u'.') || name.startsWith(u'-') || name.startsWith(u'~'))
        name.replace(0, 1, u'_');
    name = cut(name);
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    if (name.isEmpty())
        return u"_"_s;
    return isDevice(name) ? u'_' + name : name;
}

QString FileNames::take(const QString &title, const QString &ending)
{
    const QString name = safeFileName(title);
    QString candidate = name + ending;
    for (int number = 2; m_taken.contains(candidate.toCaseFolded()); ++number)
        candidate = u"%1 (%2)%3"_s.arg(name).arg(number).arg(ending);
    m_taken.insert(candidate.toCaseFolded());
    return candidate;
}

} // namespace Aura
