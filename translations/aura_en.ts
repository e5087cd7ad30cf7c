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
    <name>Aura::ExportDialog</name>
    <message numerus="yes">
        <source>Exported %n conversation(s) to “%1”.</source>
        <translation>
            <numerusform>Exported %n conversation to “%1”.</numerusform>
            <numerusform>Exported %n conversations to “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected conversation(s)</source>
        <translation>
            <numerusform>%n selected conversation</numerusform>
            <numerusform>%n selected conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Aura::ImportDialog</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Aura::ImportReport</name>
    <message numerus="yes">
        <source>“%1”: %n picture(s) or file(s) are left out; a mark stands in their place.</source>
        <translation>
            <numerusform>“%1”: %n picture or file is left out; a mark stands in its place.</numerusform>
            <numerusform>“%1”: %n pictures or files are left out; a mark stands in their place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n message(s) could not be read; they are left out.</source>
        <translation>
            <numerusform>“%1”: %n message could not be read; it is left out.</numerusform>
            <numerusform>“%1”: %n messages could not be read; they are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n call(s) of tools stand with the reasoning.</source>
        <translation>
            <numerusform>“%1”: %n call of a tool stands with the reasoning.</numerusform>
            <numerusform>“%1”: %n calls of tools stand with the reasoning.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1”: characters that are not UTF-8 are replaced in %n conversation(s).</source>
        <translation>
            <numerusform>“%1”: characters that are not UTF-8 are replaced in %n conversation.</numerusform>
            <numerusform>“%1”: characters that are not UTF-8 are replaced in %n conversations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n prompt template(s) are left out; Aura has none.</source>
        <translation>
            <numerusform>“%1”: %n prompt template is left out; Aura has none.</numerusform>
            <numerusform>“%1”: %n prompt templates are left out; Aura has none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n folder(s)</source>
        <translation>
            <numerusform>%1, and %n folder</numerusform>
            <numerusform>%1, and %n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are here already.</source>
        <translation>
            <numerusform>%n conversation is here already.</numerusform>
            <numerusform>%n conversations are here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) of yours will get %1.</source>
        <translation>
            <numerusform>%n conversation of yours will get %1.</numerusform>
            <numerusform>%n conversations of yours will get %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) of yours got %1.</source>
        <translation>
            <numerusform>%n conversation of yours got %1.</numerusform>
            <numerusform>%n conversations of yours got %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Aura::JsonOutline</name>
    <message numerus="yes">
        <source>It is nested more than %n levels deep, as no chat is.</source>
        <translation>
            <numerusform>It is nested more than %n level deep, as no chat is.</numerusform>
            <numerusform>It is nested more than %n levels deep, as no chat is.</numerusform>
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
        <source>writing · %n token(s)/s</source>
        <translation>
            <numerusform>writing · %n token/s</numerusform>
            <numerusform>writing · %n tokens/s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no data for %n s</source>
        <translation>
            <numerusform>no data for %n s</numerusform>
            <numerusform>no data for %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>connecting · %n s</source>
        <translation>
            <numerusform>connecting · %n s</numerusform>
            <numerusform>connecting · %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting for the first word · %n s</source>
        <translation>
            <numerusform>waiting for the first word · %n s</numerusform>
            <numerusform>waiting for the first word · %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the server loads the model · %n s</source>
        <translation>
            <numerusform>the server loads the model · %n s</numerusform>
            <numerusform>the server loads the model · %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>thinking · %n s</source>
        <translation>
            <numerusform>thinking · %n s</numerusform>
            <numerusform>thinking · %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · no data for %n s</source>
        <extracomment>%1: &quot;waiting for the first word · 35 s&quot;</extracomment>
        <translation>
            <numerusform>%1 · no data for %n s</numerusform>
            <numerusform>%1 · no data for %n s</numerusform>
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
<context>
    <name>Aura::TransferCommand</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations have the title “%1”. Rename one, or use --all.</source>
        <translation>
            <numerusform>%n conversation has the title “%1”. Rename it, or use --all.</numerusform>
            <numerusform>%n conversations have the title “%1”. Rename one, or use --all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n conversation(s) to “%1”.</source>
        <translation>
            <numerusform>Exported %n conversation to “%1”.</numerusform>
            <numerusform>Exported %n conversations to “%1”.</numerusform>
        </translation>
    </message>
</context>
</TS>
