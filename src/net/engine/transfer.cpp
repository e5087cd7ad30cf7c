// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/transfer.h"

#include "net/engine/platform.h"
#include "net/engine/tlsoptions.h"

#include <curl/curl.h>

#include <algorithm>

using namespace std::chrono_literals;

namespace Aura {

namespace {

constexpr auto socksLimit = 10'000ms;        // a SOCKS greeting that nobody answers
constexpr auto tlsGreetingLimit = 5000ms;    // a TLS greeting that nobody answers
constexpr auto probeLimit = 1500ms;          // of a greeting that only looks
constexpr long never = 24L * 60 * 60 * 1000; // libcurl's own limits are replaced by ours
static_assert(CURL_ERROR_SIZE == 256);

qint64 milliseconds(Transfer::Clock::duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

HeaderCheck::Request requestKind(const RequestOptions &options)
{
    return options.method == "HEAD" ? HeaderCheck::Request::Head
                                    : HeaderCheck::Request::WithBodyInReply;
}

int onSocket(void *, curl_socket_t socket, curlsocktype)
{
    limitDeadConnection(qintptr(socket));
    return CURL_SOCKOPT_OK;
}

long asLong(CURL *easy, CURLINFO info)
{
    long value = 0;
    curl_easy_getinfo(easy, info, &value);
    return value;
}

// libcurl counts microseconds; 0 is "not reached".
qint64 asMilliseconds(CURL *easy, CURLINFO info)
{
    curl_off_t value = 0;
    curl_easy_getinfo(easy, info, &value);
    return value > 0 ? value / 1000 : -1;
}

} // namespace

Transfer::Transfer(RequestOptions options, std::shared_ptr<ReplyChannel> channel,
                   Clock::time_point start, std::shared_ptr<ConnectionLog> log)
    : m_options(std::move(options))
    , m_channel(std::move(channel))
    , m_watch(m_options, m_channel, std::move(log))
    , m_easy(curl_easy_init())
    , m_check(m_options.limits, requestKind(m_options))
    , m_start(start)
    , m_now(start)
    , m_phaseStart(start)
{
    m_report.host = m_options.host;
    m_report.url = m_options.url;
    m_report.isEncrypted = m_options.isEncrypted;
    m_report.proxy = m_options.proxy;
    m_report.isTunnelled = m_options.proxy.kind == ProxyOptions::Kind::Http;
    setUp();
}

Transfer::~Transfer()
{
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_headers);
}

void Transfer::setUp()
{
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_errorText.data());
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    // Without it a lookup that is given up blocks every other transfer until it has ended.
    curl_easy_setopt(m_easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS, never);
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPIDLE, 20L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPINTVL, 10L);
    curl_easy_setopt(m_easy, CURLOPT_SOCKOPTFUNCTION, onSocket);
    applyProxyOptions(m_easy, m_options.proxy, m_report.isTunnelled);
    applyTlsOptions(m_easy, m_options.tls);
    setUpRequest();
    setUpCallbacks();
}

void Transfer::setUpRequest()
{
    curl_easy_setopt(m_easy, CURLOPT_URL, m_options.url.constData());
    curl_easy_setopt(m_easy, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(m_easy, CURLOPT_HTTP09_ALLOWED, 0L);
    curl_easy_setopt(m_easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(m_easy, CURLOPT_NETRC, long(CURL_NETRC_IGNORED));
    if (!m_options.user.isEmpty()) {
        curl_easy_setopt(m_easy, CURLOPT_HTTPAUTH, long(CURLAUTH_BASIC));
        curl_easy_setopt(m_easy, CURLOPT_USERNAME, m_options.user.toUtf8().constData());
        curl_easy_setopt(m_easy, CURLOPT_PASSWORD,
                         m_options.password.reveal().toUtf8().constData());
    }
    if (m_options.hasBody == RequestOptions::Body::Given) {
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(m_options.body.size()));
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, m_options.body.constData());
    }
    if (m_options.method == "HEAD")
        curl_easy_setopt(m_easy, CURLOPT_NOBODY, 1L);
    else
        curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, m_options.method.constData());
    for (const QByteArray &header : std::as_const(m_options.headers))
        m_headers = curl_slist_append(m_headers, header.constData());
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headers);
    if (!m_options.isRepeatable()) {
        // libcurl sends a second time what a kept connection did not answer. A new connection
        // has nothing to be blamed for; onSending() makes sure of it.
        curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, 1L);
        curl_easy_setopt(m_easy, CURLOPT_FORBID_REUSE, 1L);
    }
}

