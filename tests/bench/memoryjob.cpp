// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/groups.h"
#include "bench/transcriptstage.h"

#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

#include <malloc.h>

using namespace Qt::StringLiterals;

namespace Aura {

//! Streams a reply of so many megabytes, a frame now and then, and says what memory it left.
int keepLongReply(const QStringList &arguments)
{
    constexpr double megabyte = 1024 * 1024;
    const qsizetype wanted = arguments.value(0).toLongLong() * qsizetype(megabyte);
    TranscriptStage stage(0);
    stage.open();
    stage.beginReply({});
    const QString cycle = QString::fromUtf8(mixedCycle());
    const qsizetype bytes = cycle.toUtf8().size();
    qsizetype sent = 0;
    qsizetype characters = 0;
    for (; sent < wanted; sent += bytes, characters += cycle.size()) {
        stage.append(cycle);
        stage.frame();
    }
    malloc_trim(0);
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    const double resident = file.readAll().split(' ').value(1).toDouble() * 4096 / megabyte;
    // The text is there twice: as the conversation keeps it, and as it is read.
    const double text = (double(sent) + 2.0 * double(characters)) / megabyte;
    QTextStream(stdout) << QJsonDocument(QJsonObject{{u"residentMb"_s, resident},
                                                     {u"withoutTextMb"_s, resident - text}})
                               .toJson();
    return 0;
}

} // namespace Aura
