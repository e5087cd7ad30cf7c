// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/errortext.h"
#include "base/replynotes.h"

#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestErrorText : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void sentence_data();
    void sentence();
    void everyErrorHasWords();
    void causesReadDifferently();
    void otherPeoplesPercentSigns();
    void notes_data();
    void notes();
};

void TestErrorText::sentence_data()
{
    QTest::addColumn<ProviderError>("error");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("advice");

    QTest::newRow("no answer") << ProviderError{.kind = ErrorKind::Timeout,
                                                .cause = ErrorCause::FirstByteTimeout,
                                                .subject = u"192.168.1.5"_s,
                                                .limit = 10s}
                               << u"192.168.1.5 did not answer within 10 s."_s
                               << u"Is the server running?"_s;
    QTest::newRow("minutes") << ProviderError{.kind = ErrorKind::Timeout,
                                              .cause = ErrorCause::IdleTimeout,
                                              .subject = u"host"_s,
                                              .limit = 5min}
                             << u"host sent nothing more for 5 min."_s
                             << u"Try again, or continue from what arrived."_s;
    QTest::newRow("part of a second")
        << ProviderError{.kind = ErrorKind::Timeout, .subject = u"host"_s, .limit = 300ms}
        << u"host did not answer within 0.3 s."_s << u"Is the server running?"_s;
    QTest::newRow("refused") << ProviderError{.kind = ErrorKind::Connect,
                                              .cause = ErrorCause::Refused,
                                              .subject = u"localhost:3000"_s}
                             << u"localhost:3000 does not accept connections."_s
                             << u"Is the server running, and the port right?"_s;
    QTest::newRow("a reason") << ProviderError{.kind = ErrorKind::Http,
                                               .subject = u"host"_s,
                                               .detail = u"It is on fire"_s,
                                               .httpStatus = 500}
                              << u"host answered with an error: It is on fire."_s << QString();
    QTest::newRow("no reason") << ProviderError{.kind = ErrorKind::Http,
                                                .subject = u"host"_s,
                                                .httpStatus = 404}
                               << u"host answered with the error 404."_s
                               << u"Check the address and the kind of the connection."_s;
    QTest::newRow("too long a prompt")
        << ProviderError{.kind = ErrorKind::Limit,
                         .cause = ErrorCause::PromptTooLong,
                         .needed = 12'345,
                         .allowed = 8192}
        << u"The message does not fit: with the system prompt and room for the reply it takes "
           "about 12,345 tokens, and the limit is 8,192. Nothing was sent."_s
        << u"Shorten the message or the system prompt, or raise Maximum tokens."_s;
    QTest::newRow("a conversation that is too long")
        << ProviderError{.kind = ErrorKind::Http,
                         .cause = ErrorCause::ContextExceeded,
                         .httpStatus = 400,
                         .needed = 24'016,
                         .allowed = 512}
        << u"The conversation does not fit into the model’s context: it has 24,016 tokens, and the "
           "model takes 512."_s
        << u"Shorten it, begin a new conversation, or choose a model with a larger context."_s;
    QTest::newRow("no images")
        << ProviderError{.kind = ErrorKind::Http,
                         .cause = ErrorCause::NotSupported,
                         .subject = u"host"_s,
                         .detail = u"image input is not supported"_s,
                         .httpStatus = 500}
        << u"host cannot do what was asked of it: image input is not supported."_s
        << u"Leave it out and send again, or choose another model."_s;
    QTest::newRow("a context that was full")
        << ProviderError{.kind = ErrorKind::Limit, .cause = ErrorCause::ContextFull}
        << u"The model’s context was full before the reply had ended."_s
        << u"Begin a new conversation, or choose a model with a larger context."_s;
    QTest::newRow("too many requests")
        << ProviderError{.kind = ErrorKind::Http,
                         .cause = ErrorCause::TooManyRequests,
                         .subject = u"host"_s,
                         .httpStatus = 429}
        << u"host has had too many requests."_s << u"Wait a little, then try again."_s;
    QTest::newRow("a web page") << ProviderError{.kind = ErrorKind::WrongAddress,
                                                 .subject = u"host"_s,
                                                 .detail = u"<b>Log in</b>"_s}
                                << u"host answered with a web page: “<b>Log in</b>”"_s
                                << u"Check the address, or log in to the network first."_s;
}

