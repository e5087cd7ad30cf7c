// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demovoice.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QStringList>

#include <algorithm>

// The resource stands in a static library, where nothing else would keep the linker from it.
static void initPages()
{
    Q_INIT_RESOURCE(demo);
}

namespace Aura {

using namespace Qt::StringLiterals;

namespace {

enum class Language { English, Russian };

//! A page, and the words that ask for it. A word ending in a space stands for itself, others
//! stand for every word that begins so.
struct Topic
{
    QLatin1StringView page{};
    QStringView words{}; // separated by commas, lower case, punctuation as spaces
};

//! In the order of precedence: the first topic that is asked for answers.
constexpr Topic topics[] = {
    {"settings"_L1,
     u"settings,my setting,system prompt,temperature,max tokens,maximum tokens,token limit,"
     u"tokenlimit,настройк,настроек,системн,температур,промпт,максимум токен,лимит токен"},
    {"ollama"_L1, u"ollama,оллам,олама"},
    {"llamacpp"_L1, u"llama,gguf,лламу ,ллама "},
    {"openai"_L1,
     u"openai,open ai,openrouter,vllm,lm studio,lmstudio,localai,mistral,groq,deepseek,together ai,"
     u"compatible,api key,chatgpt,совместим,api ключ,ключ api,ключ"},
    {"aura-server"_L1,
     u"aura server,server aura,openchat,own aura,сервер aura,серверу aura,сервера aura,"
     u"сервером aura,сервер аура,серверу аура,aura сервер"},
    {"markdown"_L1,
     u"markdown,formatting,table,latex,math,emoji,code block,task list,маркдаун,разметк,"
     u"форматирован,таблиц,формул,эмодзи,блок кода"},
    {"connect"_L1, u"connect,server,real model,provider,подключ,соедин,сервер,провайдер"},
    {"tour"_L1,
     u"tour ,guide,help,what can,what is aura,what is this,how do i use,how to use,show me around,"
     u"shortcut,keyboard,get started,getting started,features,экскурси,обзор,помощь,помоги,умее,"
     u"что такое,как пользоваться,с чего начать,покажи,клавиш,возможност,справк"},
};

constexpr qsizetype longestEcho = 300;
constexpr qsizetype longestPrompt = 8000;

//! The newest message of the user.
QString questionOf(const QJsonObject &chat)
{
    const QJsonArray messages = chat.value("messages"_L1).toArray();
    for (qsizetype i = messages.size() - 1; i >= 0; --i) {
        const QJsonObject message = messages.at(i).toObject();
        if (message.value("role"_L1).toString() == "user"_L1)
            return message.value("content"_L1).toString();
    }
    return {};
}

//! Russian questions name Latin things, so a quarter of Cyrillic letters is enough.
Language languageOf(const QString &question)
{
    qsizetype cyrillic = 0;
    qsizetype latin = 0;
    for (const QChar c : question) {
        cyrillic += c.script() == QChar::Script_Cyrillic ? 1 : 0;
        latin += c.script() == QChar::Script_Latin ? 1 : 0;
    }
    return cyrillic > 0 && cyrillic * 4 >= latin ? Language::Russian : Language::English;
}

//! The question as lower-case words, each between spaces.
QString wordsToSearch(const QString &question)
{
    QString words;
    const QString lower = question.toLower();
    for (const QChar c : lower)
        words += c.isLetterOrNumber() ? c : u' ';
    return u' ' + words.simplified() + u' ';
}

QString pageFor(const QString &question)
{
    const QString words = wordsToSearch(question);
    for (const Topic &topic : topics) {
        for (const QStringView word : topic.words.split(u',')) {
            if (words.contains(u' ' + word.toString()))
                return topic.page;
        }
    }
    return u"other"_s;
}

QString readPage(const QString &name, Language language)
{
    static const bool registered = (initPages(), true);
    Q_UNUSED(registered)
    const QString suffix = language == Language::Russian ? u"ru"_s : u"en"_s;
    QFile file(":/demo/%1.%2.md"_L1.arg(name, suffix));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

qsizetype longestBacktickRun(const QString &text)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

QString shortened(const QString &text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    const bool splitsPair = text.at(length - 1).isHighSurrogate();
    return text.first(splitsPair ? length - 1 : length) + u'…';
}

//! A code block that no text in it can end: its fence is longer than any in the text.
QString fenced(const QString &text)
{
    const QString fence(std::max<qsizetype>(3, longestBacktickRun(text) + 1), u'`');
    return fence + u"text\n"_s + text + u'\n' + fence;
}

//! Code within a table's cell, whatever the text is.
QString inlineCode(const QString &text)
{
    const QString line = shortened(text.simplified(), longestEcho).replace(u'|', u"\\|"_s);
    if (line.isEmpty())
        return u"–"_s;
    const QString mark(longestBacktickRun(line) + 1, u'`');
    const bool needsSpace = line.startsWith(u'`') || line.endsWith(u'`');
    const QString space = needsSpace ? u" "_s : QString();
    return mark + space + line + space + mark;
}

QString jsonNumber(const QJsonValue &value, Language language)
{
    if (value.isDouble())
        return inlineCode(QString::number(value.toDouble(), 'g', 15));
    if (value.isUndefined() || value.isNull())
        return language == Language::Russian ? u"не передано"_s : u"not sent"_s;
    return inlineCode(value.toVariant().toString());
}

//! What stands for {{name}} in the pages.
QHash<QString, QString> valuesOf(const QJsonObject &chat, const QString &question,
                                 Language language)
{
    const QJsonObject model = chat.value("model"_L1).toObject();
    QString prompt = chat.value("prompt"_L1).toString();
    if (prompt == u" "_s) // how the protocol writes an empty one
        prompt.clear();
    const QString empty = language == Language::Russian ? u"(пусто)"_s : u"(empty)"_s;
    return {
        {u"question"_s, fenced(question.isEmpty() ? empty : shortened(question, longestEcho))},
        {u"systemPrompt"_s, fenced(prompt.isEmpty() ? empty : shortened(prompt, longestPrompt))},
        {u"model"_s, inlineCode(model.value("id"_L1).toString())},
        {u"tokenLimit"_s, jsonNumber(model.value("tokenLimit"_L1), language)},
        {u"temperature"_s, jsonNumber(chat.value("temperature"_L1), language)},
        {u"messages"_s, QString::number(chat.value("messages"_L1).toArray().size())},
    };
}

//! The page with its {{names}} replaced, in one pass: what a value says is not looked at again.
QString filled(const QString &page, const QHash<QString, QString> &values)
{
    QString text;
    qsizetype end = 0;
    for (qsizetype open = page.indexOf("{{"_L1); open >= 0; open = page.indexOf("{{"_L1, end)) {
        const qsizetype close = page.indexOf("}}"_L1, open);
        if (close < 0)
            break;
        text += QStringView(page).sliced(end, open - end);
        text += values.value(page.sliced(open + 2, close - open - 2));
        end = close + 2;
    }
    return text + page.sliced(end);
}

} // namespace

QString demoAnswer(const QJsonObject &chat)
{
    const QString question = questionOf(chat);
    const Language language = languageOf(question);
    const QString page = readPage(pageFor(question), language);
    return filled(page, valuesOf(chat, question, language)).trimmed();
}

} // namespace Aura
