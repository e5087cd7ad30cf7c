// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"
#include "net/networkaccess.h"
#include "providers/connectionpool.h"
#include "support/findwidget.h"
#include "support/settingsfixture.h"
#include "ui/connectionfeed.h"
#include "ui/settings/checkreport.h"
#include "ui/settings/connectioneditor.h"
#include "ui/settings/conversationparametersdialog.h"
#include "ui/settings/fieldlabels.h"
#include "ui/settings/settingsdialog.h"
#include "ui/theme/appearance.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QStackedWidget>
#include <QTest>
#include <QWheelEvent>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

const QString canary = u"canary-sk-71f3"_s;

//! Types into the field of that name as a person would, whatever kind of field it is.
bool enter(const QWidget &window, const QString &name, const QString &text)
{
    if (auto *line = findNamed<QLineEdit>(window, name)) {
        line->setText(text);
        return true;
    }
    if (auto *box = findNamed<QComboBox>(window, name)) {
        if (box->isEditable())
            box->setEditText(text);
        else
            box->setCurrentText(text);
        return box->currentText() == text;
    }
    if (auto *edit = findNamed<QPlainTextEdit>(window, name)) {
        edit->setPlainText(text);
        return true;
    }
    return false;
}

QString textOf(const QWidget &window, const QString &name)
{
    if (auto *line = findNamed<QLineEdit>(window, name))
        return line->text();
    if (auto *box = findNamed<QComboBox>(window, name))
        return box->currentText();
    auto *edit = findNamed<QPlainTextEdit>(window, name);
    return edit ? edit->toPlainText() : QString();
}

bool click(const QWidget &window, const QString &text)
{
    QAbstractButton *button = findButton(window, text);
    if (!button || !button->isEnabled())
        return false;
    button->click();
    return true;
}

//! The sentences that are to be seen.
QStringList problems(const QWidget &window)
{
    QStringList sentences;
    for (const ProblemLabel *label : window.findChildren<ProblemLabel *>()) {
        if (label->isVisible())
            sentences.append(label->text());
    }
    return sentences;
}

SettingsDialog::Page pageNamed(const QString &name)
{
    const QStringList names{u"Chat"_s, u"Connections"_s, u"Network"_s, u"Appearance"_s,
                            u"Privacy"_s};
    return static_cast<SettingsDialog::Page>(names.indexOf(name));
}

Connection homeConnection()
{
    return {.name = u"Home"_s,
            .kind = ServerKind::Aura,
            .baseUrl = QUrl(u"http://127.0.0.1:3000"_s),
            .model = u"openchat_3.6"_s,
            .key = Secret(canary),
            .headers = {{.name = "X-Team", .value = Secret(u"blue"_s)}}};
}

QMessageBox *question()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        auto *box = qobject_cast<QMessageBox *>(window);
        if (box && box->isVisible())
            return box;
    }
    return nullptr;
}

//! In the folder that AURA_PICTURES names, where it is set; for people to look at.
void keepPicture(QWidget &window)
{
    static int number = 0;
    const QString folder = qEnvironmentVariable("AURA_PICTURES");
    if (folder.isEmpty())
        return;
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    window.grab().save(
        u"%1/%2 %3.png"_s.arg(folder, QString::number(++number).rightJustified(2, u'0'), name));
}

} // namespace

class TestSettingsDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void namesOfPagesAndFields_data();
    void namesOfPagesAndFields();
    void chatIsSaved();
    void temperatureIsReadAsTyped_data();
    void temperatureIsReadAsTyped();
    void sliderAndLineFollowEachOther();
    void wheelScrollsAndChoosesNothing();
    void badInputIsToldBesideItsField_data();
    void badInputIsToldBesideItsField();
    void whatIsMadeOfAnAddressIsSeen();
    void firstProblemOfAnotherConnection();
    void cancelSavesNothing();
    void appearanceIsSaved();
    void networkIsSaved();
    void connectionIsAdded();
    void connectionsAreOrderedAndRemoved();
    void theLastConnectionLeavesTheDemo();
    void duplicateHasItsOwnSecrets();
    void whatWasEnteredStaysWhileAnotherIsShown();
    void secretsAreReadWhenLookedAt();
    void secretsThatCannotBeReadAreNotLost();
    void testConnectionShowsEachStep_data();
    void testConnectionShowsEachStep();
    void testConnectionReachesTheDemo();
    void testConnectionCanBeStopped();
    void modelsAreListed();
    void serverTextIsNeverMarkup();
    void noKeyStoreAsks_data();
    void noKeyStoreAsks();
    void placeOfSecretsIsMoved();
    void placeIsNotChangedWhereMovingFails();
    void saveFailureKeepsTheDialogOpen();
    void parametersAreOwnOrAsInSettings();
    void smallDialogsFit_data();
    void smallDialogsFit();
    void everythingFits_data();
    void everythingFits();

private:
    void open(SettingsDialog::Page page = SettingsDialog::Page::Chat);

    std::unique_ptr<SettingsFixture> m_fixture;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void TestSettingsDialog::init()
{
    // All but what the offscreen platform says of itself.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_fixture = std::make_unique<SettingsFixture>();
}

void TestSettingsDialog::cleanup()
{
    m_dialog.reset();
    m_fixture.reset();
}

void TestSettingsDialog::open(SettingsDialog::Page page)
{
    m_dialog = std::make_unique<SettingsDialog>(m_fixture->parts());
    m_dialog->showPage(page);
    m_dialog->show();
}

