// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QTest>

namespace Aura {

//! What a future brings, waited for; a value of its own where none comes.
template<typename T> T valueOf(QFuture<T> future)
{
    return QTest::qWaitFor([&future] { return future.isFinished(); }) && future.resultCount() > 0
        ? future.result()
        : T();
}

} // namespace Aura
