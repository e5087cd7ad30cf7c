// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/connectionjson.h"
#include "ui/settings/parameterdraft.h"
#include "ui/settings/parameterfields.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>

using namespace Aura;
using namespace Qt::StringLiterals;

namespace {

const ModelParameters everything{.temperature = 1.5,
                                 .maxTokens = 100,
                                 .topP = 0.9,
                                 .topK = 40,
                                 .minP = 0.05,
                                 .presencePenalty = -0.1,
                                 .frequencyPenalty = 0.2,
                                 .repeatPenalty = 1.1,
                                 .seed = 7,
                                 .stop = {u"END"_s, u" two words"_s},
                                 .reasoningEffort = u"low"_s,
                                 .contextLength = 8192,
                                 .keepAlive = u"5m"_s};

} // namespace

class TestParameterDraft : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }
    void keepsEverything();
    void takesWhatTheServerKnows();
    void problems_data();
    void problems();
    void fields();
};

void TestParameterDraft::keepsEverything()
{
    const ParameterReading reading = readParameters(parameterTexts(everything), ServerKind::Ollama);
    QVERIFY(!reading.problem);
    QCOMPARE(reading.parameters, everything);
    QVERIFY(parameterTexts({}).isEmpty());
    QCOMPARE(readParameters({}, ServerKind::OpenAi).parameters, ModelParameters());

    QStringList problems;
    const Connection connection{
        .favouriteModels = {u"a"_s}, .parameters = everything, .organization = u"org"_s};
    const Connection kept = connectionFromJson(connectionToJson(connection), problems);
    QCOMPARE(kept, connection);
    QVERIFY(problems.isEmpty());
    const Connection odd = connectionFromJson(
        {{u"kind"_s, u"openai"_s},
         {u"parameters"_s,
          QJsonObject{{u"temperature"_s, 9}, {u"topP"_s, 0.5}, {u"topK"_s, u"x"_s}}}},
        problems);
    QCOMPARE(odd.parameters, (ModelParameters{.topP = 0.5}));
    QCOMPARE(problems, (QStringList{u"parameters/temperature"_s, u"parameters/topK"_s}));
}

void TestParameterDraft::takesWhatTheServerKnows()
{
    ParameterTexts texts = parameterTexts(everything);
    const ModelParameters openAi = readParameters(texts, ServerKind::OpenAi).parameters;
    QVERIFY(openAi.topP && !openAi.contextLength && openAi.keepAlive.isEmpty());
    QVERIFY(readParameters(texts, ServerKind::Aura).problem); // its temperature ends at 1
    texts[Parameter::Temperature] = u"0,7"_s;
    QCOMPARE(readParameters(texts, ServerKind::Aura).parameters,
             (ModelParameters{.temperature = 0.7, .maxTokens = 100}));
    QCOMPARE(readParameters(texts, ServerKind::Demo).parameters, ModelParameters());
}

void TestParameterDraft::problems_data()
{
    QTest::addColumn<Parameter>("parameter");
    QTest::addColumn<QString>("text");
    QTest::newRow("no number") << Parameter::Temperature << u"hot"_s;
    QTest::newRow("too hot") << Parameter::Temperature << u"2.1"_s;
    QTest::newRow("not whole") << Parameter::TopK << u"1.5"_s;
    QTest::newRow("none at all") << Parameter::MaxTokens << u"0"_s;
    QTest::newRow("more than there are") << Parameter::MaxTokens << u"1e300"_s;
    QTest::newRow("below") << Parameter::PresencePenalty << u"-3"_s;
    QTest::newRow("a seed") << Parameter::Seed << u"x"_s;
}

void TestParameterDraft::problems()
{
    QFETCH(const Parameter, parameter);
    QFETCH(const QString, text);
    const ParameterReading reading = readParameters({{parameter, text}}, ServerKind::OpenAi);
    QVERIFY(reading.problem);
    QCOMPARE(int(reading.problem->parameter), int(parameter));
    QVERIFY(reading.problem->sentence.endsWith(u'.'));
}

void TestParameterDraft::fields()
{
    ParameterFields fields;
    fields.setKind(ServerKind::Ollama);
    fields.setTexts(parameterTexts(everything));
    QCOMPARE(fields.texts(), parameterTexts(everything));
    fields.show();
    auto *line = fields.findChild<QLineEdit *>();
    QVERIFY(line && line->isVisible()); // unfolded, as there is something to see
    fields.setTexts({});
    QVERIFY(!line->isVisible());
    QVERIFY(fields.texts().isEmpty());
    QWidget *field = fields.showProblem({Parameter::TopP, u"No."_s});
    QVERIFY(field && field->isVisible());
    QCOMPARE(field->accessibleName(), u"Top-p for this connection"_s);
    fields.setKind(ServerKind::Aura);
    QVERIFY(!field->isVisible());
}

QTEST_MAIN(TestParameterDraft)
#include "tst_parameterdraft.moc"
