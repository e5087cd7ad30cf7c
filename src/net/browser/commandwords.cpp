// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/browser/curlcommand.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

class CommandText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::CommandText)
};

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

//! Escapes of $'…': ANSI C's, as bash reads them.
class AnsiEscapes
{
public:
    explicit AnsiEscapes(const QString &text)
        : m_text(text)
    {}

    //! The escape that begins behind the backslash at a place, which moves behind it.
    QString read(qsizetype &at) const
    {
        const QChar c = m_text[at++];
        switch (c.unicode()) {
        case u'a': return u"\a"_s;
        case u'b': return u"\b"_s;
        case u'e':
        case u'E': return u"\x1b"_s;
        case u'f': return u"\f"_s;
        case u'n': return u"\n"_s;
        case u'r': return u"\r"_s;
        case u't': return u"\t"_s;
        case u'v': return u"\v"_s;
        case u'x': return number(at, 2, 16);
        case u'u': return number(at, 4, 16);
        case u'U': return number(at, 8, 16);
        default: break;
        }
        if (c < u'0' || c > u'7')
            return u"\\'\"?"_s.contains(c) ? QString(c) : u'\\' + QString(c);
        return number(--at, 3, 8);
    }

private:
    QString number(qsizetype &at, int mostDigits, int base) const
    {
        char32_t code = 0;
        int digits = 0;
        for (; digits < mostDigits && at < m_text.size(); ++digits, ++at) {
            bool isDigit = false;
            const int value = QString(m_text[at]).toInt(&isDigit, base);
            if (!isDigit)
                break;
            code = code * char32_t(base) + char32_t(value);
        }
        const bool isCharacter = digits > 0 && code > 0 && code <= QChar::LastValidCodePoint
            && !QChar::isSurrogate(code);
        return isCharacter ? QString::fromUcs4(&code, 1) : QString();
    }

    const QString &m_text;
};

//! One pass over a command line for a POSIX shell.
class ShellSplitter
{
public:
    explicit ShellSplitter(const QString &text)
        : m_text(text)
    {}

    bool split()
    {
        while (m_at < m_text.size() && !m_isOver) {
            if (!step())
                return false;
        }
        endWord();
        return true;
    }

    QStringList words{};

private:
    bool step()
    {
        const QChar c = m_text[m_at++];
        if (c == u'\'')
            return readSingle();
        if (c == u'"')
            return readDouble();
        if (c == u'$' && m_at < m_text.size() && m_text[m_at] == u'\'') {
            ++m_at;
            return readAnsi();
        }
        if (c == u'\\')
            readBackslash();
        else if (isLineEnd(c) || u";&|<>"_s.contains(c))
            m_isOver = !words.isEmpty() || m_hasWord; // blank lines may stand before it
        else if (c.isSpace())
            endWord();
        else
            add(QString(c));
        return true;
    }

    void readBackslash()
    {
        if (m_at >= m_text.size())
            return;
        if (m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n')
            ++m_at;
        const QChar c = m_text[m_at++];
        if (!isLineEnd(c))
            add(QString(c));
    }

    bool readSingle()
    {
        const qsizetype end = m_text.indexOf(u'\'', m_at);
        if (end < 0)
            return false;
        add(m_text.mid(m_at, end - m_at));
        m_at = end + 1;
        return true;
    }

    bool readDouble()
    {
        QString part;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            if (c == u'"') {
                add(part);
                return true;
            }
            const bool isEscape =
                c == u'\\' && m_at < m_text.size() && u"$`\"\\\n"_s.contains(m_text[m_at]);
            if (!isEscape)
                part += c;
            else if (const QChar escaped = m_text[m_at++]; escaped != u'\n')
                part += escaped;
        }
        return false;
    }

    bool readAnsi()
    {
        const AnsiEscapes escapes(m_text);
        QString part;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            if (c == u'\'') {
                add(part);
                return true;
            }
            if (c == u'\\' && m_at < m_text.size())
                part += escapes.read(m_at);
            else
                part += c;
        }
        return false;
    }

    void add(const QString &part)
    {
        m_word += part;
        m_hasWord = true;
    }

    void endWord()
    {
        if (m_hasWord)
            words.append(m_word);
        m_word.clear();
        m_hasWord = false;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QString m_word;
    bool m_hasWord = false;
    bool m_isOver = false;
};

//! What cmd.exe hands on: carets escape the next character, but not in its own quotation marks.
QString withoutCarets(const QString &text)
{
    QString result;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'^' && !isQuoted && i + 1 < text.size()) {
            ++i;
            if (text[i] == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
                ++i;
            if (!isLineEnd(text[i]))
                result += text[i];
            else
                result += u' '; // a continued line
            continue;
        }
        if (c == u'"')
            isQuoted = !isQuoted;
        result += c;
    }
    return result;
}

//! As programs on Windows split their command line: \" and "" are quotation marks.
bool splitForWindows(const QString &text, QStringList &words)
{
    QString word;
    bool hasWord = false;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        if ((c == u'\\' && next == u'"') || (isQuoted && c == u'"' && next == u'"')) {
            word += u'"';
            ++i;
        } else if (c == u'"') {
            isQuoted = !isQuoted;
            hasWord = true;
        } else if (!isQuoted && c.isSpace()) {
            if (hasWord || !word.isEmpty())
                words.append(word);
            word.clear();
            hasWord = false;
        } else {
            word += c;
        }
    }
    if (hasWord || !word.isEmpty())
        words.append(word);
    return !isQuoted;
}

bool isForCmd(const QString &text)
{
    return text.contains("^\""_L1) || text.contains("^\n"_L1) || text.contains("^\r"_L1);
}

} // namespace

Result<QStringList> splitCommandLine(const QString &text)
{
    Error unclosed{
        CommandText::tr("The command ends inside quotation marks. Copy all of it once more.")};
    if (isForCmd(text)) {
        QStringList words;
        if (!splitForWindows(withoutCarets(text), words))
            return unclosed;
        return words;
    }
    ShellSplitter splitter(text);
    if (!splitter.split())
        return unclosed;
    return splitter.words;
}

} // namespace Aura
