// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;
class QToolButton;

namespace Aura {

class ElidedLabel;
class ModelButton;
enum class ConnectionHealth;

//! Above the conversation: its title, and who answers.
class HeaderBar : public QWidget
{
    Q_OBJECT

public:
    explicit HeaderBar(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setAnswerer(const QString &text, ConnectionHealth health);

    void setMenu(QMenu *menu);
    QWidget *modelButton() const;
    void openMenu();

signals:
    void sidebarToggled();
    void modelMenuRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ElidedLabel *m_title = nullptr;
    ModelButton *m_model = nullptr;
    QToolButton *m_menu = nullptr;
    QMenu *m_popup = nullptr;
};

} // namespace Aura
