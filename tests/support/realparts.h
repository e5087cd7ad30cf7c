// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

//! A test that needs a program which is not installed skips and names it; where all is asked for
//! (AURA_TESTS_ALL=1), that is a failure.
#define AURA_NEED_REAL_PART(isThere, name)                                                         \
    do {                                                                                           \
        if (!(isThere) && qEnvironmentVariableIntValue("AURA_TESTS_ALL") > 0)                      \
            QFAIL("missing: " name);                                                               \
        if (!(isThere))                                                                            \
            QSKIP("missing: " name);                                                               \
    } while (false)
