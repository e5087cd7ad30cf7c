// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/datafolder.h"
#include "settings/privatefile.h"
#include "settings/settings.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions everybody = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
    | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;

//! The part of a mode that other people have.
QFile::Permissions forOthers(const QString &path)
{
    return QFile::permissions(path)
        & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
           | QFile::WriteOther | QFile::ExeOther);
}

void writeFile(const QString &fileName, const QByteArray &content)
{
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void keepsWhatIsSet();
    void badValuesReadAsTheDefault_data();
    void badValuesReadAsTheDefault();
    void garbledFileIsSetAside();
    void dataFolderHoldsEverything();
    void dataFolderClosesWhatIsItsOwn();
    void privateFileClosesAnOpenOne();
    void privateFileSaysWhyItCouldNotBeSaved();
};

void TestSettings::keepsWhatIsSet()
{
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(u"new/settings.ini"_s);
    const QString prompt = u"Ты — помощник.\n\"Quoted\", with commas; and %s"_s;
    {
        Settings settings(fileName);
        settings.systemPrompt.set(prompt);
        settings.temperature.set(0.7);
        settings.maxTokens.set(1000);
        settings.desktopStyle.set(true);
    }
    const Settings settings(fileName);
    QCOMPARE(settings.systemPrompt.get(), prompt);
    QCOMPARE(settings.temperature.get(), 0.7);
    QCOMPARE(settings.maxTokens.get(), 1000);
    QVERIFY(settings.desktopStyle.get());
    QCOMPARE(forOthers(folder.filePath(u"new"_s)), QFile::Permissions());
}

void TestSettings::badValuesReadAsTheDefault_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<double>("temperature");
    QTest::addColumn<int>("maxTokens");
    QTest::addColumn<QString>("prompt");

    QTest::newRow("nothing") << "[chat]\n"_ba << 0.5 << 8192 << QString();
    QTest::newRow("good") << "[chat]\ntemperature=0.3\nmaxTokens=5"_ba << 0.3 << 5 << QString();
    QTest::newRow("the ends of the range")
        << "[chat]\ntemperature=1\nmaxTokens=1"_ba << 1.0 << 1 << QString();
    QTest::newRow("words") << "[chat]\ntemperature=hot\nmaxTokens=many"_ba << 0.5 << 8192
                           << QString();
    QTest::newRow("out of range") << "[chat]\ntemperature=1.1\nmaxTokens=0"_ba << 0.5 << 8192
                                  << QString();
    QTest::newRow("below the range")
        << "[chat]\ntemperature=-0.1\nmaxTokens=-7"_ba << 0.5 << 8192 << QString();
    QTest::newRow("not a number") << "[chat]\ntemperature=nan\nmaxTokens=99999999999999"_ba << 0.5
                                  << 8192 << QString();
    QTest::newRow("a list") << "[chat]\ntemperature=1, 2\nmaxTokens=1, 2"_ba << 0.5 << 8192
                            << QString();
    QTest::newRow("a prompt with a comma, unquoted")
        << "[chat]\nsystemPrompt=Be brief, be kind"_ba << 0.5 << 8192 << u"Be brief, be kind"_s;
}

void TestSettings::badValuesReadAsTheDefault()
{
    QFETCH(const QByteArray, line);
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"settings.ini"_s), line);
    const Settings settings(folder.filePath(u"settings.ini"_s));
    QTEST(settings.temperature.get(), "temperature");
    QTEST(settings.maxTokens.get(), "maxTokens");
    QTEST(settings.systemPrompt.get(), "prompt");
}

void TestSettings::garbledFileIsSetAside()
{
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(u"settings.ini"_s);
    const QByteArray garbled = "\x00\xff{{{ this is no INI\n[chat\ntemperature"_ba;
    writeFile(fileName, garbled);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"settings could be read in part"_s));
    {
        Settings settings(fileName);
        QCOMPARE(settings.temperature.get(), 0.5);
        settings.temperature.set(0.9);
    }
    const QStringList aside = QDir(folder.path()).entryList({u"settings.ini.damaged-*"_s});
    QCOMPARE(aside.size(), 1);
    QFile copy(folder.filePath(aside.first()));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), garbled);
}

void TestSettings::dataFolderHoldsEverything()
{
    const QTemporaryDir folder;
    const DataFolder data(folder.filePath(u"portable"_s));
    for (const QString &file :
         {data.settingsFile(), data.connectionsFile(), data.secretsFile(), data.historyFile()})
        QVERIFY2(file.startsWith(folder.filePath(u"portable/"_s)), qPrintable(file));
    QVERIFY(data.make());
    QCOMPARE(forOthers(folder.filePath(u"portable"_s)), QFile::Permissions());
}

void TestSettings::dataFolderClosesWhatIsItsOwn()
{
    const QTemporaryDir folder;
    QFile::setPermissions(folder.path(), everybody);
    QVERIFY(DataFolder(folder.path()).make()); // empty: ours from now on
    QCOMPARE(forOthers(folder.path()), QFile::Permissions());

    QFile::setPermissions(folder.path(), everybody);
    writeFile(folder.filePath(u"thesis.odt"_s), "mine");
    QVERIFY(DataFolder(folder.path()).make()); // somebody works here: hands off
    QCOMPARE(QFile::permissions(folder.path()) & everybody, everybody);

    writeFile(folder.filePath(u"settings.ini"_s), "[chat]");
    QVERIFY(DataFolder(folder.path()).make());
    QCOMPARE(forOthers(folder.path()), QFile::Permissions());
}

void TestSettings::privateFileClosesAnOpenOne()
{
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(u"file"_s);
    writeFile(fileName, "old");
    QFile::setPermissions(fileName, everybody);
    QVERIFY(writePrivateFile(fileName, "new"));
    QCOMPARE(forOthers(fileName), QFile::Permissions());
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "new"_ba);
}

void TestSettings::privateFileSaysWhyItCouldNotBeSaved()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"file"_s), "no folder");
    const auto written = writePrivateFile(folder.filePath(u"file/inside"_s), "x");
    QVERIFY(!written);
    QVERIFY(!written.error().text.isEmpty());
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
