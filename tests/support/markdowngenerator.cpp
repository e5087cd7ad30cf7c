// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/markdowngenerator.h"

#include <algorithm>

QList<qsizetype> MarkdownGenerator::cuts(qsizetype length, int count)
{
    QList<qsizetype> places;
    for (int i = 0; i < count; ++i)
        places.append(below(int(length) + 1));
    std::ranges::sort(places);
    return places;
}

QByteArray MarkdownGenerator::words(int count)
{
    static const QList<QByteArray> choices{
        "the",
        "model",
        "answers",
        "with",
        "a",
        "**bold idea**",
        "and",
        "*some*",
        "`code_here()`",
        "for",
        "you",
        "[a link](https://example.org/a)",
        "it",
        "costs",
        "5",
        "of",
        "data",
        "~~not~~",
        "naïve",
        "東京",
        "👩‍👩‍👧‍👦",
        "x < y",
        "&amp;",
        "https://example.net/x?y=1",
        "snake_case_name",
        "e.g.",
        "[ref]",
        "`a`b",
        "**",
        "_under_",
        "![alt](https://img.example/p.png)",
        "<b>",
        "\\*",
        "end.",
        "café",
        "\\",
    };
    QByteArray text;
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            text += below(12) == 0 ? "\n" : below(40) == 0 ? "  \n" : " ";
        text += pick(choices);
    }
    return text;
}

QByteArray MarkdownGenerator::list(int depth)
{
    QByteArray text;
    const bool numbered = below(2) == 0;
    const bool loose = below(4) == 0;
    const int items = 1 + below(4);
    for (int i = 0; i < items; ++i) {
        const QByteArray marker = numbered ? QByteArray::number(i + 1) + ". " : QByteArray("- ");
        const QByteArray indent(marker.size(), ' ');
        QByteArray item =
            (below(6) == 0 ? pick({"[ ] ", "[x] "}) : QByteArray()) + words(2 + below(8));
        if (depth > 0 && below(3) == 0)
            item += (loose ? "\n\n" : "\n") + list(depth - 1).trimmed();
        if (below(8) == 0)
            item += "\n\n" + fence().trimmed();
        item.replace('\n', '\n' + indent);
        text += marker + item + (loose ? "\n\n" : "\n");
    }
    return text;
}

QByteArray MarkdownGenerator::fence()
{
    QByteArray text = "```" + pick({"python", "cpp", "", "json", "unknown x=1"}) + "\n";
    for (int i = below(8); i > 0; --i)
        text += pick({"def f(x):", "    return \"a\" # c", "", "  int x = 0x1f; // y", "/* open",
                      "close */", "- not a list", "\ttab"})
            + '\n';
    return text + "```\n";
}

QByteArray MarkdownGenerator::table()
{
    const int columns = 1 + below(4);
    QByteArray text = "|";
    for (int i = 0; i < columns; ++i)
        text += " " + pick({"Name", "**n**", "Wert", "a"}) + " |";
    text += "\n|";
    for (int i = 0; i < columns; ++i)
        text += pick({"---", ":--", "--:", ":-:"}) + "|";
    for (int row = below(6); row > 0; --row) {
        text += "\n|";
        for (int i = below(3) == 0 ? below(columns + 2) : columns; i > 0; --i)
            text += " " + pick({"1", "`x`", "*y*", "", "two words", "a \\| b", "[ref]"}) + " |";
    }
    return text + "\n";
}

QByteArray MarkdownGenerator::reply(int blocks)
{
    QByteArray text;
    for (int i = 0; i < blocks; ++i) {
        switch (below(14)) {
        case 0:
            text +=
                QByteArray("######").first(1 + below(6)) + ' ' + words(4).replace('\n', ' ') + "\n";
            break;
        case 1:
        case 2: text += list(2); break;
        case 3: text += fence(); break;
        case 4: text += table(); break;
        case 5: text += "> " + words(12).replace("\n", "\n> ") + "\n"; break;
        case 6: text += "---\n"; break;
        case 7: text += "[ref]: https://example.com/" + QByteArray::number(i) + "\n"; break;
        case 8: text += words(5) + "\n\n$$\nE = mc^2\n$$\n"; break;
        default: text += words(8 + below(50)) + "\n"; break;
        }
        text += below(10) == 0 ? "" : "\n";
    }
    return text;
}

QByteArray MarkdownGenerator::phrase()
{
    static const QList<QByteArray> choices{
        "foo",
        "bar baz",
        "**b**",
        "*i*",
        "`c`",
        "~~s~~",
        "[r]",
        "[t][r]",
        "[R][]",
        "![i][r]",
        "[l](/u)",
        "<b>",
        "</b>",
        "&amp;",
        "\\*",
        "$x^2$",
        "\\(y\\)",
        "5 $",
        "漢字かな",
        "한국어",
        "مرحبا",
        "שלום",
        "👩‍👩‍👧",
        "é\u0301",
        "\u202e",
        "\u200b",
        "http://a.b",
        "www.c.d",
        "e@f.g",
        "**",
        "*",
        "`",
        "[",
        "|",
        "\\",
        "- x",
        "1. y",
        "# z",
        "==",
        "  ",
        "\t",
        "[ ] t",
    };
    QByteArray text = pick(choices);
    for (int more = below(4); more > 0; --more)
        text += pick({" ", " ", " ", "\n", "  \n", "\\\n"}) + pick(choices);
    return text;
}