void TestErrorText::sentence()
{
    QFETCH(const ProviderError, error);
    QFETCH(const QString, sentence);
    QFETCH(const QString, advice);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(errorSentence(error), sentence);
    QCOMPARE(errorAdvice(error), advice);
}

void TestErrorText::everyErrorHasWords()
{
    for (int kind = 0; kind <= int(ErrorKind::EndNotConfirmed); ++kind) {
        for (int cause = 0; cause <= int(ErrorCause::ProgramEnded); ++cause) {
            for (const QString &detail : {QString(), u"detail"_s}) {
                const ProviderError error{
                    .kind = ErrorKind(kind), .cause = ErrorCause(cause), .detail = detail};
                const QString sentence = errorSentence(error);
                const QString advice = errorAdvice(error);
                for (const QString &text : {sentence, advice}) {
                    QVERIFY2(!text.contains(u'%') && !text.contains("  "_L1), qPrintable(text));
                    QVERIFY2(text.isEmpty() || u".?”"_s.contains(text.back()), qPrintable(text));
                    QVERIFY2(!text.contains(u'!'), qPrintable(text));
                }
                QVERIFY2(!sentence.isEmpty(), qPrintable(errorKindName(error.kind)));
            }
        }
    }
}

void TestErrorText::causesReadDifferently()
{
    const auto verifyRange = [](ErrorKind kind, ErrorCause first, ErrorCause last) {
        QHash<QString, int> sentences;
        for (int cause = int(first); cause <= int(last); ++cause) {
            const QString sentence = errorSentence({.kind = kind, .cause = ErrorCause(cause)});
            QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
            sentences.insert(sentence, cause);
        }
    };
    using Cause = ErrorCause;
    verifyRange(ErrorKind::Address, Cause::NoScheme, Cause::KeyOverPlainHttp);
    verifyRange(ErrorKind::Tls, Cause::CertificateUnknown, Cause::NeedsTls);
    verifyRange(ErrorKind::Proxy, Cause::ProxyNotFound, Cause::ProxyOrServer);
    verifyRange(ErrorKind::Timeout, Cause::ConnectTimeout, Cause::IdleTimeout);
    verifyRange(ErrorKind::Http, Cause::KeyRefused, Cause::NotSupported);
}

void TestErrorText::otherPeoplesPercentSigns()
{
    const QString sentence = errorSentence({.kind = ErrorKind::Http,
                                            .subject = u"%2"_s,
                                            .detail = u"100 %1 of %L2"_s,
                                            .httpStatus = 500});
    QCOMPARE(sentence, u"%2 answered with an error: 100 %1 of %L2."_s);
}

//! What is said beside a reply that is no error.
void TestErrorText::notes_data()
{
    QTest::addColumn<Completion>("completion");
    QTest::addColumn<QStringList>("notes");
    QTest::newRow("nothing") << Completion{.model = u"m"_s, .requestedModel = u"m"_s}
                             << QStringList();
    QTest::newRow("another model") << Completion{.model = u"small"_s, .requestedModel = u"large"_s}
                                   << QStringList{u"The model small answered, not large."_s};
    QTest::newRow("what could not be read")
        << Completion{.unreadableParts = 2}
        << QStringList{u"2 part(s) of the reply could not be read."_s};
    QTest::newRow("a tool")
        << Completion{.toolCalls = {u"f(\n1)"_s}}
        << QStringList{u"The model asked for the tool f( 1), which Aura does not call."_s};
}

void TestErrorText::notes()
{
    QFETCH(const Completion, completion);
    QTEST(replyNotes(completion), "notes");
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