void TestSettingsDialog::namesOfPagesAndFields_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("name");
    const QList<std::pair<QString, QStringList>> names{
        {u"Chat"_s, {u"System prompt"_s, u"Temperature"_s, u"Maximum tokens"_s}},
        {u"Connections"_s,
         {u"Name"_s, u"Server kind"_s, u"Model"_s, u"Base URL"_s, u"API key"_s, u"Extra headers"_s,
          u"Cookies"_s, u"Proxy type"_s, u"Test connection"_s, u"List models"_s}},
        {u"Network"_s,
         {u"Proxy type"_s, u"Proxy host"_s, u"Proxy port"_s, u"Proxy user"_s, u"Proxy password"_s}},
        {u"Appearance"_s, {u"Colour scheme"_s, u"Use the desktop’s style"_s, u"Language"_s}},
        {u"Privacy"_s,
         {u"Key store of the system"_s, u"File that only you can read"_s, u"This session only"_s}},
    };
    for (const auto &[page, fields] : names) {
        for (const QString &field : fields)
            QTest::newRow(qPrintable(page + u": "_s + field)) << page << field;
    }
}

void TestSettingsDialog::namesOfPagesAndFields()
{
    QFETCH(const QString, page);
    QFETCH(const QString, name);
    m_fixture->connections.setDefaultId(m_fixture->connections.add({.name = u"Home"_s}));
    m_fixture->proxy.setProxy({.type = ProxyType::Http, .host = u"proxy.example"_s, .port = 1});
    open();
    auto *pages = findNamed<QListWidget>(*m_dialog, u"Pages"_s);
    const auto items = pages->findItems(page, Qt::MatchExactly);
    QCOMPARE(items.size(), 1);
    pages->setCurrentItem(items.constFirst());
    const QWidget *shown = m_dialog->findChild<QStackedWidget *>()->currentWidget();
    QCOMPARE(shown->accessibleName(), page);
    QWidget *field = findNamed<QWidget>(*shown, name);
    if (!field)
        field = findButton(*shown, name);
    QVERIFY(field);
    QVERIFY(field->isVisible());
    QVERIFY(field->focusPolicy() & Qt::TabFocus);
}

void TestSettingsDialog::chatIsSaved()
{
    m_fixture->settings.systemPrompt.set(u"Be brief."_s);
    m_fixture->settings.temperature.set(0.3);
    m_fixture->settings.maxTokens.set(1234);
    open();
    QCOMPARE(textOf(*m_dialog, u"System prompt"_s), u"Be brief."_s);
    QCOMPARE(textOf(*m_dialog, u"Temperature"_s), u"0.3"_s);
    QCOMPARE(textOf(*m_dialog, u"Maximum tokens"_s), u"1234"_s);
    enter(*m_dialog, u"System prompt"_s, u"Line 1\nLine 2"_s);
    enter(*m_dialog, u"Temperature"_s, u"0.25"_s);
    enter(*m_dialog, u"Maximum tokens"_s, u" 2,048 "_s);
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    QVERIFY(click(*m_dialog, u"Apply"_s));
    QCOMPARE(applied.size(), 1);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_fixture->settings.systemPrompt.get(), u"Line 1\nLine 2"_s);
    QCOMPARE(m_fixture->settings.temperature.get(), 0.25);
    QCOMPARE(m_fixture->settings.maxTokens.get(), 2048);
    QVERIFY(click(*m_dialog, u"OK"_s));
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
}

void TestSettingsDialog::temperatureIsReadAsTyped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGood");
    QTest::addColumn<double>("temperature");
    QTest::newRow("point") << u"0.7"_s << true << 0.7;
    QTest::newRow("comma") << u"0,7"_s << true << 0.7;
    QTest::newRow("spaces") << u" 1 "_s << true << 1.0;
    QTest::newRow("zero") << u"0"_s << true << 0.0;
    QTest::newRow("word") << u"hot"_s << false << 0.5;
    QTest::newRow("nothing") << u""_s << false << 0.5;
    QTest::newRow("too much") << u"1.01"_s << false << 0.5;
    QTest::newRow("negative") << u"-0.1"_s << false << 0.5;
    QTest::newRow("not a number") << u"nan"_s << false << 0.5;
}

void TestSettingsDialog::temperatureIsReadAsTyped()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isGood);
    open();
    enter(*m_dialog, u"Temperature"_s, text);
    QVERIFY(click(*m_dialog, u"Apply"_s));
    QTEST(m_fixture->settings.temperature.get(), "temperature");
    QCOMPARE(problems(*m_dialog).size(), isGood ? 0 : 1);
    QCOMPARE(textOf(*m_dialog, u"Temperature"_s), text);
}

void TestSettingsDialog::sliderAndLineFollowEachOther()
{
    open();
    auto *slider = findNamed<QSlider>(*m_dialog, u"Temperature slider"_s);
    QCOMPARE(slider->value(), 5);
    slider->setValue(8);
    QCOMPARE(textOf(*m_dialog, u"Temperature"_s), u"0.8"_s);
    enter(*m_dialog, u"Temperature"_s, u"0.31"_s);
    QCOMPARE(slider->value(), 3);
    QCOMPARE(textOf(*m_dialog, u"Temperature"_s), u"0.31"_s); // the slider does not round it
    enter(*m_dialog, u"Temperature"_s, u"hot"_s);
    QCOMPARE(slider->value(), 3);
}

