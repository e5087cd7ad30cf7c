// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/modelmenu.h"

#include "settings/connectionstore.h"
#include "settings/memorysecretstore.h"
#include "support/recordingprovider.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

class TestModelMenu : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void choosesAModel();
    void favouritesStandFirst();
    void manyAreSearched();
    void saysWhatIsWrong();

private:
    //! Opens the menu and answers with these models.
    void open(const QStringList &models, const QString &current = {});
    QAction *action(const QString &text) const;
    QStringList shown() const; // the names of the models

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<ConnectionStore> m_connections;
    std::unique_ptr<RecordingProvider> m_provider;
    RecordingSource m_source;
    QString m_id;
    quint64 m_lists = 0;
    QWidget m_button;
    std::unique_ptr<ModelMenu> m_menu;
};

void TestModelMenu::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_secrets = std::make_unique<MemorySecretStore>();
    m_connections =
        std::make_unique<ConnectionStore>(m_folder->filePath(u"connections.json"_s), *m_secrets);
    m_id = m_connections->add({.name = u"Here & there"_s,
                               .kind = ServerKind::OpenAi,
                               .baseUrl = QUrl(u"http://localhost:1"_s)});
    m_provider = std::make_unique<RecordingProvider>();
    m_source.setReady(m_id, m_provider.get());
    m_lists = 0;
    m_menu = std::make_unique<ModelMenu>(*m_connections, m_source);
}

void TestModelMenu::cleanup()
{
    m_menu.reset();
    m_provider.reset();
}

void TestModelMenu::open(const QStringList &models, const QString &current)
{
    m_menu->openBelow(m_button, m_id, current);
    QList<ModelInfo> list;
    for (const QString &model : models)
        list += {.id = model, .name = model};
    emit m_provider->modelsListed({++m_lists}, list);
}

QAction *TestModelMenu::action(const QString &text) const
{
    const QList<QAction *> actions = m_menu->actions();
    for (QAction *action : actions) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

QStringList TestModelMenu::shown() const
{
    QStringList names;
    const QList<QAction *> actions = m_menu->actions();
    for (const QAction *action : actions) {
        if (action->isVisible() && !action->data().toString().isEmpty())
            names += action->text();
    }
    return names;
}

void TestModelMenu::choosesAModel()
{
    open({u"a"_s, u"b"_s}, u"b"_s);
    QVERIFY(action(u"Here && there"_s)->isChecked());
    QCOMPARE(shown(), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(action(u"b"_s)->isChecked() && !action(u"a"_s)->isChecked());
    QVERIFY(!m_menu->findChild<QLineEdit *>()); // two need no search
    QSignalSpy chosen(m_menu.get(), &ModelMenu::modelChosen);
    action(u"a"_s)->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"a"_s);
}

void TestModelMenu::favouritesStandFirst()
{
    open({u"a"_s, u"b"_s, u"c"_s}, u"c"_s);
    action(u"Make “c” a favourite"_s)->trigger();
    QCOMPARE(m_connections->connection(m_id)->favouriteModels, QStringList{u"c"_s});
    open({u"a"_s, u"b"_s, u"c"_s}, u"c"_s);
    QCOMPARE(shown(), (QStringList{u"★ c"_s, u"a"_s, u"b"_s}));
    QVERIFY(action(u"★ c"_s)->isChecked());
    action(u"Take “c” off the favourites"_s)->trigger();
    QVERIFY(m_connections->connection(m_id)->favouriteModels.isEmpty());
}

void TestModelMenu::manyAreSearched()
{
    QStringList names;
    for (int i = 0; i < 200; ++i)
        names += u"maker/model-%1"_s.arg(i);
    open(names);
    QCOMPARE(shown().size(), 30);
    QVERIFY(action(u"170 more"_s)->isVisible());
    auto *search = m_menu->findChild<QLineEdit *>();
    QVERIFY(search);
    search->setText(u"19 MODEL"_s);
    QCOMPARE(shown().size(), 12); // 19, 119, 190 … 199
    search->setText(u"none such"_s);
    QVERIFY(shown().isEmpty() && action(u"No model has this name"_s)->isVisible());

    search->setText(u"model-199"_s);
    QSignalSpy chosen(m_menu.get(), &ModelMenu::modelChosen);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"maker/model-199"_s);
    QVERIFY(!m_menu->isVisible());
    open(names); // anew
    QCOMPARE(shown().size(), 30);
}

void TestModelMenu::saysWhatIsWrong()
{
    open({});
    QVERIFY(action(u"The server offers no models"_s));
    m_menu->openBelow(m_button, m_id, {});
    QVERIFY(action(u"Asking for the models…"_s));
    emit m_provider->modelsFailed({++m_lists}, {});
    QVERIFY(action(u"The server did not list its models"_s));
}

QTEST_MAIN(TestModelMenu)
#include "tst_modelmenu.moc"
