// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/engine/replychannel.h"
#include "net/engine/requestoptions.h"

#include <QNetworkReply>

#include <memory>
#include <optional>

namespace Aura {

class NetworkThread;

//! A reply of HttpAccessManager: the reader's end of a transfer, in the reader's thread.
//!
//! requestSent(), metaDataChanged(), readyRead(), errorOccurred() and finished() come from the
//! event loop, each from an event of its own, so that a nested event loop in any of their slots
//! sees what follows. finished() comes exactly once. abort() emits errorOccurred() and finished()
//! before it returns, as Qt's own replies do. Deleting the reply is allowed in every slot, and
//! aborts it silently.
//!
//! At most readBufferSize() bytes wait to be read. Where nobody has set it that is 1 MiB; a caller
//! who lets readyRead() pass without reading, to read in finished(), gets up to 16 MiB, and
//! beyond that the error ErrorCause::ReplyTooLarge. 0 means no limit but that of the whole reply.
class HttpReply : public QNetworkReply
{
    Q_OBJECT

public:
    HttpReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
              RequestOptions options, std::shared_ptr<NetworkThread> thread, QObject *parent);

    //! A reply that fails, from the event loop, without having been sent.
    HttpReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
              const ProviderError &error, QObject *parent);
    ~HttpReply() override;

    void abort() override;
    void close() override;
    void setReadBufferSize(qint64 size) override;
    qint64 bytesAvailable() const override;
    bool canReadLine() const override;
    bool isSequential() const override { return true; }

    //! Closes the connection at once, says nothing, and may be called in every slot. What is left
    //! of the reply ends with abort(), or where it is deleted.
    void hangUp() { cancelTransfer(); }

    //! Does nothing: what is trusted stands in TlsSettings.
    void ignoreSslErrors() override {}

protected:
    bool event(QEvent *event) override;
    qint64 readData(char *data, qint64 maximum) override;

private:
    enum class State { Running, Failing, Finished };

    HttpReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
              QObject *parent);
    void takeDelivery();
    void announceNext();
    void announceSent();
    void announceHead();
    void announceBody();
    void announceEnd();
    void announceFinished();
    bool hasMoreToAnnounce() const;
    void postNext();
    void setTimes(const TransferTimes &times);
    void setError(const ProviderError &error);
    void noteThatNobodyReads();
    void resumeIf(bool hasRoom);
    void cancelTransfer();

    std::shared_ptr<NetworkThread> m_thread;
    std::shared_ptr<ReplyChannel> m_channel;
    quint64 m_transfer = 0; // 0: none runs
    State m_state = State::Running;
    std::optional<ResponseHead> m_head;       // not announced yet
    std::optional<TransferOutcome> m_outcome; // not announced yet
    ByteQueue m_bytes;
    bool m_isNewlySent = false; // not announced yet
    bool m_hasNewBytes = false;
    bool m_isAnnouncingBody = false;
    bool m_isBufferSizeChosen = false;
    bool m_hasBeenRead = false;
    qint64 m_received = 0;
    qint64 m_expected = -1;
};

} // namespace Aura
