// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/exchangerecord.h"

#include <QDialog>

class QPlainTextEdit;
class QTabWidget;

namespace Aura {

//! What was sent for an answer, what came back, and when; without the key.
class ExchangeDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExchangeDialog(const ExchangeRecord &record, QWidget *parent = nullptr);

    //! The steps in words, a line each.
    static QString timelineText(const ExchangeRecord &record);

private:
    QPlainTextEdit *addPage(const QString &title, const QString &text);
    void save();

    ExchangeRecord m_record;
    QTabWidget *m_pages;
};

} // namespace Aura
