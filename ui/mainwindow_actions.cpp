// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one can do in the window: the actions, their keys and the menu.
#include "ui/mainwindow.h"

#include "chat/conversation.h"
#include "settings/settings.h"
#include "ui/aboutdialog.h"
#include "ui/composer.h"
#include "ui/conversationpage.h"
#include "ui/findbar.h"
#include "ui/headerbar.h"
#include "ui/messageedit.h"
#include "ui/panelslide.h"
#include "ui/sidebar/conversationactions.h"
#include "ui/sidebar/conversationedits.h"
#include "ui/sidebar/sidebar.h"
#include "ui/transcript/messageaction.h"
#include "ui/transcript/transcriptview.h"
#include "ui/undoprecedence.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>

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
    setAcceptDrops(true);
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &keys,
                            auto &&work) {
        connect(addNamedAction(name, text, keys), &QAction::triggered, this, work);
    };
    TranscriptView *transcript = &m_page->transcript();
    add(u"newConversation"_s, tr("New conversation"), QKeySequence::New,
        [this] { newConversation(); });
    add(u"rename"_s, tr("Rename…"), Qt::Key_F2, [this] { m_sidebar->renameShown(); });
    add(u"searchConversations"_s, tr("Search conversations"), Qt::CTRL | Qt::SHIFT | Qt::Key_F,
        [this] {
            m_sidebarSlide->setShown(true);
            m_sidebar->focusSearch();
        });
    addConversationActions();
    add(u"sidebar"_s, tr("Show or hide the sidebar"), Qt::Key_F9, [this] { toggleSidebar(); });
    add(u"stop"_s, tr("Stop"), Qt::Key_Escape, [this] { m_page->stop(); });
    add(u"previousMessage"_s, tr("Previous message"), Qt::ALT | Qt::Key_Up,
        [transcript] { transcript->moveCurrent(-1); });
    add(u"nextMessage"_s, tr("Next message"), Qt::ALT | Qt::Key_Down,
        [transcript] { transcript->moveCurrent(+1); });
    add(u"write"_s, tr("Write a message"), Qt::CTRL | Qt::Key_L,
        [this] { m_page->composer().setFocus(Qt::ShortcutFocusReason); });
    makeMessageActions();
    add(u"parameters"_s, tr("This conversation…"), {}, [this] { m_page->openParameters(); });
    add(u"settings"_s, tr("Settings…"), Qt::CTRL | Qt::Key_Comma,
        [this] { emit settingsRequested(); });
    add(u"connections"_s, tr("Connections…"), {}, [this] { emit connectionsRequested(); });
    add(u"import"_s, tr("Import…"), {}, [this] { emit importRequested({}); });
    add(u"export"_s, tr("Export…"), {}, [this] { emit exportRequested({}); });
    add(u"pdf"_s, tr("Save as PDF…"), {}, [this] { emit pdfRequested(); });
    add(u"print"_s, tr("Print…"), QKeySequence::Print, [this] { emit printRequested(); });
    add(u"menu"_s, tr("Menu"), Qt::Key_F10, [this] { m_header->openMenu(); });
    add(u"about"_s, tr("About Aura"), {}, [this] {
        auto *about = new AboutDialog(this);
        about->setAttribute(Qt::WA_DeleteOnClose);
        about->open();
    });
    add(u"quit"_s, tr("Quit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::makeZoom()
{
    TranscriptView *transcript = &m_page->transcript();
    QAction *larger = addNamedAction(u"zoomIn"_s, tr("Larger text"), QKeySequence::ZoomIn);
    // Where + shares its key with =, nobody presses Shift for it.
    larger->setShortcuts(
        {QKeySequence(QKeySequence::ZoomIn), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    QAction *smaller = addNamedAction(u"zoomOut"_s, tr("Smaller text"), QKeySequence::ZoomOut);
    QAction *usual = addNamedAction(u"zoomReset"_s, tr("Usual size"), Qt::CTRL | Qt::Key_0);
    connect(larger, &QAction::triggered, transcript, [transcript] { transcript->zoomBy(+1); });
    connect(smaller, &QAction::triggered, transcript, [transcript] { transcript->zoomBy(-1); });
    connect(usual, &QAction::triggered, transcript, [transcript] { transcript->setZoom(1); });
    transcript->setZoom(m_settings.zoom.get());
    connect(transcript, &TranscriptView::zoomChanged, this,
            [this](double zoom) { m_settings.zoom.set(zoom); });
}

void MainWindow::makeMessageActions()
{
    TranscriptView *transcript = &m_page->transcript();
    FindBar *findBar = &m_page->findBar();
    connect(addNamedAction(u"find"_s, tr("Find…"), QKeySequence::Find), &QAction::triggered,
            findBar, [this, findBar] {
                if (current() != nullptr)
                    current()->requestWhole(); // what is older is found too
                findBar->open();
            });
    connect(addNamedAction(u"findNext"_s, tr("Next match"), Qt::Key_F3), &QAction::triggered,
            findBar, &FindBar::findNext);
    connect(addNamedAction(u"findPrevious"_s, tr("Previous match"), Qt::SHIFT | Qt::Key_F3),
            &QAction::triggered, findBar, &FindBar::findPrevious);
    connect(addNamedAction(u"copyAsMarkdown"_s, tr("Copy as Markdown"),
                           Qt::CTRL | Qt::SHIFT | Qt::Key_C),
            &QAction::triggered, transcript, [transcript] { transcript->copy(CopyAs::Markdown); });
    const auto add = [this, transcript](const QString &name, const QString &text,
                                        const QKeySequence &keys, MessageAction action) {
        connect(
            addNamedAction(name, text, keys), &QAction::triggered, transcript,
            [transcript, action] { perform(*transcript, rowFor(*transcript, action), action); });
    };
    add(u"editMessage"_s, tr("Edit the question"), Qt::CTRL | Qt::Key_E, MessageAction::Edit);
    add(u"tryAgain"_s, tr("Try again"), Qt::CTRL | Qt::Key_R, MessageAction::TryAgain);
    add(u"continueReply"_s, tr("Continue the answer"), Qt::CTRL | Qt::SHIFT | Qt::Key_Return,
        MessageAction::Continue);
    add(u"previousVersion"_s, tr("Previous version"), Qt::ALT | Qt::Key_Left,
        MessageAction::PreviousVersion);
    add(u"nextVersion"_s, tr("Next version"), Qt::ALT | Qt::Key_Right, MessageAction::NextVersion);
}

void MainWindow::addConversationActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &keys,
                            auto &&work) {
        connect(addNamedAction(name, text, keys), &QAction::triggered, this, work);
    };
    const auto currentMessage = [this] {
        const int row = m_page->transcript().currentRow();
        return current() != nullptr && row >= 0 && row < current()->messages().rowCount()
            ? current()->messages().messageAt(row).id
            : MessageId();
    };
    // The keys reach the window only where the focused text has nothing to undo (UndoPrecedence).
    add(u"undo"_s, tr("Undo"), QKeySequence::Undo, [this] { m_edits->undoStack().undo(); });
    add(u"redo"_s, tr("Redo"), QKeySequence::Redo, [this] { m_edits->undoStack().redo(); });
    add(u"trash"_s, tr("Move to the trash"), {}, [this] { m_conversationActions->trashShown(); });
    add(u"deleteMessage"_s, tr("Delete message"), Qt::CTRL | Qt::SHIFT | Qt::Key_Delete,
        [this, currentMessage] { m_conversationActions->removeMessage(currentMessage()); });
    add(u"branch"_s, tr("New conversation from this message"), Qt::CTRL | Qt::SHIFT | Qt::Key_B,
        [this, currentMessage] { m_conversationActions->branchAt(currentMessage()); });
    for (const auto &name : {u"undo"_s, u"redo"_s})
        action(name)->setEnabled(false);
    connect(&m_edits->undoStack(), &QUndoStack::canUndoChanged, action(u"undo"_s),
            &QAction::setEnabled);
    connect(&m_edits->undoStack(), &QUndoStack::canRedoChanged, action(u"redo"_s),
            &QAction::setEnabled);
    new UndoPrecedence(m_page->composer().edit());
}

void MainWindow::makeMenu()
{
    auto *menu = new QMenu(this);
    const auto addActions = [this, menu](std::initializer_list<const char16_t *> names) {
        for (const char16_t *name : names)
            menu->addAction(action(QString::fromUtf16(name)));
        menu->addSeparator();
    };
    addActions({u"newConversation", u"rename", u"parameters", u"trash"});
    addActions({u"undo", u"redo", u"branch", u"deleteMessage"});
    addActions({u"find", u"searchConversations", u"previousMessage", u"nextMessage", u"write",
                u"sidebar"});
    addActions({u"zoomIn", u"zoomOut", u"zoomReset"});
    addActions({u"import", u"export", u"pdf", u"print"});
    addActions({u"connections", u"settings"});
    addActions({u"about", u"quit"});
    m_header->setMenu(menu);
}

//! Files from this computer, which may be imported.
static QStringList droppedFiles(const QMimeData *mime)
{
    QStringList files;
    const QList<QUrl> urls = mime->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList files = droppedFiles(event->mimeData());
    if (files.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction); // the files stay where they are
    event->accept();
    emit importRequested(files);
}

} // namespace Aura
