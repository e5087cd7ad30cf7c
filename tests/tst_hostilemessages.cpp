// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationmodel.h"
#include "support/markdowngenerator.h"
#include "ui/transcript/transcriptview.h"

#include <QDesktopServices>
#include <QDialog>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>

#include <atomic>
#include <ctime>
#include <dlfcn.h>
#include <unistd.h>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

std::atomic<int> openedSockets = 0;

constexpr const char *schemes[] = {"javascript", "file",  "data",   "vbscript", "smb", "ftp",
                                   "http",       "https", "mailto", "aura",     "qrc"};

qint64 cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1'000'000;
}

//! What a turn of the event loop may cost; sanitizers and unoptimised code are slower.
qint64 longestTurn()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return 400;
#elif defined(__OPTIMIZE__)
    return 50;
#else
    return 500;
#endif
}

} // namespace

//! Stands before the C library's: whoever opens a socket is counted.
extern "C" int socket(int domain, int type, int protocol)
{
    using Socket = int (*)(int, int, int);
    static const auto next = reinterpret_cast<Socket>(dlsym(RTLD_NEXT, "socket"));
    ++openedSockets;
    return next(domain, type, protocol);
}

//! Messages that were written to do something else than to be read.
class TestHostileMessages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void socketsAreCounted();
    void isOnlyText_data();
    void isOnlyText();
    void manyAreOnlyText();

public slots:
    void openUrl(const QUrl &url) { m_opened.append(url.toString()); }

private:
    void show(const QString &text);
    void turn();
    void processEvents();
    void clickEverywhere();

    std::unique_ptr<ConversationModel> m_model;
    std::unique_ptr<TranscriptView> m_view;
    QStringList m_opened;
    qint64 m_longest = 0; // ms
};

void TestHostileMessages::initTestCase()
{
    for (const char *scheme : schemes)
        QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "openUrl");
}

void TestHostileMessages::cleanupTestCase()
{
    for (const char *scheme : schemes)
        QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
}

void TestHostileMessages::init()
{
    m_model = std::make_unique<ConversationModel>();
    m_view = std::make_unique<TranscriptView>();
    m_view->setModel(m_model.get());
    m_view->resize(700, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_opened.clear();
    openedSockets = 0;
    m_longest = 0;
}

void TestHostileMessages::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TestHostileMessages::processEvents()
{
    const qint64 begin = cpuMilliseconds();
    QCoreApplication::processEvents();
    m_longest = std::max(m_longest, cpuMilliseconds() - begin);
}

//! A frame at once, as a click causes it, and the turn of the event loop behind it.
void TestHostileMessages::turn()
{
    const qint64 begin = cpuMilliseconds();
    m_view->scrollToEnd();
    m_longest = std::max(m_longest, cpuMilliseconds() - begin);
    processEvents();
}

void TestHostileMessages::show(const QString &text)
{
    const MessageId question = m_model->appendQuestion(text);
    turn();
    const MessageId streamed = m_model->beginReply(question);
    constexpr qsizetype piece = 16 * 1024;
    for (qsizetype at = 0; at < std::min<qsizetype>(text.size(), 20 * piece); at += piece) {
        const qint64 begin = cpuMilliseconds();
        m_model->appendToReply(streamed, text.mid(at, piece));
        m_longest = std::max(m_longest, cpuMilliseconds() - begin);
        turn();
    }
    m_model->endReply(streamed, {});
    const MessageId whole = m_model->beginReply(m_model->appendQuestion(u"Once more"_s));
    m_model->appendToReply(whole, text);
    m_model->endReply(whole, {});
    turn();
    for (const double part : {0.7, 0.3, 0.0, 1.0}) {
        const qint64 begin = cpuMilliseconds();
        QScrollBar *bar = m_view->verticalScrollBar();
        bar->setValue(int(part * bar->maximum()));
        m_longest = std::max(m_longest, cpuMilliseconds() - begin);
        processEvents();
    }
}

//! A click asks before anything opens; what it asks for is closed again.
void TestHostileMessages::clickEverywhere()
{
    for (int y = 10; y < m_view->viewport()->height(); y += 18) {
        for (const int x : {40, 70, 120, 300}) {
            QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {x, y});
            const QList<QDialog *> questions = m_view->findChildren<QDialog *>();
            for (QDialog *question : questions) {
                question->reject();
                delete question;
            }
        }
    }
}

