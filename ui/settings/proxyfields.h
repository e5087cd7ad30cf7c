// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/proxysettings.h"

#include <QWidget>

#include <memory>

namespace Aura {

namespace Ui {
class ProxyFields;
}

//! A proxy as it stands in the fields, sensible or not.
struct ProxyDraft
{
    ProxyType type = ProxyType::System;
    QString host{};
    QString port{};
    QString user{};
    Secret password{};

    friend bool operator==(const ProxyDraft &, const ProxyDraft &) = default;
};

//! What makes no sense about a ProxyDraft.
struct ProxyProblem
{
    enum class Field { Host, Port };
    Field field = Field::Host;
    QString sentence{};
};

ProxyDraft proxyDraftOf(const ProxySettings &proxy);

//! The proxy of a draft, or the first problem. A whole address in the host's field is taken apart.
std::optional<ProxyProblem> readProxy(const ProxyDraft &draft, ProxySettings &proxy);

//! The fields of a proxy; host and the rest are shown where the type needs them.
class ProxyFields : public QWidget
{
    Q_OBJECT

public:
    explicit ProxyFields(QWidget *parent = nullptr);
    ~ProxyFields() override;

    //! In their order; the last ones are a person's own.
    void setTypes(const QList<ProxyType> &types);

    ProxyDraft draft() const;
    void setDraft(const ProxyDraft &draft);

    void setPassword(const Secret &password);
    void setWaiting(bool waiting);
    void showPasswordProblem(const QString &sentence);

    //! Shows the sentence and returns the field.
    QWidget *showProblem(const ProxyProblem &problem);
    void clearProblems();

signals:
    void edited();

private:
    void onTypeChanged();

    std::unique_ptr<Ui::ProxyFields> m_ui;
};

} // namespace Aura
