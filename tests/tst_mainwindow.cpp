// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/conversationlistmodel.h"
#include "demo/demoserver.h"
#include "settings/datafolder.h"
#include "settings/settings.h"
#include "ui/application.h"
#include "ui/composer.h"
#include "ui/conversationpage.h"
#include "ui/mainwindow.h"
#include "ui/messageedit.h"
#include "ui/problembanner.h"
#include "ui/settings/conversationparametersdialog.h"
#include "ui/theme/quietstyle.h"
#include "ui/theme/theme.h"
#include "ui/transcript/transcriptview.h"
#include "ui/welcomepage.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The real window with everything behind it, against the demo server.
class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void beginsWithItsPlaceAndColours_data();
    void beginsWithItsPlaceAndColours();
    void isNotClosedWhileItIsBuilt();
    void beginsWithTheWelcome();
    void typingAsksTheDemo();
    void aReplyGrowsAndIsStopped();
    void escapeStops();
    void aFailureIsExplainedAndRetried();
    void aClosedProblemStaysClosed();
    void aQuestionIsChanged();
    void theSystemPromptOfAConversationIsSent();
    void draftsStayWithTheirConversations();
    void thereIsOneEmptyConversation();
    void anotherConversationAnswersMeanwhile();
    void serverTextIsNoMarkup();
    void namesForScreenReaders();
    void placeIsRemembered();
    void sidebarSlides();

private:
    MainWindow &window() { return m_application->window(); }
    ConversationPage &page() { return window().page(); }
    ConversationModel &messages() { return window().current()->messages(); }
    const Message &lastMessage() { return messages().messageAt(messages().rowCount() - 1); }
    void type(const QString &text);
    void start();
    template<typename Widget> Widget *named(const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Application> m_application;
};

void TestMainWindow::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    start();
}

void TestMainWindow::start()
{
    m_application = std::make_unique<Application>(CommandLine{.dataDir = m_folder->path()});
    QVERIFY(bool(m_application->start()));
    m_application->demo().setPace(0ms);
    m_application->demo().setKeepsRequests(true);
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
}

void TestMainWindow::cleanup()
{
    m_application.reset();
    m_folder.reset();
}

void TestMainWindow::type(const QString &text)
{
    page().composer().setText(text);
    QTest::keyClick(&page().composer().edit(), Qt::Key_Return);
}

template<typename Widget> Widget *TestMainWindow::named(const QString &name)
{
    for (Widget *widget : window().findChildren<Widget *>()) {
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (accessible != nullptr && accessible->text(QAccessible::Name) == name)
            return widget;
    }
    return nullptr;
}

void TestMainWindow::beginsWithItsPlaceAndColours_data()
{
    QTest::addColumn<bool>("sidebar");
    QTest::newRow("as it is at first") << true;
    QTest::newRow("without the sidebar") << false;
}

// The first picture shows nothing that the next one shows otherwise.
void TestMainWindow::beginsWithItsPlaceAndColours()
{
    QFETCH(bool, sidebar);
    m_application.reset();
    Settings settings(DataFolder(m_folder->path()).settingsFile());
    settings.sidebarShown.set(sidebar);
    settings.sidebarWidth.set(300);
    QVERIFY(settings.sync());
    start();
    MainWindow empty(settings);
    QVERIFY(empty.findChildren<QWidget *>().isEmpty());
    const QImage first = empty.grab().toImage();
    const QImage second = window().grab().toImage();
    QCOMPARE(second.size(), first.size());
    const Theme theme = themeOf(window().palette());
    const auto colourAt = [](const QImage &image, int x) { // above the foot of list and page
        return image.pixelColor(x, image.height() - 200);
    };
    QCOMPARE(colourAt(first, 2), sidebar ? theme.chrome : theme.surface);
    for (const int x : {2, 298, 302, first.width() - 2})
        QCOMPARE(colourAt(first, x), colourAt(second, x));

    empty.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(empty.grab().toImage(), first.mirrored(true, false));
}

// Its program would go on without a window.
void TestMainWindow::isNotClosedWhileItIsBuilt()
{
    Settings settings(m_folder->filePath(u"other.ini"_s));
    MainWindow empty(settings);
    empty.show();
    QVERIFY(!empty.close());
    QVERIFY(empty.isVisible());
}

void TestMainWindow::beginsWithTheWelcome()
{
    QVERIFY(page().welcome().isVisible());
    QVERIFY(!page().transcript().isVisible());
    QVERIFY(page().composer().edit().hasFocus() || !window().isActiveWindow());
    QVERIFY(window().windowTitle().endsWith(u"Aura"_s));
}

