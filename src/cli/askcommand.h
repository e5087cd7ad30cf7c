// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/chatrequest.h"
#include "cli/askreport.h"

#include <QObject>
#include <QStringEncoder>
#include <QTimer>

class QIODevice;

namespace Aura {

class ChatProvider;
enum class ExitCode;

//! Where a reply goes, and in which form. The devices are written without a buffer of ours.
struct AskOutput
{
    QIODevice &text;
    QIODevice &problems;
    bool json = false;
    bool isTerminal = false; // then control characters are left out, and a line end is added
};

//! Asks one question of a provider and prints the reply as it comes.
class AskCommand : public QObject
{
    Q_OBJECT

public:
    //! The provider and the devices outlive this.
    AskCommand(ChatProvider &provider, const ChatRequest &request, const AskOutput &output,
               QObject *parent = nullptr);

    void start();

    //! Ends the request; what has come stays printed.
    void stop();

signals:
    //! Once, after everything has been printed.
    void finished(Aura::ExitCode code);

private:
    void onChunk(const QString &text);
    void onFinished(const Completion &completion);
    void print(const QString &text);

    ChatProvider &m_provider;
    ChatRequest m_request;
    AskOutput m_output;
    RequestId m_id{};
    AskReport m_report{};
    QStringEncoder m_utf8{QStringEncoder::Utf8};
    QTimer m_patience{this}; // how long a provider may take to stop
    bool m_endsInLine = true;
    bool m_outputFailed = false;
};

} // namespace Aura
