# SPDX-FileCopyrightText: 2026 The Aura authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the drivers of windows have in common: the accessibility bus, and how to find things on it.

Importing it starts the bus, since nothing on a session bus of the tests starts by itself and pyatspi
wants it when it is imported. stop() ends it, with what it started.
"""
import os
import signal
import subprocess
import sys
import time

PATIENCE = 60  # seconds


def start():
    launcher = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"],
                                start_new_session=True)
    question = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/",
                "org.freedesktop.DBus.NameHasOwner", "string:org.a11y.Bus"]
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if b"boolean true" in subprocess.run(question, stdout=subprocess.PIPE).stdout:
            break
        time.sleep(0.05)
    return launcher


_launcher = start()

import pyatspi  # noqa: E402
from gi.repository import GLib  # noqa: E402


def stop():
    os.killpg(_launcher.pid, signal.SIGKILL)


def answer():
    """Reads what is on its way from the bus."""
    GLib.MainContext.default().iteration(False)


def fail(what):
    print(what, flush=True)
    sys.exit(1)


def wait_for(ask, what):
    """What ask() returns once it is true; the bus is answered meanwhile."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            found = ask()
        except Exception:  # what is asked may just be going
            found = None
        if found:
            return found
        answer()
        time.sleep(0.02)
    fail(f"waited in vain for {what}")


def find(parent, roles, name):
    """The first descendant of one of these roles with that name; None where there is none."""
    return pyatspi.findDescendant(
        parent, lambda item: item.getRole() in roles and item.name == name, breadth_first=True)


def application(pid):
    for app in pyatspi.Registry.getDesktop(0):
        if app and app.get_process_id() == pid:
            return app
    return None


def text_of(item):
    text = item.queryText()
    return text.getText(0, text.characterCount)


def start_program(command, **options):
    return subprocess.Popen(command, env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"},
                            **options)
