// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace Aura {

class MessageEdit;
class QuietLink;

//! Where one types: the text, below it what it will be asked with, and Send or Stop.
class Composer : public QFrame
{
    Q_OBJECT

public:
    explicit Composer(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    void clear();
    MessageEdit &edit() { return *m_edit; }

    //! Of the text alone, in pixels.
    void setHeightLimit(int limit);

    //! Stop stands in the place of Send, and Enter does not send.
    void setAnswering(bool answering);
    bool isAnswering() const { return m_answering; }

    //! An older question is being changed.
    void setEditing(bool editing);
    bool isEditing() const { return m_editing; }

    void setParameterTexts(const QString &systemPrompt, const QString &temperature);
    void setStatus(const QString &text);

signals:
    void sendRequested(const QString &text);
    void stopRequested();
    void editingCancelled();
    void parametersRequested();
    void textChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void send();
    QWidget *makeEditingStrip();
    QLayout *makeStatusRow();

    MessageEdit *m_edit = nullptr;
    QWidget *m_editingStrip = nullptr;
    QuietLink *m_systemPrompt = nullptr;
    QuietLink *m_temperature = nullptr;
    QLabel *m_status = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_stop = nullptr;
    bool m_answering = false;
    bool m_editing = false;
};

} // namespace Aura
