// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/zipdirectory.h"

#include <QIODevice>

#include <memory>

namespace Aura {

//! The bytes of one file of a ZIP archive, unpacked while they are read.
//!
//! Reading fails, with a sentence in errorString(), where the file is damaged or a trap; then it is
//! not at its end. What was read before that may be wrong: the sum is known at the end only.
class PackedFile : public QIODevice
{
public:
    //! Reads \a archive, which is open, from its own position on; nobody else may move it.
    static Result<std::unique_ptr<QIODevice>> open(std::unique_ptr<QIODevice> archive,
                                                   const ZipEntry &entry);
    ~PackedFile() override;
    Q_DISABLE_COPY_MOVE(PackedFile)

    bool isSequential() const override { return true; }
    bool atEnd() const override;

    //! Text packs to a fifth or a twentieth. What unpacks to more than this many times its size,
    //! once it is above the first limit, is a trap, not a chat.
    static constexpr qint64 largestRatio = 200;
    static constexpr qint64 ratioCountsFrom = qint64(16) << 20;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    enum class State { Reading, AtEnd, Failed };
    struct Inflater;

    PackedFile(std::unique_ptr<QIODevice> archive, ZipEntry entry);

    qint64 readStored(char *data, qint64 maxSize);
    qint64 readDeflated(char *data, qint64 maxSize);
    qint64 fillInput();
    qint64 fail(const QString &text);

    std::unique_ptr<QIODevice> m_archive;
    ZipEntry m_entry;
    std::unique_ptr<Inflater> m_inflater;
    quint64 m_packedLeft = 0; // that was not read from the archive
    quint64 m_unpacked = 0;
    quint32 m_sum = 0;
    State m_state = State::Reading;
};

} // namespace Aura
