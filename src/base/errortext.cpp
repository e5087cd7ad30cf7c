// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/errortext.h"

namespace Aura {

QString errorSentence(const ProviderError &error)
{
    return error.detail;
}

QString errorAdvice(const ProviderError &)
{
    return {};
}

} // namespace Aura
