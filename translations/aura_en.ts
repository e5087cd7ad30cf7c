<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Aura::CheckReport</name>
    <message numerus="yes">
        <source>It works: %n model(s)</source>
        <translation>
            <numerusform>It works: %n model</numerusform>
            <numerusform>It works: %n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Aura::ConversationPage</name>
    <message numerus="yes">
        <source>about %n token(s)</source>
        <translation>
            <numerusform>about %n token</numerusform>
            <numerusform>about %n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Aura::ErrorText</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Aura::ModelMenu</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Aura::ReplyNotes</name>
    <message numerus="yes">
        <source>%n part(s) of the reply could not be read.</source>
        <translation>
            <numerusform>%n part of the reply could not be read.</numerusform>
            <numerusform>%n parts of the reply could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Aura::ReplyPace</name>
    <message numerus="yes">
        <source>waiting %n s</source>
        <translation>
            <numerusform>waiting %n s</numerusform>
            <numerusform>waiting %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>writing · %n token(s)/s</source>
        <translation>
            <numerusform>writing · %n token/s</numerusform>
            <numerusform>writing · %n tokens/s</numerusform>
        </translation>
    </message>
</context>
</TS>
