// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace Aura {

//! A button of two lines: what it does in bold, and a soft word about it.
class CardButton : public QAbstractButton
{
    Q_OBJECT

public:
    CardButton(const QString &title, const QString &subtitle, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont titleFont() const;

    QString m_subtitle;
};

} // namespace Aura