void TestMainWindow::typingAsksTheDemo()
{
    type(u"What can Aura do?"_s);
    QVERIFY(page().transcript().isVisible());
    QCOMPARE(page().composer().text(), QString());
    QTRY_COMPARE(lastMessage().state, ReplyState::Complete);
    QVERIFY(!lastMessage().text.isEmpty());
    QCOMPARE(messages().messageAt(0).text, u"What can Aura do?"_s);
    QCOMPARE(window().windowTitle(), u"What can Aura do? — Aura"_s);
    QCOMPARE(m_application->demo().requests().size(), 1);
    QVERIFY(page().banner().isHidden());
}

void TestMainWindow::aReplyGrowsAndIsStopped()
{
    m_application->demo().setScenario({.pieces = QList<QByteArray>(1000, "word "), .pause = 5ms});
    type(u"count"_s);
    QVERIFY(page().composer().isAnswering());
    QTRY_VERIFY(lastMessage().text.size() > 20);
    const qsizetype before = lastMessage().text.size();
    QTRY_VERIFY(lastMessage().text.size() > before);
    QPushButton *stop = named<QPushButton>(u"Stop"_s);
    QVERIFY(stop != nullptr && stop->isVisible());
    stop->click();
    QTRY_COMPARE(lastMessage().state, ReplyState::Stopped);
    QVERIFY(lastMessage().text.startsWith(u"word word"_s));
    QVERIFY(!page().composer().isAnswering());
    QVERIFY(page().banner().isHidden());
}

void TestMainWindow::escapeStops()
{
    m_application->demo().setScenario({.ending = Scenario::Ending::Silence});
    type(u"anybody there?"_s);
    QVERIFY(page().composer().isAnswering());
    window().action(u"stop"_s)->trigger();
    QTRY_COMPARE(lastMessage().state, ReplyState::Stopped);
}

void TestMainWindow::aFailureIsExplainedAndRetried()
{
    m_application->demo().setScenario(
        {.status = 500, .reason = "Rate limit reached", .pieces = {"Error"}});
    type(u"hello"_s);
    QTRY_COMPARE(lastMessage().state, ReplyState::Failed);
    QTRY_VERIFY(page().banner().isVisible());
    QVERIFY(page().banner().text().contains(u"Rate limit reached"_s));
    QCOMPARE(QAccessible::queryAccessibleInterface(&page().banner())->text(QAccessible::Name),
             u"Problem"_s);

    m_application->demo().clearScenario();
    QPushButton *retry = named<QPushButton>(u"Retry"_s);
    QVERIFY(retry != nullptr && retry->isVisible());
    retry->click();
    QVERIFY(page().banner().isHidden());
    QTRY_COMPARE(lastMessage().state, ReplyState::Complete);
    QCOMPARE(m_application->demo().requests().size(), 2);
    QCOMPARE(messages().rowCount(), 2);
}

void TestMainWindow::aClosedProblemStaysClosed()
{
    m_application->demo().setScenario({.status = 500, .pieces = {"Error"}});
    type(u"hello"_s);
    QTRY_VERIFY(page().banner().isVisible());
    named<QAbstractButton>(u"Close"_s)->click();
    QVERIFY(page().banner().isHidden());
    Conversation *failed = window().current();
    window().newConversation();
    window().show(*failed);
    QVERIFY(page().banner().isHidden());
}

void TestMainWindow::aQuestionIsChanged()
{
    type(u"first words"_s);
    QTRY_COMPARE(lastMessage().state, ReplyState::Complete);
    page().composer().setText(u"a draft"_s);
    emit page().transcript().editRequested(messages().messageAt(0).id);
    QCOMPARE(page().composer().text(), u"first words"_s);
    QVERIFY(page().composer().isEditing());
    type(u"better words"_s);
    QCOMPARE(page().composer().text(), u"a draft"_s);
    QTRY_COMPARE(lastMessage().state, ReplyState::Complete);
    QCOMPARE(messages().rowCount(), 2);
    QCOMPARE(messages().messageAt(0).text, u"better words"_s);
    QCOMPARE(messages().index(0).data(ConversationModel::SiblingCountRole).toInt(), 2);

    emit page().transcript().siblingRequested(messages().messageAt(0).id, -1);
    QCOMPARE(messages().messageAt(0).text, u"first words"_s);
}

void TestMainWindow::theSystemPromptOfAConversationIsSent()
{
    page().openParameters();
    auto *dialog = page().findChild<ConversationParametersDialog *>();
    QVERIFY(dialog != nullptr);
    dialog->findChild<QCheckBox *>(u"systemPromptAsInSettings"_s)->setChecked(false);
    dialog->findChild<QPlainTextEdit *>(u"systemPrompt"_s)->setPlainText(u"Speak like a pirate."_s);
    dialog->accept();
    type(u"hello"_s);
    QTRY_COMPARE(lastMessage().state, ReplyState::Complete);
    const QJsonObject sent = m_application->demo().requests().first().json();
    QCOMPARE(sent.value("prompt"_L1).toString(), u"Speak like a pirate."_s);
    QCOMPARE(sent.value("messages"_L1).toArray().size(), 1);
}

