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
    <name>Aura::ConversationEdits</name>
    <message numerus="yes">
        <source>%n conversations archived</source>
        <translation>
            <numerusform>%n conversation archived</numerusform>
            <numerusform>%n conversations archived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations moved to the trash</source>
        <translation>
            <numerusform>%n conversation moved to the trash</numerusform>
            <numerusform>%n conversations moved to the trash</numerusform>
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
<context>
    <name>Aura::SidebarModel</name>
    <message numerus="yes">
        <source>%n conversations</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Aura::SidebarView</name>
    <message numerus="yes">
        <source>Delete %n conversations for good?</source>
        <translation>
            <numerusform>Delete %n conversation for good?</numerusform>
            <numerusform>Delete %n conversations for good?</numerusform>
        </translation>
    </message>
</context>
</TS>
