// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pieces.h"
#include "transfer/ziparchive.h"

#include <QTemporaryFile>

using namespace Aura;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static QTemporaryFile file;
    require(file.isOpen() || file.open());
    file.resize(0);
    file.seek(0);
    file.write(reinterpret_cast<const char *>(bytes), qint64(size));
    file.flush();
    const Result<std::unique_ptr<ImportSource>> source = ZipArchive::open(file.fileName());
    if (!source)
        return 0;
    for (qsizetype i = 0; i < (*source)->entries().size(); ++i) {
        const Result<std::unique_ptr<QIODevice>> device = (*source)->open(i);
        qint64 unpacked = 0;
        while (device && unpacked < qint64(1) << 24) {
            const QByteArray block = (*device)->read(1 << 16);
            unpacked += block.size();
            if (block.isEmpty())
                break;
        }
    }
    return 0;
}
