// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/peercertificate.h"

#include <QUrl>
#include <QWidget>

class QVBoxLayout;

namespace Aura {

struct ConnectionCheck;

//! How far a test of a connection came: a line for each step, then a sentence.
class CheckReport : public QWidget
{
    Q_OBJECT

public:
    explicit CheckReport(QWidget *parent = nullptr);

    void showRunning();
    //! The address tells which steps there are: no name is looked up for an IP address.
    void showCheck(const ConnectionCheck &check, const QUrl &address);
    void addHint(const QString &text);
    void clear();

signals:
    //! The certificate that the server showed is to count as its own from now on.
    void trustRequested(const Aura::PeerCertificate &certificate);

public:
    //! All of it as text, a line each; also its accessible description.
    QString text() const;

private:
    enum class Mark { None, Good, Problem };
    void addLine(Mark mark, const QString &text);
    void addTrustButton(const PeerCertificate &certificate);
    void finish();

    QVBoxLayout *m_lines;
    QStringList m_text;
};

} // namespace Aura