void TestSettingsDialog::wheelScrollsAndChoosesNothing()
{
    open(SettingsDialog::Page::Connections);
    auto *editor = m_dialog->findChild<ConnectionEditor *>();
    QVERIFY(editor);
    const QList<QComboBox *> choices = editor->findChildren<QComboBox *>();
    QVERIFY(choices.size() >= 3);
    for (QComboBox *choice : choices) {
        const int chosen = choice->currentIndex();
        QWheelEvent down({1, 1}, choice->mapToGlobal(QPointF(1, 1)), {}, {0, -120}, Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(choice, &down);
        QCOMPARE(choice->currentIndex(), chosen);
        QVERIFY(!choice->hasFocus());
    }
}

void TestSettingsDialog::badInputIsToldBesideItsField_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QString &page, const QString &field,
                        const QString &text, const QString &sentence) {
        QTest::newRow(name) << page << field << text << sentence;
    };
    const QString chat = u"Chat"_s;
    const QString connections = u"Connections"_s;
    row("temperature", chat, u"Temperature"_s, u"hot"_s, u"from 0 to 1"_s);
    row("no tokens", chat, u"Maximum tokens"_s, u"0"_s, u"whole number from 1"_s);
    row("tokens in words", chat, u"Maximum tokens"_s, u"many"_s, u"whole number from 1"_s);
    row("no address", connections, u"Base URL"_s, u""_s, u"address"_s);
    row("another scheme", connections, u"Base URL"_s, u"ftp://host"_s, u"ftp"_s);
    row("an address with spaces", connections, u"Base URL"_s, u"my server"_s, u"spaces"_s);
    row("port of an address", connections, u"Base URL"_s, u"http://host:99999"_s, u"port"_s);
    row("a key in two words", connections, u"API key"_s, u"sk one"_s, u"key"_s);
    row("header without a colon", connections, u"Extra headers"_s, u"X-A: 1\nnonsense"_s,
        u"colon"_s);
    row("cookies in words", connections, u"Cookies"_s, u"no cookies here"_s, u"ookie"_s);
    row("time-out in words", connections, u"Connect time-out"_s, u"soon"_s, u"seconds"_s);
    row("negative time-out", connections, u"Idle time-out"_s, u"-1"_s, u"seconds"_s);
    row("no JSON", connections, u"Extra fields of the request"_s, u"top_p=1"_s, u"JSON"_s);
    row("no JSON object", connections, u"Extra fields of the request"_s, u"[1]"_s, u"object"_s);
    row("no such file", connections, u"Certificate authority file"_s, u"/no/such.pem"_s,
        u"no such file"_s);
    row("proxy port", u"Network"_s, u"Proxy port"_s, u"70000"_s, u"65535"_s);
    row("no proxy port", u"Network"_s, u"Proxy port"_s, u""_s, u"65535"_s);
    row("no proxy host", u"Network"_s, u"Proxy host"_s, u" "_s, u"host"_s);
}

void TestSettingsDialog::badInputIsToldBesideItsField()
{
    QFETCH(const QString, page);
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, sentence);
    m_fixture->connections.setDefaultId(m_fixture->connections.add(homeConnection()));
    m_fixture->proxy.setProxy({.type = ProxyType::Http, .host = u"proxy.example"_s, .port = 1});
    const QList<Connection> before = m_fixture->connections.connections();
    open(pageNamed(page));
    QWidget *shown = m_dialog->findChild<QStackedWidget *>()->currentWidget();
    enter(*m_dialog, u"System prompt"_s, u"changed"_s); // must not be saved alone
    QVERIFY(enter(*shown, field, text));
    m_dialog->showPage(SettingsDialog::Page::Appearance);

    QVERIFY(click(*m_dialog, u"OK"_s));
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_dialog->findChild<QStackedWidget *>()->currentWidget(), shown);
    QCOMPARE(problems(*m_dialog).size(), 1);
    QVERIFY2(problems(*m_dialog).constFirst().contains(sentence),
             qPrintable(problems(*m_dialog).constFirst()));
    QVERIFY(m_dialog->focusWidget());
    QCOMPARE(m_dialog->focusWidget()->accessibleName(), field);
    QCOMPARE(textOf(*shown, field), text);
    QCOMPARE(m_fixture->settings.systemPrompt.get(), QString());
    QCOMPARE(m_fixture->connections.connections(), before);

    enter(*shown, field, text + u"x"_s);
    QCOMPARE(problems(*m_dialog).size(), 0); // it goes when the field is changed
}

void TestSettingsDialog::whatIsMadeOfAnAddressIsSeen()
{
    m_fixture->connections.setDefaultId(m_fixture->connections.add(homeConnection()));
    open(SettingsDialog::Page::Connections);
    auto *address = findNamed<QLineEdit>(*m_dialog, u"Base URL"_s);
    for (const auto &[typed, seen] :
         {std::pair(u"localhost:3000"_s, u"http://localhost:3000"_s),
          std::pair(u"chat.example/api/chat"_s, u"https://chat.example"_s)}) {
        address->selectAll();
        QTest::keyClicks(address, typed);
        emit address->editingFinished(); // as when it is left
        QCOMPARE(address->text(), seen);
    }
    address->selectAll();
    QTest::keyClicks(address, u"ftp://host"_s);
    emit address->editingFinished();            // as when it is left
    QCOMPARE(address->text(), u"ftp://host"_s); // nothing can be made of it: it stays to be mended
}

void TestSettingsDialog::firstProblemOfAnotherConnection()
{
    m_fixture->connections.add(homeConnection());
    open(SettingsDialog::Page::Connections);
    auto *list = findNamed<QListWidget>(*m_dialog, u"List of connections"_s);
    list->setCurrentRow(1);
    enter(*m_dialog, u"Base URL"_s, u"http://"_s);
    list->setCurrentRow(0);
    QVERIFY(click(*m_dialog, u"Apply"_s));
    QCOMPARE(list->currentRow(), 1);
    QCOMPARE(problems(*m_dialog).size(), 1);
    QCOMPARE(textOf(*m_dialog, u"Base URL"_s), u"http://"_s);
}

void TestSettingsDialog::cancelSavesNothing()
{
    open();
    enter(*m_dialog, u"System prompt"_s, u"changed"_s);
    click(*m_dialog, u"Add connection"_s);
    enter(*m_dialog, u"Temperature"_s, u"hot"_s);
    QVERIFY(click(*m_dialog, u"Cancel"_s));
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_fixture->settings.systemPrompt.get(), QString());
    QCOMPARE(m_fixture->connections.connections().size(), 1);
}