void Transfer::setUpCallbacks()
{
    curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_PREREQFUNCTION, &Transfer::onSending);
    curl_easy_setopt(m_easy, CURLOPT_PREREQDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_SSL_CTX_FUNCTION, &Transfer::onTlsStart);
    curl_easy_setopt(m_easy, CURLOPT_SSL_CTX_DATA, this);
    curl_easy_setopt(m_easy, CURLOPT_PRIVATE, this);
    m_watch.watch(m_easy);
}

// Plain http goes through a tunnel too, so that what the proxy says and what the server says
// cannot be confused. Nothing of the request has left where the proxy does not open one.
bool Transfer::mayTryWithoutTunnel() const
{
    static constexpr long refusals[] = {400, 403, 404, 405, 501};
    const long status = asLong(m_easy, CURLINFO_HTTP_CONNECTCODE);
    return m_report.isTunnelled && !m_options.isEncrypted && !m_report.isSent
        && std::find(std::begin(refusals), std::end(refusals), status) != std::end(refusals);
}

Transfer::Next Transfer::ended(int curlCode)
{
    if (m_phase == Phase::Probing) {
        // A certificate, even one that we would refuse, is TLS.
        m_report.speaksTls = curlCode == CURLE_OK || curlCode == CURLE_PEER_FAILED_VERIFICATION
            || curlCode == CURLE_SSL_PINNEDPUBKEYNOTMATCH;
        finish();
        return Next::Forget;
    }
    if (m_phase == Phase::Viewing) {
        readCertificate();
        finish();
        return Next::Forget;
    }
    if (mayTryWithoutTunnel()) {
        m_report.isTunnelled = false;
        enter(Phase::Connecting);
        curl_easy_setopt(m_easy, CURLOPT_HTTPPROXYTUNNEL, 0L);
        return Next::Again;
    }
    collect(curlCode);
    if (mightSpeakTls(curlCode)) {
        setUpProbe();
        return Next::Again;
    }
    if (mayBeTrusted(curlCode)) {
        setUpView();
        return Next::Again;
    }
    finish();
    return Next::Forget;
}

void Transfer::collect(int curlCode)
{
    m_report.curlCode = curlCode;
    m_report.curlText = QByteArray(m_errorText.data());
    m_report.osError = asLong(m_easy, CURLINFO_OS_ERRNO);
    m_report.verifyResult = asLong(m_easy, CURLINFO_SSL_VERIFYRESULT);
    m_report.connectStatus = asLong(m_easy, CURLINFO_HTTP_CONNECTCODE);
    m_report.proxyError = asLong(m_easy, CURLINFO_PROXY_ERROR);
    m_report.hasStarted = m_check.hasStarted();
    m_report.isHeadComplete = m_check.isComplete();
    m_report.head = m_check.head();
    if (m_check.refusal())
        m_report.refusal = m_check.refusal();
}

void Transfer::finish()
{
    TransferTimes reached = times();
    reached.totalMs = milliseconds(Clock::now() - m_start);
    const std::optional<ProviderError> error = classify(m_report);
    m_watch.ended(error);
    m_channel->finish({.error = error, .times = reached, .certificate = m_certificate});
}

void Transfer::enter(Phase phase)
{
    m_phase = phase;
    m_phaseStart = m_now;
}

Transfer::Limit Transfer::connectLimit() const
{
    Limit limit{ErrorCause::ConnectTimeout, m_options.timeouts.connect, m_phaseStart};
    const auto shorten = [&limit](ErrorCause cause, std::chrono::milliseconds length,
                                  Clock::time_point since) {
        if (limit.length == 0ms || since + length < limit.since + limit.length)
            limit = {cause, length, since};
    };
    if (m_options.proxy.isSocks())
        shorten(ErrorCause::ConnectTimeout, socksLimit, m_phaseStart);
    // A server that speaks plain http may wait for ever for the rest of our greeting.
    if (m_tlsStart && !m_options.proxy.isUsed())
        shorten(ErrorCause::TlsUnanswered, tlsGreetingLimit, *m_tlsStart);
    return limit;
}

