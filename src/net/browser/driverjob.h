// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Aura {

//! A job of Windows: a program and all that it starts, which end together when this object goes,
//! or with our own program however that ends. Exists on Windows only.
class DriverJob
{
public:
    //! Takes in a program that was started just now, before it starts others. What cannot be taken
    //! in is left alone.
    explicit DriverJob(qint64 processId);
    ~DriverJob();

    Q_DISABLE_COPY_MOVE(DriverJob)

private:
    void *m_job = nullptr; // a HANDLE; only ours, so that the system closes it with us
};

} // namespace Aura
