// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

namespace Aura {

class Conversation;
class ConversationListModel;
class HistoryRecorder;
class HistoryStore;
class MainWindow;
struct ExportedConversation;

//! Opens the window's dialogs for import, export and print, and brings what was imported into the
//! list of conversations.
class TransferDialogs : public QObject
{
    Q_OBJECT

public:
    //! All outlive this.
    TransferDialogs(MainWindow &window, HistoryStore &history, ConversationListModel &conversations,
                    HistoryRecorder &recorder, QObject *parent = nullptr);

    //! Without files it asks for them.
    void importFiles(const QStringList &files);
    //! Without ids the one that is shown, or all.
    void exportConversations(const QStringList &ids);

    //! The conversation that is shown; does nothing where there is none.
    void print();
    void saveAsPdf();

private:
    void chooseFiles();
    void withShownConversation(const std::function<void(const ExportedConversation &)> &work);
    void printOut(const ExportedConversation &exported);
    void choosePdf(const ExportedConversation &exported);
    void writePdf(const ExportedConversation &exported, const QString &path);
    void sayNotWritten(const QString &path);
    QString titleOf(const QString &id) const;

    MainWindow &m_window;
    HistoryStore &m_history;
    ConversationListModel &m_conversations;
    HistoryRecorder &m_recorder;
};

} // namespace Aura
