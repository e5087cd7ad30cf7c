// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/zipdirectory.h"

#include <QIODevice>
#include <QtEndian>

namespace Aura {

namespace {

// Numbers of the sections are those of APPNOTE.TXT.
constexpr qsizetype localHeaderSize = 30; // 4.3.7
constexpr qsizetype entrySize = 46;       // 4.3.12
constexpr qsizetype end64Size = 56;       // 4.3.14
constexpr qsizetype locatorSize = 20;     // 4.3.15
constexpr qsizetype endSize = 22;         // 4.3.16
constexpr qsizetype longestComment = 0xFFFF;
constexpr quint32 in64Bits32 = 0xFFFFFFFF; // the value stands in the 64-bit form
constexpr quint16 in64Bits16 = 0xFFFF;
constexpr quint16 fields64 = 0x0001;             // 4.5.3
constexpr quint16 lockedFlags = 0x0001 | 0x0040; // 4.4.4

//! Numbers of a record, by their offsets. The record is as long as they need.
class Record
{
public:
    explicit Record(const QByteArray &bytes)
        : m_bytes(bytes)
    {}

    bool beginsWith(const char *signature) const { return m_bytes.startsWith(signature); }
    quint16 u16(qsizetype offset) const { return number<quint16>(offset); }
    quint32 u32(qsizetype offset) const { return number<quint32>(offset); }
    quint64 u64(qsizetype offset) const { return number<quint64>(offset); }

private:
    template<typename T> T number(qsizetype offset) const
    {
        Q_ASSERT(offset + qsizetype(sizeof(T)) <= m_bytes.size());
        return qFromLittleEndian<T>(m_bytes.constData() + offset);
    }