void TestSettingsDialog::appearanceIsSaved()
{
    m_fixture->settings.colourScheme.set(u"sepia"_s); // unknown: as the desktop
    open(SettingsDialog::Page::Appearance);
    QCOMPARE(textOf(*m_dialog, u"Colour scheme"_s), u"As the desktop"_s);
    QVERIFY(enter(*m_dialog, u"Colour scheme"_s, u"Dark"_s));
    QVERIFY(enter(*m_dialog, u"Language"_s, u"Русский"_s));
    QVERIFY(click(*m_dialog, u"Use the desktop’s style"_s));
    QVERIFY(click(*m_dialog, u"OK"_s));
    QCOMPARE(m_fixture->settings.colourScheme.get(), u"dark"_s);
    QCOMPARE(m_fixture->settings.language.get(), u"ru"_s);
    QVERIFY(m_fixture->settings.desktopStyle.get());
}

void TestSettingsDialog::networkIsSaved()
{
    open(SettingsDialog::Page::Network);
    QWidget *page = m_dialog->findChild<QStackedWidget *>()->currentWidget();
    QVERIFY(!findNamed<QLineEdit>(*page, u"Proxy host"_s)->isVisible());
    QVERIFY(enter(*page, u"Proxy type"_s, u"SOCKS5"_s));
    QVERIFY(findNamed<QLineEdit>(*page, u"Proxy host"_s)->isVisible());
    enter(*page, u"Proxy host"_s, u"proxy.example"_s);
    enter(*page, u"Proxy port"_s, u"1080"_s);
    enter(*page, u"Proxy user"_s, u"ann"_s);
    enter(*page, u"Proxy password"_s, canary);
    QVERIFY(click(*m_dialog, u"OK"_s));
    QCOMPARE(m_fixture->proxy.proxy(),
             (ProxySettings{.type = ProxyType::Socks5,
                            .host = u"proxy.example"_s,
                            .port = 1080,
                            .user = u"ann"_s,
                            .password = Secret(canary)}));
    open(SettingsDialog::Page::Network);
    page = m_dialog->findChild<QStackedWidget *>()->currentWidget();
    enter(*page, u"Proxy host"_s, u"http://other.example:8080"_s); // a whole address is taken apart
    QVERIFY(click(*m_dialog, u"OK"_s));
    QCOMPARE(m_fixture->proxy.proxy().type, ProxyType::Http);
    QCOMPARE(m_fixture->proxy.proxy().host, u"other.example"_s);
    QCOMPARE(m_fixture->proxy.proxy().port, 8080);
    QCOMPARE(m_fixture->proxy.proxy().user, u"ann"_s);
}

void TestSettingsDialog::connectionIsAdded()
{
    open(SettingsDialog::Page::Connections);
    QVERIFY(click(*m_dialog, u"Add connection"_s));
    QWidget *page = m_dialog->findChild<QStackedWidget *>()->currentWidget();
    QCOMPARE(m_dialog->focusWidget()->accessibleName(), u"Name"_s);
    enter(*page, u"Name"_s, u"Home server"_s);
    enter(*page, u"Base URL"_s, u" http://127.0.0.1:3000/api/chat "_s);
    enter(*page, u"Model"_s, u"openchat_3.6"_s);
    enter(*page, u"API key"_s, canary + u" "_s);
    enter(*page, u"Extra headers"_s, u"X-A: 1\n\nX-B:  two words "_s);
    enter(*page, u"Cookies"_s, u"a=1; b=2"_s);
    enter(*page, u"Proxy type"_s, u"No proxy"_s);
    enter(*page, u"Connect time-out"_s, u"2,5"_s);
    enter(*page, u"Idle time-out"_s, u"0"_s);
    enter(*page, u"Extra fields of the request"_s, u"{\"top_p\": 0.9}"_s);
    QVERIFY(click(*page, u"Answers new conversations"_s));
    QVERIFY(click(*m_dialog, u"OK"_s));

    QCOMPARE(m_fixture->connections.connections().size(), 2);
    const Connection added = m_fixture->connections.connections().constLast();
    QCOMPARE(added.name, u"Home server"_s);
    QCOMPARE(added.kind, ServerKind::Aura);
    QCOMPARE(added.baseUrl, QUrl(u"http://127.0.0.1:3000"_s));
    QCOMPARE(added.key, Secret(canary));
    QCOMPARE(added.headers.size(), 2);
    QCOMPARE(added.headers.at(1).value, Secret(u"two words"_s));
    QCOMPARE(added.cookies, Secret(u"a=1; b=2"_s));
    QCOMPARE(added.proxy.type, ProxyType::None);
    QCOMPARE(added.timeouts.connect, std::chrono::milliseconds(2500));
    QCOMPARE(added.timeouts.idle, std::chrono::milliseconds(0));
    QCOMPARE(added.timeouts.firstByte, Timeouts().firstByte);
    QCOMPARE(added.extraBody, QJsonObject({{u"top_p"_s, 0.9}}));
    QCOMPARE(m_fixture->connections.defaultId(), added.id);
}

