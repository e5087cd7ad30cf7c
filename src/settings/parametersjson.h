// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/modelparameters.h"

#include <QJsonObject>
#include <QStringList>

namespace Aura {

//! Parameters as they are kept in files: only those that are set, by the names of ModelParameters.
QJsonObject parametersToJson(const ModelParameters &parameters);

//! Reads parametersToJson(). What makes no sense is unset, and its name goes to \a problems.
ModelParameters parametersFromJson(const QJsonObject &json, QStringList &problems);

} // namespace Aura
