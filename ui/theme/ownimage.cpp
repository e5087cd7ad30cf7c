// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/ownimage.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace Aura {

namespace {

constexpr qsizetype bytesPerPixel = 4;
constexpr quint32 largestSide = 1024; // pixels
constexpr QByteArrayView signature("\x89PNG\r\n\x1a\n", 8);
constexpr QByteArrayView rgba8("\x08\x06\x00\x00\x00", 5); // not interlaced

struct Content
{
    quint32 width = 0;
    quint32 height = 0;
    QByteArray packed{}; // a zlib stream
};

std::optional<Content> contentOf(QByteArrayView file)
{
    constexpr qsizetype frame = 12; // length, type and sum of a chunk
    if (!file.startsWith(signature))
        return {};
    Content content;
    for (file = file.sliced(signature.size()); file.size() >= frame;) {
        const quint32 length = qFromBigEndian<quint32>(file.data());
        if (length > size_t(file.size() - frame))
            return {};
        const QByteArrayView type = file.sliced(4, 4);
        const QByteArrayView body = file.sliced(8, length);
        if (type == "IHDR" && body.size() == 8 + rgba8.size()) {
            content.width = qFromBigEndian<quint32>(body.data());
            content.height = qFromBigEndian<quint32>(body.data() + 4);
            if (body.sliced(8) != rgba8)
                return {};
        } else if (type == "IDAT") {
            content.packed.append(body);
        }
        file = file.sliced(frame + length);
    }
    const auto isSide = [](quint32 side) { return side > 0 && side <= largestSide; };
    if (!isSide(content.width) || !isSide(content.height) || content.packed.isEmpty())
        return {};
    return content;
}

//! Which of its three neighbours a byte is nearest to.
uchar paeth(int left, int above, int corner)
{
    const int estimate = left + above - corner;
    const int fromLeft = std::abs(estimate - left);
    const int fromAbove = std::abs(estimate - above);
    const int fromCorner = std::abs(estimate - corner);
    if (fromLeft <= fromAbove && fromLeft <= fromCorner)
        return uchar(left);
    return uchar(fromAbove <= fromCorner ? above : corner);
}

//! Undoes a line's filter; false for one that there is not.
bool unfilter(int filter, uchar *line, const uchar *above, qsizetype length)
{
    for (qsizetype i = 0; i < length; ++i) {
        const int left = i < bytesPerPixel ? 0 : line[i - bytesPerPixel];
        const int up = above ? above[i] : 0;
        const int corner = above && i >= bytesPerPixel ? above[i - bytesPerPixel] : 0;
        switch (filter) {
        case 0: return true;
        case 1: line[i] = uchar(line[i] + left); break;
        case 2: line[i] = uchar(line[i] + up); break;
        case 3: line[i] = uchar(line[i] + (left + up) / 2); break;
        case 4: line[i] = uchar(line[i] + paeth(left, up, corner)); break;
        default: return false;
        }
    }
    return true;
}

} // namespace

QImage readOwnImage(QByteArrayView file)
{
    const std::optional<Content> content = contentOf(file);
    if (!content)
        return {};
    const qsizetype line = content->width * bytesPerPixel;
    const qsizetype size = content->height * (line + 1); // each begins with its filter
    QByteArray sized(4, Qt::Uninitialized);
    qToBigEndian(quint32(size), sized.data());
    QByteArray lines = qUncompress(sized + content->packed);
    if (lines.size() != size)
        return {};
    QImage image(int(content->width), int(content->height), QImage::Format_RGBA8888);
    const uchar *above = nullptr;
    for (int y = 0; y < image.height(); ++y) {
        auto *bytes = reinterpret_cast<uchar *>(lines.data()) + y * (line + 1);
        if (!unfilter(*bytes, bytes + 1, above, line))
            return {};
        above = bytes + 1;
        std::copy_n(above, line, image.scanLine(y));
    }
    return image;
}

QImage readOwnImage(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    const QImage image = readOwnImage(QByteArrayView(bytes));
    return image.isNull() ? QImage::fromData(bytes) : image;
}

} // namespace Aura
