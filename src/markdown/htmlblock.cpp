// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/blockstart.h"

#include <algorithm>
#include <array>

namespace Aura {

static bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool isNameCharacter(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
}

static bool isHtmlSpace(char c)
{
    return c == ' ' || c == '\t';
}

static bool startsWithWord(QByteArrayView text, QByteArrayView word)
{
    return text.size() >= word.size()
        && qstrnicmp(text.data(), word.data(), size_t(word.size())) == 0;
}

// The tag names that begin an HTML block of kind 6, sorted.
static constexpr std::array<QByteArrayView, 61> blockTags{
    "address",  "article",  "aside",    "base",       "basefont", "blockquote", "body",   "caption",
    "center",   "col",      "colgroup", "dd",         "details",  "dialog",     "dir",    "div",
    "dl",       "dt",       "fieldset", "figcaption", "figure",   "footer",     "form",   "frame",
    "frameset", "h1",       "h2",       "h3",         "h4",       "h5",         "h6",     "head",
    "header",   "hr",       "html",     "iframe",     "legend",   "li",         "link",   "main",
    "menu",     "menuitem", "nav",      "noframes",   "ol",       "optgroup",   "option", "p",
    "param",    "section",  "source",   "summary",    "table",    "tbody",      "td",     "tfoot",
    "th",       "thead",    "title",    "tr",         "track",
};

static bool isBlockTag(QByteArrayView name)
{
    if (qstrnicmp(name.data(), name.size(), "ul", 2) == 0)
        return true;
    return std::ranges::any_of(blockTags, [name](QByteArrayView tag) {
        return qstrnicmp(name.data(), name.size(), tag.data(), tag.size()) == 0;
    });
}

static qsizetype skipSpaces(QByteArrayView text, qsizetype from)
{
    while (from < text.size() && isHtmlSpace(text[from]))
        ++from;
    return from;
}

//! Reads one attribute at from, and returns its end; -1: what stands there is none.
static qsizetype attributeEnd(QByteArrayView text, qsizetype from)
{
    const auto startsName = [](char c) { return isLetter(c) || c == '_' || c == ':'; };
    if (from >= text.size() || !startsName(text[from]))
        return -1;
    qsizetype end = from + 1;
    while (end < text.size()
           && (isNameCharacter(text[end]) || QByteArrayView("_.:").contains(text[end])))
        ++end;
    qsizetype value = skipSpaces(text, end);
    if (value >= text.size() || text[value] != '=')
        return end;
    value = skipSpaces(text, value + 1);
    if (value >= text.size())
        return -1;
    if (text[value] == '"' || text[value] == '\'') {
        const qsizetype quote = text.indexOf(text[value], value + 1);
        return quote < 0 ? -1 : quote + 1;
    }
    end = value;
    while (end < text.size() && !QByteArrayView(" \t\"'=<>`").contains(text[end]))
        ++end;
    return end == value ? -1 : end;
}

//! Kind 7: a whole open or closing tag that stands alone on its line.
static bool isWholeTag(QByteArrayView text)
{
    const bool closing = text.size() > 1 && text[1] == '/';
    qsizetype i = closing ? 2 : 1;
    if (i >= text.size() || !isLetter(text[i]))
        return false;
    while (i < text.size() && isNameCharacter(text[i]))
        ++i;
    while (!closing) {
        const qsizetype next = skipSpaces(text, i);
        const qsizetype end = next > i ? attributeEnd(text, next) : -1;
        if (end < 0)
            break;
        i = end;
    }
    i = skipSpaces(text, i);
    if (!closing && i < text.size() && text[i] == '/')
        ++i;
    return i < text.size() && text[i] == '>' && skipSpaces(text, i + 1) == text.size();
}

static bool startsRawText(QByteArrayView text)
{
    for (const QByteArrayView tag : {"<script", "<pre", "<style", "<textarea"}) {
        if (!startsWithWord(text, tag))
            continue;
        const qsizetype end = tag.size();
        if (end == text.size() || isHtmlSpace(text[end]) || text[end] == '>')
            return true;
    }
    return false;
}

static bool startsBlockTag(QByteArrayView text)
{
    const qsizetype begin = text.size() > 1 && text[1] == '/' ? 2 : 1;
    qsizetype end = begin;
    while (end < text.size() && isNameCharacter(text[end]))
        ++end;
    if (end == begin || !isBlockTag(text.sliced(begin, end - begin)))
        return false;
    return end == text.size() || isHtmlSpace(text[end]) || text[end] == '>'
        || text.sliced(end).startsWith("/>");
}

int htmlBlockKind(QByteArrayView text)
{
    if (text.size() < 2 || text[0] != '<')
        return 0;
    if (startsRawText(text))
        return 1;
    if (text.startsWith("<!--"))
        return 2;
    if (text.startsWith("<?"))
        return 3;
    if (text.startsWith("<![CDATA["))
        return 5;
    if (text[1] == '!' && text.size() > 2 && isLetter(text[2]))
        return 4;
    if (startsBlockTag(text))
        return 6;
    return isWholeTag(text) ? 7 : 0;
}

static bool containsWord(QByteArrayView text, QByteArrayView word)
{
    for (qsizetype i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
        if (startsWithWord(text.sliced(i), word))
            return true;
    }
    return false;
}

bool endsHtmlBlock(QByteArrayView text, int kind)
{
    switch (kind) {
    case 1:
        return containsWord(text, "</script>") || containsWord(text, "</pre>")
            || containsWord(text, "</style>") || containsWord(text, "</textarea>");
    case 2: return text.contains("-->");
    case 3: return text.contains("?>");
    case 4: return text.contains('>');
    case 5: return text.contains("]]>");
    default: return false;
    }
}

} // namespace Aura
