// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/browser/driverjob.h"

#include "base/logging.h"

#include <windows.h>

namespace Aura {

DriverJob::DriverJob(qint64 processId)
    : m_job(CreateJobObjectW(nullptr, nullptr))
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    HANDLE process = OpenProcess(PROCESS_SET_QUOTA | PROCESS_TERMINATE, FALSE, DWORD(processId));
    if (!m_job || !process
        || !SetInformationJobObject(m_job, JobObjectExtendedLimitInformation, &limits,
                                    sizeof limits)
        || !AssignProcessToJobObject(m_job, process))
        qCWarning(lcNet) << "the browser's driver may outlive this program: error"
                         << GetLastError();
    if (process)
        CloseHandle(process);
}

DriverJob::~DriverJob()
{
    if (m_job)
        CloseHandle(m_job);
}

} // namespace Aura