void TestSettingsDialog::connectionsAreOrderedAndRemoved()
{
    ConnectionStore &store = m_fixture->connections;
    const QString demo = store.defaultId();
    const QString a = store.add({.name = u"A"_s, .baseUrl = QUrl(u"http://a"_s)});
    const QString b = store.add({.name = u"B"_s, .baseUrl = QUrl(u"http://b"_s)});
    open(SettingsDialog::Page::Connections);
    auto *list = findNamed<QListWidget>(*m_dialog, u"List of connections"_s);
    QCOMPARE(list->currentItem()->text(), u"Demo"_s); // the default one
    list->setCurrentRow(2);
    QVERIFY(click(*m_dialog, u"Move connection up"_s));
    QCOMPARE(list->currentItem()->text(), u"B"_s);
    QVERIFY(click(*m_dialog, u"Move connection up"_s));
    QVERIFY(!click(*m_dialog, u"Move connection up"_s));
    list->setCurrentRow(1);
    QVERIFY(click(*m_dialog, u"Remove connection"_s)); // the demo, which was the default
    QCOMPARE(store.connections().size(), 3);           // not before Apply
    QVERIFY(click(*m_dialog, u"Apply"_s));
    QCOMPARE(store.connections().size(), 2);
    QCOMPARE(store.connections().at(0).id, b);
    QCOMPARE(store.connections().at(1).id, a);
    QCOMPARE(store.defaultId(), b);
    QVERIFY(!store.contains(demo));
}

void TestSettingsDialog::theLastConnectionLeavesTheDemo()
{
    open(SettingsDialog::Page::Connections);
    QVERIFY(!click(*m_dialog, u"Remove connection"_s)); // somebody has to answer
    click(*m_dialog, u"Add connection"_s);
    enter(*m_dialog, u"Base URL"_s, u"http://a"_s);
    auto *list = findNamed<QListWidget>(*m_dialog, u"List of connections"_s);
    list->setCurrentRow(0);
    QVERIFY(click(*m_dialog, u"Remove connection"_s));
    QVERIFY(click(*m_dialog, u"Remove connection"_s));
    QCOMPARE(list->count(), 1);
    QVERIFY(click(*m_dialog, u"OK"_s));
    QCOMPARE(m_fixture->connections.connections().size(), 1);
    QCOMPARE(m_fixture->connections.connections().constFirst().kind, ServerKind::Demo);
}

void TestSettingsDialog::duplicateHasItsOwnSecrets()
{
    ConnectionStore &store = m_fixture->connections;
    const QString home = store.add(homeConnection());
    open(SettingsDialog::Page::Connections);
    m_dialog->showConnection(home);
    QVERIFY(click(*m_dialog, u"Duplicate connection"_s));
    QCOMPARE(textOf(*m_dialog, u"Name"_s), u"Home (copy)"_s);
    enter(*m_dialog, u"API key"_s, u"another"_s);
    QVERIFY(click(*m_dialog, u"OK"_s));
    QCOMPARE(store.connection(home)->key, Secret(canary));
    QCOMPARE(store.connections().constLast().key, Secret(u"another"_s));
    QVERIFY(store.connections().constLast().id != home);
}

void TestSettingsDialog::whatWasEnteredStaysWhileAnotherIsShown()
{
    m_fixture->connections.add(homeConnection());
    open(SettingsDialog::Page::Connections);
    auto *list = findNamed<QListWidget>(*m_dialog, u"List of connections"_s);
    list->setCurrentRow(1);
    enter(*m_dialog, u"Name"_s, u"Renamed"_s);
    enter(*m_dialog, u"Extra headers"_s, u"half a hea"_s);
    QCOMPARE(list->item(1)->text(), u"Renamed"_s);
    list->setCurrentRow(0);
    QCOMPARE(textOf(*m_dialog, u"Name"_s), u"Demo"_s);
    list->setCurrentRow(1);
    QCOMPARE(textOf(*m_dialog, u"Name"_s), u"Renamed"_s);
    QCOMPARE(textOf(*m_dialog, u"Extra headers"_s), u"half a hea"_s);
    QCOMPARE(textOf(*m_dialog, u"API key"_s), canary);
}

void TestSettingsDialog::secretsAreReadWhenLookedAt()
{
    const QString id = m_fixture->connections.add(homeConnection());
    QTRY_VERIFY(!ConnectionStore(m_fixture->data.connectionsFile(), m_fixture->vault).isReady(id));
    ConnectionStore again(m_fixture->data.connectionsFile(), m_fixture->vault);
    SettingsParts parts = m_fixture->parts();
    SettingsDialog dialog({parts.settings, again, parts.proxy, parts.vault, parts.questions, {}});
    dialog.show();
    QCoreApplication::processEvents();
    QVERIFY(!again.isReady(id)); // nobody has looked
    dialog.showConnection(id);
    auto *key = findNamed<QLineEdit>(dialog, u"API key"_s);
    QVERIFY(!key->isEnabled());
    enter(dialog, u"Name"_s, u"Renamed meanwhile"_s);
    QTRY_VERIFY(key->isEnabled());
    QCOMPARE(key->text(), canary);
    QCOMPARE(key->echoMode(), QLineEdit::Password);
    QCOMPARE(textOf(dialog, u"Extra headers"_s), u"X-Team: blue"_s);
    QCOMPARE(textOf(dialog, u"Name"_s), u"Renamed meanwhile"_s);
    QVERIFY(click(*key, u"Show what is typed"_s));
    QCOMPARE(key->echoMode(), QLineEdit::Normal);
}

