// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one can do in the window: the actions, their keys and the menu.
#include "ui/mainwindow.h"

#include "chat/conversation.h"
#include "ui/aboutdialog.h"
#include "ui/composer.h"
#include "ui/conversationpage.h"
#include "ui/headerbar.h"
#include "ui/panelslide.h"
#include "ui/sidebar.h"
#include "ui/transcript/transcriptview.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Aura {

QAction *MainWindow::addNamedAction(const QString &name, const QString &text,
                                    const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    addAction(action);
    return action;
}

QAction *MainWindow::action(const QString &name) const
{
    return findChild<QAction *>(name, Qt::FindDirectChildrenOnly);
}

void MainWindow::makeActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &keys,
                            auto &&work) {
        connect(addNamedAction(name, text, keys), &QAction::triggered, this, work);
    };
    TranscriptView *transcript = &m_page->transcript();
    add(u"newConversation"_s, tr("New conversation"), QKeySequence::New,
        [this] { newConversation(); });
    add(u"rename"_s, tr("Rename…"), Qt::Key_F2, [this] { m_sidebar->renameCurrent(); });
    add(u"searchConversations"_s, tr("Search conversations"), Qt::CTRL | Qt::SHIFT | Qt::Key_F,
        [this] {
            m_sidebarSlide->setShown(true);
            m_sidebar->focusSearch();
        });
    add(u"sidebar"_s, tr("Show or hide the sidebar"), Qt::Key_F9, [this] { toggleSidebar(); });
    add(u"stop"_s, tr("Stop"), Qt::Key_Escape, [this] { m_page->stop(); });
    add(u"previousMessage"_s, tr("Previous message"), Qt::ALT | Qt::Key_Up,
        [transcript] { transcript->moveCurrent(-1); });
    add(u"nextMessage"_s, tr("Next message"), Qt::ALT | Qt::Key_Down,
        [transcript] { transcript->moveCurrent(+1); });
    add(u"write"_s, tr("Write a message"), Qt::CTRL | Qt::Key_L,
        [this] { m_page->composer().setFocus(Qt::ShortcutFocusReason); });
    add(u"parameters"_s, tr("This conversation…"), {}, [this] { m_page->openParameters(); });
    add(u"settings"_s, tr("Settings…"), Qt::CTRL | Qt::Key_Comma,
        [this] { emit settingsRequested(); });
    add(u"connections"_s, tr("Connections…"), {}, [this] { emit connectionsRequested(); });
    add(u"menu"_s, tr("Menu"), Qt::Key_F10, [this] { m_header->openMenu(); });
    add(u"about"_s, tr("About Aura"), {}, [this] {
        auto *about = new AboutDialog(this);
        about->setAttribute(Qt::WA_DeleteOnClose);
        about->open();
    });
    add(u"quit"_s, tr("Quit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::makeMenu()
{
    auto *menu = new QMenu(this);
    const auto addActions = [this, menu](std::initializer_list<const char16_t *> names) {
        for (const char16_t *name : names)
            menu->addAction(action(QString::fromUtf16(name)));
        menu->addSeparator();
    };
    addActions({u"newConversation", u"rename", u"parameters"});
    addActions({u"searchConversations", u"previousMessage", u"nextMessage", u"write", u"sidebar"});
    addActions({u"connections", u"settings"});
    addActions({u"about", u"quit"});
    m_header->setMenu(menu);
}

} // namespace Aura
