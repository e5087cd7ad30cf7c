// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/askcommand.h"

#include "cli/exitcode.h"
#include "support/recordingprovider.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

//! A device that counts its writes and can refuse them.
class Sink : public QIODevice
{
public:
    Sink() { open(WriteOnly | Unbuffered); }

    QByteArrayList writes{};
    bool isBroken = false;

    QByteArray bytes() const { return writes.join(); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        if (isBroken)
            return -1;
        writes.append(QByteArray(data, size));
        return size;
    }
};

//! One command with everything around it.
struct Asking
{
    explicit Asking(bool json = false, bool isTerminal = false)
        : command(provider, request,
                  {.text = output, .problems = problems, .json = json, .isTerminal = isTerminal})
        , finished(&command, &AskCommand::finished)
    {
        command.start();
    }

    ExitCode code() const { return finished.value(0).value(0).value<ExitCode>(); }
    QJsonObject json() const { return QJsonDocument::fromJson(output.bytes()).object(); }

    RecordingProvider provider{};
    ChatRequest request{.model = u"asked"_s, .messages = {{.role = Role::User, .text = u"hi"_s}}};
    Sink output{};
    Sink problems{};
    AskCommand command;
    QSignalSpy finished;
};

} // namespace

class TestAskCommand : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void endsWithTheCodeOfTheReply_data();
    void endsWithTheCodeOfTheReply();
    void printsEachChunkAtOnce();
    void joinsCharactersThatChunksSplit();
    void isCarefulWithTerminals();
    void printsOneObject();
    void objectSaysWhatIsNotKnown();
    void stopsPolitely();
    void stopsWithoutTheProvider();
    void stopsWhenNobodyReads();
};

void TestAskCommand::endsWithTheCodeOfTheReply_data()
{
    QTest::addColumn<ReplyState>("state");
    QTest::addColumn<bool>("hasError");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("hasProblem");
    const auto row = [](ReplyState state, bool hasError, int code, const QString &name) {
        const bool hasProblem = code != 0 && code != 130;
        const QString title = name + (hasError ? u", error"_s : QString());
        QTest::newRow(qPrintable(title)) << state << hasError << code << name << hasProblem;
    };
    row(ReplyState::Complete, false, 0, u"complete"_s);
    row(ReplyState::Failed, true, 1, u"failed"_s);
    row(ReplyState::Failed, false, 1, u"failed"_s);
    row(ReplyState::Interrupted, true, 3, u"interrupted"_s);
    row(ReplyState::Interrupted, false, 3, u"interrupted"_s);
    row(ReplyState::CutByLimit, false, 4, u"cutByLimit"_s);
    row(ReplyState::CutByLimit, true, 4, u"cutByLimit"_s);
    row(ReplyState::Empty, false, 5, u"empty"_s);
    row(ReplyState::Stopped, false, 130, u"stopped"_s);
}

void TestAskCommand::endsWithTheCodeOfTheReply()
{
    QFETCH(ReplyState, state);
    QFETCH(bool, hasError);
    QFETCH(int, code);
    QFETCH(QString, name);
    QFETCH(bool, hasProblem);
    Completion completion{.state = state};
    if (hasError)
        completion.error = ProviderError{
            .kind = ErrorKind::Connect, .cause = ErrorCause::Refused, .subject = u"192.168.1.5"_s};

    Asking plain;
    plain.provider.say(u"text"_s);
    plain.provider.end(completion);
    QCOMPARE(plain.finished.size(), 1);
    QCOMPARE(int(plain.code()), code);
    QCOMPARE(plain.output.bytes(), "text");
    QCOMPARE(!plain.problems.bytes().isEmpty(), hasProblem);
    if (hasProblem)
        QVERIFY(QRegularExpression(u"^aura: [^\n]{10,}\n$"_s)
                    .match(QString::fromUtf8(plain.problems.bytes()))
                    .hasMatch());
    if (hasError)
        QVERIFY(plain.problems.bytes().contains("192.168.1.5"));

    Asking json(true);
    json.provider.say(u"text"_s);
    json.provider.end(completion);
    QCOMPARE(int(json.code()), code);
    QCOMPARE(json.json().value("state"_L1).toString(), name);
    QCOMPARE(json.json().value("error"_L1).isObject(), hasError);
    QCOMPARE(json.problems.bytes(), "");
}

void TestAskCommand::printsEachChunkAtOnce()
{
    Asking asking;
    QCOMPARE(asking.provider.requests, QList{asking.request});
    asking.provider.say(u"Hello, "_s);
    QCOMPARE(asking.output.writes, QByteArrayList{"Hello, "});
    asking.provider.think(u"hm"_s);
    asking.provider.say(u"мир"_s);
    QCOMPARE(asking.output.writes.size(), 2);
    asking.provider.end();
    QCOMPARE(asking.output.bytes(), u"Hello, мир"_s.toUtf8());
    QCOMPARE(asking.finished.size(), 1);
}