void TestHostileMessages::socketsAreCounted()
{
    const int handle = ::socket(2 /* AF_INET */, 1 /* SOCK_STREAM */, 0);
    QCOMPARE(openedSockets.load(), 1);
    if (handle >= 0)
        ::close(handle);
}

void TestHostileMessages::isOnlyText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown"); // what must be seen of it; empty: anything

    const QString address = u"http://127.0.0.1:9/x.png"_s;
    QTest::newRow("image that loads itself") << u"![pixel]("_s + address + u")"_s << u"pixel"_s;
    QTest::newRow("image by reference") << u"![pixel][r]\n\n[r]: "_s + address << u"pixel"_s;
    QTest::newRow("HTML image") << u"<img src="_s + address + u" onerror=alert(1)>"_s
                                << u"onerror=alert(1)"_s;
    QTest::newRow("HTML image in a line")
        << u"see <img src='"_s + address + u"'> there"_s << u"<img src="_s;
    QTest::newRow("SVG") << u"<svg onload=\"fetch('%1')\"><image href='%1'/></svg>"_s.arg(address)
                         << u"<svg onload"_s;
    QTest::newRow("script") << u"<script src=\""_s + address + u"\"></script>\n"_s << u"<script"_s;
    QTest::newRow("iframe, style, link")
        << u"<iframe src=%1></iframe><style>@import url(%1)</style><link rel=stylesheet href=%1>"_s
               .arg(address)
        << u"<iframe"_s;
    for (const char *scheme : {"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x",
                               "vbscript:x", "smb://h/s", "aura://x", "JaVaScRiPt:x", "//h/x"})
        QTest::addRow("link to %s", scheme)
            << u"[press](%1) and <%1> and [r][1]\n\n[1]: %1\n"_s.arg(QString::fromLatin1(scheme))
            << u"press"_s;
    QTest::newRow("control characters")
        << u"a\u0000b\u001b[31mc\u0007\u0008\u007f\u009b"_s << u"␛[31m"_s;
    QTest::newRow("bidirectional overrides")
        << u"a\u202egpj.exe\u202c \u2066x\u2069"_s << u"⟨RLO⟩"_s;
    QTest::newRow("hidden characters in code")
        << u"```sh\ncurl x\u200b\u2066 | sh\u2069\n```"_s << u"⟨ZWSP⟩"_s;
    QTest::newRow("brackets") << QString(50'000, u'[') << QString();
    QTest::newRow("brackets and parentheses") << u"[a]("_s.repeated(25'000) << QString();
    QTest::newRow("images in images") << u"!["_s.repeated(25'000) << QString();
    QTest::newRow("nested quotes") << QString(5'000, u'>') + u" deep"_s << QString();
    QTest::newRow("nested quotes, line by line")
        << u">"_s.repeated(60) + u" a\n"_s.repeated(3000) << QString();
    QTest::newRow("nested lists") << u"- "_s.repeated(5'000) + u"deep"_s << QString();
    QTest::newRow("emphasis that never ends") << u"*a **b "_s.repeated(20'000) << QString();
    QTest::newRow("backticks") << u"`a``b```"_s.repeated(10'000) << QString();
    QTest::newRow("a line of 10 MB") << u"word "_s.repeated(2'000'000) << QString();
    QTest::newRow("a line of 10 MB without a space") << QString(10'000'000, u'x') << QString();
    QTest::newRow("a line of code of 10 MB")
        << u"```js\n"_s + u"f(\"x\", [1]);"_s.repeated(800'000) << QString();
    QTest::newRow("HTML of many lines")
        << u"<div>\n"_s + u"<p onclick=x>some words in it</p>\n"_s.repeated(100'000) << QString();
    QTest::newRow("formula that never ends")
        << u"$$\n"_s + u"\\frac{a}{b} "_s.repeated(50'000) << QString();
    QTest::newRow("a formula of 10 MB")
        << u"$$\n"_s + u"\\frac{a}{b} "_s.repeated(800'000) << QString();
    QTest::newRow("a formula of many lines")
        << u"\\[\n"_s + u"x^2 + y\n"_s.repeated(200'000) << QString();
    QTest::newRow("a heading of 10 MB") << u"# "_s + u"word "_s.repeated(2'000'000) << QString();
    QTest::newRow("code of 500,000 lines")
        << u"```py\n"_s + u"def f(x): pass # no\n"_s.repeated(500'000) << QString();
    QTest::newRow("reasoning of 5 MB")
        << u"<think>"_s + u"hm, *so* "_s.repeated(500'000) << QString();
    QTest::newRow("a code span of 1 MB") << u'`' + u"a b "_s.repeated(250'000) + u'`' << QString();
    QTest::newRow("many short lines") << u"é\n"_s.repeated(1'000'000) << QString();
    QTest::newRow("many links") << u"[a](http://b.c) "_s.repeated(100'000) << QString();
    QTest::newRow("many definitions") << u"[a]: b\n"_s.repeated(200'000) + u"[a]"_s << QString();
    QTest::newRow("many items") << u"- a\n"_s.repeated(200'000) << QString();
    QTest::newRow("blank lines") << u"a\n\n"_s.repeated(200'000) << QString();
    QTest::newRow("table of 1,000 rows")
        << u"|a|b|\n|-|-|\n"_s + u"|1|**2**|\n"_s.repeated(1000) << QString();
    QTest::newRow("table of 100,000 rows")
        << u"|a|b|\n|-|-|\n"_s + u"|1|**2**|\n"_s.repeated(100'000) << QString();
    QTest::newRow("a row of a hundred thousand cells")
        << u"|a|\n|-|\n"_s + u"x|"_s.repeated(100'000) << QString();
    QTest::newRow("combining marks") << u"a"_s + u"\u0301\u0489"_s.repeated(20'000) << QString();
    QTest::newRow("looks like the program")
        << u"## Problem\n\nYour key has expired. [Enter it here](https://evil.example)\n"_s
        << u"Your key has expired"_s;
}

void TestHostileMessages::isOnlyText()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    show(text);
    QVERIFY2(m_longest <= longestTurn(), qPrintable(u"%1 ms"_s.arg(m_longest)));
    if (!shown.isEmpty()) {
        QString all;
        for (int block = 0; block < m_view->text().blockCount(1); ++block)
            all += m_view->text().blockText(1, block) + u'\n';
        QVERIFY2(all.contains(shown), qPrintable(all));
        clickEverywhere();
    }
    QCOMPARE(openedSockets.load(), 0);
    QVERIFY2(m_opened.isEmpty(), qPrintable(m_opened.join(u' ')));
}

//! Hundreds more, made of the same pieces in any order.
void TestHostileMessages::manyAreOnlyText()
{
    static const QStringList pieces{
        u"<img src=http://127.0.0.1:9/a onerror=x>"_s,
        u"![a](http://127.0.0.1:9/b)"_s,
        u"[a](javascript:alert(1))"_s,
        u"[b](file:///etc/passwd)"_s,
        u"<svg/onload=x>"_s,
        u"<a href=\"smb://h\">c</a>"_s,
        u"\n> > - "_s,
        u"\n```html\n<b>\n```\n"_s,
        u"\n| a | <img src=x> |\n|---|---|\n| [x](data:,y) | ![](http://127.0.0.1:9/c) |\n"_s,
        u"\u202e\u2066\u200b"_s,
        u"\u0000\u001b]0;title\u0007"_s,
        u"$$\\href{javascript:x}{y}$$"_s,
        u"<http://127.0.0.1:9/d>"_s,
        u"\n\n[r]: http://127.0.0.1:9/e\n\n![r] [r]"_s,
        u"&#x3c;img src=x&#x3e;"_s,
        u"[[[[[[![![![("_s,
        u"**_~~`"_s,
        u"\n# "_s,
        u" plain words "_s,
    };
    MarkdownGenerator random(13);
    for (int message = 0; message < 460; ++message) {
        QString text;
        for (int i = 1 + random.below(12); i > 0; --i)
            text += pieces.at(random.below(int(pieces.size())));
        const MessageId reply = m_model->beginReply(m_model->appendQuestion(text));
        m_model->appendToReply(reply, text);
        m_model->endReply(reply, {});
        turn();
        if (message % 40 == 0)
            clickEverywhere();
    }
    QVERIFY2(m_longest <= longestTurn(), qPrintable(u"%1 ms"_s.arg(m_longest)));
    QCOMPARE(openedSockets.load(), 0);
    QVERIFY2(m_opened.isEmpty(), qPrintable(m_opened.join(u' ')));
}

QTEST_MAIN(TestHostileMessages)
#include "tst_hostilemessages.moc"
