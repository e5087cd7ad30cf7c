// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchangedialog.h"

#include "base/errortext.h"
#include "net/exchangerecorder.h"
#include "ui/theme/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QLocale>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr double charactersPerToken = 4; // where the server did not count

//! The head and the beginning of the body, as text.
QString messageText(const QByteArray &head, const QByteArray &body, qint64 bytes)
{
    QString text =
        QString::fromLatin1(head).remove(u'\r').trimmed() + u"\n\n"_s + QString::fromUtf8(body);
    if (bytes > ExchangeRecord::longestBody)
        text += u"\n\n"_s
            + ExchangeDialog::tr("[%1 bytes in all; only the beginning was kept.]")
                  .arg(QLocale().toString(bytes));
    return text;
}

QString rateLine(const ExchangeRecord &record)
{
    const qint64 writing = record.times.totalMs - record.times.firstTextMs;
    if (record.times.firstTextMs < 0 || writing <= 0 || record.textLength == 0)
        return {};
    const qint64 counted = record.completion.usage.completionTokens;
    const double tokens =
        counted > 0 ? double(counted) : double(record.textLength) / charactersPerToken;
    const QString rate = QLocale().toString(tokens * 1000.0 / double(writing), 'f', 1);
    return counted > 0 ? ExchangeDialog::tr("Tokens a second: %1").arg(rate)
                       : ExchangeDialog::tr("Tokens a second: about %1").arg(rate);
}

} // namespace

ExchangeDialog::ExchangeDialog(const ExchangeRecord &record, QWidget *parent)
    : QDialog(parent)
    , m_record(record)
    , m_pages(new QTabWidget(this))
{
    setWindowTitle(tr("What was sent"));
    resize(720, 560);
    auto *column = new QVBoxLayout(this);
    column->addWidget(makeTextLabel(
        tr("Keys and cookies are cut out; $AURA_… stands in for them. This is kept in memory only, "
           "until Aura closes."),
        this));
    column->addWidget(m_pages, 1);
    addPage(tr("Timeline"), timelineText(record))->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    addPage(tr("Request"),
            messageText(record.requestHead, record.requestBody, record.requestBytes));
    addPage(tr("Reply"), messageText(record.replyHead, record.replyBody, record.replyBytes));

    auto *buttons = new QDialogButtonBox(this);
    auto *copy = buttons->addButton(tr("Copy as curl"), QDialogButtonBox::ActionRole);
    auto *save = buttons->addButton(tr("Save…"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole)->setDefault(true);
    column->addWidget(buttons);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(curlCommandOf(m_record)); });
    connect(save, &QPushButton::clicked, this, &ExchangeDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QPlainTextEdit *ExchangeDialog::addPage(const QString &title, const QString &text)
{
    auto *page = new QPlainTextEdit(text, m_pages);
    page->setReadOnly(true);
    page->setAccessibleName(title);
    page->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    page->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_pages->addTab(page, title);
    return page;
}

QString ExchangeDialog::timelineText(const ExchangeRecord &record)
{
    const QLocale locale;
    const ExchangeTimes &times = record.times;
    QStringList lines{tr("Sent at %1 to %2")
                          .arg(locale.toString(record.time.toLocalTime(), QLocale::ShortFormat),
                               record.url.toDisplayString())};
    if (!record.proxy.isEmpty())
        lines << tr("By way of the proxy %1").arg(record.proxy);
    const auto step = [&lines, &locale](const QString &text, qint64 milliseconds) {
        if (milliseconds >= 0)
            lines << text.arg(locale.toString(milliseconds));
    };
    lines << QString();
    step(tr("Name found after %1 ms"), times.nameLookupMs);
    step(tr("Connected after %1 ms"), times.connectMs);
    step(tr("Encrypted after %1 ms"), times.tlsMs);
    step(tr("First byte after %1 ms"), times.firstByteMs);
    step(tr("First text after %1 ms"), times.firstTextMs);
    step(tr("Ended after %1 ms"), times.totalMs);
    lines << QString();
    if (const QString rate = rateLine(record); !rate.isEmpty())
        lines << rate;
    lines << tr("Sent: %1 bytes; received: %2 bytes")
                 .arg(locale.toString(record.requestBytes), locale.toString(record.replyBytes));
    if (record.completion.error)
        lines << errorSentence(*record.completion.error);
    return lines.join(u'\n');
}

void ExchangeDialog::save()
{
    const QString name =
        QFileDialog::getSaveFileName(this, tr("Save what was sent"), u"aura-request.txt"_s);
    if (name.isEmpty())
        return;
    QSaveFile file(name);
    const QByteArray text = exchangeText(m_record).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        QMessageBox::warning(this, tr("Not saved"),
                             tr("The file could not be written. Choose another place."));
}

} // namespace Aura
