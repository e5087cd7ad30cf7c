// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/localservers.h"

#include "net/connectionlog.h"
#include "net/replyerror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr std::chrono::milliseconds limit(1500);
constexpr qsizetype maxBody = 256 * 1024;
constexpr qsizetype maxTextLength = 256; // of a model's id, of a version

//! The shape of a list of models.
enum class Listing { Ollama, OpenAi, Aura };

//! What is asked at a port.
struct Product
{
    quint16 LocalPorts::*port;
    Listing listing;
    const char *name; // of a server whose list does not tell; null: unknown
    const char *path;
    const char *post;        // null: GET
    const char *versionPath; // null: does not tell
    const char *versionKey;
};

constexpr std::array<Product, 5> products{{
    {&LocalPorts::ollama, Listing::Ollama, "Ollama", "/api/tags", nullptr, "/api/version",
     "version"},
    {&LocalPorts::llamaCpp, Listing::OpenAi, nullptr, "/v1/models", nullptr, "/props",
     "build_info"},
    {&LocalPorts::lmStudio, Listing::OpenAi, "LM Studio", "/v1/models", nullptr, nullptr, nullptr},
    {&LocalPorts::vllm, Listing::OpenAi, nullptr, "/v1/models", nullptr, "/version", "version"},
    {&LocalPorts::aura, Listing::Aura, "Aura", "/api/models", R"({"key":""})", nullptr, nullptr},
}};

//! The named field of each object; std::nullopt where one is no object, or has no such text.
std::optional<QStringList> texts(const QJsonArray &array, QLatin1StringView key)
{
    QStringList result;
    for (const auto &value : array) {
        const QString text = value[key].toString();
        if (text.isEmpty() || text.size() > maxTextLength)
            return std::nullopt;
        result.append(text);
    }
    return result;
}

QString openAiName(const QJsonArray &models, const char *usualName)
{
    const QString owner = models.first()["owned_by"_L1].toString();
    if (owner == "llamacpp"_L1)
        return u"llama.cpp"_s;
    if (owner == "vllm"_L1)
        return u"vLLM"_s;
    return usualName ? QString::fromLatin1(usualName)
                     : LocalServers::tr("OpenAI-compatible server");
}

//! The server that says this list; std::nullopt where it is none.
std::optional<LocalServer> recognised(const Product &product, const QJsonDocument &json)
{
    const QJsonObject object = json.object();
    std::optional<QStringList> models;
    LocalServer server{.name = QString::fromLatin1(product.name)};
    switch (product.listing) {
    case Listing::Ollama:
        server.kind = ServerKind::Ollama;
        if (object["models"_L1].isArray())
            models = texts(object["models"_L1].toArray(), "name"_L1);
        break;
    case Listing::OpenAi:
        if (object["object"_L1] == "list"_L1 && object["data"_L1].isArray()) {
            models = texts(object["data"_L1].toArray(), "id"_L1);
            server.name = openAiName(object["data"_L1].toArray(), product.name);
        }
        break;
    case Listing::Aura:
        server.kind = ServerKind::Aura;
        if (!json.array().isEmpty() && texts(json.array(), "name"_L1))
            models = texts(json.array(), "id"_L1);
        break;
    }
    if (!models)
        return std::nullopt;
    server.models = *models;
    return server;
}

//! llama.cpp says so for as long as it reads a model from the disk, which may be minutes.
bool isLoadingModel(int status, const QJsonDocument &json)
{
    return status == 503 && json["error"_L1]["message"_L1] == "Loading model"_L1;
}

//! These do not go through the engine, which notes its connections itself.
void noteIn(ConnectionLog *log, QNetworkReply &reply)
{
    if (!log)
        return;
    const QString address = reply.url().authority();
    const quint64 entry = log->begin(address, {}, RequestPurpose::LocalSearch);
    log->addAddress(entry, address);
    QObject::connect(&reply, &QNetworkReply::finished, &reply, [log, entry, &reply] {
        const bool isAnswer = httpStatus(reply) > 0;
        log->end(entry, isAnswer ? ConnectionEntry::State::Done : ConnectionEntry::State::Failed);
    });
}

} // namespace

class LocalServers::Probe : public QObject
{
public:
    enum class Family { IPv4, IPv6 };

    Probe(LocalServers &search, int index, Family ipFamily)
        : QObject(&search)
        , product(index)
        , family(ipFamily)
        , m_search(search)
    {
        m_base.setScheme(u"http"_s);
        m_base.setHost(family == Family::IPv4 ? u"127.0.0.1"_s : u"::1"_s);
        m_base.setPort(m_search.m_ports.*theProduct().port);
        QTimer::singleShot(limit, Qt::PreciseTimer, this, &Probe::end);
        ask(theProduct().path, theProduct().post);
    }

