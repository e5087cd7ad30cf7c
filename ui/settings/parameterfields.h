// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/parameterdraft.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QToolButton;

namespace Aura {

class ProblemLabel;

//! The parameters of a model, folded away behind one line until they are wanted.
class ParameterFields : public QWidget
{
    Q_OBJECT

public:
    explicit ParameterFields(QWidget *parent = nullptr);

    //! Shows the fields that this kind of server has.
    void setKind(ServerKind kind);

    ParameterTexts texts() const;
    //! Unfolds where there is something to see.
    void setTexts(const ParameterTexts &texts);

    //! Shows the sentence and returns the field.
    QWidget *showProblem(const ParameterProblem &problem);
    void clearProblem();

signals:
    void edited();

private:
    struct Field
    {
        QLabel *title = nullptr;
        QWidget *editor = nullptr;
    };
    Field makeField(Parameter parameter);
    QString textOf(Parameter parameter) const;
    void showFields();

    QToolButton *m_fold;
    QWidget *m_fields;
    QGridLayout *m_grid;
    ProblemLabel *m_problem;
    QMap<Parameter, Field> m_editors;
    ServerKind m_kind = ServerKind::Demo;
};

} // namespace Aura
