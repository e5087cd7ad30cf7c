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

#ifdef AURA_DBUS

void Appearance::askDesktop()
{
    if (!hasSessionBus())
        return;
    const QString service = u"org.freedesktop.portal.Desktop"_s;
    const QString path = u"/org/freedesktop/portal/desktop"_s;
    const QString interface = u"org.freedesktop.portal.Settings"_s;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(onPortalSettingChanged(QDBusMessage)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question << u"org.freedesktop.appearance"_s << u"color-scheme"_s;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            onPortalAnswered(reply.value().variant());
        watcher->deleteLater();
    });
}

void Appearance::onPortalSettingChanged(const QDBusMessage &message)
{
    const QVariantList arguments = message.arguments(); // group, key, value
    if (arguments.size() == 3 && arguments.at(0).toString() == "org.freedesktop.appearance"_L1
        && arguments.at(1).toString() == "color-scheme"_L1)
        onPortalAnswered(arguments.at(2));
}

void Appearance::onPortalAnswered(const QVariant &value)
{
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
void Appearance::onPortalAnswered(const QVariant &) {}

#endif

} // namespace Aura
