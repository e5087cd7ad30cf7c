// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/parameterfields.h"

#include "ui/settings/fieldlabels.h"
#include "ui/theme/textlabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr int spacing = 8;
constexpr int stopHeight = 56;

constexpr Parameter allParameters[] = {Parameter::Temperature,
                                       Parameter::MaxTokens,
                                       Parameter::ReasoningEffort,
                                       Parameter::ContextLength,
                                       Parameter::KeepAlive,
                                       Parameter::TopP,
                                       Parameter::TopK,
                                       Parameter::MinP,
                                       Parameter::PresencePenalty,
                                       Parameter::FrequencyPenalty,
                                       Parameter::RepeatPenalty,
                                       Parameter::Seed,
                                       Parameter::Stop};

} // namespace

ParameterFields::ParameterFields(QWidget *parent)
    : QWidget(parent)
    , m_fold(new QToolButton(this))
    , m_fields(new QWidget(this))
    , m_grid(new QGridLayout(m_fields))
    , m_problem(new ProblemLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addWidget(m_fold, 0, Qt::AlignLeading);
    column->addWidget(m_fields);
    column->addWidget(m_problem);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(spacing);
    m_grid->setColumnStretch(1, 1);

    auto *hint = new HintLabel(m_fields);
    hint->setText(tr("What is left empty is left to the server."));
    m_grid->addWidget(hint, 0, 0, 1, 2);
    m_fold->setText(tr("Model parameters"));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_fold, &QToolButton::toggled, this, &ParameterFields::showFields);
    for (const Parameter parameter : allParameters)
        m_editors.insert(parameter, makeField(parameter));
    showFields();
}

void ParameterFields::setKind(ServerKind kind)
{
    m_kind = kind;
    showFields();
}

ParameterTexts ParameterFields::texts() const
{
    ParameterTexts texts;
    for (auto field = m_editors.keyBegin(); field != m_editors.keyEnd(); ++field) {
        if (const QString text = textOf(*field); !text.isEmpty())
            texts.insert(*field, text);
    }
    return texts;
}

void ParameterFields::setTexts(const ParameterTexts &texts)
{
    for (auto field = m_editors.cbegin(); field != m_editors.cend(); ++field) {
        const QString text = texts.value(field.key());
        if (auto *line = qobject_cast<QLineEdit *>(field->editor))
            line->setText(text);
        else if (auto *box = qobject_cast<QComboBox *>(field->editor))
            box->setEditText(text);
        else if (auto *lines = qobject_cast<QPlainTextEdit *>(field->editor))
            lines->setPlainText(text);
    }
    clearProblem();
    m_fold->setChecked(!texts.isEmpty());
}

QWidget *ParameterFields::showProblem(const ParameterProblem &problem)
{
    m_fold->setChecked(true);
    m_problem->showProblem(problem.sentence);
    return m_editors.value(problem.parameter).editor;
}

void ParameterFields::clearProblem()
{
    m_problem->clearProblem();
}

ParameterFields::Field ParameterFields::makeField(Parameter parameter)
{
    Field field;
    field.title = makeTextLabel(parameterName(parameter), m_fields);
    if (parameter == Parameter::Stop) {
        auto *lines = new QPlainTextEdit(m_fields);
        lines->setTabChangesFocus(true);
        lines->setFixedHeight(stopHeight);
        lines->document()->setDocumentMargin(textMargin);
        connect(lines, &QPlainTextEdit::textChanged, this, &ParameterFields::edited);
        field.editor = lines;
    } else if (parameter == Parameter::ReasoningEffort) {
        auto *box = new QComboBox(m_fields);
        box->setEditable(true);
        box->addItems({QString(), u"none"_s, u"low"_s, u"medium"_s, u"high"_s});
        connect(box, &QComboBox::editTextChanged, this, &ParameterFields::edited);
        field.editor = box;
    } else {
        auto *line = new QLineEdit(m_fields);
        connect(line, &QLineEdit::textChanged, this, &ParameterFields::edited);
        field.editor = line;
    }
    // Two of them stand on the page of the chat as well.
    field.editor->setAccessibleName(tr("%1 for this connection").arg(parameterName(parameter)));
    const int row = m_grid->rowCount();
    m_grid->addWidget(field.title, row, 0);
    m_grid->addWidget(field.editor, row, 1);
    return field;
}

QString ParameterFields::textOf(Parameter parameter) const
{
    QWidget *editor = m_editors.value(parameter).editor;
    if (const auto *line = qobject_cast<QLineEdit *>(editor))
        return line->text();
    if (const auto *box = qobject_cast<QComboBox *>(editor))
        return box->currentText();
    return qobject_cast<QPlainTextEdit *>(editor)->toPlainText();
}

void ParameterFields::showFields()
{
    const bool isOpen = m_fold->isChecked();
    m_fold->setArrowType(isOpen                                     ? Qt::DownArrow
                             : layoutDirection() == Qt::RightToLeft ? Qt::LeftArrow
                                                                    : Qt::RightArrow);
    m_fields->setVisible(isOpen);
    const auto shown = parametersOf(m_kind);
    for (auto field = m_editors.cbegin(); field != m_editors.cend(); ++field) {
        const bool isShown = std::find(shown.begin(), shown.end(), field.key()) != shown.end();
        field->title->setVisible(isShown);
        field->editor->setVisible(isShown);
        const QString hint = isShown ? parameterHint(field.key(), m_kind) : QString();
        if (auto *line = qobject_cast<QLineEdit *>(field->editor))
            line->setPlaceholderText(hint);
        else if (auto *lines = qobject_cast<QPlainTextEdit *>(field->editor))
            lines->setPlaceholderText(hint);
        else if (auto *box = qobject_cast<QComboBox *>(field->editor))
            box->lineEdit()->setPlaceholderText(hint);
    }
}

} // namespace Aura