void TestSettingsDialog::secretsThatCannotBeReadAreNotLost()
{
    const QString id = m_fixture->connections.add(homeConnection());
    QTRY_VERIFY(!ConnectionStore(m_fixture->data.connectionsFile(), m_fixture->vault).isReady(id));
    ToldSecretStore &store = *m_fixture->stores.at(SecretPlace::Keychain);
    store.status = SecretStatus::Denied;
    ConnectionStore again(m_fixture->data.connectionsFile(), m_fixture->vault);
    SettingsParts parts = m_fixture->parts();
    SettingsDialog dialog({parts.settings, again, parts.proxy, parts.vault, parts.questions, {}});
    dialog.show();
    dialog.showConnection(id);
    QTRY_COMPARE(problems(dialog).size(), 1);
    QVERIFY(problems(dialog).constFirst().contains(u"Told so."_s));
    QVERIFY(findNamed<QLineEdit>(dialog, u"API key"_s)->isEnabled());
    enter(dialog, u"Name"_s, u"Renamed"_s);
    QSignalSpy notRead(&again, &ConnectionStore::secretsNotRead);
    QVERIFY(click(dialog, u"OK"_s));
    QVERIFY(!dialog.isVisible());
    QCOMPARE(again.connection(id)->name, u"Renamed"_s);
    QTRY_COMPARE(notRead.size(), 1); // what is saved is read again
    store.status = SecretStatus::Ok;
    QSignalSpy ready(&again, &ConnectionStore::ready);
    again.loadSecrets(id);
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(again.connection(id)->key, Secret(canary));
}

void TestSettingsDialog::testConnectionShowsEachStep_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<ConnectionCheck>("check");
    QTest::addColumn<QStringList>("lines");
    const ConnectionCheck works{
        .works = true, .models = {{.id = u"a"_s}, {.id = u"b"_s}}, .totalMs = 120};
    const ProviderError refused{
        .kind = ErrorKind::Connect, .cause = ErrorCause::Refused, .subject = u"host"_s};
    QTest::newRow("works, by number")
        << u"http://127.0.0.1:3000"_s << works
        << QStringList{u"The address can be used"_s, u"The server accepts connections"_s,
                       u"The server answers"_s, u"It answers as expected"_s, u"It works"_s};
    QTest::newRow("works, by name and TLS") << u"https://host"_s << works
                                            << QStringList{u"The address can be used"_s,
                                                           u"The name was found"_s,
                                                           u"The server accepts connections"_s,
                                                           u"The connection is encrypted"_s,
                                                           u"The server answers"_s,
                                                           u"It answers as expected"_s,
                                                           u"It works"_s};
    QTest::newRow("refused") << u"http://host"_s
                             << ConnectionCheck{.failedStep = CheckStep::Connect, .error = refused}
                             << QStringList{u"The address can be used"_s, u"The name was found"_s,
                                            u"No connection to the server"_s, u"host"_s};
}

void TestSettingsDialog::testConnectionShowsEachStep()
{
    QFETCH(const QString, url);
    QFETCH(const ConnectionCheck, check);
    QFETCH(const QStringList, lines);
    const QString id = m_fixture->connections.add(homeConnection());
    open();
    m_dialog->showConnection(id);
    enter(*m_dialog, u"Base URL"_s, url);
    QVERIFY(click(*m_dialog, u"Test connection"_s));
    auto *report = m_dialog->findChild<CheckReport *>();
    QVERIFY(report->isVisible());
    QCOMPARE(m_fixture->tried.baseUrl.scheme(), QUrl(url).scheme()); // as entered, not as saved
    QCOMPARE(m_fixture->tried.key, Secret(canary));
    emit m_fixture->provider->checked({3}, check);
    const QStringList shown = report->text().split(u'\n');
    QCOMPARE(shown.size(), lines.size());
    for (qsizetype line = 0; line < lines.size(); ++line)
        QVERIFY2(shown.at(line).contains(lines.at(line)), qPrintable(shown.at(line)));
    QTRY_VERIFY(!m_fixture->provider); // tried out, gone
    QVERIFY(findButton(*m_dialog, u"Test connection"_s));
}

void TestSettingsDialog::testConnectionReachesTheDemo()
{
    DemoServer demo;
    ConnectionPool pool(makeStockNetworkAccess, {});
    ConnectionFeed feed(m_fixture->connections, m_fixture->proxy, demo, pool);
    SettingsParts parts = m_fixture->parts();
    parts.makeProvider = [&feed](const Connection &connection) {
        return feed.makeSpare(connection);
    };
    SettingsDialog dialog(parts);
    dialog.show();
    dialog.showConnection({}); // the default one: the demo
    QVERIFY(click(dialog, u"Test connection"_s));
    QTRY_VERIFY(findButton(dialog, u"Test connection"_s));
    const QString report = dialog.findChild<CheckReport *>()->text();
    QVERIFY2(report.contains(u"It works"_s), qPrintable(report));
}

void TestSettingsDialog::testConnectionCanBeStopped()
{
    const QString id = m_fixture->connections.add(homeConnection());
    open();
    m_dialog->showConnection(id);
    click(*m_dialog, u"Test connection"_s);
    QVERIFY(click(*m_dialog, u"Stop the test"_s));
    QTRY_VERIFY(!m_fixture->provider);
    QVERIFY(!m_dialog->findChild<CheckReport *>()->isVisible());
    enter(*m_dialog, u"Base URL"_s, u"ftp://host"_s);
    QVERIFY(click(*m_dialog, u"Test connection"_s)); // says why instead of trying
    QVERIFY(!m_fixture->provider);
    QCOMPARE(problems(*m_dialog).size(), 1);
}

void TestSettingsDialog::modelsAreListed()
{
    const QString id = m_fixture->connections.add(homeConnection());
    open();
    m_dialog->showConnection(id);
    auto *model = findNamed<QComboBox>(*m_dialog, u"Model"_s);
    model->setEditText({});
    QVERIFY(click(*m_dialog, u"List models"_s));
    QVERIFY(!findButton(*m_dialog, u"List models"_s)->isEnabled());
    emit m_fixture->provider->modelsListed({2}, {{.id = u"one"_s}, {.id = u"two"_s}});
    QCOMPARE(model->count(), 2);
    QCOMPARE(model->currentText(), u"one"_s);
    model->hidePopup();
    model->setEditText(u"typed"_s);
    QVERIFY(click(*m_dialog, u"List models"_s));
    emit m_fixture->provider->modelsListed({2}, {{.id = u"one"_s}, {.id = u"two"_s}});
    QCOMPARE(model->currentText(), u"typed"_s); // what was typed stays
    model->hidePopup();
    QVERIFY(click(*m_dialog, u"List models"_s));
    emit m_fixture->provider->modelsFailed(
        {2}, {.kind = ErrorKind::Connect, .cause = ErrorCause::Refused, .subject = u"host"_s});
    QCOMPARE(problems(*m_dialog).size(), 1);
    QVERIFY(findButton(*m_dialog, u"List models"_s)->isEnabled());
}

