// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/zipfile.h"
#include "transfer/ziparchive.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

// Where a field stands in a file's own header and in the directory (APPNOTE.TXT, 4.3.7 and 4.3.12).
struct Field
{
    int local = 0;
    int directory = 0;
};
constexpr Field sum{14, 16};
constexpr Field packedSize{18, 20};
constexpr Field size{22, 24};

//! Writes \a value into an archive of one file, where both headers say it.
void patch(QByteArray &archive, const Field &field, quint32 value)
{
    const quint32 little = qToLittleEndian(value);
    const QByteArray bytes(reinterpret_cast<const char *>(&little), 4);
    archive.replace(archive.indexOf("PK\x03\x04") + field.local, 4, bytes);
    archive.replace(archive.lastIndexOf("PK\x01\x02") + field.directory, 4, bytes);
}

QString dataFile(const QString &tag)
{
    const QString name = tag.section(u',', 0, 0); // what follows is for the reader
    return QStringLiteral(AURA_TEST_DATA "/zip/") + name + u".zip"_s;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

//! All of it, in small pieces; what went wrong otherwise.
Result<QByteArray> readAll(QIODevice &device)
{
    QByteArray all;
    char piece[1000];
    for (;;) {
        const qint64 length = device.read(piece, sizeof piece);
        if (length > 0)
            all.append(piece, length);
        else if (device.atEnd())
            return all;
        else
            return Error{device.errorString()};
    }
}

Result<QByteArray> readEntry(ImportSource &archive, qsizetype entry)
{
    const Result<std::unique_ptr<QIODevice>> device = archive.open(entry);
    if (!device)
        return device.error();
    return readAll(**device);
}

} // namespace

class TestZipArchive : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void reads_data();
    void reads();
    void readsNames_data();
    void readsNames();
    void readsFilesInTurn();
    void readsOthers_data();
    void readsOthers();
    void refusesOthers_data();
    void refusesOthers();
    void listsNoMoreThanItMay();
    void listsManyFiles();
    void findsItsEnd_data();
    void findsItsEnd();
    void refusesFiles_data();
    void refusesFiles();
    void refusesArchives_data();
    void refusesArchives();
    void refusesATrapThatLiesAboutItsSize();

private:
    QString path() const { return m_folder.filePath(u"Архив.zip"_s); }

    QTemporaryDir m_folder;
};

