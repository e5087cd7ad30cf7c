#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aura authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""wholelife.py WHAT-TO-ASK PROGRAM ARGUMENT…: a person at the window, through AT-SPI.

Starts the program, asks each question of WHAT-TO-ASK (one a line), opens "What was sent", copies
as curl and pastes that into the composer, so that it is kept as a draft; then lets the program
crash. Prints all that could be read in the window, and what the system tells of the process.
Exits 0 where it came to its end.
"""
import signal
import sys
import time

import atspi
from atspi import application, find, pyatspi, wait_for


def say(what):
    print(what, flush=True)


def text_of(item):
    """Empty for what has none, and for what is just going."""
    try:
        return atspi.text_of(item)
    except Exception:
        return ""


def read_all(item):
    """Every name, description and text below an item."""
    heard = [item.name or "", item.description or "", text_of(item)]
    for child in item:
        if child:
            heard.append(read_all(child))
    return "\n".join(part for part in heard if part)


def press(item):
    item.queryAction().doAction(0)


BUTTONS = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_PUSH_BUTTON_MENU)


def process_facts(pid):
    for name in ("cmdline", "environ", "limits"):
        with open(f"/proc/{pid}/{name}", "rb") as file:
            say(f"[{name}] " + file.read().replace(b"\0", b"\n").decode("utf-8", "replace"))


class Window:
    def __init__(self, pid):
        self.pid = pid
        self.app = wait_for(lambda: application(pid), "the program on the bus")
        self.transcript = wait_for(
            lambda: find(self.app, (pyatspi.ROLE_LIST,), "Conversation"), "the conversation")
        self.composer = wait_for(
            lambda: find(self.app, (pyatspi.ROLE_TEXT,), "Message"), "the composer")

    def messages(self):
        return [child for child in self.transcript
                if child and child.getRole() == pyatspi.ROLE_LIST_ITEM]

    def ask(self, question):
        before = len(self.messages())
        self.composer.queryEditableText().setTextContents(question)
        press(wait_for(lambda: find(self.app, BUTTONS, "Send"), "the Send button"))

        def has_ended():
            return len(self.messages()) >= before + 2 and "Try again" in self.actions()

        wait_for(has_ended, f"the end of the answer to {question!r}")
        say(f"[asked] {question}\n" + read_all(self.app))

    def actions(self):
        """What can be done with the last message, by name."""
        actions = self.messages()[-1].queryAction()
        return {actions.getName(i): lambda i=i: actions.doAction(i)
                for i in range(actions.nActions)}

    def look_at_what_was_sent(self):
        self.actions()["SetFocus"]()
        press(wait_for(lambda: find(self.app, BUTTONS, "What was sent"), "the button"))
        dialog = wait_for(lambda: find(self.app, (pyatspi.ROLE_DIALOG,), "What was sent"),
                          "the dialog")
        say("[what was sent]\n" + read_all(dialog))
        press(find(dialog, BUTTONS, "Copy as curl"))
        self.composer.queryEditableText().setTextContents("")
        press(find(dialog, BUTTONS, "Close"))
        wait_for(lambda: not find(self.app, (pyatspi.ROLE_DIALOG,), "What was sent"),
                 "the dialog to close")
        self.composer.queryEditableText().pasteText(0)
        say("[curl] " + wait_for(lambda: text_of(self.composer), "what was copied"))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        questions = file.read().splitlines()
    aura = atspi.start_program(sys.argv[2:])
    try:
        window = Window(aura.pid)
        for question in questions:
            window.ask(question)
            window.look_at_what_was_sent()
        process_facts(aura.pid)
        time.sleep(1)  # the draft is kept
        aura.send_signal(signal.SIGSEGV)
        say(f"[crashed] {aura.wait(atspi.PATIENCE)}")
    finally:
        aura.kill()
        atspi.stop()


main()
