// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/packedfile.h"

#include <QCoreApplication>

#include <zlib.h>

#include <algorithm>

namespace Aura {

namespace {

//! The sentences of this file.
struct PackedFileText
{
    Q_DECLARE_TR_FUNCTIONS(Aura::ZipArchive)

public:
    static QString damaged() { return tr("The archive is damaged. Download or copy it again."); }
};

constexpr qint64 inputSize = qint64(64) << 10;
constexpr qint64 largestRead = qint64(1) << 20; // zlib counts with 32 bits

const Bytef *bytesOf(const char *data)
{
    return reinterpret_cast<const Bytef *>(data);
}

} // namespace

//! zlib's state, and what waits to be unpacked.
struct PackedFile::Inflater
{
    Inflater() { isReady = inflateInit2(&stream, -MAX_WBITS) == Z_OK; } // without zlib's own header
    ~Inflater() { inflateEnd(&stream); }
    Q_DISABLE_COPY_MOVE(Inflater)

    z_stream stream{};
    QByteArray input = QByteArray(inputSize, Qt::Uninitialized);
    bool isReady = false;
    bool hasEnded = false; // the packed bytes say so themselves
};

PackedFile::PackedFile(std::unique_ptr<QIODevice> archive, ZipEntry entry)
    : m_archive(std::move(archive))
    , m_entry(std::move(entry))
    , m_packedLeft(m_entry.packedSize)
{
    if (m_entry.method == ZipEntry::Deflated)
        m_inflater = std::make_unique<Inflater>();
    QIODevice::open(ReadOnly | Unbuffered);
}

PackedFile::~PackedFile() = default;

Result<std::unique_ptr<QIODevice>> PackedFile::open(std::unique_ptr<QIODevice> archive,
                                                    const ZipEntry &entry)
{
    if (entry.isLocked)
        return Error{PackedFileText::tr("“%1” is locked with a password. Unpack the archive first.")
                         .arg(entry.name)};
    if (entry.method != ZipEntry::Stored && entry.method != ZipEntry::Deflated)
        return Error{PackedFileText::tr("“%1” is packed in a way that Aura does not know. Unpack "
                                        "the archive first.")
                         .arg(entry.name)};
    const std::optional<qint64> start = findPackedBytes(*archive, entry);
    if (!start || !archive->seek(*start))
        return Error{PackedFileText::damaged()};
    return std::unique_ptr<QIODevice>(new PackedFile(std::move(archive), entry));
}

bool PackedFile::atEnd() const
{
    return m_state == State::AtEnd;
}

qint64 PackedFile::readData(char *data, qint64 maxSize)
{
    if (m_state != State::Reading)
        return -1;
    const qint64 most = std::min(maxSize, largestRead);
    if (most <= 0)
        return 0;
    const qint64 length = m_inflater ? readDeflated(data, most) : readStored(data, most);
    if (length < 0)
        return fail(PackedFileText::damaged());
    m_sum = quint32(crc32(m_sum, bytesOf(data), uInt(length)));
    m_unpacked += quint64(length);
    if (m_unpacked > quint64(ratioCountsFrom)
        && m_unpacked / std::max<quint64>(m_entry.packedSize, 1) > quint64(largestRatio))
        return fail(PackedFileText::tr("The archive unpacks to far more than a chat export would; "
                                       "it was not read any further."));
    if (m_unpacked > m_entry.size)
        return fail(PackedFileText::damaged());
    if (length > 0)
        return length;
    if (m_unpacked != m_entry.size || m_sum != m_entry.sum)
        return fail(PackedFileText::damaged());
    m_state = State::AtEnd;
    return -1;
}

qint64 PackedFile::fail(const QString &text)
{
    m_state = State::Failed;
    setErrorString(text);
    return -1;
}

//! 0: that was all; -1: the archive cannot be read.
qint64 PackedFile::readStored(char *data, qint64 maxSize)
{
    const qint64 wanted = qint64(std::min<quint64>(m_packedLeft, quint64(maxSize)));
    if (m_archive->read(data, wanted) != wanted)
        return -1;
    m_packedLeft -= quint64(wanted);
    return wanted;
}

//! 0: that was all; -1: what is packed makes no sense, or ends too early or too late.
qint64 PackedFile::readDeflated(char *data, qint64 maxSize)
{
    if (!m_inflater->isReady)
        return -1;
    z_stream &stream = m_inflater->stream;
    stream.next_out = reinterpret_cast<Bytef *>(data);
    stream.avail_out = uInt(maxSize);
    while (stream.avail_out > 0 && !m_inflater->hasEnded) {
        if (stream.avail_in == 0 && fillInput() < 0)
            return -1;
        const int status = inflate(&stream, Z_NO_FLUSH);
        m_inflater->hasEnded = status == Z_STREAM_END;
        if (status != Z_OK && status != Z_STREAM_END) // no progress, too: there is no more input
            return -1;
    }
    const qint64 length = maxSize - qint64(stream.avail_out);
    const bool isTooLong = m_inflater->hasEnded && (stream.avail_in > 0 || m_packedLeft > 0);
    return isTooLong ? -1 : length;
}

qint64 PackedFile::fillInput()
{
    const qint64 wanted = qint64(std::min<quint64>(m_packedLeft, quint64(inputSize)));
    QByteArray &input = m_inflater->input;
    if (m_archive->read(input.data(), wanted) != wanted)
        return -1;
    m_packedLeft -= quint64(wanted);
    m_inflater->stream.next_in = reinterpret_cast<Bytef *>(input.data());
    m_inflater->stream.avail_in = uInt(wanted);
    return wanted;
}

} // namespace Aura