void TestMainWindow::draftsStayWithTheirConversations()
{
    type(u"first"_s);
    QTRY_COMPARE(lastMessage().state, ReplyState::Complete);
    Conversation *first = window().current();
    page().composer().setText(u"not sent yet"_s);
    window().newConversation();
    QCOMPARE(page().composer().text(), QString());
    window().show(*first);
    QCOMPARE(page().composer().text(), u"not sent yet"_s);
}

void TestMainWindow::thereIsOneEmptyConversation()
{
    window().newConversation();
    window().newConversation();
    QCOMPARE(m_application->conversations().rowCount(), 1);
}

void TestMainWindow::anotherConversationAnswersMeanwhile()
{
    m_application->demo().setScenario({.pieces = QList<QByteArray>(20, "word "), .pause = 10ms});
    type(u"slow"_s);
    Conversation *slow = window().current();
    window().newConversation();
    QVERIFY(!page().composer().isAnswering());
    QCOMPARE(slow->activity(), Activity::Answering);
    QTRY_COMPARE(slow->activity(), Activity::FinishedUnseen);
    window().show(*slow);
    QCOMPARE(slow->activity(), Activity::None);
    QCOMPARE(lastMessage().text, QString::fromLatin1(QByteArray("word ").repeated(20)));
}

void TestMainWindow::serverTextIsNoMarkup()
{
    const QByteArray tag = "<img src=http://127.0.0.1:9800/x>";
    m_application->demo().setScenario({.status = 500, .reason = tag, .pieces = {"Error"}});
    type(QString::fromLatin1(tag));
    QTRY_VERIFY(page().banner().isVisible());
    QVERIFY(page().banner().text().contains(QString::fromLatin1(tag)));
    for (const QLabel *label : window().findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestMainWindow::namesForScreenReaders()
{
    type(u"hello"_s);
    QTRY_COMPARE(lastMessage().state, ReplyState::Complete);
    for (const QString &name : {u"Message"_s, u"Send"_s, u"Conversation"_s, u"New conversation"_s,
                                u"Search conversations"_s, u"Conversations"_s, u"Welcome"_s})
        QVERIFY2(named<QWidget>(name) != nullptr, qPrintable(name));
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&page().transcript());
    QVERIFY(list->childCount() >= 2);
    QVERIFY(list->child(0)->text(QAccessible::Name).startsWith(u"You: hello"_s));
    QVERIFY(list->child(1)->text(QAccessible::Name).startsWith(u"Assistant: "_s));
    QStringList actions;
    for (const QAction *action : window().actions())
        actions.append(action->text());
    for (const QString &name : {u"Settings…"_s, u"Connections…"_s, u"About Aura"_s})
        QVERIFY2(actions.contains(name), qPrintable(name));
}

void TestMainWindow::placeIsRemembered()
{
    window().resize(900, 700);
    window().action(u"sidebar"_s)->trigger();
    window().action(u"zoomIn"_s)->trigger();
    const double zoom = page().transcript().zoom();
    QVERIFY(zoom > 1);
    window().close();
    m_application.reset();
    start();
    QCOMPARE(window().size(), QSize(900, 700));
    QCOMPARE(page().transcript().zoom(), zoom);
    QVERIFY(!named<QWidget>(u"Conversations"_s)->isVisible());
}

void TestMainWindow::sidebarSlides()
{
    window().show();
    QWidget *list = named<QWidget>(u"Conversations"_s);
    QTRY_VERIFY(list->isVisible());
    const int width = list->parentWidget()->width();
    window().action(u"sidebar"_s)->trigger();
    QTRY_VERIFY(!list->isVisible());
    window().action(u"sidebar"_s)->trigger();
    QTRY_COMPARE(list->parentWidget()->width(), width); // and not before it has come to rest
    QTRY_VERIFY(list->parentWidget()->minimumWidth() < list->parentWidget()->maximumWidth());
    QVERIFY(list->isVisible());

    auto *style = new QuietStyle; // the application owns it
    style->setStill(true);
    QApplication::setStyle(style);
    window().action(u"sidebar"_s)->trigger();
    QVERIFY(!list->isVisible()); // at once
    window().action(u"sidebar"_s)->trigger();
    QVERIFY(list->isVisible());
    QTRY_COMPARE(list->parentWidget()->width(), width);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