void TestAskCommand::joinsCharactersThatChunksSplit()
{
    Asking asking;
    const QString smile = u"🙂"_s;
    asking.provider.say(u"a"_s + smile.front());
    asking.provider.say(smile.back() + u"b"_s);
    asking.provider.end();
    QCOMPARE(asking.output.bytes(), u"a🙂b"_s.toUtf8());
}

void TestAskCommand::isCarefulWithTerminals()
{
    Asking asking(false, true);
    asking.provider.say(u"\u001b]0;title\u0007a\tb\nc\u009b31m\rd"_s);
    asking.provider.end();
    QCOMPARE(asking.output.bytes(), "]0;titlea\tb\nc31md\n");

    Asking ended(false, true);
    ended.provider.say(u"a\n"_s);
    ended.provider.end();
    QCOMPARE(ended.output.bytes(), "a\n"); // no second line end

    Asking piped;
    piped.provider.say(u"\u001b[31m"_s);
    piped.provider.end();
    QCOMPARE(piped.output.bytes(), "\x1b[31m"); // a file gets what came
}

void TestAskCommand::printsOneObject()
{
    Asking asking(true);
    asking.provider.think(u"because"_s);
    asking.provider.say(u"He said "_s);
    asking.provider.say(u"“hi”"_s);
    QCOMPARE(asking.output.bytes(), "");
    asking.provider.end(
        {.state = ReplyState::Interrupted,
         .error = ProviderError{.kind = ErrorKind::Http, .subject = u"h"_s, .httpStatus = 503},
         .model = u"answered"_s,
         .usage = {11, 22},
         .timing = {1, 2, 3}});
    QCOMPARE(asking.output.bytes().count('\n'), 1);
    QJsonObject json = asking.json();
    const QJsonObject error = json.take("error"_L1).toObject();
    const QJsonObject expected{
        {u"text"_s, u"He said “hi”"_s},
        {u"reasoning"_s, u"because"_s},
        {u"state"_s, u"interrupted"_s},
        {u"usage"_s, QJsonObject{{u"promptTokens"_s, 11}, {u"completionTokens"_s, 22}}},
        {u"model"_s, u"answered"_s},
        {u"timing"_s, QJsonObject{{u"connectMs"_s, 1}, {u"firstByteMs"_s, 2}, {u"totalMs"_s, 3}}},
    };
    QCOMPARE(json, expected);
    QCOMPARE(error.keys(), QStringList({u"httpStatus"_s, u"kind"_s, u"message"_s}));
    QCOMPARE(error.value("kind"_L1).toString(), u"http"_s);
    QCOMPARE(error.value("httpStatus"_L1).toInt(), 503);
    QVERIFY(!error.value("message"_L1).toString().isEmpty());
}

void TestAskCommand::objectSaysWhatIsNotKnown()
{
    Asking asking(true);
    asking.provider.end({.state = ReplyState::Empty});
    const QJsonObject json = asking.json();
    QCOMPARE(json.keys(),
             QStringList({u"error"_s, u"model"_s, u"reasoning"_s, u"state"_s, u"text"_s,
                          u"timing"_s, u"usage"_s}));
    QVERIFY(json.value("error"_L1).isNull());
    QCOMPARE(json.value("model"_L1).toString(), u"asked"_s);
    QVERIFY(json.value("usage"_L1).toObject().value("promptTokens"_L1).isNull());
    QVERIFY(json.value("timing"_L1).toObject().value("connectMs"_L1).isNull());
}

void TestAskCommand::stopsPolitely()
{
    Asking asking;
    asking.provider.say(u"begun"_s);
    asking.command.stop();
    QCOMPARE(asking.provider.cancelled, asking.provider.ids);
    QCOMPARE(asking.finished.size(), 1);
    QCOMPARE(asking.code(), ExitCode::Stopped);
    QCOMPARE(asking.output.bytes(), "begun");
    QCOMPARE(asking.problems.bytes(), "");
    asking.command.stop(); // once more does nothing
    QCOMPARE(asking.finished.size(), 1);
}

void TestAskCommand::stopsWithoutTheProvider()
{
    Asking asking;
    asking.provider.onCancel = RecordingProvider::OnCancel::StaysSilent;
    asking.provider.say(u"begun"_s);
    asking.command.stop();
    QCOMPARE(asking.finished.size(), 0);
    QTRY_COMPARE(asking.finished.size(), 1);
    QCOMPARE(asking.code(), ExitCode::Stopped);
    asking.provider.end(); // comes too late
    QCOMPARE(asking.finished.size(), 1);
}

void TestAskCommand::stopsWhenNobodyReads()
{
    Asking asking;
    asking.provider.say(u"a"_s);
    asking.output.isBroken = true;
    asking.provider.say(u"b"_s);
    QTRY_COMPARE(asking.finished.size(), 1);
    QCOMPARE(asking.provider.cancelled.size(), 1);
    QCOMPARE(asking.code(), ExitCode::Failed);
}

QTEST_GUILESS_MAIN(TestAskCommand)
#include "tst_askcommand.moc"
