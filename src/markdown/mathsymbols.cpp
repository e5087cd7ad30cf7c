// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/mathsymbols.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Aura {

// clang-format off
static QHash<QStringView, MathSymbol> makeSymbols()
{
    using R = MathRole;
    return {
        {u"#", {R::Letter, u"#"_s}}, {u"$", {R::Letter, u"$"_s}}, {u"%", {R::Letter, u"%"_s}},
        {u"&", {R::Letter, u"&"_s}}, {u"Box", {R::Letter, u"□"_s}}, {u"Delta", {R::Letter, u"Δ"_s}},
        {u"Diamond", {R::Letter, u"◇"_s}}, {u"Gamma", {R::Letter, u"Γ"_s}},
        {u"Im", {R::Letter, u"ℑ"_s}}, {u"Lambda", {R::Letter, u"Λ"_s}},
        {u"Omega", {R::Letter, u"Ω"_s}}, {u"Phi", {R::Letter, u"Φ"_s}}, {u"Pi", {R::Letter, u"Π"_s}},
        {u"Psi", {R::Letter, u"Ψ"_s}}, {u"Re", {R::Letter, u"ℜ"_s}}, {u"Sigma", {R::Letter, u"Σ"_s}},
        {u"Theta", {R::Letter, u"Θ"_s}}, {u"Upsilon", {R::Letter, u"Υ"_s}},
        {u"Vert", {R::Letter, u"‖"_s}}, {u"Xi", {R::Letter, u"Ξ"_s}}, {u"_", {R::Letter, u"_"_s}},
        {u"aleph", {R::Letter, u"ℵ"_s}}, {u"alpha", {R::Letter, u"α"_s}},
        {u"angle", {R::Letter, u"∠"_s}}, {u"backslash", {R::Letter, u"\\"_s}},
        {u"beta", {R::Letter, u"β"_s}}, {u"blacksquare", {R::Letter, u"■"_s}},
        {u"bot", {R::Letter, u"⊥"_s}}, {u"bullet", {R::Letter, u"•"_s}},
        {u"cdots", {R::Letter, u"⋯"_s}}, {u"checkmark", {R::Letter, u"✓"_s}},
        {u"chi", {R::Letter, u"χ"_s}}, {u"complement", {R::Letter, u"∁"_s}},
        {u"dagger", {R::Letter, u"†"_s}}, {u"ddagger", {R::Letter, u"‡"_s}},
        {u"ddots", {R::Letter, u"⋱"_s}}, {u"degree", {R::Letter, u"°"_s}},
        {u"delta", {R::Letter, u"δ"_s}}, {u"diamond", {R::Letter, u"⋄"_s}},
        {u"dots", {R::Letter, u"…"_s}}, {u"ell", {R::Letter, u"ℓ"_s}},
        {u"emptyset", {R::Letter, u"∅"_s}}, {u"epsilon", {R::Letter, u"ϵ"_s}},
        {u"eta", {R::Letter, u"η"_s}}, {u"exists", {R::Letter, u"∃"_s}},
        {u"forall", {R::Letter, u"∀"_s}}, {u"gamma", {R::Letter, u"γ"_s}},
        {u"hbar", {R::Letter, u"ℏ"_s}}, {u"imath", {R::Letter, u"ı"_s}},
        {u"infty", {R::Letter, u"∞"_s}}, {u"iota", {R::Letter, u"ι"_s}},
        {u"jmath", {R::Letter, u"ȷ"_s}}, {u"kappa", {R::Letter, u"κ"_s}},
        {u"lVert", {R::Letter, u"‖"_s}}, {u"lambda", {R::Letter, u"λ"_s}},
        {u"langle", {R::Letter, u"⟨"_s}}, {u"lbrace", {R::Letter, u"{"_s}},
        {u"lbrack", {R::Letter, u"["_s}}, {u"lceil", {R::Letter, u"⌈"_s}},
        {u"ldots", {R::Letter, u"…"_s}}, {u"lfloor", {R::Letter, u"⌊"_s}},
        {u"lnot", {R::Letter, u"¬"_s}}, {u"lvert", {R::Letter, u"|"_s}}, {u"mu", {R::Letter, u"μ"_s}},
        {u"nabla", {R::Letter, u"∇"_s}}, {u"neg", {R::Letter, u"¬"_s}},
        {u"nexists", {R::Letter, u"∄"_s}}, {u"nu", {R::Letter, u"ν"_s}},
        {u"omega", {R::Letter, u"ω"_s}}, {u"omicron", {R::Letter, u"ο"_s}},
        {u"partial", {R::Letter, u"∂"_s}}, {u"phi", {R::Letter, u"ϕ"_s}},
        {u"pi", {R::Letter, u"π"_s}}, {u"prime", {R::Letter, u"′"_s}}, {u"psi", {R::Letter, u"ψ"_s}},
        {u"rVert", {R::Letter, u"‖"_s}}, {u"rangle", {R::Letter, u"⟩"_s}},
        {u"rbrace", {R::Letter, u"}"_s}}, {u"rbrack", {R::Letter, u"]"_s}},
        {u"rceil", {R::Letter, u"⌉"_s}}, {u"rfloor", {R::Letter, u"⌋"_s}},
        {u"rho", {R::Letter, u"ρ"_s}}, {u"rvert", {R::Letter, u"|"_s}},
        {u"sigma", {R::Letter, u"σ"_s}}, {u"square", {R::Letter, u"□"_s}},
        {u"tau", {R::Letter, u"τ"_s}}, {u"theta", {R::Letter, u"θ"_s}}, {u"top", {R::Letter, u"⊤"_s}},
        {u"triangle", {R::Letter, u"△"_s}}, {u"upsilon", {R::Letter, u"υ"_s}},
        {u"varepsilon", {R::Letter, u"ε"_s}}, {u"varnothing", {R::Letter, u"∅"_s}},
        {u"varphi", {R::Letter, u"φ"_s}}, {u"varpi", {R::Letter, u"ϖ"_s}},
        {u"varrho", {R::Letter, u"ϱ"_s}}, {u"varsigma", {R::Letter, u"ς"_s}},
        {u"vartheta", {R::Letter, u"ϑ"_s}}, {u"vdots", {R::Letter, u"⋮"_s}},
        {u"vert", {R::Letter, u"|"_s}}, {u"wp", {R::Letter, u"℘"_s}}, {u"xi", {R::Letter, u"ξ"_s}},
        {u"zeta", {R::Letter, u"ζ"_s}}, {u"{", {R::Letter, u"{"_s}}, {u"|", {R::Letter, u"‖"_s}},
        {u"}", {R::Letter, u"}"_s}},
        {u"Leftarrow", {R::Operator, u"⇐"_s}}, {u"Leftrightarrow", {R::Operator, u"⇔"_s}},
        {u"Longrightarrow", {R::Operator, u"⟹"_s}}, {u"Rightarrow", {R::Operator, u"⇒"_s}},
        {u"approx", {R::Operator, u"≈"_s}}, {u"ast", {R::Operator, u"∗"_s}},
        {u"asymp", {R::Operator, u"≍"_s}}, {u"because", {R::Operator, u"∵"_s}},
        {u"bmod", {R::Operator, u"mod"_s}}, {u"cap", {R::Operator, u"∩"_s}},
        {u"cdot", {R::Operator, u"·"_s}}, {u"circ", {R::Operator, u"∘"_s}},
        {u"coloneqq", {R::Operator, u"≔"_s}}, {u"cong", {R::Operator, u"≅"_s}},
        {u"cup", {R::Operator, u"∪"_s}}, {u"div", {R::Operator, u"÷"_s}},
        {u"doteq", {R::Operator, u"≐"_s}}, {u"downarrow", {R::Operator, u"↓"_s}},
        {u"equiv", {R::Operator, u"≡"_s}}, {u"ge", {R::Operator, u"≥"_s}},
        {u"geq", {R::Operator, u"≥"_s}}, {u"gets", {R::Operator, u"←"_s}},
        {u"gg", {R::Operator, u"≫"_s}}, {u"hookrightarrow", {R::Operator, u"↪"_s}},
        {u"iff", {R::Operator, u"⟺"_s}}, {u"impliedby", {R::Operator, u"⟸"_s}},
        {u"implies", {R::Operator, u"⟹"_s}}, {u"in", {R::Operator, u"∈"_s}},
        {u"land", {R::Operator, u"∧"_s}}, {u"le", {R::Operator, u"≤"_s}},
        {u"leftarrow", {R::Operator, u"←"_s}}, {u"leftrightarrow", {R::Operator, u"↔"_s}},
        {u"leq", {R::Operator, u"≤"_s}}, {u"ll", {R::Operator, u"≪"_s}},
        {u"longleftarrow", {R::Operator, u"⟵"_s}}, {u"longmapsto", {R::Operator, u"⟼"_s}},
        {u"longrightarrow", {R::Operator, u"⟶"_s}}, {u"lor", {R::Operator, u"∨"_s}},
        {u"mapsto", {R::Operator, u"↦"_s}}, {u"mid", {R::Operator, u"∣"_s}},
        {u"models", {R::Operator, u"⊨"_s}}, {u"mp", {R::Operator, u"∓"_s}},
        {u"ne", {R::Operator, u"≠"_s}}, {u"neq", {R::Operator, u"≠"_s}},
        {u"ni", {R::Operator, u"∋"_s}}, {u"nmid", {R::Operator, u"∤"_s}},
        {u"notin", {R::Operator, u"∉"_s}}, {u"nsubseteq", {R::Operator, u"⊈"_s}},
        {u"odot", {R::Operator, u"⊙"_s}}, {u"ominus", {R::Operator, u"⊖"_s}},
        {u"oplus", {R::Operator, u"⊕"_s}}, {u"otimes", {R::Operator, u"⊗"_s}},
        {u"parallel", {R::Operator, u"∥"_s}}, {u"perp", {R::Operator, u"⊥"_s}},
        {u"pm", {R::Operator, u"±"_s}}, {u"prec", {R::Operator, u"≺"_s}},
        {u"preceq", {R::Operator, u"⪯"_s}}, {u"propto", {R::Operator, u"∝"_s}},
        {u"rightarrow", {R::Operator, u"→"_s}}, {u"rightharpoonup", {R::Operator, u"⇀"_s}},
        {u"rightleftharpoons", {R::Operator, u"⇌"_s}}, {u"setminus", {R::Operator, u"∖"_s}},
        {u"sim", {R::Operator, u"∼"_s}}, {u"simeq", {R::Operator, u"≃"_s}},
        {u"star", {R::Operator, u"⋆"_s}}, {u"subset", {R::Operator, u"⊂"_s}},
        {u"subseteq", {R::Operator, u"⊆"_s}}, {u"subsetneq", {R::Operator, u"⊊"_s}},
        {u"succ", {R::Operator, u"≻"_s}}, {u"succeq", {R::Operator, u"⪰"_s}},
        {u"supset", {R::Operator, u"⊃"_s}}, {u"supseteq", {R::Operator, u"⊇"_s}},
        {u"therefore", {R::Operator, u"∴"_s}}, {u"times", {R::Operator, u"×"_s}},
        {u"to", {R::Operator, u"→"_s}}, {u"triangleq", {R::Operator, u"≜"_s}},
        {u"uparrow", {R::Operator, u"↑"_s}}, {u"vdash", {R::Operator, u"⊢"_s}},
        {u"vee", {R::Operator, u"∨"_s}}, {u"wedge", {R::Operator, u"∧"_s}},
        {u"bigcap", {R::Big, u"⋂"_s}}, {u"bigcup", {R::Big, u"⋃"_s}}, {u"bigoplus", {R::Big, u"⨁"_s}},
        {u"bigotimes", {R::Big, u"⨂"_s}}, {u"bigvee", {R::Big, u"⋁"_s}},
        {u"bigwedge", {R::Big, u"⋀"_s}}, {u"coprod", {R::Big, u"∐"_s}}, {u"iiint", {R::Big, u"∭"_s}},
        {u"iint", {R::Big, u"∬"_s}}, {u"int", {R::Big, u"∫"_s}}, {u"oint", {R::Big, u"∮"_s}},
        {u"prod", {R::Big, u"∏"_s}}, {u"sum", {R::Big, u"∑"_s}},
        {u"Pr", {R::Function, u"Pr"_s}}, {u"arccos", {R::Function, u"arccos"_s}},
        {u"arcsin", {R::Function, u"arcsin"_s}}, {u"arctan", {R::Function, u"arctan"_s}},
        {u"arg", {R::Function, u"arg"_s}}, {u"argmax", {R::Function, u"argmax"_s}},
        {u"argmin", {R::Function, u"argmin"_s}}, {u"cos", {R::Function, u"cos"_s}},
        {u"cosh", {R::Function, u"cosh"_s}}, {u"cot", {R::Function, u"cot"_s}},
        {u"coth", {R::Function, u"coth"_s}}, {u"csc", {R::Function, u"csc"_s}},
        {u"deg", {R::Function, u"deg"_s}}, {u"det", {R::Function, u"det"_s}},
        {u"dim", {R::Function, u"dim"_s}}, {u"exp", {R::Function, u"exp"_s}},
        {u"gcd", {R::Function, u"gcd"_s}}, {u"hom", {R::Function, u"hom"_s}},
        {u"inf", {R::Function, u"inf"_s}}, {u"ker", {R::Function, u"ker"_s}},
        {u"lcm", {R::Function, u"lcm"_s}}, {u"lg", {R::Function, u"lg"_s}},
        {u"lim", {R::Function, u"lim"_s}}, {u"liminf", {R::Function, u"liminf"_s}},
        {u"limsup", {R::Function, u"limsup"_s}}, {u"ln", {R::Function, u"ln"_s}},
        {u"log", {R::Function, u"log"_s}}, {u"max", {R::Function, u"max"_s}},
        {u"min", {R::Function, u"min"_s}}, {u"mod", {R::Function, u"mod"_s}},
        {u"rank", {R::Function, u"rank"_s}}, {u"sec", {R::Function, u"sec"_s}},
        {u"sgn", {R::Function, u"sgn"_s}}, {u"sin", {R::Function, u"sin"_s}},
        {u"sinh", {R::Function, u"sinh"_s}}, {u"sup", {R::Function, u"sup"_s}},
        {u"tan", {R::Function, u"tan"_s}}, {u"tanh", {R::Function, u"tanh"_s}},
        {u"tr", {R::Function, u"tr"_s}},
        {u" ", {R::Space, u" "_s}}, {u",", {R::Space, u" "_s}}, {u":", {R::Space, u" "_s}},
        {u";", {R::Space, u" "_s}}, {u">", {R::Space, u" "_s}}, {u"qquad", {R::Space, u"    "_s}},
        {u"quad", {R::Space, u"  "_s}}, {u"thinspace", {R::Space, u" "_s}},
        {u"~", {R::Space, u" "_s}},
        {u"!", {R::Nothing, {}}}, {u"Big", {R::Nothing, {}}}, {u"Bigg", {R::Nothing, {}}},
        {u"Bigl", {R::Nothing, {}}}, {u"Bigr", {R::Nothing, {}}}, {u"big", {R::Nothing, {}}},
        {u"bigg", {R::Nothing, {}}}, {u"biggl", {R::Nothing, {}}},
        {u"biggr", {R::Nothing, {}}}, {u"bigl", {R::Nothing, {}}},
        {u"bigr", {R::Nothing, {}}}, {u"displaystyle", {R::Nothing, {}}},
        {u"left", {R::Nothing, {}}}, {u"limits", {R::Nothing, {}}},
        {u"middle", {R::Nothing, {}}}, {u"nolimits", {R::Nothing, {}}},
        {u"right", {R::Nothing, {}}}, {u"scriptstyle", {R::Nothing, {}}},
        {u"textstyle", {R::Nothing, {}}},
    };
}
// clang-format on

