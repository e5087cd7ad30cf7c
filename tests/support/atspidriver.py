#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Aura authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""atspidriver.py PROGRAM DATA-DIR: what a screen reader does with the window, through AT-SPI.

Starts the program, reads its conversation message by message, presses actions and follows a reply
while it comes. PROGRAM prints the texts that it shows as one line of JSON. Exits 0 where all is as
it should be; else the first line that it prints says what is not.
"""
import json
import subprocess
import sys
import time

import atspi
from atspi import application, fail, find, pyatspi, text_of, wait_for


def check(is_so, what):
    if not is_so:
        fail(what)


def press(item, name):
    actions = item.queryAction()
    names = [actions.getName(i) for i in range(actions.nActions)]
    check(name in names, f"no action {name} in {names} of {item.name[:40]}")
    actions.doAction(names.index(name))


def read_all(transcript, messages):
    for row, message in enumerate(messages):
        item = transcript.getChildAtIndex(row)
        check(item.getRole() == pyatspi.ROLE_LIST_ITEM, f"message {row} is {item.getRoleName()}")
        check(item.name == message["name"], f"message {row} is named {item.name!r}")
        check(text_of(item) == message["text"], f"message {row} reads {text_of(item)!r}")
        check(item.getIndexInParent() == row, f"message {row} says it is {item.getIndexInParent()}")


def read_parts(item):
    roles = [child.getRole() for child in item]
    expected = [pyatspi.ROLE_HEADING, pyatspi.ROLE_SECTION, pyatspi.ROLE_TABLE, pyatspi.ROLE_LINK]
    check(roles == expected, f"the parts are {[child.getRoleName() for child in item]}")
    heading, code, table, link = list(item)
    check(text_of(heading) == "Title", f"the heading reads {text_of(heading)!r}")
    check(code.name == "Code: python", f"the code is named {code.name!r}")
    check(text_of(code) == "x = 1\ny = 2", f"the code reads {text_of(code)!r}")
    cells = table.queryTable()
    check((cells.nRows, cells.nColumns) == (2, 2), f"the table is {cells.nRows} x {cells.nColumns}")
    check(cells.getAccessibleAt(1, 1).name == "4", "the cell reads otherwise")
    check(cells.getAccessibleAt(0, 0).getRole() == pyatspi.ROLE_TABLE_COLUMN_HEADER, "no header")
    check(link.name == "here", f"the link is named {link.name!r}")


def follow_reply(transcript, last):
    """The sentences of another answer to the last question, as they were told."""
    told = []

    def on_insert(event):
        if event.source.getRole() == pyatspi.ROLE_LIST_ITEM:
            told.append((event.detail1, event.any_data))

    pyatspi.Registry.registerEventListener(on_insert, "object:text-changed:insert")
    focused = []
    pyatspi.Registry.registerEventListener(
        lambda event: focused.append(event.source.name) if event.detail1 else None,
        "object:state-changed:focused")
    press(transcript.getChildAtIndex(last), "SetFocus")
    wait_for(lambda: any(name.startswith("Assistant:") for name in focused), "the focus")
    before = text_of(transcript.getChildAtIndex(last))
    press(transcript.getChildAtIndex(last), "Try again")

    def ended():
        item = transcript.getChildAtIndex(last)
        return (not item.getState().contains(pyatspi.STATE_BUSY) and text_of(item) != before
                and told and sum(len(text) for _, text in told) >= len(text_of(item).strip()) - 40
                and item)

    item = wait_for(ended, "the end of the reply")
    for _ in range(50):  # what is still on its way
        atspi.answer()
        time.sleep(0.01)
    whole = text_of(item)
    check(len(told) >= 5, f"only {len(told)} sentences were told")
    for offset, text in told:
        check(whole[offset:offset + len(text)] == text, f"told {text!r}, which is not at {offset}")
    heard = "".join(text for _, text in told)
    check("".join(heard.split()) == "".join(whole.split()), "not all of the reply was told")
    check(max(len(text) for _, text in told) < 600, "more than a sentence was told at once")


def main():
    program, folder = sys.argv[1:3]
    aura = atspi.start_program([program, "--window", folder], stdout=subprocess.PIPE, text=True)
    try:
        messages = json.loads(aura.stdout.readline())
        app = wait_for(lambda: application(aura.pid), "the program on the bus")
        transcript = wait_for(lambda: find(app, (pyatspi.ROLE_LIST,), "Conversation"),
                              "the conversation")
        wait_for(lambda: transcript.childCount >= len(messages), "the messages")
        read_all(transcript, messages)
        read_parts(transcript.getChildAtIndex(len(messages) - 1))
        press(transcript.getChildAtIndex(0), "Copy")
        press(transcript.getChildAtIndex(0), "Edit")
        composer = wait_for(lambda: find(app, (pyatspi.ROLE_TEXT,), "Message"), "the composer")
        wait_for(lambda: text_of(composer) == messages[0]["text"], "the question in the composer")
        follow_reply(transcript, len(messages) - 1)
        press(transcript.getChildAtIndex(len(messages) - 1), "Previous version")
        wait_for(lambda: text_of(transcript.getChildAtIndex(len(messages) - 1))
                 == messages[-1]["text"], "the version before")
    finally:
        aura.kill()
        atspi.stop()


main()
