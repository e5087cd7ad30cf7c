// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/platform.h"

#ifdef Q_OS_UNIX
#include <csignal>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <cstdlib>
#include <memory>

#include <windows.h>
// After windows.h, without which it does not compile.
#include <shellapi.h>
#endif

namespace Aura {

#ifdef Q_OS_UNIX

namespace {

//! A long text goes back to the system as soon as it is free. (glibc raises its own limit to the
//! largest block that was ever freed, and keeps all that is smaller.)
void giveBackLargeBlocks()
{
#ifdef __GLIBC__
    constexpr int smallestLarge = 256 * 1024; // bytes
    constexpr int mostAtTheTop = 1024 * 1024;
    mallopt(M_MMAP_THRESHOLD, smallestLarge);
    mallopt(M_TRIM_THRESHOLD, mostAtTheTop);
#endif
}

} // namespace

void prepareProcess()
{
    giveBackLargeBlocks();
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    umask(077);
    std::signal(SIGPIPE, SIG_IGN);
}

QStringList programArguments(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

bool isOwnPeer(qintptr socket)
{
#ifdef Q_OS_LINUX
    ucred peer{};
    socklen_t size = sizeof peer;
    return getsockopt(int(socket), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == geteuid();
#else
    uid_t user = 0;
    gid_t group = 0;
    return getpeereid(int(socket), &user, &group) == 0 && user == geteuid();
#endif
}

bool hasDisplay()
{
#ifdef Q_OS_MACOS
    return true;
#else
    return !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#endif
}

#else

namespace {

UINT codePageBefore = 0; // of the console, which the shell goes on with

struct FreeLocal
{
    void operator()(wchar_t **memory) const { LocalFree(memory); }
};

} // namespace

void prepareProcess()
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    SetDllDirectoryW(L""); // no library comes out of the folder that happens to be the current one
    // PCRE keeps a stack for each thread; as compiled by mingw-w64 it is freed after its memory has
    // gone, when the thread ends. Our expressions are small and need no compiler.
    qputenv("QT_ENABLE_REGEXP_JIT", "0");
    codePageBefore = GetConsoleOutputCP();
    if (codePageBefore == 0)
        return;
    SetConsoleOutputCP(CP_UTF8);
    std::atexit([] { SetConsoleOutputCP(codePageBefore); });
}

QStringList programArguments(int, char *[])
{
    int count = 0;
    const std::unique_ptr<wchar_t *[], FreeLocal> words(
        CommandLineToArgvW(GetCommandLineW(), &count));
    QStringList arguments;
    for (int i = 1; words && i < count; ++i)
        arguments.append(QString::fromWCharArray(words[size_t(i)]));
    return arguments;
}

bool isOwnPeer(qintptr)
{
    return true; // the pipe itself lets nobody else in
}

bool hasDisplay()
{
    return true;
}

#endif

} // namespace Aura