MathSymbol mathSymbol(QStringView command)
{
    static const QHash<QStringView, MathSymbol> symbols = makeSymbols();
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
    return mapped(text, u"0123456789+-=()niabcdefghjklmoprstuvwxyzABDEGHIJKLMNOPRTUVW−βγδφχθ′∘*∗†.'",
                  u"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ⁻ᵝᵞᵟᵠᵡᶿ′°**†·′");
}

QString subscript(const QString &text)
{
    return mapped(text, u"0123456789+-=()aehijklmnoprstuvx−βγρφχ,", u"₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₋ᵦᵧᵨᵩᵪ,");
}

QString doubleStruck(const QString &letter)
{
    return mapped(letter, u"CHNPQRZ", u"ℂℍℕℙℚℝℤ");
}

QChar mathAccent(QStringView command)
{
    static const QHash<QStringView, char16_t> accents{
        {u"acute", 0x0301},
        {u"bar", 0x0304},
        {u"breve", 0x0306},
        {u"check", 0x030c},
        {u"ddot", 0x0308},
        {u"dot", 0x0307},
        {u"grave", 0x0300},
        {u"hat", 0x0302},
        {u"mathring", 0x030a},
        {u"overline", 0x0305},
        {u"tilde", 0x0303},
        {u"underline", 0x0332},
        {u"vec", 0x20d7},
        {u"widehat", 0x0302},
        {u"widetilde", 0x0303},
    };
    return QChar(accents.value(command, 0));
}

} // namespace Aura