Transfer::Limit Transfer::limit() const
{
    switch (m_phase) {
    case Phase::Connecting: return connectLimit();
    case Phase::Waiting:
        return {ErrorCause::FirstByteTimeout, m_options.timeouts.firstByte, m_phaseStart};
    case Phase::Head: return {ErrorCause::HeaderTimeout, m_options.headerTimeout, m_phaseStart};
    case Phase::Body:
        if (m_isPaused) // the silence is the reader's
            return {};
        return {ErrorCause::IdleTimeout, m_options.timeouts.idle, m_phaseStart};
    case Phase::Probing:
    case Phase::Viewing: return {ErrorCause::Unknown, probeLimit, m_phaseStart};
    }
    Q_UNREACHABLE();
}

Transfer::Clock::time_point Transfer::deadline() const
{
    const Limit current = limit();
    return current.length > 0ms ? current.since + current.length : Clock::time_point::max();
}

void Transfer::expire()
{
    if (m_phase != Phase::Probing && m_phase != Phase::Viewing) {
        const Limit current = limit();
        collect(CURLE_OPERATION_TIMEDOUT);
        m_report.expired = {current.cause, current.length};
    }
    finish();
}

void Transfer::resume()
{
    if (!m_isPaused)
        return;
    m_isPaused = false;
    m_phaseStart = m_now;
    curl_easy_pause(m_easy, CURLPAUSE_CONT); // may call onBody() before it returns
}

TransferTimes Transfer::times() const
{
    if (m_phase == Phase::Probing || m_phase == Phase::Viewing)
        return {.firstByteMs = m_firstByteMs};
    return {.nameLookupMs = asMilliseconds(m_easy, CURLINFO_NAMELOOKUP_TIME_T),
            .connectMs = asMilliseconds(m_easy, CURLINFO_CONNECT_TIME_T),
            .tlsMs = asMilliseconds(m_easy, CURLINFO_APPCONNECT_TIME_T),
            .firstByteMs = m_firstByteMs};
}

size_t Transfer::onHeader(char *data, size_t size, size_t count, void *self)
{
    const QByteArrayView line(data, qsizetype(size * count));
    return static_cast<Transfer *>(self)->acceptHeader(line) ? size * count : 0;
}

bool Transfer::acceptHeader(QByteArrayView line)
{
    if (m_phase == Phase::Waiting) {
        enter(Phase::Head);
        if (m_firstByteMs < 0)
            m_firstByteMs = milliseconds(Clock::now() - m_start);
    }
    if (!m_check.accept(line))
        return false;
    if (m_check.isInInterim()) {
        enter(Phase::Waiting);
    } else if (m_check.isComplete() && m_phase == Phase::Head) {
        enter(Phase::Body);
        m_channel->setHead(m_check.head(), times());
    }
    return true;
}

size_t Transfer::onBody(char *data, size_t size, size_t count, void *self)
{
    return static_cast<Transfer *>(self)->acceptBody({data, qsizetype(size * count)});
}

size_t Transfer::acceptBody(QByteArrayView bytes)
{
    if (!m_check.isComplete()) { // no header: HTTP/0.9, if at all
        m_report.refusal = ErrorCause::NotHttp;
        return 0;
    }
    m_phaseStart = m_now;
    if (m_check.isCompressed()) // an error's or a redirect's: unreadable, and not needed
        return size_t(bytes.size());
    const qint64 room = m_options.limits.body - m_received;
    const QByteArrayView taken = bytes.first(std::min<qint64>(room, bytes.size()));
    switch (m_channel->append(taken)) {
    case ReplyChannel::Append::Taken: break;
    case ReplyChannel::Append::Wait: m_isPaused = true; return CURL_WRITEFUNC_PAUSE;
    case ReplyChannel::Append::Refused: m_report.refusal = ErrorCause::ReplyTooLarge; return 0;
    }
    m_received += taken.size();
    if (taken.size() < bytes.size())
        m_report.refusal = ErrorCause::ReplyTooLarge;
    return size_t(taken.size());
}

int Transfer::onTlsStart(void *, void *, void *self)
{
    auto *transfer = static_cast<Transfer *>(self);
    transfer->m_tlsStart = transfer->m_now;
    return CURLE_OK;
}

int Transfer::onSending(void *self, char *, char *, int, int)
{
    auto *transfer = static_cast<Transfer *>(self);
    ++transfer->m_report.sendings;
    if (transfer->m_report.sendings > 1 && !transfer->m_options.isRepeatable())
        return CURL_PREREQFUNC_ABORT;
    transfer->m_report.isSent = true;
    transfer->m_watch.onSending();
    transfer->enter(Phase::Waiting);
    return CURL_PREREQFUNC_OK;
}

} // namespace Aura
