// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/providererror.h"

#include <QJsonObject>

namespace Aura {

//! How a reply failed, as it is kept in files: {"kind":"timeout","cause":"IdleTimeout",…}. What is
//! empty is left out.
QJsonObject errorToJson(const ProviderError &error);

//! A name that is not known, from a later program, becomes Protocol and Unknown.
ProviderError errorFromJson(const QJsonObject &json);

} // namespace Aura
