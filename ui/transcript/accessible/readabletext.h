// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/textposition.h"

#include <QAccessible>

namespace Aura {

class TranscriptView;

//! A text of the transcript that assistive technology reads but cannot change: a message, a part
//! of one. Offsets are UTF-16 units of content().
class ReadableText : public QAccessibleInterface, public QAccessibleTextInterface
{
public:
    explicit ReadableText(TranscriptView *view)
        : m_view(view)
    {}

    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::State state() const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    int characterCount() const override { return int(content().size()); }
    QString text(int begin, int end) const override { return content().mid(begin, end - begin); }
    using QAccessibleInterface::text;
    int cursorPosition() const override;
    void setCursorPosition(int offset) override;
    void selection(int index, int *begin, int *end) const override;
    int selectionCount() const override;
    void addSelection(int begin, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int begin, int end) override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int begin, int end) override;
    QString attributes(int offset, int *begin, int *end) const override;

protected:
    TranscriptView &view() const { return *m_view; }

    virtual QString content() const = 0;
    virtual int row() const = 0; // -1: it is gone
    virtual TextPosition positionOf(int offset) const = 0;
    virtual int offsetOf(const TextPosition &position) const = 0;
    virtual QRect rectInViewport() const = 0;

private:
    TranscriptView *m_view;
};

} // namespace Aura
