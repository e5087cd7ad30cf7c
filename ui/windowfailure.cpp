// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowfailure.h"

#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

QtMessageHandler earlierHandler = nullptr;
QStringList heldBack; // one at a time exists, in one thread // clazy:exclude=non-pod-global-static

//! What Qt said of a platform plugin: its name, or nothing.
QString pluginNamed(const QStringList &said, QLatin1StringView beginning)
{
    for (const QString &line : said) {
        if (!line.startsWith(beginning))
            continue;
        const qsizetype from = line.indexOf(u'"') + 1;
        return line.mid(from, line.indexOf(u'"', from) - from);
    }
    return {};
}

//! There is no application yet that could translate.
QString inTheUsersLanguage(const char *text)
{
    QTranslator translator;
    if (!translator.load(QLocale::system(), u"aura"_s, u"_"_s, u":/i18n"_s))
        return QString::fromUtf8(text);
    const QString translated = translator.translate("Aura::WindowFailure", text);
    return translated.isEmpty() ? QString::fromUtf8(text) : translated;
}

void takeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const bool isOfPlatforms = QByteArrayView(context.category).startsWith("qt.qpa")
        || message.startsWith("Failed to create wl_display"_L1);
    if (type == QtFatalMsg) {
        const QString why =
            WindowFailure::sentence(heldBack, qEnvironmentVariable("QT_QPA_PLATFORM"));
        std::fprintf(stderr, "aura: %s\n", qUtf8Printable(why.isEmpty() ? message : why));
        std::_Exit(1);
    }
    if (isOfPlatforms && type != QtDebugMsg)
        heldBack += message;
    else
        std::fprintf(stderr, "%s\n", qUtf8Printable(qFormatLogMessage(type, context, message)));
}

} // namespace

WindowFailure::WindowFailure()
{
    heldBack.clear();
    earlierHandler = qInstallMessageHandler(takeMessage);
}

WindowFailure::~WindowFailure()
{
    qInstallMessageHandler(earlierHandler);
    heldBack.clear();
}

QString WindowFailure::sentence(const QStringList &said, const QString &wantedPlatform)
{
    const QString missing = pluginNamed(said, "Could not find the Qt platform plugin"_L1);
    const QString unusable = pluginNamed(said, "Could not load the Qt platform plugin"_L1);
    const auto isOfTheDisplay = [](const QString &line) {
        return line.contains("could not connect to display"_L1)
            || line.contains("Failed to create wl_display"_L1);
    };
    if (std::any_of(said.begin(), said.end(), isOfTheDisplay))
        return inTheUsersLanguage(
            QT_TR_NOOP("The display cannot be opened. Is it running, and are DISPLAY or "
                       "WAYLAND_DISPLAY right? “aura ask” needs none."));
    if (!missing.isEmpty() && !wantedPlatform.isEmpty())
        return inTheUsersLanguage(
                   QT_TR_NOOP("Qt has no platform “%1” here. Is QT_QPA_PLATFORM right? On Debian "
                              "and Ubuntu, qt6-qpa-plugins and qt6-wayland bring what windows "
                              "need."))
            .arg(missing);
    if (!missing.isEmpty())
        return inTheUsersLanguage(
                   QT_TR_NOOP("Qt's platform plugin “%1” is missing, so no window can be opened. "
                              "On Debian and Ubuntu: apt install qt6-qpa-plugins qt6-wayland"))
            .arg(missing);
    if (!unusable.isEmpty())
        return inTheUsersLanguage(
                   QT_TR_NOOP("Qt's platform plugin “%1” does not load; a library that it needs "
                              "is missing. With QT_DEBUG_PLUGINS=1 it says which."))
            .arg(unusable);
    return {};
}

} // namespace Aura
