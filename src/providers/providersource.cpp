// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providersource.h"

namespace Aura {

ProviderSource::ProviderSource(QObject *parent)
    : QObject(parent)
{}

ProviderSource::~ProviderSource() = default;

} // namespace Aura
