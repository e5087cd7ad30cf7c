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
