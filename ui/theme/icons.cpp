// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QImage>
#include <QPainter>

#include <array>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr std::array names{"chat", "check",    "chevron-down", "close",   "copy",  "down",
                           "edit", "eye",      "globe",        "key",     "menu",  "new",
                           "next", "plus",     "previous",     "problem", "retry", "search",
                           "send", "settings", "sidebar",      "stop",    "trash", "warning"};
static_assert(names.size() == std::size_t(IconName::Warning) + 1);

constexpr std::array sizes{20, 25, 30, 40, 60}; // pixels: 1, 1.25, 1.5, 2 and 3 ×

//! The mask that is as large as wanted, or the largest there is.
QImage maskOf(IconName name, int pixels)
{
    int size = sizes.back();
    for (int candidate : sizes) {
        if (candidate >= pixels) {
            size = candidate;
            break;
        }
    }
    static QHash<std::pair<int, int>, QImage> masks; // read once each
    QImage &mask = masks[{int(name), size}];
    if (mask.isNull())
        mask.load(
            u":/icons/%1-%2.png"_s.arg(QLatin1StringView(names.at(std::size_t(name)))).arg(size));
    return mask;
}

QImage tinted(IconName name, int pixels, const QColor &colour)
{
    QImage image = maskOf(name, pixels).convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), colour);
    return image;
}

class MaskEngine : public QIconEngine
{
public:
    MaskEngine(IconName name, QPalette::ColorRole role)
        : m_name(name)
        , m_role(role)
    {}

    QIconEngine *clone() const override { return new MaskEngine(m_name, m_role); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, colour(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        if (size.isEmpty())
            return {}; // a button that is squeezed to nothing
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paintIcon(painter, QRectF(QPointF(), size), m_name, colour(mode));
        return result;
    }

private:
    QColor colour(QIcon::Mode mode) const
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QPalette palette = QGuiApplication::palette();
        return palette.color(group, mode == QIcon::Selected ? QPalette::HighlightedText : m_role);
    }

    IconName m_name;
    QPalette::ColorRole m_role;
};

} // namespace

QIcon icon(IconName name, QPalette::ColorRole role)
{
    return QIcon(new MaskEngine(name, role)); // the icon owns its engine
}

void paintIcon(QPainter &painter, const QRectF &rect, IconName name, const QColor &colour)
{
    const double side = qMin(rect.width(), rect.height());
    if (side < 1)
        return;
    const double ratio = painter.device()->devicePixelRatioF();
    QRectF square(0, 0, side, side);
    square.moveCenter(rect.center());
    const QImage image = tinted(name, qRound(side * ratio), colour);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(square, image);
    painter.restore();
}

QIcon programIcon()
{
    QIcon result;
    for (int size : {16, 24, 32, 48, 64, 128, 256})
        result.addFile(u":/icons/aura-%1.png"_s.arg(size), {size, size});
    return result;
}

} // namespace Aura
