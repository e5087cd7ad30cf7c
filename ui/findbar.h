// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace Aura {

class TranscriptView;

//! Finds in the conversation as one types: the field, what was found, and where to go from there.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    //! The transcript outlives the bar.
    explicit FindBar(TranscriptView &transcript, QWidget *parent = nullptr);

    //! Shows itself, with what is selected in the field if that is a few words.
    void open();
    //! Hides itself; what was found last is selected in the transcript.
    void close();

    void findNext();
    void findPrevious();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &toolTip);
    void search();
    void showCount();

    TranscriptView &m_transcript;
    QLineEdit *m_field = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_matchCase = nullptr;
    QToolButton *m_wholeWords = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
};

} // namespace Aura