void TestZipArchive::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestZipArchive::reads_data()
{
    QTest::addColumn<bool>("compressed");
    QTest::addColumn<QByteArray>("content");
    QByteArray many;
    for (int i = 0; i < 100'000; ++i)
        many += QByteArray::number(i * 7919LL % 104'729);
    QTest::newRow("compressed") << true << QByteArray(R"({"a": 1})");
    QTest::newRow("stored") << false << QByteArray(R"({"a": 1})");
    QTest::newRow("empty") << true << QByteArray("");
    QTest::newRow("empty and stored") << false << QByteArray("");
    QTest::newRow("many blocks") << true << many;
    QTest::newRow("many blocks, stored") << false << many;
}

void TestZipArchive::reads()
{
    QFETCH(bool, compressed);
    QFETCH(QByteArray, content);
    QVERIFY(writeZip(path(), {{"chat.html", "<html>"}, {"a.json", content}},
                     {.isCompressed = compressed}));
    const auto archive = ZipArchive::open(path());
    QVERIFY2(archive, qPrintable(archive.error().text));
    QCOMPARE((*archive)->entries(), (QList<ImportEntry>{{u"a.json"_s, content.size()}}));
    const Result<QByteArray> read = readEntry(**archive, 0);
    QVERIFY2(read, qPrintable(read.error().text));
    QCOMPARE(*read, content);
}

void TestZipArchive::readsNames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint16>("flags");
    constexpr quint16 utf8 = 1 << 11;
    constexpr quint16 none = 0;
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QByteArray("a/b.json") << none << u"a/b.json"_s;
    QTest::newRow("UTF-8") << QByteArray("Ёж/é.json") << utf8 << u"Ёж/é.json"_s;
    QTest::newRow("UTF-8 that is not said") << QByteArray("Ёж/é.json") << none << u"Ёж/é.json"_s;
    QTest::newRow("code page 437") << QByteArray("caf\x82 \xe0.json") << none << u"café α.json"_s;
    QTest::newRow("a way out") << QByteArray("../../etc/a.json") << none << u"../../etc/a.json"_s;
    QTest::newRow("long") << QByteArray(60'000, 'n') + ".json" << none
                          << QString(60'000, u'n') + u".json"_s;
}

void TestZipArchive::readsNames()
{
    QFETCH(QByteArray, bytes);
    QFETCH(quint16, flags);
    QFETCH(QString, name);
    QVERIFY(writeZip(path(), {{bytes, "1"}}, {.flags = flags}));
    const auto archive = ZipArchive::open(path());
    QVERIFY2(archive, qPrintable(archive.error().text));
    QCOMPARE((*archive)->entries(), (QList<ImportEntry>{{name, 1}}));
}

void TestZipArchive::readsFilesInTurn()
{
    const QByteArray first(100'000, 'a');
    const QByteArray second(100'000, 'b');
    QVERIFY(writeZip(path(), {{"b.json", second}, {"a.json", first}}));
    const auto archive = ZipArchive::open(path());
    QVERIFY2(archive, qPrintable(archive.error().text));
    const auto a = (*archive)->open(0);
    QVERIFY(a);
    const QByteArray start = (*a)->read(50'000);
    const Result<QByteArray> b = readEntry(**archive, 1);
    QVERIFY2(b, qPrintable(b.error().text));
    QCOMPARE(*b, second);
    const Result<QByteArray> rest = readAll(**a);
    QVERIFY2(rest, qPrintable(rest.error().text));
    QCOMPARE(start + *rest, first);
}

void TestZipArchive::readsOthers_data()
{
    QTest::addColumn<qsizetype>("entry");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QByteArray numbers = "[";
    for (int i = 0; i < 3000; ++i)
        numbers += QByteArray::number(i * 7 % 1000) + (i < 2999 ? "," : "]");
    QTest::newRow("info-zip") << qsizetype(0) << u"numbers.json"_s << numbers;
    QTest::addRow("info-zip, a folder")
        << qsizetype(1) << u"Папка/чат.json"_s << QByteArray(R"({"written": "by Info-ZIP"})");
    // Written without going back, so that the sizes stand behind the file; by Python.
    QTest::newRow("streamed") << qsizetype(0) << u"numbers.json"_s << numbers;
    // The 64-bit form in every place that has it.
    QTest::newRow("zip64") << qsizetype(0) << u"conversations.json"_s
                           << QByteArray(R"({"large": "in its form only"})");
}

void TestZipArchive::readsOthers()
{
    QFETCH(qsizetype, entry);
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    const auto archive = ZipArchive::open(dataFile(QString::fromUtf8(QTest::currentDataTag())));
    QVERIFY2(archive, qPrintable(archive.error().text));
    QCOMPARE((*archive)->entries().at(entry), (ImportEntry{name, content.size()}));
    const Result<QByteArray> read = readEntry(**archive, entry);
    QVERIFY2(read, qPrintable(read.error().text));
    QCOMPARE(*read, content);
}

void TestZipArchive::refusesOthers_data()
{
    QTest::addColumn<QString>("problem");
    QTest::newRow("locked") << u"“numbers.json” is locked with a password"_s;
    QTest::newRow("bzip2") << u"“numbers.json” is packed in a way that Aura does not know"_s;
}

void TestZipArchive::refusesOthers()
{
    QFETCH(QString, problem);
    const auto archive = ZipArchive::open(dataFile(QString::fromUtf8(QTest::currentDataTag())));
    QVERIFY2(archive, qPrintable(archive.error().text));
    const Result<QByteArray> read = readEntry(**archive, 0);
    QVERIFY(!read);
    QVERIFY2(read.error().text.startsWith(problem), qPrintable(read.error().text));
}

void TestZipArchive::listsNoMoreThanItMay()
{
    QVERIFY(writeZip(path(), {{"a.json", "1"}, {"b.json", "2"}, {"c.json", "3"}}));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(readZipDirectory(file, 2).value_or(QList<ZipEntry>()).size(), 2);
    QCOMPARE(readZipDirectory(file, 4).value_or(QList<ZipEntry>()).size(), 3);
}

//! More than the old form counts.
void TestZipArchive::listsManyFiles()
{
    QList<std::pair<QByteArray, QByteArray>> files;
    for (int i = 0; i < 70'000; ++i)
        files.emplace_back(QByteArray::number(i) + ".json", "");
    QVERIFY(writeZip(path(), files, {.isCompressed = false}));
    const auto archive = ZipArchive::open(path());
    QVERIFY2(archive, qPrintable(archive.error().text));
    QCOMPARE((*archive)->entries().size(), 70'000);
}

void TestZipArchive::findsItsEnd_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("comment");
    QTest::newRow("a program before it") << QByteArray(100'000, '\x7f') << QByteArray();
    QTest::newRow("a comment") << QByteArray() << QByteArray("said PK\x05\x06 once");
    QTest::newRow("the longest comment") << QByteArray() << QByteArray(0xFFFF, 'c');
}

void TestZipArchive::findsItsEnd()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, comment);
    QVERIFY(writeZip(path(), {{"a.json", "1"}, {"b.json", "[2]"}},
                     {.before = before, .comment = comment}));
    const auto archive = ZipArchive::open(path());
    QVERIFY2(archive, qPrintable(archive.error().text));
    const Result<QByteArray> read = readEntry(**archive, 1);
    QVERIFY2(read, qPrintable(read.error().text));
    QCOMPARE(*read, "[2]");
}

void TestZipArchive::refusesFiles_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<quint32>("value");
    enum { Sum, PackedSize, Size };
    QTest::newRow("wrong sum") << int(Sum) << 1U;
    QTest::newRow("less packed than said") << int(PackedSize) << 0x7FFFFFFFU;
    QTest::newRow("more packed than said") << int(PackedSize) << 10U;
    QTest::newRow("nothing packed") << int(PackedSize) << 0U;
    QTest::newRow("less than said") << int(Size) << 5000U;
    QTest::newRow("more than said") << int(Size) << 10U;
    QTest::newRow("nothing said") << int(Size) << 0U;
}

void TestZipArchive::refusesFiles()
{
    QFETCH(int, field);
    QFETCH(quint32, value);
    QByteArray content;
    for (int i = 0; i < 300; ++i)
        content += QByteArray::number(i);
    QVERIFY(writeZip(path(), {{"a.json", content}}));
    QByteArray bytes = contentOf(path());
    patch(bytes, std::array{sum, packedSize, size}.at(size_t(field)), value);
    QVERIFY(write(path(), bytes));
    const auto archive = ZipArchive::open(path());
    QVERIFY2(archive, qPrintable(archive.error().text));
    const Result<QByteArray> read = readEntry(**archive, 0);
    QVERIFY(!read);
    QVERIFY2(read.error().text.startsWith(u"The archive is damaged"_s),
             qPrintable(read.error().text));
}

void TestZipArchive::refusesArchives_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<QString>("problem");
    QTest::newRow("its end is missing") << 0 << -10 << u"not whole"_s;
    QTest::newRow("its start is missing") << 40 << 0 << u"not whole"_s;
    QTest::newRow("nothing but its start") << 0 << 30 << u"not whole"_s;
    QTest::newRow("nothing in it") << -22 << 0 << u"not whole"_s;
}

void TestZipArchive::refusesArchives()
{
    QFETCH(int, from);
    QFETCH(int, bytes);
    QFETCH(QString, problem);
    QVERIFY(writeZip(path(), {{"a.json", "[]"}}));
    const QByteArray all = contentOf(path());
    const QByteArray rest = from < 0 ? all.right(-from) : all.mid(from);
    QVERIFY(write(path(), bytes > 0 ? rest.left(bytes) : rest.chopped(-bytes)));
    const auto archive = ZipArchive::open(path());
    QVERIFY(!archive);
    QVERIFY2(archive.error().text.contains(problem), qPrintable(archive.error().text));
}

void TestZipArchive::refusesATrapThatLiesAboutItsSize()
{
    QVERIFY(writeZip(path(), {{"a.json", QByteArray(qsizetype(100) << 20, ' ')}}));
    QByteArray bytes = contentOf(path());
    patch(bytes, packedSize,
          quint32(bytes.size() - 36)); // all that follows the header and the name
    QVERIFY(write(path(), bytes));
    const auto archive = ZipArchive::open(path());
    QVERIFY2(archive, qPrintable(archive.error().text));
    const Result<QByteArray> read = readEntry(**archive, 0);
    QVERIFY(!read);
    QVERIFY2(read.error().text.contains(u"unpacks to far more"_s), qPrintable(read.error().text));
}

QTEST_GUILESS_MAIN(TestZipArchive)

#include "tst_ziparchive.moc"
