// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/mathsymbols.h"

#include "markdown/resources.h"

#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace Aura {

static MathRole roleNamed(QStringView name)
{
    static const QHash<QStringView, MathRole> roles{
        {u"letter", MathRole::Letter},     {u"operator", MathRole::Operator},
        {u"function", MathRole::Function}, {u"big", MathRole::Big},
        {u"space", MathRole::Space},       {u"nothing", MathRole::Nothing},
    };
    return roles.value(name, MathRole::Unknown);
}

//! The resource's lines are "role command characters".
static QHash<QString, MathSymbol> readSymbols()
{
    initMarkdownResources();
    QHash<QString, MathSymbol> symbols;
    QFile file(u":/aura/markdown/mathsymbols.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return symbols;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const qsizetype first = line.indexOf(u' ');
        const qsizetype second = line.indexOf(u' ', first + 2); // a command may be a space
        if (first <= 0 || line.startsWith(u';'))
            continue;
        const MathRole role = roleNamed(QStringView(line).first(first));
        const QString command =
            line.sliced(first + 1, (second < 0 ? line.size() : second) - first - 1);
        symbols.insert(command, {role, second < 0 ? QString() : line.sliced(second + 1)});
    }
    return symbols;
}

MathSymbol mathSymbol(const QString &command)
{
    static const QHash<QString, MathSymbol> symbols = readSymbols();
    return symbols.value(command);
}

//! Each character of text that stands in from, as the one at the same place in to.
static QString mapped(const QString &text, QStringView from, QStringView to)
{
    QString result;
    for (const QChar c : text) {
        if (c == u' ')
            continue;
        const qsizetype at = from.indexOf(c);
        if (at < 0)
            return {};
        result += to[at];
    }
    return result;
}

QString superscript(const QString &text)
{
    return mapped(text,
                  u"0123456789+-=()niabcdefghjklmoprstuvwxyzABDEGHIJKLMNOPRTUVW−βγδφχθ′∘*∗†.'",
                  u"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ⁻ᵝᵞᵟᵠᵡᶿ′°**†·′");
}

QString subscript(const QString &text)
{
    return mapped(text, u"0123456789+-=()aehijklmnoprstuvx−βγρφχ,",
                  u"₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₋ᵦᵧᵨᵩᵪ,");
}

QString doubleStruck(const QString &letter)
{
    return mapped(letter, u"CHNPQRZ", u"ℂℍℕℙℚℝℤ");
}

QChar mathAccent(QStringView command)
{
    static const QHash<QStringView, char16_t> accents{
        {u"acute", 0x0301},    {u"bar", 0x0304},     {u"breve", 0x0306},
        {u"check", 0x030c},    {u"ddot", 0x0308},    {u"dot", 0x0307},
        {u"grave", 0x0300},    {u"hat", 0x0302},     {u"mathring", 0x030a},
        {u"overline", 0x0305}, {u"tilde", 0x0303},   {u"underline", 0x0332},
        {u"vec", 0x20d7},      {u"widehat", 0x0302}, {u"widetilde", 0x0303},
    };
    return QChar(accents.value(command, 0));
}

} // namespace Aura
