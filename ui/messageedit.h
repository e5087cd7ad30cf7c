// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace Aura {

//! Where a message is typed: plain text that grows with its lines up to a limit.
//!
//! A line of many thousand characters is kept in several blocks of the document, because a block
//! is laid out as a whole at every key: text() and what is copied read as one line all the same.
class MessageEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MessageEdit(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);

    //! In pixels; the text scrolls beyond.
    void setHeightLimit(int limit);

    //! Whether there is nothing but white space in it.
    bool isBlank() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void submitted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void insertLines(const QString &text);
    QString textBetween(int from, int to) const;
    void fitHeight();
    int wantedHeight() const;

    int m_heightLimit = 300;
    bool m_composing = false; // an input method has text that is not entered yet
};

} // namespace Aura