    QByteArray m_bytes;
};

//! The record there, if it is one of that kind and whole.
std::optional<Record> recordAt(QIODevice &archive, qint64 offset, qsizetype size,
                               const char *signature)
{
    if (offset < 0 || offset > archive.size() - size || !archive.seek(offset))
        return {};
    const QByteArray bytes = archive.read(size);
    if (bytes.size() != size || !bytes.startsWith(signature))
        return {};
    return Record(bytes);
}

//! Where the directory stands, as the archive's end says.
struct Extent
{
    qint64 start = 0;
    qint64 end = 0;
    qint64 base = 0; // what all offsets count from
    quint64 entries = 0;
};

std::optional<Extent> extentOf(quint64 entries, quint64 size, quint64 offset, qint64 end)
{
    if (size > quint64(end) || offset > quint64(end) - size)
        return {};
    const qint64 start = end - qint64(size);
    return Extent{start, end, start - qint64(offset), entries};
}

//! In the 64-bit form, to which a locator just before the end leads.
std::optional<Extent> findDirectory64(QIODevice &archive, qint64 endOffset)
{
    const auto locator = recordAt(archive, endOffset - locatorSize, locatorSize, "PK\x06\x07");
    if (!locator || locator->u64(8) > quint64(endOffset))
        return {};
    const qint64 offset = qint64(locator->u64(8));
    const auto end = recordAt(archive, offset, end64Size, "PK\x06\x06");
    if (!end || end->u32(16) != 0 || end->u32(20) != 0)
        return {};
    return extentOf(end->u64(32), end->u64(40), end->u64(48), offset);
}

//! The end is looked for backwards, since a comment of any content may follow it.
std::optional<Extent> findDirectory(QIODevice &archive)
{
    const qint64 tailOffset = qMax<qint64>(archive.size() - endSize - longestComment, 0);
    if (!archive.seek(tailOffset))
        return {};
    const QByteArray tail = archive.read(endSize + longestComment);
    for (qsizetype at = tail.size() - endSize; at >= 0; --at) {
        const Record end(tail.mid(at, endSize));
        if (!end.beginsWith("PK\x05\x06") || at + endSize + end.u16(20) > tail.size())
            continue;
        const qint64 offset = tailOffset + at;
        if (end.u16(10) == in64Bits16 || end.u32(12) == in64Bits32 || end.u32(16) == in64Bits32) {
            if (const std::optional<Extent> found = findDirectory64(archive, offset))
                return found;
        }
        if (end.u16(4) != 0 || end.u16(6) != 0)
            return {};
        return extentOf(end.u16(10), end.u32(12), end.u32(16), offset);
    }
    return {};
}

//! A byte above 127 in the code page of the format's first days.
QChar fromCodePage437(uchar byte)
{
    static constexpr char16_t upper[] =
        u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
        u"└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
    static_assert(std::size(upper) == 128 + 1);
    return byte < 128 ? QChar(char16_t(byte)) : QChar(upper[byte - 128]);
}

//! Many writers leave the flag for UTF-8 unset and write UTF-8 all the same.
QString nameFrom(const QByteArray &bytes)
{
    if (bytes.isValidUtf8())
        return QString::fromUtf8(bytes);
    QString name;
    name.reserve(bytes.size());
    for (const char byte : bytes)
        name += fromCodePage437(uchar(byte));
    return name;
}

//! The numbers that do not fit into 32 bits stand in a field of their own, in this order. False:
//! they do not.
bool take64BitFields(const QByteArray &extra, ZipEntry &entry)
{
    for (qsizetype at = 0; at + 4 <= extra.size();) {
        const Record head(extra.mid(at, 4));
        const Record field(extra.mid(at + 4, head.u16(2)));
        if (head.u16(0) == fields64) {
            qsizetype from = 0;
            const qsizetype size = qMin<qsizetype>(head.u16(2), extra.size() - at - 4);
            for (quint64 *number : {&entry.size, &entry.packedSize, &entry.offset}) {
                if (*number != in64Bits32)
                    continue;
                if (from + 8 > size)
                    return false;
                *number = field.u64(from);
                from += 8;
            }
            return true;
        }
        at += 4 + head.u16(2);
    }
    return entry.size != in64Bits32 && entry.packedSize != in64Bits32 && entry.offset != in64Bits32;
}

//! The entry where the archive stands, and moves on to the next; nothing: there is none.
std::optional<ZipEntry> readEntry(QIODevice &archive, const Extent &extent)
{
    const auto record = recordAt(archive, archive.pos(), entrySize, "PK\x01\x02");
    if (!record)
        return {};
    const QByteArray name = archive.read(record->u16(28));
    const QByteArray extra = archive.read(record->u16(30));
    const qint64 next = archive.pos() + record->u16(32);
    if (name.size() != record->u16(28) || extra.size() != record->u16(30) || next > extent.end
        || !archive.seek(next))
        return {};
    ZipEntry entry{.name = nameFrom(name),
                   .offset = record->u32(42),
                   .packedSize = record->u32(20),
                   .size = record->u32(24),
                   .sum = record->u32(16),
                   .method = record->u16(10),
                   .isLocked = (record->u16(8) & lockedFlags) != 0};
    if (!take64BitFields(extra, entry) || entry.offset > quint64(extent.start - extent.base))
        return {};
    entry.offset += quint64(extent.base);
    return entry;
}

} // namespace

std::optional<QList<ZipEntry>> readZipDirectory(QIODevice &archive, qsizetype most)
{
    const std::optional<Extent> extent = findDirectory(archive);
    if (!extent || !archive.seek(extent->start))
        return {};
    QList<ZipEntry> entries;
    while (archive.pos() < extent->end && entries.size() < most) {
        const std::optional<ZipEntry> entry = readEntry(archive, *extent);
        if (!entry)
            return {};
        entries << *entry;
    }
    // Old writers count more than 65,535 files from 0 again.
    const bool isCounted = quint16(entries.size()) == quint16(extent->entries);
    if (archive.pos() == extent->end && !isCounted)
        return {};
    return entries;
}

std::optional<qint64> findPackedBytes(QIODevice &archive, const ZipEntry &entry)
{
    const quint64 size = quint64(archive.size());
    if (entry.offset > size)
        return {};
    const auto header = recordAt(archive, qint64(entry.offset), localHeaderSize, "PK\x03\x04");
    if (!header)
        return {};
    const qint64 start = qint64(entry.offset) + localHeaderSize + header->u16(26) + header->u16(28);
    if (quint64(start) > size || entry.packedSize > size - quint64(start))
        return {};
    return start;
}

} // namespace Aura