void TestSettingsDialog::serverTextIsNeverMarkup()
{
    const QString id = m_fixture->connections.add(homeConnection());
    open();
    m_dialog->showConnection(id);
    click(*m_dialog, u"Test connection"_s);
    const ProviderError nasty{.kind = ErrorKind::Server,
                              .detail = u"<img src=http://127.0.0.1:9/x>"_s};
    emit m_fixture->provider->checked({3}, {.failedStep = CheckStep::Http, .error = nasty});
    for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
        if (!label->text().isEmpty())
            QVERIFY2(label->textFormat() == Qt::PlainText,
                     qPrintable(label->objectName() + label->text()));
    }
}

void TestSettingsDialog::noKeyStoreAsks_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<SecretPlace>("place");
    QTest::newRow("file") << u"Keep in a file"_s << SecretPlace::File;
    QTest::newRow("session") << u"This session only"_s << SecretPlace::Session;
    QTest::newRow("cancel") << u"Cancel"_s << SecretPlace::Undecided;
}

void TestSettingsDialog::noKeyStoreAsks()
{
    QFETCH(const QString, answer);
    QFETCH(const SecretPlace, place);
    m_fixture->nextStatus = SecretStatus::Unavailable;
    const QString home = m_fixture->connections.add(homeConnection());
    m_fixture->connections.add(homeConnection()); // two fail, one question
    m_fixture->nextStatus = SecretStatus::Ok;
    QTRY_VERIFY(question());
    QVERIFY(question()->text().contains(u"no key store"_s));
    QCOMPARE(question()->textFormat(), Qt::PlainText);
    QVERIFY(click(*question(), answer));
    QTRY_VERIFY(!question());
    QCOMPARE(m_fixture->vault.place(), place);
    QCOMPARE(m_fixture->connections.connection(home)->key, Secret(canary)); // works until the end
    if (place != SecretPlace::File)
        return;
    QTRY_COMPARE(m_fixture->connections.secretKeys().size(), 2);
}

void TestSettingsDialog::placeOfSecretsIsMoved()
{
    const QString home = m_fixture->connections.add(homeConnection());
    QTRY_COMPARE(m_fixture->connections.secretKeys().size(), 1);
    const QString key = m_fixture->connections.secretKeys().constFirst();
    open(SettingsDialog::Page::Privacy);
    QVERIFY(qobject_cast<QRadioButton *>(findButton(*m_dialog, u"Key store of the system"_s))
                ->isChecked());
    QVERIFY(click(*m_dialog, u"File that only you can read"_s));
    QVERIFY(click(*m_dialog, u"Apply"_s));
    QTRY_COMPARE(m_fixture->vault.place(), SecretPlace::File);
    QVERIFY(!question());
    SecretResult left;
    m_fixture->stores.at(SecretPlace::Keychain)
        ->read(key, this, [&left](const SecretResult &result) { left = result; });
    QTRY_COMPARE(left.status, SecretStatus::NotFound);
    ConnectionStore again(m_fixture->data.connectionsFile(), m_fixture->vault);
    QSignalSpy ready(&again, &ConnectionStore::ready);
    again.loadSecrets(home);
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(again.connection(home)->key, Secret(canary));

    QVERIFY(click(*m_dialog, u"This session only"_s));
    QVERIFY(click(*m_dialog, u"Apply"_s));
    QTRY_COMPARE(m_fixture->vault.place(), SecretPlace::Session);
}

void TestSettingsDialog::placeIsNotChangedWhereMovingFails()
{
    const QString home = m_fixture->connections.add(homeConnection());
    QTRY_COMPARE(m_fixture->connections.secretKeys().size(), 1);
    m_fixture->stores.at(SecretPlace::Keychain)->status = SecretStatus::Unavailable;
    open(SettingsDialog::Page::Privacy);
    QVERIFY(click(*m_dialog, u"File that only you can read"_s));
    QVERIFY(click(*m_dialog, u"Apply"_s));
    QTRY_VERIFY(question());
    QCOMPARE(m_fixture->vault.place(), SecretPlace::Keychain);
    QCOMPARE(problems(*m_dialog).size(), 1);
    QVERIFY(qobject_cast<QRadioButton *>(findButton(*m_dialog, u"Key store of the system"_s))
                ->isChecked());
    QVERIFY(click(*question(), u"Change all the same"_s));
    QTRY_COMPARE(m_fixture->vault.place(), SecretPlace::File);
    QTRY_VERIFY(!question());
    ConnectionStore again(m_fixture->data.connectionsFile(), m_fixture->vault);
    QSignalSpy ready(&again, &ConnectionStore::ready);
    again.loadSecrets(home); // it was known in this session, so it was carried over after all
    QTRY_COMPARE(ready.size(), 1);
    QTRY_COMPARE(again.connection(home)->key, Secret(canary));
}

