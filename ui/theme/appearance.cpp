// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/appearance.h"

#include "ui/theme/quietstyle.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFont>
#include <QFile>
#include <QFont>
#include <QStyle>
#include <QStyleFactory>

#ifdef AURA_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

bool looksAlike(const QPalette &one, const QPalette &other)
{
    for (auto role : {QPalette::Window, QPalette::Base, QPalette::Text, QPalette::Highlight}) {
        if (one.color(role) != other.color(role))
            return false;
    }
    return true;
}

#ifdef AURA_DBUS
constexpr QLatin1StringView portalService("org.freedesktop.portal.Desktop");
constexpr QLatin1StringView portalPath("/org/freedesktop/portal/desktop");
constexpr QLatin1StringView portalInterface("org.freedesktop.portal.Settings");
constexpr QLatin1StringView coloursGroup("org.freedesktop.appearance");
constexpr QLatin1StringView coloursKey("color-scheme");
constexpr QLatin1StringView motionGroup("org.gnome.desktop.interface"); // there is no general one
constexpr QLatin1StringView motionKey("enable-animations");

//! Whether there is a bus already: asking for one where there is none would start it, and wait.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1);
}

QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}
#endif

} // namespace

ColourScheme colourSchemeFromName(const QString &name)
{
    if (name == "light"_L1)
        return ColourScheme::Light;
    return name == "dark"_L1 ? ColourScheme::Dark : ColourScheme::Desktop;
}

Appearance::Appearance(QObject *parent)
    : QObject(parent)
    , m_desktopPalette(QApplication::palette())
    , m_desktopStyleName(QApplication::style()->name())
{
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"Fusion"_s));
    m_desktopHasPalette = !looksAlike(m_desktopPalette, fusion->standardPalette());
    if (!m_desktopHasPalette)
        applyFont();
    m_desktopDark = m_desktopHasPalette && Theme::fromPalette(m_desktopPalette).isDark();
}

Appearance::~Appearance() = default;

// Where no desktop says how large text is, Qt takes 9 pt: too small to read for an hour.
void Appearance::applyFont()
{
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0 && font.pointSizeF() < 10) {
        font.setPointSizeF(11);
        QApplication::setFont(font);
    }
}

void Appearance::setLastKnownDark(bool dark)
{
    if (!m_desktopHasPalette)
        m_desktopDark = dark;
}

void Appearance::setScheme(ColourScheme scheme)
{
    m_scheme = scheme;
    apply();
}

void Appearance::setDesktopStyle(bool wanted)
{
    if (m_styled && wanted == m_desktopStyle)
        return;
    m_styled = true;
    m_desktopStyle = wanted;
    if (wanted)
        QApplication::setStyle(m_desktopStyleName);
    else
        QApplication::setStyle(new QuietStyle); // the application owns it
    setStill(m_still);
    apply();
}

QPalette Appearance::wantedPalette() const
{
    const bool dark =
        m_scheme == ColourScheme::Desktop ? m_desktopDark : m_scheme == ColourScheme::Dark;
    const bool desktopFits =
        m_desktopHasPalette && Theme::fromPalette(m_desktopPalette).isDark() == dark;
    if (desktopFits)
        return m_desktopPalette;
    return dark ? darkPalette() : lightPalette();
}

void Appearance::apply()
{
    const QPalette palette = wantedPalette();
    if (palette != QApplication::palette())
        QApplication::setPalette(palette);
}

void Appearance::setStill(bool still)
{
    m_still = still;
    if (auto *style = qobject_cast<QuietStyle *>(QApplication::style()))
        style->setStill(still);
}

#ifdef AURA_DBUS

void Appearance::askDesktop()
{
    if (!hasSessionBus())
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portalService, portalPath, portalInterface, u"SettingChanged"_s, this,
                SLOT(onPortalSettingChanged(QDBusMessage)));
    ask(coloursGroup, coloursKey);
    ask(motionGroup, motionKey);
}

void Appearance::ask(const QString &group, const QString &key)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, u"Read"_s);
    question << group << key;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            onPortalAnswered(group, reply.value().variant());
        watcher->deleteLater();
    });
}

void Appearance::onPortalSettingChanged(const QDBusMessage &message)
{
    const QVariantList arguments = message.arguments(); // group, key, value
    if (arguments.size() != 3)
        return;
    const QString group = arguments.at(0).toString();
    const QString key = arguments.at(1).toString();
    if ((group == coloursGroup && key == coloursKey) || (group == motionGroup && key == motionKey))
        onPortalAnswered(group, arguments.at(2));
}

void Appearance::onPortalAnswered(const QString &group, const QVariant &value)
{
    if (group == motionGroup)
        return setStill(!unwrapped(value).toBool());   // "enable-animations"
    const uint preference = unwrapped(value).toUInt(); // 0 none, 1 dark, 2 light
    if (preference == 0 && m_desktopHasPalette)
        return;
    const bool dark = preference == 1;
    if (dark == m_desktopDark)
        return;
    m_desktopDark = dark;
    apply();
    emit desktopDarkChanged(dark);
}

#else

void Appearance::askDesktop() {}
void Appearance::onPortalSettingChanged(const QDBusMessage &) {}
void Appearance::onPortalAnswered(const QString &, const QVariant &) {}

#endif

} // namespace Aura
