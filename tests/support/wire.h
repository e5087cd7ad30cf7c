// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QList>
#include <QString>

#include <algorithm>
#include <optional>

//! The recordings of real servers in tests/data/wire.
namespace Wire {

struct Recording
{
    QByteArray name{};
    QByteArray response{};         // as it crossed the socket
    QByteArray state{};            // expected, by the name of aura ask; empty: nothing is expected
    std::optional<QString> text{}; // expected
    bool isCutOff = false;         // the recording stops before its framing does
};

inline QByteArray readFile(const QString &name)
{
    QFile file(QStringLiteral(AURA_TEST_DATA "/wire/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

inline QList<QByteArrayList> readTable(const QString &name)
{
    QList<QByteArrayList> rows;
    const QByteArrayList lines = readFile(name).split('\n').mid(1);
    for (const QByteArray &line : lines) {
        if (!line.isEmpty())
            rows += line.split('\t');
    }
    return rows;
}

inline QByteArray body(const QByteArray &response)
{
    const qsizetype end = response.indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : response.mid(end + 4);
}

inline QByteArray head(const QByteArray &response)
{
    return response.left(response.indexOf("\r\n\r\n"));
}

//! A chunked body without its framing; what is there, where it is cut off.
inline QByteArray unchunked(const QByteArray &framed)
{
    QByteArray result;
    qsizetype at = 0;
    while (at < framed.size()) {
        const qsizetype lineEnd = framed.indexOf("\r\n", at);
        if (lineEnd < 0)
            break;
        const qsizetype size = framed.mid(at, lineEnd - at).toLongLong(nullptr, 16);
        if (size == 0)
            break;
        result += framed.mid(lineEnd + 2, size);
        at = lineEnd + 2 + size + 2;
    }
    return result;
}

inline QByteArray plainBody(const QByteArray &response)
{
    const bool isChunked = head(response).toLower().contains("transfer-encoding: chunked");
    return isChunked ? unchunked(body(response)) : body(response);
}

//! What a server sent, without the line that the recorder added.
inline QByteArray response(const QString &name)
{
    const QByteArray recorded = readFile(name + QStringLiteral(".response"));
    const qsizetype added = recorded.lastIndexOf("\r\n=== END: ");
    return added < 0 ? recorded : recorded.left(added);
}

inline int status(const QByteArray &response)
{
    return response.mid(response.indexOf(' ') + 1, 3).toInt();
}

//! All streamed replies of one server that have an expectation.
inline QList<Recording> recordings(const QString &folder)
{
    QList<Recording> result;
    const QList<QByteArrayList> rows = readTable(folder + QStringLiteral("/expected.tsv"));
    for (const QByteArrayList &row : rows) {
        Recording recording{row.at(0), {}, row.at(1)};
        recording.response = Wire::response(folder + u'/' + QString::fromLatin1(row.at(0)));
        const QJsonArray text = QJsonDocument::fromJson('[' + row.at(2) + ']').array();
        if (text.at(0).isString())
            recording.text = text.at(0).toString();
        const QByteArray end =
            head(recording.response).toLower().contains("chunked") ? "0\r\n\r\n" : "";
        recording.isCutOff = !recording.response.endsWith(end);
        result += recording;
    }
    return result;
}

//! A body of tests/data/wire/synthetic and what has to come of it.
struct Synthetic
{
    QByteArray name{}; // without ".body"
    QByteArray body{};
    QString text{};
    QByteArray state{};    // by the name of aura ask
    QByteArray expected{}; // as the table says it
};

inline QList<Synthetic> synthetics(const QByteArray &prefix)
{
    QList<Synthetic> result;
    const QList<QByteArrayList> rows = readTable(QStringLiteral("synthetic/index.tsv"));
    for (const QByteArrayList &row : rows) {
        if (!row.at(0).startsWith(prefix))
            continue;
        const QByteArray &end = row.at(3);
        result += {.name = row.at(0).chopped(5),
                   .body = readFile(QStringLiteral("synthetic/") + QString::fromLatin1(row.at(0))),
                   .text = QString::fromUtf8(row.at(2)),
                   .state = end.startsWith("ERROR")    ? "failed"
                       : end.startsWith("INTERRUPTED") ? "interrupted"
                       : end.contains("CUT BY LIMIT")  ? "cutByLimit"
                       : end.startsWith("EMPTY")       ? "empty"
                                                       : "complete",
                   .expected = end};
    }
    return result;
}

} // namespace Wire