    ~Probe() override { leaveReply(); }

    const int product; // index into products
    const Family family;
    std::optional<LocalServer> server{}; // what answered

private:
    const Product &theProduct() const { return products.at(static_cast<size_t>(product)); }

    void ask(const char *path, const char *post)
    {
        QUrl url = m_base;
        url.setPath(QString::fromLatin1(path));
        QNetworkRequest request(url);
        request.setRawHeader("Accept-Encoding", "identity");
        request.setHeader(QNetworkRequest::UserAgentHeader, u"Aura"_s);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                             QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute,
                             QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);

        leaveReply();
        m_body.clear();
        m_reply = post ? m_search.m_network.post(request, QByteArray(post))
                       : m_search.m_network.get(request);
        m_reply->setReadBufferSize(maxBody);
        noteIn(m_search.m_log.get(), *m_reply);
        connect(m_reply, &QIODevice::readyRead, this, &Probe::onReadyRead);
        connect(m_reply, &QNetworkReply::finished, this, &Probe::onFinished);
    }

    void onReadyRead()
    {
        m_body += m_reply->readAll();
        if (m_body.size() > maxBody)
            end();
    }

    void onFinished()
    {
        m_body += m_reply->readAll();
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QJsonDocument json = QJsonDocument::fromJson(m_body);
        if (server)
            readVersion(status, json);
        else
            readModels(status, json);
    }

    void readModels(int status, const QJsonDocument &json)
    {
        if (theProduct().port == &LocalPorts::llamaCpp && isLoadingModel(status, json))
            server = LocalServer{.name = u"llama.cpp"_s};
        else if (status == 200)
            server = recognised(theProduct(), json);
        if (server)
            server->baseUrl = m_base;

        if (server && theProduct().versionPath)
            ask(theProduct().versionPath, nullptr);
        else
            end();
    }

    void readVersion(int status, const QJsonDocument &json)
    {
        const QString version = json[QLatin1StringView(theProduct().versionKey)].toString();
        if (status == 200 && version.size() <= maxTextLength)
            server->version = version;
        end();
    }

    void end()
    {
        if (std::exchange(m_ended, true))
            return;
        leaveReply();
        m_search.onProbeEnded(this);
    }

    void leaveReply()
    {
        if (!m_reply)
            return;
        m_reply->disconnect(this);
        // Not at once: we may stand in one of its signals, where Qt 6.4 complains about abort().
        QMetaObject::invokeMethod(m_reply, &QNetworkReply::abort, Qt::QueuedConnection);
        m_reply->deleteLater();
        m_reply.clear();
    }

    LocalServers &m_search;
    QUrl m_base;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    bool m_ended = false;
};

LocalServers::LocalServers(const LocalPorts &ports, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

LocalServers::~LocalServers()
{
    cancel();
}

void LocalServers::search()
{
    if (std::exchange(m_searching, true))
        return;

    for (int product = 0; product < static_cast<int>(products.size()); ++product) {
        if (m_ports.*products.at(static_cast<size_t>(product)).port == 0)
            continue;
        for (const auto family : {Probe::Family::IPv4, Probe::Family::IPv6})
            m_running.append(new Probe(*this, product, family));
    }
    if (m_running.isEmpty())
        QTimer::singleShot(0, this, &LocalServers::finishIfDone);
}

void LocalServers::cancel()
{
    m_searching = false;
    m_held.clear();
    qDeleteAll(std::exchange(m_running, {}));
}

void LocalServers::onProbeEnded(Probe *probe)
{
    m_running.removeOne(probe);
    probe->deleteLater(); // it is the one that calls
    if (const std::optional<LocalServer> server = whatToTell(*probe))
        emit found(*server);
    finishIfDone();
}

std::optional<LocalServer> LocalServers::whatToTell(const Probe &probe)
{
    Probe *other = running(probe.product);
    if (probe.family == Probe::Family::IPv6 && probe.server && other) {
        m_held.insert(probe.product, *probe.server);
        return std::nullopt;
    }
    if (!probe.server && m_held.contains(probe.product))
        return m_held.take(probe.product);
    if (probe.server && other) {
        m_running.removeOne(other);
        delete other;
    }
    m_held.remove(probe.product);
    return probe.server;
}

LocalServers::Probe *LocalServers::running(int product) const
{
    for (Probe *probe : m_running) {
        if (probe->product == product)
            return probe;
    }
    return nullptr;
}

void LocalServers::finishIfDone()
{
    if (m_searching && m_running.isEmpty()) {
        m_searching = false;
        emit finished();
    }
}

} // namespace Aura