//! A block without others in it.
QByteArray MarkdownGenerator::leaf()
{
    switch (below(16)) {
    case 0: return QByteArray("######").first(1 + below(6)) + ' ' + phrase();
    case 1: return phrase() + '\n' + pick({"===", "---", "="});
    case 2: return pick({"```\n", "~~~ py\n", "````x\n"}) + phrase() + pick({"\n```", "\n~~~", ""});
    case 3: return "    " + phrase().replace('\n', "\n    ");
    case 4:
        return pick({"<div>\n", "<pre>\n", "<!-- ", "<?p ", "<x y>\n"}) + phrase()
            + pick({"\n</div>", "\n</pre>", " -->", "?>", "\n"});
    case 5:
    case 6: return "a | b\n" + pick({"--|--", ":-:|-:", "|-|-|"}) + "\n" + phrase() + "\n| 1 | 2 |";
    case 7: return pick({"***", "---", "_ _ _", "- - -"});
    case 8: return "[r]: " + pick({"/u", "<v> 'title'", "\n/w\n\"x\"", "/u 'open"});
    case 9: return pick({"$$\n", "\\[\n", "$$"}) + phrase() + pick({"\n$$", "\n\\]", "$$", ""});
    default: return phrase();
    }
}

QByteArray MarkdownGenerator::items(int depth)
{
    const QByteArray marker = pick({"- ", "* ", "+ ", "1. ", "7) ", "-   ", "10. "});
    QByteArray text;
    for (int count = 1 + below(3); count > 0; --count) {
        QByteArray item = (below(6) == 0 ? pick({"[ ] ", "[x] "}) : QByteArray()) + nested(depth);
        const bool lazy = below(5) == 0; // the lines below begin anywhere
        item.replace('\n', '\n' + QByteArray(lazy ? below(5) : int(marker.size()), ' '));
        text += marker + item + (count == 1 ? "" : below(3) == 0 ? "\n\n" : "\n");
    }
    return text;
}

QByteArray MarkdownGenerator::quote(int depth)
{
    const QByteArray prefix = pick({"> ", ">", "> > "});
    QByteArray text = prefix;
    const QByteArray quoted = nested(depth);
    for (const char c : quoted) {
        text += c;
        if (c == '\n' && below(5) > 0)
            text += prefix;
    }
    return text;
}

QByteArray MarkdownGenerator::nested(int depth)
{
    QByteArray text;
    for (int count = 1 + below(2); count > 0; --count) {
        const int kind = depth > 0 ? below(8) : 0;
        text += kind < 4 ? leaf() : kind < 7 ? items(depth - 1) : quote(depth - 1);
        text += count == 1 ? "" : below(4) == 0 ? "\n" : "\n\n";
    }
    return text;
}

QByteArray MarkdownGenerator::mixture(int blocks)
{
    QByteArray text;
    if (below(10) == 0)
        text = pick({"<think>", "\n<think>\n"}) + phrase() + pick({"</think>", "\n</think>\n", ""});
    for (int i = 0; i < blocks; ++i)
        text += nested(2) + (below(5) == 0 ? "\n" : "\n\n");
    if (below(4) == 0)
        text.truncate(below(int(text.size()) + 1));
    if (below(12) == 0)
        text.replace("\n", below(2) == 0 ? "\r\n" : "\r");
    return text;
}

QByteArray MarkdownGenerator::nasty(int lines)
{
    static const QList<QByteArray> prefixes{
        "",    "",    "",  "",   "",    "> ",   ">",  "- ",     "* ",  "+ ",  "1. ",
        "2. ", "3) ", " ", "  ", "   ", "    ", "\t", "      ", "-\t", ">\t",
    };
    static const QList<QByteArray> bodies{
        "foo",
        "foo bar",
        "# h",
        "## h ##",
        "#",
        "---",
        "===",
        "=",
        "-",
        "```",
        "```py",
        "````",
        "~~~",
        "| a | b |",
        "|---|:-:|",
        "|-",
        "a | b",
        "[x]: /u",
        "[x]: /u 'title'",
        "[x]:",
        "/u",
        "'title",
        "more'",
        "[x]",
        "[x][y]",
        "[y]: <http://y>",
        "<div>",
        "</div>",
        "<!-- c",
        "-->",
        "<pre>",
        "</pre>",
        "<b>",
        "<?p",
        "?>",
        "",
        "",
        "",
        " ",
        "***",
        "**b** `c`",
        "`",
        "*a",
        "a*",
        "**",
        "[ ] t",
        "[x] t",
        "- [ ] t",
        "1234567890. x",
        "+",
        "*",
        "1.",
        "&amp;",
        "&#x202e;",
        "\\",
        "foo\\",
        "foo  ",
        "https://a.b/c",
        "![i](http://h/x)",
        "[l](javascript:x)",
        "漢字",
        "👩‍👩‍👧",
        "\u202e",
        "$x$",
        "$$",
        "\\[",
        "\\]",
        "\\(y\\)",
        "$5 and $10",
        "<think>",
        "</think>",
        "1)",
        "- - -",
        "> > q",
        "- 1. z",
        "\tcode",
    };
    QByteArray text;
    for (int i = 0; i < lines; ++i) {
        for (int count = below(4); count > 0; --count)
            text += pick(prefixes);
        text += pick(bodies);
        text += below(60) == 0 ? "\r\n" : below(80) == 0 ? "\r" : "\n";
    }
    if (below(3) == 0)
        text.chop(1);
    return text;
}
