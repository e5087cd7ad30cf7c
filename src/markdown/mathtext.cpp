// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/mathtext.h"

#include "markdown/mathsymbols.h"

#include <QList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr qsizetype longest = 500;
constexpr int deepest = 8;

//! Reads TeX once from the left and writes the line of text; gives up at the first thing that
//! does not read well in one.
class MathWriter
{
public:
    explicit MathWriter(const QString &tex)
        : m_tex(tex)
    {}

    QString write();

private:
    bool atEnd() const { return m_at >= m_tex.size(); }
    QChar next() const { return atEnd() ? QChar() : m_tex[m_at]; }
    void skipSpaces();
    QString group();    // up to the closing brace of a group, or the end of the formula
    QString argument(); // a group in braces, or one symbol
    QString symbol(QString &line);
    QString command(QString &line);
    QString fraction();
    QString root();
    QString literal(); // what \text{…} holds
    QString script(QChar kind);
    QString commandName();
    QString fail();

    const QString &m_tex;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_failed = false;
};

void addOperator(QString &line, const QString &text)
{
    const bool isBinary =
        !line.isEmpty() && !QStringView(u"([{⟨,").contains(line.back()) && !line.endsWith(u' ');
    if (isBinary)
        line += u' ' + text + u' ';
    else
        line += text;
}

//! What may stand beside a fraction bar or under a root without brackets.
bool isSimple(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        return c.isLetterOrNumber() || c == u'.' || c.isMark() || c == u'′' || c == u'∞';
    });
}

QString bracketed(const QString &text)
{
    return isSimple(text) ? text : u'(' + text + u')';
}

QString MathWriter::write()
{
    const QString line = group();
    return m_failed || !atEnd() ? QString() : line.trimmed();
}

QString MathWriter::fail()
{
    m_failed = true;
    m_at = m_tex.size();
    return {};
}

void MathWriter::skipSpaces()
{
    while (next().isSpace())
        ++m_at;
}

QString MathWriter::group()
{
    if (++m_depth > deepest)
        return fail();
    QString line;
    while (!atEnd() && next() != u'}')
        line += symbol(line);
    --m_depth;
    return line;
}

QString MathWriter::argument()
{
    skipSpaces();
    if (atEnd())
        return fail();
    if (next() != u'{') {
        QString line;
        line += symbol(line);
        return line;
    }
    ++m_at;
    const QString content = group();
    if (next() != u'}')
        return fail();
    ++m_at;
    return content.trimmed();
}

//! One symbol; what changes the line before it (space around operators) is done to the line.
QString MathWriter::symbol(QString &line)
{
    const QChar c = next();
    if (c == u'\\')
        return command(line);
    if (c == u'{')
        return argument();
    if (c == u'&' || c == u'#' || c == u'}')
        return fail();
    ++m_at;
    if (c == u'^' || c == u'_')
        return script(c);
    if (c.isSpace() || c == u'~')
        return {};
    if (c == u'\'')
        return u"′"_s;
    if (QStringView(u"=<>+-").contains(c)) {
        addOperator(line, c == u'-' ? u"−"_s : QString(c));
        return {};
    }
    return c == u',' ? u", "_s : QString(c);
}

QString MathWriter::commandName()
{
    ++m_at;
    const qsizetype begin = m_at;
    while (!atEnd() && next().isLetter() && next().unicode() < 0x80)
        ++m_at;
    if (m_at == begin && !atEnd())
        ++m_at;
    return m_tex.sliced(begin, m_at - begin);
}

QString MathWriter::command(QString &line)
{
    const QString name = commandName();
    const MathSymbol known = mathSymbol(name);
    switch (known.role) {
    case MathRole::Letter:
    case MathRole::Big: return known.text;
    case MathRole::Space: return line.endsWith(u' ') ? QString() : known.text;
    case MathRole::Operator: addOperator(line, known.text); return {};
    case MathRole::Function:
        if (!line.isEmpty() && line.back().isLetterOrNumber())
            line += u' ';
        skipSpaces();
        return next() == u'(' || next() == u'_' || next() == u'^' ? known.text : known.text + u' ';
    case MathRole::Nothing:
        if ((name == "left"_L1 || name == "right"_L1) && next() == u'.')
            ++m_at;
        return {};
    case MathRole::Unknown: break;
    }
    if (name == "frac"_L1 || name == "dfrac"_L1 || name == "tfrac"_L1)
        return fraction();
    if (name == "sqrt"_L1)
        return root();
    if (name == "text"_L1 || name == "mathrm"_L1 || name == "operatorname"_L1 || name == "textbf"_L1
        || name == "mathbf"_L1 || name == "textit"_L1 || name == "mathit"_L1
        || name == "boldsymbol"_L1)
        return name.startsWith("math"_L1) || name == "boldsymbol"_L1 ? argument() : literal();
    if (name == "mathbb"_L1) {
        const QString letter = doubleStruck(argument());
        return letter.isEmpty() ? fail() : letter;
    }
    if (const QChar accent = mathAccent(name); !accent.isNull()) {
        const QString base = argument();
        return base.size() == 1 ? base + accent : fail();
    }
    return fail();
}

QString MathWriter::fraction()
{
    const QString above = argument();
    const QString below = argument();
    if (above.isEmpty() || below.isEmpty() || above.contains(u'/') || below.contains(u'/')
        || above.size() + below.size() > 40)
        return fail();
    static const QList<std::pair<QString, QString>> vulgar{
        {u"1/2"_s, u"½"_s}, {u"1/3"_s, u"⅓"_s}, {u"2/3"_s, u"⅔"_s},
        {u"1/4"_s, u"¼"_s}, {u"3/4"_s, u"¾"_s},
    };
    QString plain = bracketed(above) + u'/' + bracketed(below);
    for (const auto &[text, one] : vulgar) {
        if (text == plain)
            return one;
    }
    return plain;
}

QString MathWriter::root()
{
    QString sign = u"√"_s;
    if (next() == u'[') {
        const qsizetype end = m_tex.indexOf(u']', m_at);
        const QStringView degree =
            end < 0 ? QStringView() : QStringView(m_tex).sliced(m_at + 1, end - m_at - 1);
        sign = degree == u"2" ? u"√"_s
            : degree == u"3"  ? u"∛"_s
            : degree == u"4"  ? u"∜"_s
                              : QString();
        if (sign.isEmpty())
            return fail();
        m_at = end + 1;
    }
    const QString content = argument();
    return content.isEmpty() || content.contains(u'√') ? fail() : sign + bracketed(content);
}

QString MathWriter::literal()
{
    if (next() != u'{')
        return argument();
    const qsizetype end = m_tex.indexOf(u'}', m_at);
    QString content = end < 0 ? QString() : m_tex.sliced(m_at + 1, end - m_at - 1);
    if (end < 0 || content.contains(u'{') || content.contains(u'\\') || content.contains(u'$'))
        return fail();
    m_at = end + 1;
    return content;
}

QString MathWriter::script(QChar kind)
{
    const QString content = argument();
    const QString raised = kind == u'^' ? superscript(content) : subscript(content);
    return raised.isEmpty() ? fail() : raised;
}

} // namespace

QString mathInUnicode(const QString &tex)
{
    return tex.size() > longest ? QString() : MathWriter(tex).write();
}

} // namespace Aura
