// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The functions of libcurl that the engine calls, each of which calls the loaded library's.
#include "net/engine/curllibrary.h"

#include <QLibrary>

#include <cstdarg>

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#undef curl_easy_setopt // macros that only count the arguments
#undef curl_easy_getinfo
#undef curl_multi_setopt

using namespace Qt::StringLiterals;

namespace {

constexpr int interfaceVersion = 4;         // libcurl.so.4, for twenty years now
constexpr unsigned leastVersion = 0x075700; // 7.87: name lookups that can be cancelled

QLibrary &library()
{
    static QLibrary loaded(u"curl"_s, interfaceVersion);
    return loaded;
}

template<typename Function> Function *function(const char *name)
{
    return reinterpret_cast<Function *>(library().resolve(name));
}

//! Hands an option on, whose number says of what type its value is.
template<typename Function, typename Handle, typename Option>
auto setOption(Function *function, Handle *handle, Option option, va_list values)
{
    const int type = int(option) - int(option) % 10'000;
    if (type == CURLOPTTYPE_LONG)
        return function(handle, option, va_arg(values, long));
    if (type == CURLOPTTYPE_OFF_T)
        return function(handle, option, va_arg(values, curl_off_t));
    return function(handle, option, va_arg(values, void *)); // functions too: POSIX has one size
}

} // namespace

namespace Aura {

QString loadCurl()
{
    static const QString problem = [] {
        library().setLoadHints(QLibrary::PreventUnloadHint);
        if (!library().load())
            return library().errorString();
        auto *const version = function<decltype(curl_version_info)>("curl_version_info");
        return version(CURLVERSION_NOW)->version_num < leastVersion
            ? u"%1 is older than 7.87."_s.arg(library().fileName())
            : QString();
    }();
    return problem;
}

} // namespace Aura

#ifdef __clang__ // va_start() behind an enumerator, as libcurl's own has it; it is an int's size
#pragma clang diagnostic ignored "-Wvarargs"
#endif

// The name of the function that it stands in is the one that it calls.
#define CURL_FUNCTION(name) static auto *const real = function<decltype(name)>(#name)

CURLcode curl_global_init(long flags)
{
    CURL_FUNCTION(curl_global_init);
    return real(flags);
}

void curl_global_cleanup()
{
    CURL_FUNCTION(curl_global_cleanup);
    real();
}

CURL *curl_easy_init()
{
    CURL_FUNCTION(curl_easy_init);
    return real();
}

CURLcode curl_easy_setopt(CURL *easy, CURLoption option, ...)
{
    CURL_FUNCTION(curl_easy_setopt);
    va_list values;
    va_start(values, option);
    const CURLcode code = setOption(real, easy, option, values);
    va_end(values);
    return code;
}

CURLcode curl_easy_getinfo(CURL *easy, CURLINFO info, ...)
{
    CURL_FUNCTION(curl_easy_getinfo);
    va_list values;
    va_start(values, info);
    const CURLcode code = real(easy, info, va_arg(values, void *)); // where to write it
    va_end(values);
    return code;
}

CURLcode curl_easy_pause(CURL *easy, int what)
{
    CURL_FUNCTION(curl_easy_pause);
    return real(easy, what);
}

void curl_easy_reset(CURL *easy)
{
    CURL_FUNCTION(curl_easy_reset);
    real(easy);
}

void curl_easy_cleanup(CURL *easy)
{
    CURL_FUNCTION(curl_easy_cleanup);
    real(easy);
}

CURLM *curl_multi_init()
{
    CURL_FUNCTION(curl_multi_init);
    return real();
}

CURLMcode curl_multi_setopt(CURLM *multi, CURLMoption option, ...)
{
    CURL_FUNCTION(curl_multi_setopt);
    va_list values;
    va_start(values, option);
    const CURLMcode code = setOption(real, multi, option, values);
    va_end(values);
    return code;
}

CURLMcode curl_multi_add_handle(CURLM *multi, CURL *easy)
{
    CURL_FUNCTION(curl_multi_add_handle);
    return real(multi, easy);
}

CURLMcode curl_multi_remove_handle(CURLM *multi, CURL *easy)
{
    CURL_FUNCTION(curl_multi_remove_handle);
    return real(multi, easy);
}

CURLMcode curl_multi_perform(CURLM *multi, int *running)
{
    CURL_FUNCTION(curl_multi_perform);
    return real(multi, running);
}

CURLMcode curl_multi_poll(CURLM *multi, curl_waitfd *sockets, unsigned count, int milliseconds,
                          int *ready)
{
    CURL_FUNCTION(curl_multi_poll);
    return real(multi, sockets, count, milliseconds, ready);
}

CURLMcode curl_multi_wakeup(CURLM *multi)
{
    CURL_FUNCTION(curl_multi_wakeup);
    return real(multi);
}

CURLMsg *curl_multi_info_read(CURLM *multi, int *left)
{
    CURL_FUNCTION(curl_multi_info_read);
    return real(multi, left);
}

CURLMcode curl_multi_cleanup(CURLM *multi)
{
    CURL_FUNCTION(curl_multi_cleanup);
    return real(multi);
}

curl_slist *curl_slist_append(curl_slist *list, const char *text)
{
    CURL_FUNCTION(curl_slist_append);
    return real(list, text);
}

void curl_slist_free_all(curl_slist *list)
{
    CURL_FUNCTION(curl_slist_free_all);
    real(list);
}
