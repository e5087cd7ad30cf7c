// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPalette>
#include <QString>
#include <QVariant>

class QDBusMessage;

namespace Aura {

enum class ColourScheme { Desktop, Light, Dark };

//! "light" and "dark" as in the settings; everything else is the desktop's.
ColourScheme colourSchemeFromName(const QString &name);

//! The application's style and palette: the desktop's, or ours where the desktop has none better.
class Appearance : public QObject
{
    Q_OBJECT

public:
    //! Keeps the palette and the style the application has now as the desktop's.
    explicit Appearance(QObject *parent = nullptr);
    ~Appearance() override;

    //! What the desktop preferred when it was asked last; used until it answers again.
    void setLastKnownDark(bool dark);
    void setScheme(ColourScheme scheme);
    void setDesktopStyle(bool wanted);

    //! Asks the desktop whether it is dark and whether things may move, and listens from now on.
    //! Returns at once.
    void askDesktop();

signals:
    void desktopDarkChanged(bool dark);

private slots:
    void onPortalSettingChanged(const QDBusMessage &message);

private:
    void ask(const QString &group, const QString &key);
    void onPortalAnswered(const QString &group, const QVariant &value);
    void setStill(bool still);
    void apply();
    static void applyFont();
    QPalette wantedPalette() const;

    QPalette m_desktopPalette;
    QString m_desktopStyleName;
    ColourScheme m_scheme = ColourScheme::Desktop;
    bool m_styled = false; // the style was set once
    bool m_desktopStyle = false;
    bool m_desktopDark = false;
    bool m_still = false;             // the desktop asks for reduced motion
    bool m_desktopHasPalette = false; // one of its own, not only Qt's fallback
};

} // namespace Aura