void TestSettingsDialog::saveFailureKeepsTheDialogOpen()
{
    open(SettingsDialog::Page::Connections);
    QVERIFY(QFile::remove(m_fixture->data.connectionsFile()));
    QVERIFY(QDir().mkdir(m_fixture->data.connectionsFile())); // cannot be replaced by a file
    enter(*m_dialog, u"Name"_s, u"Renamed"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be written"_s));
    QVERIFY(click(*m_dialog, u"OK"_s));
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(problems(*m_dialog).size(), 1);
    QVERIFY(problems(*m_dialog).constFirst().contains(u"could not be saved"_s));
}

void TestSettingsDialog::parametersAreOwnOrAsInSettings()
{
    const ChatDefaults defaults{.systemPrompt = u"Default"_s, .temperature = 0.5, .maxTokens = 100};
    const ChatParameters given{.temperature = 0.0, .connectionId = u"c"_s, .model = u"m"_s};
    ConversationParametersDialog dialog(given, defaults);
    dialog.show();
    QCOMPARE(textOf(dialog, u"System prompt"_s), u"Default"_s);
    QVERIFY(!findNamed<QPlainTextEdit>(dialog, u"System prompt"_s)->isEnabled());
    QCOMPARE(textOf(dialog, u"Temperature"_s), u"0"_s);
    QVERIFY(findNamed<QLineEdit>(dialog, u"Temperature"_s)->isEnabled());

    QVERIFY(click(dialog, u"System prompt as in settings"_s));
    enter(dialog, u"System prompt"_s, u""_s); // none at all is a choice
    QVERIFY(click(dialog, u"Temperature as in settings"_s));
    QCOMPARE(textOf(dialog, u"Temperature"_s), u"0.5"_s);
    QVERIFY(click(dialog, u"Maximum tokens as in settings"_s));
    enter(dialog, u"Maximum tokens"_s, u"all"_s);
    QVERIFY(click(dialog, u"OK"_s));
    QVERIFY(dialog.isVisible());
    QCOMPARE(problems(dialog).size(), 1);
    QCOMPARE(dialog.parameters(), given);
    enter(dialog, u"Maximum tokens"_s, u"200"_s);
    QVERIFY(click(dialog, u"OK"_s));
    QCOMPARE(dialog.parameters(),
             (ChatParameters{.systemPrompt = QString(),
                             .temperature = {},
                             .maxTokens = 200,
                             .connectionId = u"c"_s,
                             .model = u"m"_s}));
}

void TestSettingsDialog::smallDialogsFit_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestSettingsDialog::smallDialogsFit()
{
    QFETCH(const bool, isDark);
    Appearance appearance;
    appearance.setDesktopStyle(false);
    appearance.setScheme(isDark ? ColourScheme::Dark : ColourScheme::Light);
    m_fixture->nextStatus = SecretStatus::Unavailable;
    m_fixture->connections.add(homeConnection());
    QTRY_VERIFY(question());
    keepPicture(*question());
    ConversationParametersDialog parameters({.temperature = 0.7}, {.systemPrompt = u"Be brief."_s});
    parameters.show();
    QCoreApplication::processEvents();
    keepPicture(parameters);
    open(SettingsDialog::Page::Connections); // the demo has fewer fields
    QCoreApplication::processEvents();
    keepPicture(*m_dialog);
    m_dialog->showConnection(m_fixture->connections.connections().constLast().id);
    QCoreApplication::processEvents();
    m_dialog->findChild<QScrollArea *>()->verticalScrollBar()->setValue(9999);
    QCoreApplication::processEvents();
    keepPicture(*m_dialog);
    for (const QWidget *window : std::initializer_list<QWidget *>{question(), &parameters}) {
        for (const QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                         qPrintable(button->text()));
        }
    }
}

void TestSettingsDialog::everythingFits_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isDark");
    for (const bool isDark : {false, true}) {
        for (const QSize size : {QSize(860, 620), QSize(680, 480), QSize(1200, 900)}) {
            for (const QString &page :
                 {u"Chat"_s, u"Connections"_s, u"Network"_s, u"Appearance"_s, u"Privacy"_s})
                QTest::addRow("%s, %d wide, %s", qPrintable(page), size.width(),
                              isDark ? "dark" : "light")
                    << page << size << isDark;
        }
    }
}

//! No button is cut off, no line of the connections' fields needs scrolling sideways.
void TestSettingsDialog::everythingFits()
{
    QFETCH(const QString, page);
    QFETCH(const QSize, size);
    QFETCH(const bool, isDark);
    Appearance appearance;
    appearance.setDesktopStyle(false);
    appearance.setScheme(isDark ? ColourScheme::Dark : ColourScheme::Light);
    m_fixture->connections.setDefaultId(m_fixture->connections.add(homeConnection()));
    m_fixture->proxy.setProxy({.type = ProxyType::Http, .host = u"proxy.example"_s, .port = 3128});
    m_fixture->settings.systemPrompt.set(
        u"You are a careful assistant. Answer in the language of the question."_s);
    open(pageNamed(page));
    m_dialog->resize(size);
    const QWidget *shown = m_dialog->findChild<QStackedWidget *>()->currentWidget();
    if (page == u"Connections"_s) {
        click(*m_dialog, u"Test connection"_s);
        emit m_fixture->provider->checked({3},
                                          {.failedStep = CheckStep::Connect,
                                           .error = ProviderError{.kind = ErrorKind::Connect,
                                                                  .cause = ErrorCause::Refused,
                                                                  .subject = u"127.0.0.1:3000"_s}});
    }
    if (page == u"Chat"_s) {
        enter(*m_dialog, u"Maximum tokens"_s, u"many"_s);
        click(*m_dialog, u"Apply"_s);
    }
    QCoreApplication::processEvents();
    QCOMPARE(m_dialog->size(), size); // it need not be larger
    for (const QAbstractButton *button : shown->findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                     qPrintable(button->text()));
    }
    if (const auto *scroll = shown->findChild<QScrollArea *>())
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
    keepPicture(*m_dialog);
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
