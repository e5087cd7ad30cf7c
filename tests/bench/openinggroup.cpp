// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What it costs to open a conversation and to move in it, with its length and beside a list view.
#include "bench/cputime.h"
#include "bench/groups.h"
#include "bench/transcriptstage.h"

#include <QAbstractItemDelegate>
#include <QJsonArray>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QTextDocument>

#include <algorithm>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int rounds = 9;
constexpr int wheelFrames = 100;
constexpr int wheelStep = 60; // px
constexpr int jumps = 20;

QJsonArray toArray(const QList<double> &values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(value);
    return array;
}

//! Opens a conversation of so many messages anew, in a new window.
class Opening
{
public:
    explicit Opening(int messages)
        : m_stage(std::make_unique<TranscriptStage>(messages))
    {}

    double go()
    {
        TranscriptView view;
        view.resize(800, 600);
        const double cost = cpuMilliseconds([&] {
            view.setModel(&m_stage->model());
            view.show();
            paintNow();
            view.scrollToEnd();
            paintNow();
        });
        view.setModel(nullptr);
        return cost;
    }

private:
    std::unique_ptr<TranscriptStage> m_stage;
};

void measureOpening(BenchReport &report)
{
    Opening vast(100'000);
    Opening long_(5'000);
    Opening brief(100);
    QList<double> ratios;
    QList<double> vastMs;
    QList<double> longMs;
    vast.go();
    brief.go();
    for (int round = 0; round < rounds; ++round) {
        vastMs.append(vast.go());
        ratios.append(vastMs.last() / brief.go());
        longMs.append(long_.go());
    }
    report.atMost(u"opening: 100,000 messages ÷ 100, to the first picture"_s, median(ratios), 1.5,
                  u"×"_s, {{u"ratios"_s, toArray(ratios)}, {u"vastMs"_s, toArray(vastMs)}});
    report.atMost(u"opening: 5,000 messages to the first picture"_s, median(longMs), 50,
                  u"ms CPU"_s, {{u"ms"_s, toArray(longMs)}});
}

//! Shows each message through a text document, as a list view of rich text does.
class DocumentDelegate : public QAbstractItemDelegate
{
public:
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QTextDocument document;
        lay(document, option.rect.width(), index);
        painter->save();
        painter->translate(option.rect.topLeft());
        document.drawContents(painter);
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        QTextDocument document;
        lay(document, 760, index);
        return document.size().toSize();
    }

private:
    static void lay(QTextDocument &document, int width, const QModelIndex &index)
    {
        document.setTextWidth(width);
        document.setMarkdown(index.data().toString());
    }
};

void measureListView(BenchReport &report)
{
    constexpr int messages = 10'000;
    TranscriptStage stage(messages);
    Opening ours(messages);
    QList<double> our;
    for (int round = 0; round < rounds; ++round)
        our.append(ours.go());
    QListView list;
    DocumentDelegate delegate;
    list.setItemDelegate(&delegate);
    list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list.resize(800, 600);
    const double stock = cpuMilliseconds([&] {
        list.setModel(&stage.model());
        list.show();
        list.scrollToBottom();
        paintNow();
    });
    report.atLeast(u"opening: QListView with exact sizes ÷ ours at 10,000 messages"_s,
                   stock / median(our), 50, u"×"_s,
                   {{u"ourMs"_s, toArray(our)}, {u"listViewMs"_s, stock}, {u"listViewRuns"_s, 1}});
    list.setModel(nullptr);
}

//! Moves about in a conversation; every frame is painted at once. Costs in ms.
class Moving
{
public:
    explicit Moving(int messages)
        : m_stage(messages)
    {
        m_stage.open();
    }

    QList<double> wheel()
    {
        QScrollBar *bar = m_stage.view().verticalScrollBar();
        QList<double> frames;
        for (int i = 0; i < wheelFrames; ++i) {
            frames.append(cpuMilliseconds([bar] {
                bar->setValue(bar->value() - wheelStep);
                paintNow();
            }));
        }
        return frames;
    }
    //! The same distance in frames that keep nothing of what was painted before.
    QList<double> wheelPaintedWhole()
    {
        QScrollBar *bar = m_stage.view().verticalScrollBar();
        QList<double> frames;
        for (int i = 0; i < wheelFrames; ++i) {
            frames.append(cpuMilliseconds([this, bar] {
                bar->setValue(bar->value() - wheelStep);
                m_stage.view().viewport()->update();
                paintNow();
            }));
        }
        return frames;
    }
    QList<double> jump()
    {
        QScrollBar *bar = m_stage.view().verticalScrollBar();
        QList<double> frames;
        for (int i = 0; i < jumps; ++i) {
            const int place = 1 + int(m_random() % quint32(bar->maximum() - 1));
            frames.append(cpuMilliseconds([bar, place] {
                bar->setValue(place);
                paintNow();
            }));
        }
        return frames;
    }

private:
    TranscriptStage m_stage;
    std::mt19937 m_random{5};
};

double mean(const QList<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

void measureScrolling(BenchReport &report)
{
    Moving vast(100'000);
    Moving brief(100);
    QList<double> ratios;
    QList<double> worst;
    QList<double> jumping;
    QList<double> wheelMs;
    vast.jump();
    brief.jump();
    for (int round = 0; round < rounds; ++round) {
        brief.jump();
        vast.jump();
        const QList<double> frames = vast.wheel();
        ratios.append(mean(frames) / mean(brief.wheel()));
        worst.append(*std::ranges::max_element(frames) / mean(frames));
        wheelMs.append(mean(frames));
        const double whole = mean(vast.wheelPaintedWhole());
        jumping.append(mean(vast.jump()) / whole);
    }
    report.atMost(u"scrolling: a frame in 100,000 messages ÷ in 100"_s, median(ratios), 1.2, u"×"_s,
                  {{u"ratios"_s, toArray(ratios)}, {u"frameMs"_s, median(wheelMs)}});
    report.atMost(u"scrolling: worst frame ÷ mean"_s, median(worst), 5, u"×"_s,
                  {{u"ratios"_s, toArray(worst)}});
    report.atMost(u"scrolling: jump anywhere ÷ frame painted whole"_s, median(jumping), 3, u"×"_s,
                  {{u"ratios"_s, toArray(jumping)}});
}

} // namespace

void benchOpening(BenchReport &report)
{
    measureOpening(report);
    measureListView(report);
    measureScrolling(report);
}

} // namespace Aura
