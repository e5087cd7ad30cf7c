// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/searchsnippet.h"

#include "history/searchquery.h"
#include "history/searchtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr qsizetype before = 40; // of the first place, in UTF-16 units
constexpr qsizetype width = 160;
constexpr qsizetype readUnits = 262144; // of a text; what stands further down gets no mark

//! A text in lower case and without diacritics, and where each of its units comes from.
struct Folded
{
    QString text{};
    QList<qsizetype> origin{};
};

Folded fold(QStringView text)
{
    Folded folded;
    folded.text.reserve(text.size());
    folded.origin.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text.at(i);
        const bool isPlain = unit.unicode() < 0x80 || unit.isSurrogate();
        const QString decomposed = isPlain ? QString() : unit.decomposition();
        const bool isSplit = unit.decompositionTag() == QChar::Canonical && !decomposed.isEmpty()
            && !isCjk(unit.unicode());
        const QChar base = isSplit ? decomposed.at(0) : unit;
        if (!isPlain && base.isMark())
            continue;
        folded.text += base.toCaseFolded();
        folded.origin += i;
    }
    folded.origin += text.size();
    return folded;
}

bool isWordUnit(QChar unit)
{
    return unit.isLetterOrNumber() || unit.isSurrogate();
}

bool isCjkText(QStringView text)
{
    return std::ranges::any_of(text, [](QChar unit) { return isCjk(unit.unicode()); });
}

//! Where a term stands in a folded text from a place on: words by their boundaries, the signs
//! between those of a phrase whatever they are.
class TermFinder
{
public:
    explicit TermFinder(const SearchTerm &term)
        : m_isPrefix(term.isPrefix)
    {
        const QString folded = fold(term.text).text;
        m_isCjk = isCjkText(folded);
        qsizetype begin = 0;
        for (qsizetype i = 0; i <= folded.size(); ++i) {
            if (i < folded.size() && isWordUnit(folded.at(i)))
                continue;
            if (i > begin)
                m_words += folded.sliced(begin, i - begin);
            begin = i + 1;
        }
    }

    TextRange find(QStringView text, qsizetype from) const
    {
        if (m_words.isEmpty())
            return {-1, 0};
        for (qsizetype at = text.indexOf(m_words.constFirst(), from); at >= 0;
             at = text.indexOf(m_words.constFirst(), at + 1)) {
            const qsizetype end = endOf(text, at);
            if (end > 0)
                return {at, end - at};
        }
        return {-1, 0};
    }

private:
    //! Where the term that begins here ends; 0: it is not here.
    qsizetype endOf(QStringView text, qsizetype at) const
    {
        if (!m_isCjk && at > 0 && isWordUnit(text.at(at - 1)))
            return 0;
        qsizetype end = at;
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            while (i > 0 && end < text.size() && !isWordUnit(text.at(end)))
                ++end;
            if (!text.sliced(end).startsWith(m_words.at(i)))
                return 0;
            end += m_words.at(i).size();
            const bool mayGoOn = m_isCjk || (m_isPrefix && i + 1 == m_words.size());
            if (!mayGoOn && end < text.size() && isWordUnit(text.at(end)))
                return 0;
        }
        return end;
    }

    QStringList m_words;
    bool m_isPrefix = false;
    bool m_isCjk = false;
};

//! The places of all terms in a text, in order, none over another.
QList<TextRange> findAll(const Folded &folded, const SearchQuery &query)
{
    QList<TextRange> found;
    for (const SearchTerm &term : query.terms) {
        if (term.isExcluded)
            continue;
        const TermFinder finder(term);
        qsizetype from = 0;
        for (TextRange next = finder.find(folded.text, from); next.start >= 0;
             next = finder.find(folded.text, from)) {
            from = next.start + next.length;
            const qsizetype start = folded.origin.at(next.start);
            found.append({start, folded.origin.at(from) - start});
        }
    }
    std::ranges::sort(found, {}, &TextRange::start);
    const auto overlaps = [](const TextRange &a, const TextRange &b) {
        return b.start < a.start + a.length;
    };
    found.resize(std::unique(found.begin(), found.end(), overlaps) - found.begin());
    return found;
}

//! Not between the halves of a character, and where a word begins if there is one near.
qsizetype goodStart(QStringView text, qsizetype at)
{
    const qsizetype limit = std::min(at + 20, text.size());
    for (qsizetype i = at; at > 0 && i < limit; ++i) {
        if (text.at(i).isSpace())
            return i + 1;
    }
    return at > 0 && at < text.size() && text.at(at).isLowSurrogate() ? at + 1 : at;
}

} // namespace

Snippet makeSnippet(const QString &text, const SearchQuery &query)
{
    const QStringView read = QStringView(text).first(std::min(text.size(), readUnits));
    const QList<TextRange> found = findAll(fold(read), query);
    const qsizetype first = found.isEmpty() ? 0 : found.constFirst().start;
    const qsizetype start =
        std::min(first, goodStart(read, std::max<qsizetype>(0, first - before)));
    qsizetype end = std::min(read.size(), start + width);
    if (end < read.size() && read.at(end).isLowSurrogate())
        --end;

    Snippet snippet;
    snippet.text = start > 0 ? u"…"_s : QString();
    bool wasSpace = true;
    auto mark = found.cbegin();
    for (qsizetype i = start; i < end; ++i) {
        while (mark != found.cend() && i >= mark->start + mark->length)
            ++mark;
        const bool isMarked = mark != found.cend() && i >= mark->start;
        if (isMarked && i == mark->start)
            snippet.marks.append({snippet.text.size(), 0});
        const QChar unit = read.at(i);
        if (!unit.isSpace() || !wasSpace)
            snippet.text += unit.isSpace() ? QChar(u' ') : unit;
        wasSpace = unit.isSpace();
        if (isMarked && !snippet.marks.isEmpty())
            snippet.marks.last().length = snippet.text.size() - snippet.marks.constLast().start;
    }
    if (end < text.size())
        snippet.text += u'…';
    return snippet;
}

} // namespace Aura
