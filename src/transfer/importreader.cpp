// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importreader.h"

#include "transfer/jsonfields.h"
#include "transfer/jsontext.h"

#include <QCoreApplication>

namespace Aura {

namespace {

constexpr qint64 largestNeighbour = qint64(1) << 20;

//! The sentences of this file.
struct ImportReaderText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ImportReader)
};

} // namespace

ImportReader::ImportReader(ImportSource &source, std::function<bool(qint64)> progress)
    : m_source(source)
    , m_progress(std::move(progress))
{}

Result<ImportReader::Recognition> ImportReader::recognise(qsizetype entry)
{
    m_entry = entry;
    m_bytes = 0;
    m_file.name = m_source.entries().at(entry).name;
    m_file.neighbour = [this](const QString &name) { return neighbour(name); };
    const Result<std::unique_ptr<QIODevice>> device = m_source.open(entry);
    if (!device)
        return device.error();
    const Result<JsonOutline> outline = readOutline(**device);
    if (!outline)
        return outline.error();
    if (outline->error != JsonCutter::Error::None)
        return Recognition{nullptr, cutErrorText(outline->error)};
    m_outline = *outline;
    for (const ImportFormatRow &row : importFormats()) {
        m_format = row.make();
        const ImportFormat::Match match = m_format->match(m_outline, m_file.name);
        if (match == ImportFormat::Match::Newer)
            return Error{ImportReaderText::tr("It comes from a version of %1 that is newer than "
                                              "this Aura knows. Update Aura.")
                             .arg(row.name)};
        if (match == ImportFormat::Match::Yes)
            return Recognition{&row, {}};
    }
    return Recognition{};
}

Result<ImportReader::Outcome> ImportReader::read(ImportSink &sink)
{
    bool hasFirst = false;
    for (auto it = m_outline.members.cbegin(); it != m_outline.members.cend(); ++it)
        hasFirst = hasFirst || m_format->comesFirst(it.key());
    if (hasFirst) {
        Result<Outcome> first = readItems(Pass::First, sink);
        if (!first || *first == Outcome::Cancelled)
            return first;
    }
    Result<Outcome> rest = readItems(Pass::Rest, sink);
    if (rest && *rest == Outcome::Read)
        m_format->finish(m_file, sink);
    return rest;
}

bool ImportReader::comesNow(const QString &member, Pass pass) const
{
    return m_format->wants(member) && m_format->comesFirst(member) == (pass == Pass::First);
}

Result<ImportReader::Outcome> ImportReader::readItems(Pass pass, ImportSink &sink)
{
    const Result<std::unique_ptr<QIODevice>> device = m_source.open(m_entry);
    if (!device)
        return device.error();
    JsonText reader(**device);
    JsonCutter cutter(
        {.cut = m_format->cut(m_outline),
         .wants = [this, pass](const QString &member) { return comesNow(member, pass); }});
    for (;;) {
        const QByteArray block = reader.read();
        if (reader.failed())
            return Error{(*device)->errorString()};
        const QList<JsonItem> items = block.isEmpty() ? cutter.finish() : cutter.feed(block);
        for (const JsonItem &item : items)
            readItem(item, sink);
        if (cutter.error() != JsonCutter::Error::None)
            return Error{cutErrorText(cutter.error())};
        if (block.isEmpty())
            return Outcome::Read;
        if (pass == Pass::Rest)
            m_bytes += block.size();
        if (m_progress && !m_progress(m_bytes))
            return Outcome::Cancelled;
    }
}

void ImportReader::readItem(const JsonItem &item, ImportSink &sink)
{
    const ParsedJson parsed = parseJson(item.json);
    if (parsed.wasRepaired)
        sink.warn(ImportWarning::Kind::NotUtf8, m_file.name);
    m_format->read({item.member, parsed.value, item.index}, m_file, sink);
}

QByteArray ImportReader::neighbour(const QString &fileName)
{
    const qsizetype found = m_source.sibling(m_entry, fileName);
    if (found < 0)
        return {};
    const Result<std::unique_ptr<QIODevice>> device = m_source.open(found);
    if (!device)
        return {};
    // As deep as it may be, QJsonDocument has a limit of its own.
    const QByteArray text = (*device)->read(largestNeighbour + 1);
    return text.size() > largestNeighbour ? QByteArray() : text;
}

} // namespace Aura
