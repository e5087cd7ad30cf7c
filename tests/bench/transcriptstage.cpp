// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/transcriptstage.h"

#include "bench/cputime.h"
#include "support/markdowngenerator.h"

#include <QCoreApplication>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int chunkLength = 20;
constexpr int cycleLength = 8192;

} // namespace

TranscriptStage::TranscriptStage(int earlierMessages)
    : m_model(std::make_unique<ConversationModel>())
    , m_view(std::make_unique<TranscriptView>())
{
    MarkdownGenerator generator(1);
    QStringList answers; // few, so that their texts are shared and memory is not what is measured
    for (int i = 0; i < 16; ++i)
        answers.append(QString::fromUtf8(generator.reply(2)).left(400));
    // Counted from the end: whatever the length, the same messages are in sight.
    for (int i = earlierMessages / 2 - 1; i >= 0; --i) {
        const MessageId question = m_model->appendQuestion(u"What about this?"_s);
        const MessageId reply = m_model->beginReply(question);
        m_model->appendToReply(reply, answers.at(i % answers.size()));
        m_model->endReply(reply, {});
    }
    m_view->resize(800, 600);
}

TranscriptStage::~TranscriptStage() = default;

double TranscriptStage::open()
{
    return cpuMilliseconds([this] {
        m_view->setModel(m_model.get());
        m_view->show();
        m_view->scrollToEnd();
        paintNow();
    });
}

void TranscriptStage::beginReply(const QString &text)
{
    m_reply = m_model->beginReply(m_model->appendQuestion(u"Tell me everything."_s));
    append(text);
    frame();
    // A long text is taken in and measured with many frames, a part with each.
    auto *pacer = m_view->findChild<FramePacer *>();
    while (pacer->hurry())
        paintNow();
}

void TranscriptStage::frame()
{
    m_view->scrollToEnd();
    paintNow();
}

void paintNow()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
}

QStringList inChunks(const QByteArray &text)
{
    const QString all = QString::fromUtf8(text);
    QStringList chunks;
    for (qsizetype at = 0; at < all.size(); at += chunkLength)
        chunks.append(all.mid(at, chunkLength));
    return chunks;
}

QByteArray mixedCycle()
{
    MarkdownGenerator generator(4);
    QByteArray text;
    while (text.size() < cycleLength)
        text += generator.reply(4) + "\n\n";
    return text;
}

} // namespace Aura
