// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/checkreport.h"

#include "base/errortext.h"
#include "providers/chatprovider.h"
#include "ui/certificatetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/textlabel.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QHostAddress>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int signSide = 16;

//! A tick or a warning in its colour.
class Sign : public QWidget
{
public:
    Sign(bool good, QWidget *parent)
        : QWidget(parent)
        , m_good(good)
    {
        setFixedSize(signSide, signSide);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(palette());
        QPainter painter(this);
        paintIcon(painter, rect(), m_good ? IconName::Check : IconName::Problem,
                  m_good ? theme.good : theme.problem);
    }

private:
    bool m_good;
};

QString stepText(CheckStep step)
{
    switch (step) {
    case CheckStep::Address: return CheckReport::tr("The address can be used");
    case CheckStep::NameLookup: return CheckReport::tr("The name was found");
    case CheckStep::Connect: return CheckReport::tr("The server accepts connections");
    case CheckStep::Tls:
        return CheckReport::tr("The connection is encrypted and the server proved who it is");
    case CheckStep::Http: return CheckReport::tr("The server answers");
    case CheckStep::Protocol: return CheckReport::tr("It answers as expected");
    }
    Q_UNREACHABLE();
}

QString failedStepText(CheckStep step)
{
    switch (step) {
    case CheckStep::Address: return CheckReport::tr("The address cannot be used");
    case CheckStep::NameLookup: return CheckReport::tr("The name was not found");
    case CheckStep::Connect: return CheckReport::tr("No connection to the server");
    case CheckStep::Tls: return CheckReport::tr("No trusted encryption");
    case CheckStep::Http:
        return CheckReport::tr("The server’s answer is an error, or there was none");
    case CheckStep::Protocol: return CheckReport::tr("The answer was not understood");
    }
    Q_UNREACHABLE();
}

QList<CheckStep> stepsFor(const QUrl &address)
{
    QList<CheckStep> steps{CheckStep::Address};
    if (QHostAddress(address.host()).isNull())
        steps.append(CheckStep::NameLookup);
    steps.append(CheckStep::Connect);
    if (address.scheme() == u"https"_s)
        steps.append(CheckStep::Tls);
    return steps << CheckStep::Http << CheckStep::Protocol;
}

QString workingText(const ConnectionCheck &check)
{
    if (!check.listsModels)
        return CheckReport::tr("It answers, but lists no models: enter the model’s name. Where "
                               "questions then fail with “404”, the address is wrong.");
    const QString time = check.totalMs < 0
        ? QString()
        : CheckReport::tr(" in %1 ms").arg(QLocale().toString(check.totalMs));
    return CheckReport::tr("It works: %n model(s)", nullptr, int(check.models.size())) + time
        + u'.';
}

} // namespace

CheckReport::CheckReport(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(4);
    setAccessibleName(tr("Result of the test"));
    hide();
}

void CheckReport::showRunning()
{
    clear();
    addLine(Mark::None, tr("Testing…"));
    finish();
}

void CheckReport::showCheck(const ConnectionCheck &check, const QUrl &address)
{
    clear();
    for (const CheckStep step : stepsFor(address)) {
        if (!check.works && step >= check.failedStep)
            break;
        if (!check.listsModels && step == CheckStep::Protocol) // nothing that could be understood
            break;
        addLine(Mark::Good, stepText(step));
    }
    if (check.works) {
        addLine(Mark::None, workingText(check));
    } else {
        addLine(Mark::Problem, failedStepText(check.failedStep));
        if (check.error) {
            const QString sentence = errorSentence(*check.error);
            const bool mayBeTrusted = check.certificate.isKnown();
            const QString advice =
                mayBeTrusted ? certificateAdvice(check.certificate) : errorAdvice(*check.error);
            addLine(Mark::None, (sentence + u' ' + advice).trimmed());
            if (mayBeTrusted)
                addTrustButton(check.certificate);
        }
    }
    finish();
}

void CheckReport::addHint(const QString &text)
{
    addLine(Mark::None, text);
    finish();
}

void CheckReport::clear()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_text.clear();
    hide();
}

QString CheckReport::text() const
{
    return m_text.join(u'\n');
}

void CheckReport::addLine(Mark mark, const QString &text)
{
    if (text.isEmpty())
        return;
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    if (mark != Mark::None)
        row->addWidget(new Sign(mark == Mark::Good, line), 0, Qt::AlignTop);
    QLabel *label = makeTextLabel(text, line);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(label, 1);
    m_lines->addWidget(line);
    m_text.append(text);
}

void CheckReport::addTrustButton(const PeerCertificate &certificate)
{
    auto *button = new QPushButton(tr("Trust this certificate"), this);
    button->setAutoDefault(false);
    m_lines->addWidget(button, 0, Qt::AlignLeft);
    // Queued: the button goes with the report that it stands in.
    connect(
        button, &QPushButton::clicked, this,
        [this, certificate] { emit trustRequested(certificate); }, Qt::QueuedConnection);
}

void CheckReport::finish()
{
    setAccessibleDescription(text());
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace Aura
