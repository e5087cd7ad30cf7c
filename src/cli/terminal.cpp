// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#ifdef Q_OS_WIN
#include <atomic>
#include <io.h>
#include <windows.h>
#else
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#include <utility>
#endif

namespace Aura {

#ifdef Q_OS_WIN

namespace {

std::atomic<StopSignals *> receiver{nullptr};

//! Runs in a thread of the system's own.
BOOL WINAPI onConsoleEvent(DWORD)
{
    StopSignals *told = receiver.exchange(nullptr);
    if (!told)
        return FALSE;
    QMetaObject::invokeMethod(told, &StopSignals::stopAsked, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

bool outputIsTerminal()
{
    return _isatty(_fileno(stdout)) != 0;
}

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    receiver = this;
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

StopSignals::~StopSignals()
{
    SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    receiver = nullptr;
}

#else

namespace {

constexpr std::array watched{SIGINT, SIGTERM};

// A handler may do little more than write to a pipe, and it finds that only in a global.
std::array<int, 2> pipeEnds{-1, -1};
std::array<struct sigaction, watched.size()> before{};

void onSignal(int)
{
    const int savedError = errno;
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, 1);
    errno = savedError;
}

} // namespace

bool outputIsTerminal()
{
    return ::isatty(STDOUT_FILENO) != 0;
}

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals then end the program, as they do by themselves
    auto *readable = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(readable, &QSocketNotifier::activated, this, [this, readable] {
        readable->setEnabled(false);
        emit stopAsked();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND); // the second one ends at once
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < watched.size(); ++i)
        ::sigaction(watched[i], &action, &before[i]);
}

StopSignals::~StopSignals()
{
    if (pipeEnds[0] < 0)
        return;
    for (size_t i = 0; i < watched.size(); ++i)
        ::sigaction(watched[i], &before[i], nullptr);
    for (int &end : pipeEnds)
        ::close(std::exchange(end, -1));
}

#endif

} // namespace Aura
