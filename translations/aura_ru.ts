<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>Aura::AboutDialog</name>
    <message>
        <source>About Aura</source>
        <translation>О программе Aura</translation>
    </message>
    <message>
        <source>A native desktop chat client for language-model servers of your choice.</source>
        <translation>Настольный клиент для бесед с языковыми моделями на серверах, которые вы выбираете сами.</translation>
    </message>
    <message>
        <source>Built with Qt %1, runs on Qt %2.</source>
        <translation>Собрано с Qt %1, работает на Qt %2.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Свободная программа под лицензией GNU GPL версии 3 или более поздней. Без каких-либо гарантий.</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ОК</translation>
    </message>
</context>
<context>
    <name>Aura::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Внешний вид</translation>
    </message>
    <message>
        <source>Colour scheme</source>
        <translation>Цветовая схема</translation>
    </message>
    <message>
        <source>Use the desktop’s style</source>
        <translation>Использовать стиль рабочего стола</translation>
    </message>
    <message>
        <source>Buttons and fields look as in the other programs of this desktop.</source>
        <translation>Кнопки и поля выглядят как в других программах этого рабочего стола.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Takes effect when Aura starts again.</source>
        <translation>Вступит в силу при следующем запуске Aura.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
</context>
<context>
    <name>Aura::AskArguments</name>
    <message>
        <source>There is no provider “%1”. There are aura, openai and ollama.</source>
        <translation>Нет провайдера «%1». Есть aura, openai и ollama.</translation>
    </message>
    <message>
        <source>A password among the arguments can be seen by others. Give the proxy&apos;s by --proxy-password-env.</source>
        <translation>Пароль среди аргументов видят другие. Передайте пароль прокси через --proxy-password-env.</translation>
    </message>
    <message>
        <source>--header-env is written like NAME=VARIABLE.</source>
        <translation>--header-env записывается так: ИМЯ=ПЕРЕМЕННАЯ.</translation>
    </message>
    <message>
        <source>The temperature must be a number from 0 to 2.</source>
        <translation>Температура — число от 0 до 2.</translation>
    </message>
    <message>
        <source>The number of tokens must be 1 or more.</source>
        <translation>Число токенов должно быть не меньше 1.</translation>
    </message>
    <message>
        <source>--provider needs the server&apos;s address: --url URL.</source>
        <translation>Для --provider нужен адрес сервера: --url URL.</translation>
    </message>
    <message>
        <source>Give either --connection or --url, not both.</source>
        <translation>Укажите либо --connection, либо --url, но не оба сразу.</translation>
    </message>
    <message>
        <source>--connection needs the name of a connection.</source>
        <translation>Для --connection нужно имя подключения.</translation>
    </message>
    <message>
        <source>--proxy-password-env needs --proxy.</source>
        <translation>Для --proxy-password-env нужен --proxy.</translation>
    </message>
    <message>
        <source>There is nothing to ask. Write the question behind the options, or - to read it from the standard input.</source>
        <translation>Вопроса нет. Напишите его после параметров или «-», чтобы прочитать его со стандартного ввода.</translation>
    </message>
</context>
<context>
    <name>Aura::AskReport</name>
    <message>
        <source>The reply was cut by a limit on its length.</source>
        <translation>Ответ обрезан: достигнут предел длины.</translation>
    </message>
    <message>
        <source>The reply was empty.</source>
        <translation>Ответ пуст.</translation>
    </message>
    <message>
        <source>The reply was interrupted.</source>
        <translation>Ответ прерван.</translation>
    </message>
    <message>
        <source>The request failed.</source>
        <translation>Запрос не удался.</translation>
    </message>
</context>
<context>
    <name>Aura::AskSession</name>
    <message>
        <source>The built-in demo could not be started.</source>
        <translation>Не удалось запустить встроенное демо.</translation>
    </message>
</context>
<context>
    <name>Aura::BrowserImportDialog</name>
    <message>
        <source>Import from browser</source>
        <translation>Импорт из браузера</translation>
    </message>
    <message>
        <source>Nothing has been taken yet.</source>
        <translation>Пока ничего не взято.</translation>
    </message>
    <message>
        <source>What was taken</source>
        <translation>Что взято</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Использовать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Sign in with a browser</source>
        <translation>Войти через браузер</translation>
    </message>
    <message>
        <source>Aura opens %1 in a browser of its own. Sign in there, then take the cookies: only those for this address, and the browser’s name. The browser is closed afterwards.</source>
        <translation>Aura откроет %1 в отдельном браузере. Войдите там, затем возьмите cookie: только для этого адреса, и имя браузера. После этого браузер будет закрыт.</translation>
    </message>
    <message>
        <source>WebDriver</source>
        <translation>WebDriver</translation>
    </message>
    <message>
        <source>WebDriver address</source>
        <translation>Адрес WebDriver</translation>
    </message>
    <message>
        <source>Open browser</source>
        <translation>Открыть браузер</translation>
    </message>
    <message>
        <source>Take cookies</source>
        <translation>Взять cookie</translation>
    </message>
    <message>
        <source>Or paste a copied request</source>
        <translation>Или вставить скопированный запрос</translation>
    </message>
    <message>
        <source>In your browser’s network tools choose “Copy as cURL” of a request to the server. The command is read, never run.</source>
        <translation>В сетевых инструментах браузера выберите «Копировать как cURL» у запроса к серверу. Команда читается, но никогда не выполняется.</translation>
    </message>
    <message>
        <source>Copied request</source>
        <translation>Скопированный запрос</translation>
    </message>
    <message>
        <source>A WebDriver that is running</source>
        <translation>Уже запущенный WebDriver</translation>
    </message>
    <message>
        <source>The browser is open. Sign in, then press Take cookies.</source>
        <translation>Браузер открыт. Войдите и нажмите «Взять cookie».</translation>
    </message>
    <message>
        <source>Opening the browser…</source>
        <translation>Браузер открывается…</translation>
    </message>
    <message>
        <source>This request went to %1; the connection is to %2.</source>
        <translation>Этот запрос был к %1, а подключение ведёт к %2.</translation>
    </message>
    <message>
        <source>Close browser</source>
        <translation>Закрыть браузер</translation>
    </message>
    <message>
        <source>From %1:</source>
        <translation>От %1:</translation>
    </message>
    <message>
        <source>Cookies: %1</source>
        <translation>Cookie: %1</translation>
    </message>
    <message>
        <source>Headers: %1</source>
        <translation>Заголовки: %1</translation>
    </message>
    <message>
        <source>Browser’s name: %1</source>
        <translation>Имя браузера: %1</translation>
    </message>
    <message>
        <source>Proxy: %1</source>
        <translation>Прокси: %1</translation>
    </message>
    <message>
        <source>Not taken: %1</source>
        <translation>Не взято: %1</translation>
    </message>
    <message>
        <source>No cookies for this address. Are you signed in?</source>
        <translation>Для этого адреса нет cookie. Вы вошли?</translation>
    </message>
</context>
<context>
    <name>Aura::BrowserSession</name>
    <message>
        <source>The browser’s driver could not be started, or has ended.</source>
        <translation>Драйвер браузера не запустился или завершился.</translation>
    </message>
    <message>
        <source>The browser shows a page of %1, not of %2. Finish signing in, or open %2 there, and take the cookies then.</source>
        <translation>В браузере открыта страница %1, а не %2. Завершите вход или откройте там %2, а затем возьмите cookie.</translation>
    </message>
    <message>
        <source>The browser’s driver at %1 does not answer.</source>
        <translation>Драйвер браузера по адресу %1 не отвечает.</translation>
    </message>
    <message>
        <source>The browser could not be opened: %1</source>
        <translation>Не удалось открыть браузер: %1</translation>
    </message>
    <message>
        <source>The browser was closed, or its driver reports: %1</source>
        <translation>Браузер закрыт, или его драйвер сообщает: %1</translation>
    </message>
</context>
<context>
    <name>Aura::CertificateText</name>
    <message>
        <source>Its certificate has the SHA-256 %1. Trust it only if whoever runs the server tells you the same.</source>
        <translation>SHA-256 его сертификата: %1. Доверяйте ему, только если владелец сервера назовёт вам то же самое.</translation>
    </message>
</context>
<context>
    <name>Aura::ChatController</name>
    <message>
        <source>Continue exactly where you stopped.</source>
        <translation>Продолжи ровно с того места, где остановился.</translation>
    </message>
</context>
<context>
    <name>Aura::ChatPage</name>
    <message>
        <source>Chat</source>
        <translation>Беседа</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Системный промпт</translation>
    </message>
    <message>
        <source>Sent before every conversation. A conversation can have its own.</source>
        <translation>Отправляется перед каждой беседой. У беседы может быть свой.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <source>0 repeats itself, 1 surprises</source>
        <translation>0 — повторяет себя, 1 — удивляет</translation>
    </message>
    <message>
        <source>Maximum tokens</source>
        <translation>Максимум токенов</translation>
    </message>
    <message>
        <source>On an Aura server: its context limit</source>
        <translation>Для сервера Aura — предел его контекста</translation>
    </message>
</context>
<context>
    <name>Aura::CheckReport</name>
    <message>
        <source>The address can be used</source>
        <translation>Адрес годится</translation>
    </message>
    <message>
        <source>The name was found</source>
        <translation>Имя найдено</translation>
    </message>
    <message>
        <source>The server accepts connections</source>
        <translation>Сервер принимает соединения</translation>
    </message>
    <message>
        <source>The connection is encrypted and the server proved who it is</source>
        <translation>Соединение зашифровано, подлинность сервера подтверждена</translation>
    </message>
    <message>
        <source>The server answers</source>
        <translation>Сервер отвечает</translation>
    </message>
    <message>
        <source>It answers as expected</source>
        <translation>Ответ такой, какой нужен</translation>
    </message>
    <message>
        <source>The address cannot be used</source>
        <translation>Адрес не годится</translation>
    </message>
    <message>
        <source>The name was not found</source>
        <translation>Имя не найдено</translation>
    </message>
    <message>
        <source>No connection to the server</source>
        <translation>Нет соединения с сервером</translation>
    </message>
    <message>
        <source>No trusted encryption</source>
        <translation>Нет доверенного шифрования</translation>
    </message>
    <message>
        <source>The server’s answer is an error, or there was none</source>
        <translation>Сервер ответил ошибкой или не ответил</translation>
    </message>
    <message>
        <source>The answer was not understood</source>
        <translation>Ответ не понят</translation>
    </message>
    <message>
        <source> in %1 ms</source>
        <translation> за %1 мс</translation>
    </message>
    <message numerus="yes">
        <source>It works: %n model(s)</source>
        <translation>
            <numerusform>Работает: %n модель</numerusform>
            <numerusform>Работает: %n модели</numerusform>
            <numerusform>Работает: %n моделей</numerusform>
        </translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Итог проверки</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Проверка…</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Доверять этому сертификату</translation>
    </message>
    <message>
        <source>It answers, but lists no models: enter the model’s name. Where questions then fail with “404”, the address is wrong.</source>
        <translation>Сервер отвечает, но не сообщает списка моделей: введите имя модели. Если вопросы затем завершатся ошибкой «404», неверен адрес.</translation>
    </message>
</context>
<context>
    <name>Aura::CodeBlock</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Do not wrap</source>
        <translation>Не переносить</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Переносить</translation>
    </message>
</context>
<context>
    <name>Aura::CommandLine</name>
    <message>
        <source>“%1” is no port. A port is a number from 0 to 65535.</source>
        <translation>«%1» — не порт. Порт — это число от 0 до 65535.</translation>
    </message>
    <message>
        <source>“demo-server” takes no words, only --port.</source>
        <translation>У «demo-server» нет других параметров, кроме --port.</translation>
    </message>
    <message>
        <source>There is no command “%1”. “aura --help” lists them.</source>
        <translation>Нет команды «%1». Список команд: «aura --help».</translation>
    </message>
    <message>
        <source>Aura, a chat client for language-model servers

aura [--data-dir DIR] [--connection NAME] [--new-conversation] [FILE…]
    Opens the window, or raises the one that is open, and offers to import the files.
    DIR holds everything the program keeps (portable).
aura --smoke FILE.png [--data-dir DIR]
    Opens the window, asks the demo, saves a picture and FILE.json, and ends.
aura ask [options] PROMPT… | -
    Prints the reply as it comes; - reads the question from the standard input.
aura demo-server [--port N]
    Serves the built-in demo on this computer and prints its address.
aura import [--dry-run] FILE…
    Imports the chats of other programs: their exports, archives and folders.
aura export --output PATH [--format FORMAT] --all | TITLE
    Writes conversations as markdown (the default), html, json or openchat.
aura --help, aura --version

Options of ask:
  --connection NAME         a connection of yours; otherwise the default one
  --provider NAME           aura (the default), openai or ollama, for --url
  --url URL                 a server that is no connection of yours; the chat defaults
                            of the settings do not count for it
  --model MODEL, --system TEXT, --temperature T, --max-tokens N
  --proxy URL               http://HOST:PORT, socks5://HOST:PORT, none or system
  --header &apos;Name: value&apos;    sent with the request; may be repeated
  --key-env VAR             the key stands in the environment variable VAR
  --header-env NAME=VAR     a header whose value stands there; may be repeated
  --proxy-password-env VAR  the proxy&apos;s password stands there
  --send-unencrypted        sends the key by plain http to another machine, too
  --json                    prints one JSON object at the end, and nothing else

Exit codes of ask: 0 complete, 1 failed, 2 wrong usage, 3 interrupted, 4 cut by a
limit, 5 empty, 130 stopped.
</source>
        <translation>Aura — клиент для бесед с серверами языковых моделей

aura [--data-dir ПАПКА] [--connection ИМЯ] [--new-conversation] [ФАЙЛ…]
    Открывает окно или поднимает уже открытое и предлагает импортировать файлы.
    В ПАПКЕ лежит всё, что программа хранит (переносимо).
aura --smoke ФАЙЛ.png [--data-dir ПАПКА]
    Открывает окно, спрашивает демо, сохраняет снимок и ФАЙЛ.json и завершается.
aura ask [параметры] ВОПРОС… | -
    Печатает ответ по мере поступления; «-» читает вопрос со стандартного ввода.
aura demo-server [--port N]
    Запускает встроенное демо на этом компьютере и печатает его адрес.
aura import [--dry-run] ФАЙЛ…
    Импортирует беседы из других программ: их файлы экспорта, архивы и папки.
aura export --output ПУТЬ [--format ФОРМАТ] --all | НАЗВАНИЕ
    Записывает беседы как markdown (по умолчанию), html, json или openchat.
aura --help, aura --version

Параметры ask:
  --connection ИМЯ          ваше подключение; иначе — подключение по умолчанию
  --provider ИМЯ            aura (по умолчанию), openai или ollama, для --url
  --url URL                 сервер, которого нет среди ваших подключений;
                            параметры бесед из настроек на него не действуют
  --model МОДЕЛЬ, --system ТЕКСТ, --temperature T, --max-tokens N
  --proxy URL               http://УЗЕЛ:ПОРТ, socks5://УЗЕЛ:ПОРТ, none или system
  --header &apos;Имя: значение&apos;  отправляется с запросом; можно повторять
  --key-env ПЕРЕМЕННАЯ      ключ лежит в этой переменной окружения
  --header-env ИМЯ=ПЕРЕМЕННАЯ  заголовок, значение которого лежит там; можно повторять
  --proxy-password-env ПЕРЕМЕННАЯ  пароль прокси лежит там
  --send-unencrypted        ключ отправляется и на другой компьютер по простому http
  --json                    печатает в конце один объект JSON и больше ничего

Коды завершения ask: 0 — полный ответ, 1 — не удалось, 2 — неверный вызов,
3 — прервано, 4 — обрезано по пределу, 5 — пусто, 130 — остановлено.
</translation>
    </message>
</context>
<context>
    <name>Aura::CommandText</name>
    <message>
        <source>The command ends inside quotation marks. Copy all of it once more.</source>
        <translation>Команда обрывается внутри кавычек. Скопируйте её целиком ещё раз.</translation>
    </message>
</context>
<context>
    <name>Aura::Composer</name>
    <message>
        <source>Changing the question; the old version is kept</source>
        <translation>Изменение вопроса; прежняя версия сохранится</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>Отменить изменение</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter begins a new line</source>
        <translation>Enter — отправить, Shift+Enter — новая строка</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Keep what has arrived (Esc)</source>
        <translation>Остановить и оставить полученное (Esc)</translation>
    </message>
</context>
<context>
    <name>Aura::ConnectionChoice</name>
    <message>
        <source>The environment variable “%1” is not set.</source>
        <translation>Переменная окружения «%1» не задана.</translation>
    </message>
    <message>
        <source>There is no connection “%1”. There are: %2.</source>
        <translation>Нет подключения «%1». Есть: %2.</translation>
    </message>
    <message>
        <source>An Aura server takes a temperature from 0 to 1.</source>
        <translation>Сервер Aura принимает температуру от 0 до 1.</translation>
    </message>
    <message>
        <source>There is nothing to ask: the question is empty.</source>
        <translation>Спрашивать нечего: вопрос пуст.</translation>
    </message>
</context>
<context>
    <name>Aura::ConnectionEditor</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Server kind</source>
        <translation>Вид сервера</translation>
    </message>
    <message>
        <source>Answers new conversations</source>
        <translation>Отвечает в новых беседах</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Базовый адрес</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>List models</source>
        <translation>Показать модели</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Ключ API</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Проверить подключение</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>Дополнительные заголовки</translation>
    </message>
    <message>
        <source>One a line, as Name: value.</source>
        <translation>По одному в строке, в виде «Имя: значение».</translation>
    </message>
    <message>
        <source>Cookies</source>
        <translation>Cookie</translation>
    </message>
    <message>
        <source>As in a browser’s Cookie header: a=1; b=2</source>
        <translation>Как в заголовке Cookie браузера: a=1; b=2</translation>
    </message>
    <message>
        <source>Time-outs in seconds</source>
        <translation>Время ожидания в секундах</translation>
    </message>
    <message>
        <source>To connect</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Connect time-out</source>
        <translation>Время ожидания подключения</translation>
    </message>
    <message>
        <source>To the first answer</source>
        <translation>До первого ответа</translation>
    </message>
    <message>
        <source>First answer time-out</source>
        <translation>Время ожидания первого ответа</translation>
    </message>
    <message>
        <source>Between two pieces</source>
        <translation>Между двумя частями</translation>
    </message>
    <message>
        <source>Idle time-out</source>
        <translation>Время ожидания между частями</translation>
    </message>
    <message>
        <source>0 waits for ever.</source>
        <translation>0 — ждать без ограничения.</translation>
    </message>
    <message>
        <source>Extra fields of the request</source>
        <translation>Дополнительные поля запроса</translation>
    </message>
    <message>
        <source>A JSON object. Its fields win over Aura’s own.</source>
        <translation>Объект JSON. Его поля важнее полей самой Aura.</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>Центр сертификации</translation>
    </message>
    <message>
        <source>Certificate authority file</source>
        <translation>Файл центра сертификации</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Choose certificate authority file</source>
        <translation>Выбрать файл центра сертификации</translation>
    </message>
    <message>
        <source>A PEM file, trusted beside the system’s.</source>
        <translation>Файл PEM; ему доверяют наравне с системными.</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Сертификат клиента</translation>
    </message>
    <message>
        <source>Client certificate file</source>
        <translation>Файл сертификата клиента</translation>
    </message>
    <message>
        <source>Choose client certificate file</source>
        <translation>Выбрать файл сертификата клиента</translation>
    </message>
    <message>
        <source>Key of the client certificate</source>
        <translation>Ключ сертификата клиента</translation>
    </message>
    <message>
        <source>Client key file</source>
        <translation>Файл ключа клиента</translation>
    </message>
    <message>
        <source>Choose client key file</source>
        <translation>Выбрать файл ключа клиента</translation>
    </message>
    <message>
        <source>Aura</source>
        <translation>Aura</translation>
    </message>
    <message>
        <source>A server of openchat-ui or one of its relatives.</source>
        <translation>Сервер openchat-ui или родственный ему.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Демо</translation>
    </message>
    <message>
        <source>Answers inside this program, without a network and without a model.</source>
        <translation>Отвечает внутри программы, без сети и без модели.</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation>Файлы PEM (*.pem *.crt *.cer *.key);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>Прервать проверку</translation>
    </message>
    <message>
        <source>The server names no models. Type the model’s name.</source>
        <translation>Сервер не называет моделей. Введите имя модели.</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Организация</translation>
    </message>
    <message>
        <source>Only where OpenAI is told who pays; otherwise leave it empty.</source>
        <translation>Только если OpenAI нужно знать, кто платит; иначе оставьте пустым.</translation>
    </message>
    <message>
        <source>OpenAI-compatible</source>
        <translation>Совместимый с OpenAI</translation>
    </message>
    <message>
        <source>llama.cpp, LM Studio, vLLM, OpenRouter, OpenAI, Azure and many more.</source>
        <translation>llama.cpp, LM Studio, vLLM, OpenRouter, OpenAI, Azure и многие другие.</translation>
    </message>
    <message>
        <source>Ollama</source>
        <translation>Ollama</translation>
    </message>
    <message>
        <source>Models on this computer or another, by Ollama’s own protocol.</source>
        <translation>Модели на этом или другом компьютере, по собственному протоколу Ollama.</translation>
    </message>
    <message>
        <source>Send key and cookies unencrypted</source>
        <translation>Отправлять ключ и cookie без шифрования</translation>
    </message>
    <message>
        <source>http shows them to everybody in your network. Without this they are not sent.</source>
        <translation>По http их увидит каждый в вашей сети. Без этого разрешения они не отправляются.</translation>
    </message>
    <message>
        <source>http shows them to everybody on the way. Use https:// if the server can do it.</source>
        <translation>По http их увидит каждый по пути. Используйте https://, если сервер это умеет.</translation>
    </message>
    <message>
        <source>This server answers without a key, so web pages that you open may be able to ask it too. If it can be given a key, do so.</source>
        <translation>Этот сервер отвечает без ключа, поэтому обратиться к нему могут и веб-страницы, которые вы открываете. Если серверу можно задать ключ, задайте его.</translation>
    </message>
    <message>
        <source>Import from browser…</source>
        <translation>Импортировать из браузера…</translation>
    </message>
    <message>
        <source>Trusted certificate</source>
        <translation>Доверенный сертификат</translation>
    </message>
    <message>
        <source>Forget this certificate</source>
        <translation>Забыть этот сертификат</translation>
    </message>
    <message>
        <source>Only the server with this public key is trusted, whatever its certificate says. SHA-256: %1</source>
        <translation>Доверие только серверу с этим открытым ключом, что бы ни говорил сертификат. SHA-256: %1</translation>
    </message>
</context>
<context>
    <name>Aura::ConnectionFinder</name>
    <message>
        <source>The keys of “%1” are no longer where they were kept. Enter them again in the settings.</source>
        <translation>Ключей подключения «%1» больше нет там, где они хранились. Введите их в настройках ещё раз.</translation>
    </message>
</context>
<context>
    <name>Aura::ConnectionLogDialog</name>
    <message>
        <source>a question</source>
        <translation>вопрос</translation>
    </message>
    <message>
        <source>models and state</source>
        <translation>модели и состояние</translation>
    </message>
    <message>
        <source>search for servers on this computer</source>
        <translation>поиск серверов на этом компьютере</translation>
    </message>
    <message>
        <source>import from a browser</source>
        <translation>импорт из браузера</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыто</translation>
    </message>
    <message>
        <source>ended after %1 ms</source>
        <translation>завершено за %1 мс</translation>
    </message>
    <message>
        <source>stopped after %1 ms</source>
        <translation>остановлено через %1 мс</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>Connection log</source>
        <translation>Журнал подключений</translation>
    </message>
    <message>
        <source>Every connection that Aura made since it was started. It is kept in memory only, until Aura closes.</source>
        <translation>Все подключения Aura с момента запуска. Журнал хранится только в памяти, пока Aura не закрыта.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Зачем</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>Aura::ConnectionStore</name>
    <message>
        <source>Demo</source>
        <translation>Демо</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
</context>
<context>
    <name>Aura::ConnectionText</name>
    <message>
        <source>A key is made of letters, digits and signs without spaces. Copy it once more.</source>
        <translation>Ключ состоит из букв, цифр и знаков без пробелов. Скопируйте его ещё раз.</translation>
    </message>
    <message>
        <source>There is no such file. Choose a PEM file, or leave this empty.</source>
        <translation>Такого файла нет. Выберите файл PEM или оставьте поле пустым.</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Новое подключение</translation>
    </message>
    <message>
        <source>The organization has characters that cannot be sent. Copy it once more.</source>
        <translation>В названии организации есть символы, которые нельзя отправить. Скопируйте его ещё раз.</translation>
    </message>
</context>
<context>
    <name>Aura::ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation>Подключения</translation>
    </message>
    <message>
        <source>List of connections</source>
        <translation>Список подключений</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>Добавить подключение</translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation>Добавить подключение</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Duplicate the connection</source>
        <translation>Дублировать подключение</translation>
    </message>
    <message>
        <source>Duplicate connection</source>
        <translation>Дублировать подключение</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove the connection</source>
        <translation>Удалить подключение</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>Удалить подключение</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Вверх</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Переместить вверх</translation>
    </message>
    <message>
        <source>Move connection up</source>
        <translation>Переместить подключение вверх</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Вниз</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Переместить вниз</translation>
    </message>
    <message>
        <source>Move connection down</source>
        <translation>Переместить подключение вниз</translation>
    </message>
    <message>
        <source>%1, answers new conversations</source>
        <translation>%1, отвечает в новых беседах</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (копия)</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Демо</translation>
    </message>
    <message>
        <source>The key could not be read. What is entered here replaces it. %1</source>
        <translation>Не удалось прочитать ключ. То, что вы введёте, заменит его. %1</translation>
    </message>
</context>
<context>
    <name>Aura::ConversationEdits</name>
    <message>
        <source>Delete message</source>
        <translation>Удалить сообщение</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименование</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Открепить</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>В архив</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Вернуть из архива</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations archived</source>
        <translation>
            <numerusform>%n беседа перемещена в архив</numerusform>
            <numerusform>%n беседы перемещены в архив</numerusform>
            <numerusform>%n бесед перемещено в архив</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Перемещение</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Переместить в корзину</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations moved to the trash</source>
        <translation>
            <numerusform>%n беседа перемещена в корзину</numerusform>
            <numerusform>%n беседы перемещены в корзину</numerusform>
            <numerusform>%n бесед перемещено в корзину</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>the second folder of a name</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Новая папка</translation>
    </message>
    <message>
        <source>Remove folder</source>
        <translation>Удалить папку</translation>
    </message>
    <message>
        <source>Folder removed; its conversations are kept</source>
        <translation>Папка удалена, беседы из неё сохранены</translation>
    </message>
    <message>
        <source>Message deleted, and what followed it</source>
        <translation>Сообщение и всё, что за ним следовало, удалены</translation>
    </message>
</context>
<context>
    <name>Aura::ConversationPage</name>
    <message>
        <source>System prompt: its own</source>
        <translation>Системный промпт: свой</translation>
    </message>
    <message>
        <source>System prompt: none</source>
        <translation>Системный промпт: нет</translation>
    </message>
    <message>
        <source>System prompt: default</source>
        <translation>Системный промпт: обычный</translation>
    </message>
    <message>
        <source>Temperature %1</source>
        <translation>Температура %1</translation>
    </message>
    <message numerus="yes">
        <source>about %n token(s)</source>
        <translation>
            <numerusform>около %n токена</numerusform>
            <numerusform>около %n токенов</numerusform>
            <numerusform>около %n токенов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 из %2 токенов</translation>
    </message>
    <message>
        <source>Temperature: default</source>
        <translation>Температура: по умолчанию</translation>
    </message>
    <message>
        <source>What was sent for this answer is not kept any more.</source>
        <translation>Отправленное для этого ответа больше не хранится.</translation>
    </message>
    <message>
        <source>It is kept in memory only, for the newest answers since Aura was started.</source>
        <translation>Оно хранится только в памяти, для последних ответов с момента запуска Aura.</translation>
    </message>
</context>
<context>
    <name>Aura::ConversationParametersDialog</name>
    <message>
        <source>Parameters of this conversation</source>
        <translation>Параметры этой беседы</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Системный промпт</translation>
    </message>
    <message>
        <source>As in settings</source>
        <translation>Как в настройках</translation>
    </message>
    <message>
        <source>System prompt as in settings</source>
        <translation>Системный промпт как в настройках</translation>
    </message>
    <message>
        <source>Sent before this conversation, from the next message on.</source>
        <translation>Отправляется перед этой беседой, начиная со следующего сообщения.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <source>Temperature as in settings</source>
        <translation>Температура как в настройках</translation>
    </message>
    <message>
        <source>0 repeats itself, 1 surprises</source>
        <translation>0 — повторяет себя, 1 — удивляет</translation>
    </message>
    <message>
        <source>Maximum tokens</source>
        <translation>Максимум токенов</translation>
    </message>
    <message>
        <source>Maximum tokens as in settings</source>
        <translation>Максимум токенов как в настройках</translation>
    </message>
    <message>
        <source>On an Aura server: its context limit</source>
        <translation>Для сервера Aura — предел его контекста</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ОК</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>Aura::CurlText</name>
    <message>
        <source>The command names no address. Copy all of it once more.</source>
        <translation>В команде нет адреса. Скопируйте её целиком ещё раз.</translation>
    </message>
    <message>
        <source>The value of the header %1 has characters that cannot be sent.</source>
        <translation>В значении заголовка %1 есть символы, которые нельзя отправить.</translation>
    </message>
    <message>
        <source>This is too long for a command.</source>
        <translation>Это слишком длинно для команды.</translation>
    </message>
    <message>
        <source>This is no curl command. In the browser’s network tools choose “Copy as cURL” of a request to the server.</source>
        <translation>Это не команда curl. В сетевых инструментах браузера выберите «Копировать как cURL» у запроса к серверу.</translation>
    </message>
</context>
<context>
    <name>Aura::ErrorClassifier</name>
    <message>
        <source>%1 through proxy %2</source>
        <translation>%1 через прокси %2</translation>
    </message>
</context>
<context>
    <name>Aura::ErrorText</name>
    <message>
        <source>Check the port, and whether the address should begin with https://.</source>
        <translation>Проверьте порт и не должен ли адрес начинаться с https://.</translation>
    </message>
    <message>
        <source>Try again, or continue from what arrived.</source>
        <translation>Повторите запрос или продолжите с того, что получено.</translation>
    </message>
    <message>
        <source>Check that the connection’s kind is the one the server speaks.</source>
        <translation>Проверьте, тот ли вид сервера указан в подключении.</translation>
    </message>
    <message>
        <source>Begin the address with http://.</source>
        <translation>Начните адрес с http://.</translation>
    </message>
    <message>
        <source>Begin the address with https://.</source>
        <translation>Начните адрес с https://.</translation>
    </message>
    <message>
        <source>If the server is your own, add its certificate to the connection.</source>
        <translation>Если сервер ваш, добавьте его сертификат в подключение.</translation>
    </message>
    <message>
        <source>Check this computer’s date, or ask who runs the server to renew it.</source>
        <translation>Проверьте дату на этом компьютере или попросите владельца сервера обновить сертификат.</translation>
    </message>
    <message>
        <source>Check the address for typing errors.</source>
        <translation>Проверьте, нет ли в адресе опечаток.</translation>
    </message>
    <message>
        <source>Ask who runs the server before you trust the new one.</source>
        <translation>Спросите владельца сервера, прежде чем доверять новому.</translation>
    </message>
    <message>
        <source>Choose your certificate and its key in the connection.</source>
        <translation>Выберите в подключении свой сертификат и ключ к нему.</translation>
    </message>
    <message>
        <source>Ask who runs the server whether its TLS is up to date.</source>
        <translation>Спросите владельца сервера, не устарел ли на нём TLS.</translation>
    </message>
    <message>
        <source>Choose another, or add one.</source>
        <translation>Выберите другое или добавьте новое.</translation>
    </message>
    <message>
        <source>Correct it in the connection’s extra headers and cookies.</source>
        <translation>Исправьте его в дополнительных заголовках и cookie подключения.</translation>
    </message>
    <message>
        <source>Correct it in the connection, for example http://localhost:3000.</source>
        <translation>Исправьте его в подключении, например: http://localhost:3000.</translation>
    </message>
    <message>
        <source>Ask who runs the proxy, or choose another one.</source>
        <translation>Спросите владельца прокси или выберите другой.</translation>
    </message>
    <message>
        <source>Is the server running, and its address right?</source>
        <translation>Запущен ли сервер и верен ли его адрес?</translation>
    </message>
    <message>
        <source>Check the proxy’s user and password, then the key.</source>
        <translation>Проверьте имя и пароль для прокси, затем ключ.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings.</source>
        <translation>Проверьте прокси в настройках.</translation>
    </message>
    <message>
        <source>Check the key in the connection.</source>
        <translation>Проверьте ключ в подключении.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Выберите другую модель.</translation>
    </message>
    <message>
        <source>Wait a little, then try again.</source>
        <translation>Подождите немного и повторите.</translation>
    </message>
    <message>
        <source>Check the address and the kind of the connection.</source>
        <translation>Проверьте адрес и вид подключения.</translation>
    </message>
    <message>
        <source>Check the address for typing errors, and your network.</source>
        <translation>Проверьте, нет ли в адресе опечаток и работает ли сеть.</translation>
    </message>
    <message>
        <source>Is the server running, and the port right?</source>
        <translation>Запущен ли сервер и верен ли порт?</translation>
    </message>
    <message>
        <source>Check your network and the address.</source>
        <translation>Проверьте сеть и адрес.</translation>
    </message>
    <message>
        <source>Is the server running?</source>
        <translation>Запущен ли сервер?</translation>
    </message>
    <message>
        <source>If you trust it, enter that address in the connection.</source>
        <translation>Если вы ему доверяете, укажите этот адрес в подключении.</translation>
    </message>
    <message>
        <source>Check the address, or log in to the network first.</source>
        <translation>Проверьте адрес или сначала войдите в сеть.</translation>
    </message>
    <message>
        <source>Shorten the message or the system prompt, or raise Maximum tokens.</source>
        <translation>Сократите сообщение или системный промпт либо увеличьте максимум токенов.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>The server’s address does not begin with http:// or https://.</source>
        <translation>Адрес сервера не начинается с http:// или https://.</translation>
    </message>
    <message>
        <source>The server’s address names no computer.</source>
        <translation>В адресе сервера не указан компьютер.</translation>
    </message>
    <message>
        <source>Chat servers are reached by http or https, not by “%1”.</source>
        <translation>Серверы бесед доступны по http или https, а не по «%1».</translation>
    </message>
    <message>
        <source>No connection is chosen for this conversation.</source>
        <translation>Для этой беседы не выбрано подключение.</translation>
    </message>
    <message>
        <source>The connection of this conversation is no longer there.</source>
        <translation>Подключения этой беседы больше нет.</translation>
    </message>
    <message>
        <source>The header “%1” cannot be sent: its name or value has characters that headers do not allow.</source>
        <translation>Заголовок «%1» нельзя отправить: в его имени или значении есть недопустимые символы.</translation>
    </message>
    <message>
        <source>The key was not sent to %1: http would show it to everybody on the way.</source>
        <translation>Ключ не отправлен на %1: по http его увидели бы все на пути.</translation>
    </message>
    <message>
        <source>The server’s address cannot be used.</source>
        <translation>Адрес сервера использовать нельзя.</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for %1.</source>
        <translation>Никто из тех, кому доверяет этот компьютер, не ручается за %1.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid today.</source>
        <translation>Сертификат %1 сегодня недействителен.</translation>
    </message>
    <message>
        <source>%1 shows the certificate of another server.</source>
        <translation>%1 предъявляет сертификат другого сервера.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one you trusted.</source>
        <translation>%1 предъявляет не тот сертификат, которому вы доверились.</translation>
    </message>
    <message>
        <source>%1 asks for a certificate of yours.</source>
        <translation>%1 просит ваш сертификат.</translation>
    </message>
    <message>
        <source>%1 does not speak https.</source>
        <translation>%1 не поддерживает https.</translation>
    </message>
    <message>
        <source>%1 speaks https only.</source>
        <translation>%1 поддерживает только https.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made.</source>
        <translation>Не удалось установить защищённое соединение с %1.</translation>
    </message>
    <message>
        <source>The proxy</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>The proxy %1 was not found.</source>
        <translation>Прокси %1 не найден.</translation>
    </message>
    <message>
        <source>The proxy %1 does not accept connections.</source>
        <translation>Прокси %1 не принимает соединения.</translation>
    </message>
    <message>
        <source>The proxy %1 refused the user name or password.</source>
        <translation>Прокси %1 не принял имя пользователя или пароль.</translation>
    </message>
    <message>
        <source>The proxy %1 does not allow this server.</source>
        <translation>Прокси %1 не пускает к этому серверу.</translation>
    </message>
    <message>
        <source>The proxy %1 could not reach the server.</source>
        <translation>Прокси %1 не смог связаться с сервером.</translation>
    </message>
    <message>
        <source>%1 does not answer like a proxy.</source>
        <translation>%1 отвечает не как прокси.</translation>
    </message>
    <message>
        <source>The server, or the proxy %1 before it, refused the request (%2).</source>
        <translation>Сервер или прокси %1 перед ним отклонил запрос (%2).</translation>
    </message>
    <message>
        <source>The server, or the proxy %1 before it, refused the request: %2</source>
        <translation>Сервер или прокси %1 перед ним отклонил запрос: %2</translation>
    </message>
    <message>
        <source>The proxy %1 failed.</source>
        <translation>Прокси %1 дал сбой.</translation>
    </message>
    <message>
        <source>The proxy %1 failed: %2</source>
        <translation>Прокси %1 дал сбой: %2</translation>
    </message>
    <message>
        <source>%1 could not be reached within %2.</source>
        <translation>Не удалось связаться с %1 за %2.</translation>
    </message>
    <message>
        <source>%1 sent nothing more for %2.</source>
        <translation>%1 больше ничего не присылает уже %2.</translation>
    </message>
    <message>
        <source>%1 began to answer, but did not get on within %2.</source>
        <translation>%1 начал отвечать, но не продолжил за %2.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2.</source>
        <translation>%1 не ответил за %2.</translation>
    </message>
    <message>
        <source>%1 refused the key.</source>
        <translation>%1 не принял ключ.</translation>
    </message>
    <message>
        <source>%1 refused the key: %2</source>
        <translation>%1 не принял ключ: %2</translation>
    </message>
    <message>
        <source>%1 does not have this model.</source>
        <translation>На %1 нет этой модели.</translation>
    </message>
    <message>
        <source>%1 does not have this model: %2</source>
        <translation>На %1 нет этой модели: %2</translation>
    </message>
    <message>
        <source>%1 has had too many requests.</source>
        <translation>%1 получил слишком много запросов.</translation>
    </message>
    <message>
        <source>%1 has had too many requests: %2</source>
        <translation>%1 получил слишком много запросов: %2</translation>
    </message>
    <message>
        <source>%1 answered with the error %2.</source>
        <translation>%1 ответил ошибкой %2.</translation>
    </message>
    <message>
        <source>%1 answered with an error: %2</source>
        <translation>%1 ответил ошибкой: %2</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 закрыл соединение, не ответив.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost before the reply had ended.</source>
        <translation>Соединение с %1 оборвалось до конца ответа.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost. The message may or may not have arrived; it was not sent again.</source>
        <translation>Соединение с %1 оборвалось. Неизвестно, дошло ли сообщение; повторно оно не отправлялось.</translation>
    </message>
    <message>
        <source>What %1 answered is not HTTP.</source>
        <translation>%1 ответил не по HTTP.</translation>
    </message>
    <message>
        <source>%1 answered in a way that Aura does not understand.</source>
        <translation>%1 ответил так, что Aura не понимает.</translation>
    </message>
    <message>
        <source>The message does not fit: with the system prompt and room for the reply it takes about %1 tokens, and the limit is %2. Nothing was sent.</source>
        <translation>Сообщение не помещается: с системным промптом и местом для ответа нужно около %1 токенов, а предел — %2. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The reply was stopped by Aura’s size limit.</source>
        <translation>Ответ остановлен: достигнут предел размера в Aura.</translation>
    </message>
    <message>
        <source>%1 sent more in one piece than Aura takes.</source>
        <translation>%1 прислал за один раз больше, чем принимает Aura.</translation>
    </message>
    <message>
        <source>%1 sent a compressed reply, though it was asked not to.</source>
        <translation>%1 прислал сжатый ответ, хотя его просили этого не делать.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than Aura takes.</source>
        <translation>Ответ %1 больше, чем принимает Aura.</translation>
    </message>
    <message>
        <source>%1 wants to move you elsewhere.</source>
        <translation>%1 перенаправляет вас в другое место.</translation>
    </message>
    <message>
        <source>%1 wants to move you to %2</source>
        <translation>%1 перенаправляет вас на %2</translation>
    </message>
    <message>
        <source>No computer named %1 was found.</source>
        <translation>Компьютер %1 не найден.</translation>
    </message>
    <message>
        <source>%1 does not accept connections.</source>
        <translation>%1 не принимает соединения.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>Связаться с %1 не удаётся.</translation>
    </message>
    <message>
        <source>%1 answered with a web page.</source>
        <translation>%1 ответил веб-страницей.</translation>
    </message>
    <message>
        <source>%1 answered with a web page: “%2”</source>
        <translation>%1 ответил веб-страницей: «%2»</translation>
    </message>
    <message>
        <source>%1 reported an error in its reply.</source>
        <translation>%1 сообщил в ответе об ошибке.</translation>
    </message>
    <message>
        <source>%1 reported an error: %2</source>
        <translation>%1 сообщил об ошибке: %2</translation>
    </message>
    <message>
        <source>The end of the reply could not be confirmed; it may be incomplete.</source>
        <translation>Конец ответа не подтверждён; ответ может быть неполным.</translation>
    </message>
    <message>
        <source>If the server speaks http only, begin the address with http://.</source>
        <translation>Если сервер поддерживает только http, начните адрес с http://.</translation>
    </message>
    <message>
        <source>Choose the connection’s certificate files again.</source>
        <translation>Выберите файлы сертификатов подключения ещё раз.</translation>
    </message>
    <message>
        <source>A certificate file of the connection to %1 cannot be used.</source>
        <translation>Файл сертификата для подключения к %1 использовать нельзя.</translation>
    </message>
    <message>
        <source>A certificate file of the connection to %1 cannot be used: %2</source>
        <translation>Файл сертификата для подключения к %1 использовать нельзя: %2</translation>
    </message>
    <message>
        <source>%1 did not answer the greeting of https within %2.</source>
        <translation>%1 не ответил на приветствие https за %2.</translation>
    </message>
    <message>
        <source>Shorten it, begin a new conversation, or choose a model with a larger context.</source>
        <translation>Сократите его, начните новый разговор или выберите модель с бо́льшим контекстом.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Повторите попытку через %n секунду.</numerusform>
            <numerusform>Повторите попытку через %n секунды.</numerusform>
            <numerusform>Повторите попытку через %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>Выберите модель.</translation>
    </message>
    <message>
        <source>Leave it out and send again, or choose another model.</source>
        <translation>Отправьте ещё раз без этого или выберите другую модель.</translation>
    </message>
    <message>
        <source>Begin a new conversation, or choose a model with a larger context.</source>
        <translation>Начните новый разговор или выберите модель с бо́льшим контекстом.</translation>
    </message>
    <message>
        <source>The conversation does not fit into the model’s context.</source>
        <translation>Разговор не помещается в контекст модели.</translation>
    </message>
    <message>
        <source>The conversation does not fit into the model’s context, says %1: %2</source>
        <translation>Разговор не помещается в контекст модели, сообщает %1: %2</translation>
    </message>
    <message>
        <source>The conversation does not fit into the model’s context: it has %1 tokens, and the model takes %2.</source>
        <translation>Разговор не помещается в контекст модели: токенов в нём %1, а модель принимает %2.</translation>
    </message>
    <message>
        <source>A filter of %1 ended the reply.</source>
        <translation>Ответ прерван фильтром сервера %1.</translation>
    </message>
    <message>
        <source>%1 needs to be told which model is meant.</source>
        <translation>Серверу %1 нужно указать модель.</translation>
    </message>
    <message>
        <source>%1 is still loading its model.</source>
        <translation>Сервер %1 ещё загружает модель.</translation>
    </message>
    <message>
        <source>%1 cannot do what was asked of it.</source>
        <translation>%1: сервер не умеет того, о чём его просят.</translation>
    </message>
    <message>
        <source>%1 cannot do what was asked of it: %2</source>
        <translation>%1: сервер не умеет того, о чём его просят: %2</translation>
    </message>
    <message>
        <source>%1 stopped before the reply had ended.</source>
        <translation>%1: сервер умолк, не закончив ответа.</translation>
    </message>
    <message>
        <source>The model’s context was full before the reply had ended.</source>
        <translation>Контекст модели заполнился раньше, чем закончился ответ.</translation>
    </message>
    <message>
        <source>Use https://. Who must, can allow it in the connection.</source>
        <translation>Используйте https://. Если иначе нельзя, это можно разрешить в подключении.</translation>
    </message>
    <message>
        <source>Use https://, or send it all the same where you trust everybody.</source>
        <translation>Используйте https:// или всё равно отправьте его, если доверяете всем в этой сети.</translation>
    </message>
    <message>
        <source>The key was not sent to %1: http would show it to everybody in your network.</source>
        <translation>Ключ не отправлен на %1: по http его увидел бы каждый в вашей сети.</translation>
    </message>
    <message>
        <source>Aura ended before this reply did.</source>
        <translation>Aura завершилась раньше, чем этот ответ.</translation>
    </message>
    <message>
        <source>Kind of error</source>
        <translation>Вид ошибки</translation>
    </message>
    <message>
        <source>Happened at</source>
        <translation>Где произошло</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>Состояние HTTP</translation>
    </message>
    <message>
        <source>Limit in ms</source>
        <translation>Предел в мс</translation>
    </message>
    <message>
        <source>Tokens needed</source>
        <translation>Нужно токенов</translation>
    </message>
    <message>
        <source>Tokens allowed</source>
        <translation>Допустимо токенов</translation>
    </message>
    <message>
        <source>What the other side said</source>
        <translation>Что сказала другая сторона</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Unlock the key store and try again, or enter the key once more.</source>
        <translation>Разблокируйте хранилище ключей и повторите или введите ключ ещё раз.</translation>
    </message>
    <message>
        <source>The question was not sent to %1: its key is not in the key store.</source>
        <translation>Вопрос не отправлен в %1: ключа нет в хранилище ключей.</translation>
    </message>
    <message>
        <source>The question was not sent to %1 without its key: %2</source>
        <translation>Без ключа вопрос в %1 не отправлен: %2</translation>
    </message>
    <message>
        <source>Install libcurl, or Aura once more.</source>
        <translation>Установите libcurl или ещё раз саму Aura.</translation>
    </message>
    <message>
        <source>The library that Aura speaks HTTP with, libcurl, cannot be loaded.</source>
        <translation>Не удаётся загрузить libcurl — библиотеку, через которую Aura работает по HTTP.</translation>
    </message>
</context>
<context>
    <name>Aura::ExchangeDialog</name>
    <message>
        <source>[%1 bytes in all; only the beginning was kept.]</source>
        <translation>[Всего %1 байт; сохранено только начало.]</translation>
    </message>
    <message>
        <source>Tokens a second: %1</source>
        <translation>Токенов в секунду: %1</translation>
    </message>
    <message>
        <source>Tokens a second: about %1</source>
        <translation>Токенов в секунду: около %1</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Что было отправлено</translation>
    </message>
    <message>
        <source>Keys and cookies are cut out; $AURA_… stands in for them. This is kept in memory only, until Aura closes.</source>
        <translation>Ключи и cookie вырезаны, вместо них стоит $AURA_…. Всё это хранится только в памяти, пока Aura не закрыта.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Ход запроса</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Копировать как curl</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Sent at %1 to %2</source>
        <translation>Отправлено %1 на %2</translation>
    </message>
    <message>
        <source>By way of the proxy %1</source>
        <translation>Через прокси %1</translation>
    </message>
    <message>
        <source>Name found after %1 ms</source>
        <translation>Имя найдено через %1 мс</translation>
    </message>
    <message>
        <source>Connected after %1 ms</source>
        <translation>Подключено через %1 мс</translation>
    </message>
    <message>
        <source>Encrypted after %1 ms</source>
        <translation>Зашифровано через %1 мс</translation>
    </message>
    <message>
        <source>First byte after %1 ms</source>
        <translation>Первый байт через %1 мс</translation>
    </message>
    <message>
        <source>First text after %1 ms</source>
        <translation>Первый текст через %1 мс</translation>
    </message>
    <message>
        <source>Ended after %1 ms</source>
        <translation>Завершено через %1 мс</translation>
    </message>
    <message>
        <source>Sent: %1 bytes; received: %2 bytes</source>
        <translation>Отправлено байт: %1; получено байт: %2</translation>
    </message>
    <message>
        <source>Save what was sent</source>
        <translation>Сохранить отправленное</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Не сохранено</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation>Не удалось записать файл. Выберите другое место.</translation>
    </message>
</context>
<context>
    <name>Aura::ExchangeText</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>[The first %1 of %2 bytes were kept.]</source>
        <translation>[Сохранены первые %1 байт из %2.]</translation>
    </message>
    <message>
        <source>[the body was too long to be kept whole]</source>
        <translation>[тело слишком длинное и сохранено не целиком]</translation>
    </message>
</context>
<context>
    <name>Aura::ExportDialog</name>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n conversation(s) to “%1”.</source>
        <translation>
            <numerusform>%n беседа экспортирована в «%1».</numerusform>
            <numerusform>%n беседы экспортированы в «%1».</numerusform>
            <numerusform>%n бесед экспортировано в «%1».</numerusform>
        </translation>
    </message>
    <message>
        <source>This conversation</source>
        <translation>Эта беседа</translation>
    </message>
    <message>
        <source>This conversation: %1</source>
        <translation>Эта беседа: %1</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Все беседы</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message numerus="yes">
        <source>%n selected conversation(s)</source>
        <translation>
            <numerusform>%n выбранная беседа</numerusform>
            <numerusform>%n выбранные беседы</numerusform>
            <numerusform>%n выбранных бесед</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Aura::ExportFolders</name>
    <message>
        <source>The folder “%1” cannot be made. Choose another place.</source>
        <translation>Папку «%1» не удаётся создать. Выберите другое место.</translation>
    </message>
</context>
<context>
    <name>Aura::ExportFormat</name>
    <message>
        <source>Markdown: the shown versions, to read and to keep as notes</source>
        <translation>Markdown: показанные варианты, чтобы читать и хранить как заметки</translation>
    </message>
    <message>
        <source>Web page: the shown versions, to read and to pass on</source>
        <translation>Веб-страница: показанные варианты, чтобы читать и передавать другим</translation>
    </message>
    <message>
        <source>Aura (JSON): everything, to import it again</source>
        <translation>Aura (JSON): всё целиком, чтобы импортировать снова</translation>
    </message>
    <message>
        <source>openchat-ui (JSON): the shown versions, for openchat-ui</source>
        <translation>openchat-ui (JSON): показанные варианты, для openchat-ui</translation>
    </message>
</context>
<context>
    <name>Aura::ExportWords</name>
    <message>
        <source>System</source>
        <translation>Система</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Ассистент</translation>
    </message>
    <message>
        <source>Assistant (%1)</source>
        <translation>Ассистент (%1)</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Рассуждения</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Беседа</translation>
    </message>
    <message>
        <source>The reply was still coming.</source>
        <translation>Ответ ещё поступал.</translation>
    </message>
    <message>
        <source>The reply was cut by a limit.</source>
        <translation>Ответ обрезан ограничением.</translation>
    </message>
    <message>
        <source>The reply was interrupted.</source>
        <translation>Ответ прервался.</translation>
    </message>
    <message>
        <source>The reply was stopped.</source>
        <translation>Ответ остановлен.</translation>
    </message>
    <message>
        <source>The reply failed.</source>
        <translation>Ответ не удался.</translation>
    </message>
    <message>
        <source>The reply was empty.</source>
        <translation>Ответ оказался пустым.</translation>
    </message>
</context>
<context>
    <name>Aura::Exporter</name>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>Не удаётся записать «%1»: %2</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>Экспорт отменён.</translation>
    </message>
    <message>
        <source>There is no conversation to export.</source>
        <translation>Экспортировать нечего: бесед нет.</translation>
    </message>
    <message>
        <source>“%1” is a file. Several conversations need a folder.</source>
        <translation>«%1» — это файл. Для нескольких бесед нужна папка.</translation>
    </message>
</context>
<context>
    <name>Aura::FieldText</name>
    <message>
        <source>Maximum tokens is a whole number from 1 to %1.</source>
        <translation>Максимум токенов — целое число от 1 до %1.</translation>
    </message>
    <message>
        <source>A port is a whole number from 1 to 65535, for example 8080.</source>
        <translation>Порт — целое число от 1 до 65535, например 8080.</translation>
    </message>
    <message>
        <source>A time-out is a number of seconds from 0 to %1.</source>
        <translation>Время ожидания — число секунд от 0 до %1.</translation>
    </message>
    <message>
        <source>The extra fields are a JSON object, for example %1.</source>
        <translation>Дополнительные поля — объект JSON, например %1.</translation>
    </message>
    <message>
        <source>This is not JSON (line %1). Write an object, for example %2.</source>
        <translation>Это не JSON (строка %1). Напишите объект, например %2.</translation>
    </message>
    <message>
        <source>The temperature is a number from 0 to %1, for example %2.</source>
        <translation>Температура — число от 0 до %1, например %2.</translation>
    </message>
</context>
<context>
    <name>Aura::FileSecretStore</name>
    <message>
        <source>The file of keys, %1, could not be read: %2.</source>
        <translation>Не удалось прочитать файл ключей %1: %2.</translation>
    </message>
    <message>
        <source>The file of keys, %1, is damaged.</source>
        <translation>Файл ключей %1 повреждён.</translation>
    </message>
</context>
<context>
    <name>Aura::FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>Найти в этой беседе</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Учитывать регистр</translation>
    </message>
    <message>
        <source>Match case (Alt+C)</source>
        <translation>Учитывать регистр (Alt+C)</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Слова целиком</translation>
    </message>
    <message>
        <source>Whole words (Alt+W)</source>
        <translation>Слова целиком (Alt+W)</translation>
    </message>
    <message>
        <source>Aa</source>
        <comment>button: match case</comment>
        <translation>Аа</translation>
    </message>
    <message>
        <source>“w”</source>
        <comment>button: whole words</comment>
        <translation>«с»</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Предыдущее совпадение</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Предыдущее совпадение (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Следующее совпадение</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Следующее совпадение (F3)</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Закрыть поиск</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Закрыть поиск (Esc)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Не найдено</translation>
    </message>
</context>
<context>
    <name>Aura::HeaderBar</name>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Показать или скрыть боковую панель</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
</context>
<context>
    <name>Aura::HistoryBanner</name>
    <message>
        <source>Open the copy</source>
        <translation>Открыть копию</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
</context>
<context>
    <name>Aura::HistoryFile</name>
    <message>
        <source>The history was written by a newer Aura. Update this one.</source>
        <translation>История записана более новой версией Aura. Обновите эту.</translation>
    </message>
    <message>
        <source>The history is damaged. Open Aura; it says what can be done.</source>
        <translation>История повреждена. Откройте окно Aura: там сказано, что можно сделать.</translation>
    </message>
    <message>
        <source>There is no history yet: “%1” does not exist.</source>
        <translation>Истории ещё нет: «%1» не существует.</translation>
    </message>
    <message>
        <source>The history is gone, but there is a copy of it. Open Aura; it offers the copy.</source>
        <translation>История пропала, но есть её копия. Откройте окно Aura: там предложат копию.</translation>
    </message>
    <message>
        <source>“%1” cannot be made: %2</source>
        <translation>Не удаётся создать «%1»: %2</translation>
    </message>
    <message>
        <source>The history is of an older Aura. Open Aura once; it brings the file up to date.</source>
        <translation>История от более старой версии Aura. Откройте окно Aura один раз, и файл будет обновлён.</translation>
    </message>
    <message>
        <source>The history is being written by another program. Try again in a moment.</source>
        <translation>В историю сейчас пишет другая программа. Попробуйте ещё раз через минуту.</translation>
    </message>
    <message>
        <source>The disk is full. Make room, then try again.</source>
        <translation>Диск заполнен. Освободите место и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The history could not be read or written: %1</source>
        <translation>Не удалось прочитать или записать историю: %1</translation>
    </message>
    <message>
        <source>Qt’s driver for SQLite is missing.</source>
        <translation>Нет драйвера Qt для SQLite.</translation>
    </message>
</context>
<context>
    <name>Aura::HistoryMove</name>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>The conversations are in %1 already.</source>
        <translation>Беседы уже хранятся в %1.</translation>
    </message>
    <message>
        <source>%1 is no folder. Choose another place.</source>
        <translation>%1 — не папка. Выберите другое место.</translation>
    </message>
    <message>
        <source>%1 is not empty. Make a new folder and choose that one.</source>
        <translation>Папка %1 не пуста. Создайте новую папку и выберите её.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>В %1 нельзя записывать. Выберите другую папку.</translation>
    </message>
    <message>
        <source>%1 is on a network drive, where the conversations would not be safe. Choose a folder on a disk of this computer.</source>
        <translation>%1 находится на сетевом диске, где беседы не были бы в безопасности. Выберите папку на диске этого компьютера.</translation>
    </message>
    <message>
        <source>There is no room for the conversations in %1. Make room, or choose a folder on another disk.</source>
        <translation>В %1 не хватает места для бесед. Освободите место или выберите папку на другом диске.</translation>
    </message>
    <message>
        <source>%1 is on a disk where files cannot be closed to other users. Choose a folder on another disk.</source>
        <translation>%1 находится на диске, где файлы нельзя закрыть от других пользователей. Выберите папку на другом диске.</translation>
    </message>
    <message>
        <source>What was copied to %1 is not what was read. Is its disk in order? The conversations stay where they are.</source>
        <translation>Скопированное в %1 отличается от прочитанного. Исправен ли диск? Беседы остаются на прежнем месте.</translation>
    </message>
    <message>
        <source>%1 could not be copied. Is there room in %2?</source>
        <translation>Не удалось скопировать %1. Хватает ли места в %2?</translation>
    </message>
    <message>
        <source>The history is being written by another program. Try again in a moment.</source>
        <translation>Историю сейчас записывает другая программа. Повторите попытку чуть позже.</translation>
    </message>
    <message>
        <source>The conversations could not be copied to %1: %2</source>
        <translation>Не удалось скопировать беседы в %1: %2</translation>
    </message>
</context>
<context>
    <name>Aura::HistoryMover</name>
    <message>
        <source>A reply is being written. Move the conversations when it has ended.</source>
        <translation>Сейчас пишется ответ. Переместите беседы, когда он закончится.</translation>
    </message>
    <message>
        <source>The conversations cannot be moved while they cannot be written.</source>
        <translation>Беседы нельзя переместить, пока их нельзя записать.</translation>
    </message>
</context>
<context>
    <name>Aura::HistoryPlaceField</name>
    <message>
        <source>Move…</source>
        <translation>Переместить…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Where conversations are kept</source>
        <translation>Где хранятся беседы</translation>
    </message>
    <message>
        <source>Folder of the conversations</source>
        <translation>Папка бесед</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход выполнения</translation>
    </message>
    <message>
        <source>Aura was started with --data-dir: that is where everything is.</source>
        <translation>Aura запущена с --data-dir: всё хранится там.</translation>
    </message>
    <message>
        <source>Copying the conversations, and reading the copy back …</source>
        <translation>Беседы копируются, копия проверяется…</translation>
    </message>
    <message>
        <source>One file and its automatic copies. Settings, connections and keys stay where they are.</source>
        <translation>Один файл и его автоматические копии. Настройки, подключения и ключи остаются на месте.</translation>
    </message>
    <message>
        <source>Folder for the conversations</source>
        <translation>Папка для бесед</translation>
    </message>
    <message>
        <source>The conversations were moved. What could not be taken away from the old place, you can delete: %1</source>
        <translation>Беседы перемещены. Что не удалось убрать с прежнего места, можно удалить: %1</translation>
    </message>
    <message>
        <source>This folder is missing. Choose where the conversations are now, or an empty folder to begin anew.</source>
        <translation>Этой папки нет. Выберите, где беседы находятся теперь, или пустую папку, чтобы начать заново.</translation>
    </message>
    <message>
        <source>The conversations are kept there now.</source>
        <translation>Теперь беседы хранятся там.</translation>
    </message>
</context>
<context>
    <name>Aura::HistoryTarget</name>
    <message>
        <source>A conversation is no longer there. Try again.</source>
        <translation>Одной из бесед уже нет. Попробуйте ещё раз.</translation>
    </message>
</context>
<context>
    <name>Aura::HistoryText</name>
    <message>
        <source>The disk is full: what is new is in memory only.</source>
        <translation>Диск заполнен: всё новое пока только в памяти.</translation>
    </message>
    <message>
        <source>%1 cannot be written: what is new is in memory only.</source>
        <translation>Запись в %1 невозможна: всё новое пока только в памяти.</translation>
    </message>
    <message>
        <source>%1 could not be written or read: what is new is in memory only.</source>
        <translation>Не удалось записать или прочитать %1: всё новое пока только в памяти.</translation>
    </message>
    <message>
        <source>The history was written by a newer Aura. It can be read here, but nothing new is kept.</source>
        <translation>Историю записала более новая Aura. Здесь её можно читать, но ничего нового не сохраняется.</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>Файл %1 повреждён.</translation>
    </message>
    <message>
        <source>%1 is gone.</source>
        <translation>Файл %1 исчез.</translation>
    </message>
    <message>
        <source>Make room on the disk; everything is written then by itself.</source>
        <translation>Освободите место на диске: после этого всё запишется само.</translation>
    </message>
    <message>
        <source>Allow writing there; everything is written then by itself.</source>
        <translation>Разрешите туда запись: после этого всё запишется само.</translation>
    </message>
    <message>
        <source>Check the disk; everything is written by itself once it works.</source>
        <translation>Проверьте диск: как только он заработает, всё запишется само.</translation>
    </message>
    <message>
        <source>Update Aura.</source>
        <translation>Обновите Aura.</translation>
    </message>
    <message>
        <source>There is no copy of it. Begin anew, and the file is kept beside.</source>
        <translation>Его копии нет. Начните заново — сам файл останется рядом.</translation>
    </message>
    <message>
        <source>Open the copy of %1, or begin anew; the file is kept beside.</source>
        <translation>Откройте копию от %1 или начните заново — сам файл останется рядом.</translation>
    </message>
    <message>
        <source>Open the copy of %1, or begin anew.</source>
        <translation>Откройте копию от %1 или начните заново.</translation>
    </message>
    <message>
        <source>Install it (on Debian and Ubuntu: apt install libqt6sql6-sqlite), then start Aura again.</source>
        <translation>Установите его (в Debian и Ubuntu: apt install libqt6sql6-sqlite) и запустите Aura снова.</translation>
    </message>
    <message>
        <source>Qt’s driver for SQLite is missing: what is new is in memory only.</source>
        <translation>Нет драйвера Qt для SQLite: новое хранится только в памяти.</translation>
    </message>
</context>
<context>
    <name>Aura::HttpReply</name>
    <message>
        <source>The request was stopped.</source>
        <translation>Запрос остановлен.</translation>
    </message>
</context>
<context>
    <name>Aura::ImportDialog</name>
    <message>
        <source>What is different from the files:</source>
        <translation>Что отличается от файлов:</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Предупреждения</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking through %1 …</source>
        <translation>Просматривается: %1…</translation>
    </message>
    <message>
        <source>Importing %1 …</source>
        <translation>Импортируется: %1…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>From %1: %2.</source>
        <translation>Из %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>И ещё %n.</numerusform>
            <numerusform>И ещё %n.</numerusform>
            <numerusform>И ещё %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
</context>
<context>
    <name>Aura::ImportReader</name>
    <message>
        <source>It comes from a version of %1 that is newer than this Aura knows. Update Aura.</source>
        <translation>Он из версии %1 новее, чем знает эта Aura. Обновите Aura.</translation>
    </message>
</context>
<context>
    <name>Aura::ImportReport</name>
    <message numerus="yes">
        <source>“%1”: %n picture(s) or file(s) are left out; a mark stands in their place.</source>
        <translation>
            <numerusform>«%1»: %n картинка или файл не перенесены; на их месте стоит пометка.</numerusform>
            <numerusform>«%1»: %n картинки или файла не перенесены; на их месте стоит пометка.</numerusform>
            <numerusform>«%1»: %n картинок или файлов не перенесены; на их месте стоит пометка.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”: the order of its versions is damaged in the file; its messages are kept.</source>
        <translation>«%1»: порядок вариантов в файле повреждён; сообщения сохранены.</translation>
    </message>
    <message>
        <source>“%1” has no messages; it is left out.</source>
        <translation>В «%1» нет сообщений; беседа пропущена.</translation>
    </message>
    <message>
        <source>“%1”: its folder is not in the file; it stands in none.</source>
        <translation>«%1»: его папки нет в файле; беседа осталась вне папок.</translation>
    </message>
    <message>
        <source>“%1” is already here, in the trash; it is left there.</source>
        <translation>«%1» уже есть здесь, в корзине; там и осталась.</translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n message(s) could not be read; they are left out.</source>
        <translation>
            <numerusform>«%1»: %n сообщение не удалось прочитать; оно пропущено.</numerusform>
            <numerusform>«%1»: %n сообщения не удалось прочитать; они пропущены.</numerusform>
            <numerusform>«%1»: %n сообщений не удалось прочитать; они пропущены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n call(s) of tools stand with the reasoning.</source>
        <translation>
            <numerusform>«%1»: %n вызов инструмента помещён в рассуждения.</numerusform>
            <numerusform>«%1»: %n вызова инструментов помещены в рассуждения.</numerusform>
            <numerusform>«%1»: %n вызовов инструментов помещены в рассуждения.</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversation %1 of the file could not be read; it is left out.</source>
        <translation>Беседу %1 из файла не удалось прочитать; она пропущена.</translation>
    </message>
    <message>
        <source>“%1” is no valid JSON; it is left out.</source>
        <translation>«%1» — не правильный JSON; файл пропущен.</translation>
    </message>
    <message numerus="yes">
        <source>“%1”: characters that are not UTF-8 are replaced in %n conversation(s).</source>
        <translation>
            <numerusform>«%1»: символы не в UTF-8 заменены в %n беседе.</numerusform>
            <numerusform>«%1»: символы не в UTF-8 заменены в %n беседах.</numerusform>
            <numerusform>«%1»: символы не в UTF-8 заменены в %n беседах.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n prompt template(s) are left out; Aura has none.</source>
        <translation>
            <numerusform>«%1»: %n шаблон запроса пропущен; в Aura их нет.</numerusform>
            <numerusform>«%1»: %n шаблона запросов пропущены; в Aura их нет.</numerusform>
            <numerusform>«%1»: %n шаблонов запросов пропущены; в Aura их нет.</numerusform>
        </translation>
    </message>
    <message>
        <source>A conversation without a title</source>
        <translation>Беседа без названия</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n беседа</numerusform>
            <numerusform>%n беседы</numerusform>
            <numerusform>%n бесед</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n сообщение</numerusform>
            <numerusform>%n сообщения</numerusform>
            <numerusform>%n сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1, в них %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n folder(s)</source>
        <translation>
            <numerusform>%1, и %n папка</numerusform>
            <numerusform>%1, и %n папки</numerusform>
            <numerusform>%1, и %n папок</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing new to import.</source>
        <translation>Нового для импорта нет.</translation>
    </message>
    <message>
        <source>New: %1.</source>
        <translation>Новое: %1.</translation>
    </message>
    <message>
        <source>Imported: %1.</source>
        <translation>Импортировано: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are here already.</source>
        <translation>
            <numerusform>%n беседа уже есть здесь.</numerusform>
            <numerusform>%n беседы уже есть здесь.</numerusform>
            <numerusform>%n бесед уже есть здесь.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n новое сообщение</numerusform>
            <numerusform>%n новых сообщения</numerusform>
            <numerusform>%n новых сообщений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) of yours will get %1.</source>
        <translation>
            <numerusform>%n беседа пополнится: %1.</numerusform>
            <numerusform>%n беседы пополнятся: %1.</numerusform>
            <numerusform>%n бесед пополнятся: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) of yours got %1.</source>
        <translation>
            <numerusform>%n беседа пополнена: %1.</numerusform>
            <numerusform>%n беседы пополнены: %1.</numerusform>
            <numerusform>%n бесед пополнено: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Aura::ImportSource</name>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>Не удаётся прочитать «%1»: %2</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>«%1» не существует.</translation>
    </message>
    <message>
        <source>“%1” is no file.</source>
        <translation>«%1» — не файл.</translation>
    </message>
    <message>
        <source>There is no JSON file in “%1”.</source>
        <translation>В «%1» нет файлов JSON.</translation>
    </message>
</context>
<context>
    <name>Aura::Importer</name>
    <message>
        <source>“%1” was not imported, and nothing has changed. %2</source>
        <translation>«%1» не импортирован, и ничего не изменилось. %2</translation>
    </message>
    <message>
        <source>It is no chat export that Aura knows.</source>
        <translation>Это не экспорт бесед, который знает Aura.</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing has changed.</source>
        <translation>Импорт отменён; ничего не изменилось.</translation>
    </message>
</context>
<context>
    <name>Aura::JsonOutline</name>
    <message numerus="yes">
        <source>It is nested more than %n levels deep, as no chat is.</source>
        <translation>
            <numerusform>Вложенность больше %n уровня; у бесед такой не бывает.</numerusform>
            <numerusform>Вложенность больше %n уровней; у бесед такой не бывает.</numerusform>
            <numerusform>Вложенность больше %n уровней; у бесед такой не бывает.</numerusform>
        </translation>
    </message>
    <message>
        <source>A single conversation in it is larger than %1 MB.</source>
        <translation>Одна из бесед в нём больше %1 МБ.</translation>
    </message>
    <message>
        <source>It is not valid JSON. Export it again, or repair it.</source>
        <translation>Это не правильный JSON. Экспортируйте его заново или исправьте.</translation>
    </message>
    <message>
        <source>It ends in the middle. Download or copy it again.</source>
        <translation>Он обрывается на середине. Скачайте или скопируйте его заново.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Он пуст.</translation>
    </message>
</context>
<context>
    <name>Aura::KeychainSecretStore</name>
    <message>
        <source>There is no key store that answers on this computer.</source>
        <translation>На этом компьютере нет отвечающего хранилища ключей.</translation>
    </message>
    <message>
        <source>The key store refused. Is it locked?</source>
        <translation>Хранилище ключей отказало. Не заблокировано ли оно?</translation>
    </message>
</context>
<context>
    <name>Aura::LocalServers</name>
    <message>
        <source>OpenAI-compatible server</source>
        <translation>Сервер, совместимый с OpenAI</translation>
    </message>
</context>
<context>
    <name>Aura::MainWindow</name>
    <message>
        <source>New conversation</source>
        <translation>Новая беседа</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Искать беседы</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Показать или скрыть боковую панель</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>Предыдущее сообщение</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Следующее сообщение</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Написать сообщение</translation>
    </message>
    <message>
        <source>This conversation…</source>
        <translation>Эта беседа…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Настройки…</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>Подключения…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>About Aura</source>
        <translation>О программе Aura</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>%1 — Aura</source>
        <translation>%1 — Aura</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Переместить в корзину</translation>
    </message>
    <message>
        <source>Delete message</source>
        <translation>Удалить сообщение</translation>
    </message>
    <message>
        <source>New conversation from this message</source>
        <translation>Новая беседа с этого сообщения</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Найти…</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Следующее совпадение</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Предыдущее совпадение</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Копировать как Markdown</translation>
    </message>
    <message>
        <source>Edit the question</source>
        <translation>Изменить вопрос</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Continue the answer</source>
        <translation>Продолжить ответ</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Предыдущая версия</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Следующая версия</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>Обычный размер</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Сохранить как PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
</context>
<context>
    <name>Aura::MarkdownContent</name>
    <message>
        <source>Image</source>
        <translation>Изображение</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Размышляет…</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>Размышления</translation>
    </message>
</context>
<context>
    <name>Aura::MessageAccessible</name>
    <message>
        <source>System: %1</source>
        <translation>Система: %1</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Вы: %1</translation>
    </message>
    <message>
        <source>Assistant: %1</source>
        <translation>Ассистент: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Предыдущая версия</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Следующая версия</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>Aura::MessageActionBar</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Копировать сообщение</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Ask this question in other words</source>
        <translation>Задать этот вопрос иначе</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Ask for another answer</source>
        <translation>Запросить другой ответ</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Предыдущая версия</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Следующая версия</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Ask for the rest of the answer</source>
        <translation>Попросить продолжение ответа</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Что было отправлено</translation>
    </message>
    <message>
        <source>The request and the reply as they travelled</source>
        <translation>Запрос и ответ, как они были переданы</translation>
    </message>
</context>
<context>
    <name>Aura::MessageEdit</name>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
</context>
<context>
    <name>Aura::MessageLayout</name>
    <message>
        <source>Cut by a limit</source>
        <translation>Обрезано по пределу длины</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Прервано</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Не удалось</translation>
    </message>
    <message>
        <source>Empty answer</source>
        <translation>Пустой ответ</translation>
    </message>
    <message>
        <source>Not sent any more: what stands above</source>
        <translation>Больше не отправляется: всё, что выше</translation>
    </message>
</context>
<context>
    <name>Aura::ModelButton</name>
    <message>
        <source>Choose who answers</source>
        <translation>Выбрать, кто отвечает</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Модель: %1</translation>
    </message>
</context>
<context>
    <name>Aura::ModelMenu</name>
    <message>
        <source>Connections…</source>
        <translation>Подключения…</translation>
    </message>
    <message>
        <source>Asking for the models…</source>
        <translation>Запрос списка моделей…</translation>
    </message>
    <message>
        <source>The server offers no models</source>
        <translation>Сервер не предлагает моделей</translation>
    </message>
    <message>
        <source>The server did not list its models</source>
        <translation>Сервер не сообщил список моделей</translation>
    </message>
    <message>
        <source>Take “%1” off the favourites</source>
        <translation>Убрать «%1» из избранного</translation>
    </message>
    <message>
        <source>Make “%1” a favourite</source>
        <translation>Добавить «%1» в избранное</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Поиск моделей</translation>
    </message>
    <message>
        <source>No model has this name</source>
        <translation>Такой модели нет</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Aura::NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>Used by every connection that says “as in Network”. The demo is always reached directly, and so are servers on this computer where the proxy is the system’s.</source>
        <translation>Действует для всех подключений, где выбрано «Как в разделе «Сеть»». К демо обращение всегда прямое, а при системном прокси — и к серверам на этом компьютере.</translation>
    </message>
    <message>
        <source>The password could not be read. %1</source>
        <translation>Не удалось прочитать пароль. %1</translation>
    </message>
</context>
<context>
    <name>Aura::NewestButton</name>
    <message>
        <source>Newest message</source>
        <translation>Новейшее сообщение</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>К новейшему сообщению</translation>
    </message>
</context>
<context>
    <name>Aura::OneProgram</name>
    <message>
        <source>Aura is running already, but does not answer. End it, then try again.</source>
        <translation>Aura уже запущена, но не отвечает. Завершите её и попробуйте снова.</translation>
    </message>
</context>
<context>
    <name>Aura::ParameterFields</name>
    <message>
        <source>Model parameters</source>
        <translation>Параметры модели</translation>
    </message>
    <message>
        <source>%1 for this connection</source>
        <translation>%1 для этого подключения</translation>
    </message>
    <message>
        <source>What is left empty is left to the server.</source>
        <translation>Что не заполнено, решает сервер.</translation>
    </message>
</context>
<context>
    <name>Aura::ParameterText</name>
    <message>
        <source>a whole number</source>
        <translation>целое число</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>%1 is a whole number from %2 to %3.</source>
        <translation>«%1» — целое число от %2 до %3.</translation>
    </message>
    <message>
        <source>%1 is a number from %2 to %3.</source>
        <translation>«%1» — число от %2 до %3.</translation>
    </message>
    <message>
        <source>The seed is a whole number, for example 42.</source>
        <translation>Начальное значение — целое число, например 42.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <source>Maximum tokens</source>
        <translation>Максимум токенов</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>Штраф за присутствие</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Штраф за частоту</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>Штраф за повтор</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Начальное значение</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Остановиться на</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>Глубина рассуждений</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Длина контекста</translation>
    </message>
    <message>
        <source>Keep the model loaded</source>
        <translation>Держать модель загруженной</translation>
    </message>
    <message>
        <source>a text a line</source>
        <translation>по одному тексту в строке</translation>
    </message>
    <message>
        <source>none, low, medium, high</source>
        <translation>none, low, medium, high</translation>
    </message>
    <message>
        <source>5m, 1h, -1 for ever</source>
        <translation>5m, 1h, -1 — всегда</translation>
    </message>
</context>
<context>
    <name>Aura::PartAccessible</name>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Код: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
</context>
<context>
    <name>Aura::PrintJob</name>
    <message>
        <source>Making the pages…</source>
        <translation>Подготовка страниц…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>Aura::PrintedConversation</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Страница %1 из %2</translation>
    </message>
</context>
<context>
    <name>Aura::PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>Приватность</translation>
    </message>
    <message>
        <source>Where keys and passwords are kept</source>
        <translation>Где хранятся ключи и пароли</translation>
    </message>
    <message>
        <source>API keys, cookies, the values of headers and proxy passwords. Never in the settings, the history, logs or exports.</source>
        <translation>Ключи API, cookie, значения заголовков и пароли прокси. Никогда — в настройках, истории, журналах и экспорте.</translation>
    </message>
    <message>
        <source>Key store of the system</source>
        <translation>Системное хранилище ключей</translation>
    </message>
    <message>
        <source>Encrypted, and locked when you are logged out. The best place where there is one.</source>
        <translation>Зашифровано и заблокировано, когда вы вышли из системы. Лучшее место, если оно есть.</translation>
    </message>
    <message>
        <source>File that only you can read</source>
        <translation>Файл, доступный только вам</translation>
    </message>
    <message>
        <source>Not encrypted: whoever can read your files as you, or copies the disk, can read the keys.</source>
        <translation>Не зашифрован: ключи прочтёт каждый, кто может читать файлы от вашего имени или скопирует диск.</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Только этот сеанс</translation>
    </message>
    <message>
        <source>Forgotten when Aura closes. They have to be entered again at each start.</source>
        <translation>Забываются при закрытии Aura. Их придётся вводить при каждом запуске.</translation>
    </message>
    <message>
        <source>Connection log…</source>
        <translation>Журнал подключений…</translation>
    </message>
</context>
<context>
    <name>Aura::PrivateFile</name>
    <message>
        <source>%1 could not be saved: %2.</source>
        <translation>Не удалось сохранить %1: %2.</translation>
    </message>
    <message>
        <source>The folder %1 could not be made. Is the disk full, or read-only? --data-dir names another folder.</source>
        <translation>Не удалось создать папку %1. Не заполнен ли диск, не закрыт ли он для записи? Другую папку задаёт --data-dir.</translation>
    </message>
</context>
<context>
    <name>Aura::ProblemBanner</name>
    <message>
        <source>Problem</source>
        <translation>Проблема</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Всё равно отправить</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>Подключения…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Send unencrypted</source>
        <translation>Отправить без шифрования</translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation>Теперь можно повторить попытку.</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Доверять этому сертификату</translation>
    </message>
</context>
<context>
    <name>Aura::ProblemDetails</name>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопировать подробности</translation>
    </message>
</context>
<context>
    <name>Aura::ProxyFields</name>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>Proxy type</source>
        <translation>Тип прокси</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Узел</translation>
    </message>
    <message>
        <source>Proxy host</source>
        <translation>Узел прокси</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Proxy port</source>
        <translation>Порт прокси</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>Пользователь прокси</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Пароль прокси</translation>
    </message>
    <message>
        <source>As in Network</source>
        <translation>Как в разделе «Сеть»</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Без прокси</translation>
    </message>
    <message>
        <source>The system’s</source>
        <translation>Системный</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation>SOCKS5</translation>
    </message>
    <message>
        <source>Enter the proxy’s host, for example proxy.example.</source>
        <translation>Введите узел прокси, например proxy.example.</translation>
    </message>
</context>
<context>
    <name>Aura::RemoteImages</name>
    <message>
        <source>It is larger than %1.</source>
        <translation>Оно больше %1.</translation>
    </message>
    <message>
        <source>Its server sends one on to another address, %1. That is not followed.</source>
        <translation>Его сервер отправляет на другой адрес, %1. Туда Aura не переходит.</translation>
    </message>
    <message>
        <source>It is no picture that can be shown here.</source>
        <translation>Это не изображение, которое можно здесь показать.</translation>
    </message>
</context>
<context>
    <name>Aura::ReplyNotes</name>
    <message>
        <source>The model %1 answered, not %2.</source>
        <translation>Ответила модель %1, а не %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the reply could not be read.</source>
        <translation>
            <numerusform>Не удалось прочитать %n часть ответа.</numerusform>
            <numerusform>Не удалось прочитать %n части ответа.</numerusform>
            <numerusform>Не удалось прочитать %n частей ответа.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model asked for the tool %1, which Aura does not call.</source>
        <translation>Модель просит вызвать инструмент %1; Aura этого не делает.</translation>
    </message>
</context>
<context>
    <name>Aura::ReplyPace</name>
    <message>
        <source>writing</source>
        <translation>пишет</translation>
    </message>
    <message numerus="yes">
        <source>writing · %n token(s)/s</source>
        <translation>
            <numerusform>пишет · %n ток./с</numerusform>
            <numerusform>пишет · %n ток./с</numerusform>
            <numerusform>пишет · %n ток./с</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no data for %n s</source>
        <translation>
            <numerusform>нет данных %n с</numerusform>
            <numerusform>нет данных %n с</numerusform>
            <numerusform>нет данных %n с</numerusform>
        </translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>подключение</translation>
    </message>
    <message numerus="yes">
        <source>connecting · %n s</source>
        <translation>
            <numerusform>подключение · %n с</numerusform>
            <numerusform>подключение · %n с</numerusform>
            <numerusform>подключение · %n с</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting for the first word</source>
        <translation>ожидание первого слова</translation>
    </message>
    <message numerus="yes">
        <source>waiting for the first word · %n s</source>
        <translation>
            <numerusform>ожидание первого слова · %n с</numerusform>
            <numerusform>ожидание первого слова · %n с</numerusform>
            <numerusform>ожидание первого слова · %n с</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the server loads the model · %n s</source>
        <translation>
            <numerusform>сервер загружает модель · %n с</numerusform>
            <numerusform>сервер загружает модель · %n с</numerusform>
            <numerusform>сервер загружает модель · %n с</numerusform>
        </translation>
    </message>
    <message>
        <source>the model reads · %1 %</source>
        <translation>модель читает · %1 %</translation>
    </message>
    <message>
        <source>the model reads</source>
        <translation>модель читает</translation>
    </message>
    <message numerus="yes">
        <source>thinking · %n s</source>
        <translation>
            <numerusform>размышление · %n с</numerusform>
            <numerusform>размышление · %n с</numerusform>
            <numerusform>размышление · %n с</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · no data for %n s</source>
        <extracomment>%1: &quot;waiting for the first word · 35 s&quot;</extracomment>
        <translation>
            <numerusform>%1 · нет данных %n с</numerusform>
            <numerusform>%1 · нет данных %n с</numerusform>
            <numerusform>%1 · нет данных %n с</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Aura::RunCommand</name>
    <message>
        <source>Port %1 is taken. Choose another one, or none for any that is free.</source>
        <translation>Порт %1 занят. Выберите другой или не указывайте его, чтобы взять любой свободный.</translation>
    </message>
</context>
<context>
    <name>Aura::SearchDelegate</name>
    <message>
        <source>In the title</source>
        <translation>В названии</translation>
    </message>
</context>
<context>
    <name>Aura::SecretEdit</name>
    <message>
        <source>Show what is typed</source>
        <translation>Показывать вводимое</translation>
    </message>
    <message>
        <source>Reading from the key store…</source>
        <translation>Чтение из хранилища ключей…</translation>
    </message>
</context>
<context>
    <name>Aura::SecretQuestions</name>
    <message>
        <source>There is no key store on this computer that answers.</source>
        <translation>На этом компьютере нет отвечающего хранилища ключей.</translation>
    </message>
    <message>
        <source>Your keys could not be kept. %1</source>
        <translation>Не удалось сохранить ваши ключи. %1</translation>
    </message>
    <message>
        <source>Where may Aura keep your API keys and passwords?

A file that only you can read is not encrypted: whoever can read your files as you, or copies the disk, can read the keys.

This session only means that you enter them again at the next start.</source>
        <translation>Где Aura хранить ваши ключи API и пароли?

Файл, доступный только вам, не зашифрован: ключи прочтёт каждый, кто может читать файлы от вашего имени или скопирует диск.

«Только этот сеанс» значит, что при следующем запуске вы введёте их снова.</translation>
    </message>
    <message>
        <source>Keep in a file</source>
        <translation>Хранить в файле</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Только этот сеанс</translation>
    </message>
    <message>
        <source>The keys could not be carried over and stay where they are. %1</source>
        <translation>Не удалось перенести ключи; они остались на прежнем месте. %1</translation>
    </message>
    <message>
        <source>The keys could not be carried over. %1</source>
        <translation>Не удалось перенести ключи. %1</translation>
    </message>
    <message>
        <source>Aura can use the other place all the same. Keys that cannot be read now have to be entered again.</source>
        <translation>Aura всё равно может использовать другое место. Ключи, которые сейчас не читаются, придётся ввести заново.</translation>
    </message>
    <message>
        <source>Change all the same</source>
        <translation>Всё равно сменить</translation>
    </message>
    <message>
        <source>Keys and passwords</source>
        <translation>Ключи и пароли</translation>
    </message>
</context>
<context>
    <name>Aura::ServerSearch</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 по адресу %2</translation>
    </message>
</context>
<context>
    <name>Aura::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Беседа</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Подключения</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Внешний вид</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Приватность</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ОК</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>The settings could not be saved. Is the disk full?</source>
        <translation>Не удалось сохранить настройки. Не заполнен ли диск?</translation>
    </message>
</context>
<context>
    <name>Aura::Sidebar</name>
    <message>
        <source>New conversation</source>
        <translation>Новая беседа</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Искать беседы</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Words, &quot;whole phrases&quot;, -without. Narrow it down with role:user, model:, in:folder, before:2026-01-31, after:, has:code.</source>
        <translation>Слова, &quot;целые фразы&quot;, -исключения. Уточнить можно так: role:user, model:, in:папка, before:2026-01-31, after:, has:code.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найденное</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>По запросу «%1» ничего не найдено.</translation>
    </message>
</context>
<context>
    <name>Aura::SidebarModel</name>
    <message>
        <source>answering</source>
        <translation>отвечает</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>есть ответ</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>проблема</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>На этой неделе</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations</source>
        <translation>
            <numerusform>%n беседа</numerusform>
            <numerusform>%n беседы</numerusform>
            <numerusform>%n бесед</numerusform>
        </translation>
    </message>
    <message>
        <source>open, %1</source>
        <translation>открыта, %1</translation>
    </message>
    <message>
        <source>closed, %1</source>
        <translation>закрыта, %1</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закреплённые</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Папки</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Архив</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Корзина</translation>
    </message>
</context>
<context>
    <name>Aura::SidebarView</name>
    <message>
        <source>New folder</source>
        <translation>Новая папка</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Remove folder, keep conversations</source>
        <translation>Удалить папку, сохранив беседы</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Создать копию</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Открепить</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>Переместить в папку</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Вернуть из архива</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>В архив</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Переместить в корзину</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Новая папка…</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Без папки</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Удалить навсегда…</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Очистить корзину…</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Удалить навсегда</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n conversations for good?</source>
        <translation>
            <numerusform>Удалить %n беседу навсегда?</numerusform>
            <numerusform>Удалить %n беседы навсегда?</numerusform>
            <numerusform>Удалить %n бесед навсегда?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are removed from the history, from the search and from its copies on this computer. This cannot be undone.</source>
        <translation>Они исчезнут из истории, из поиска и из копий на этом компьютере. Отменить это нельзя.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Беседы</translation>
    </message>
</context>
<context>
    <name>Aura::Smoke</name>
    <message>
        <source>What can Aura do?</source>
        <translation>Что умеет Aura?</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>Не удалось записать %1.</translation>
    </message>
</context>
<context>
    <name>Aura::StatusDot</name>
    <message>
        <source>Not asked yet</source>
        <translation>Ещё не запрашивалось</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Отвечает</translation>
    </message>
    <message>
        <source>Did not answer last time</source>
        <translation>В прошлый раз не ответил</translation>
    </message>
</context>
<context>
    <name>Aura::TemperatureField</name>
    <message>
        <source>Temperature slider</source>
        <translation>Ползунок температуры</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
</context>
<context>
    <name>Aura::TranscriptView</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Выделить всё</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Беседа</translation>
    </message>
    <message>
        <source>Open this address?</source>
        <translation>Открыть этот адрес?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Копировать адрес</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>Сохранить код</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Не сохранено</translation>
    </message>
    <message>
        <source>The code could not be saved as %1: %2</source>
        <translation>Не удалось сохранить код как %1: %2</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Копировать как Markdown</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation>Копировать как простой текст</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Предыдущая версия</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Следующая версия</translation>
    </message>
    <message>
        <source>Load this picture?</source>
        <translation>Загрузить это изображение?</translation>
    </message>
    <message>
        <source>Its server will learn that you read this message, and your address.</source>
        <translation>Его сервер узнает, что вы читаете это сообщение, и ваш адрес.</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Открыть в браузере</translation>
    </message>
    <message>
        <source>The picture was not loaded</source>
        <translation>Изображение не загружено</translation>
    </message>
    <message>
        <source>What was sent…</source>
        <translation>Что было отправлено…</translation>
    </message>
    <message>
        <source>Hidden characters in the code</source>
        <translation>Скрытые символы в коде</translation>
    </message>
    <message>
        <source>The code that you copied holds hidden characters</source>
        <translation>В скопированном коде есть скрытые символы</translation>
    </message>
    <message>
        <source>They are shown as marks here, but other programs show nothing of them, and they can make code do something else than it seems to.</source>
        <translation>Здесь они показаны метками, но другие программы их не показывают, и из-за них код может делать не то, что кажется.</translation>
    </message>
    <message>
        <source>Copy without them</source>
        <translation>Скопировать без них</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Оставить их</translation>
    </message>
</context>
<context>
    <name>Aura::TransferArguments</name>
    <message>
        <source>“import” needs a file, an archive or a folder.</source>
        <translation>«import» нужен файл, архив или папка.</translation>
    </message>
    <message>
        <source>“export” needs --output and a file or a folder.</source>
        <translation>«export» нужен --output с файлом или папкой.</translation>
    </message>
    <message>
        <source>There is no format “%1”. There are: %2.</source>
        <translation>Формата «%1» нет. Есть: %2.</translation>
    </message>
    <message>
        <source>“export” needs either --all or the title of a conversation.</source>
        <translation>«export» нужно либо --all, либо название беседы.</translation>
    </message>
</context>
<context>
    <name>Aura::TransferCommand</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>И ещё %n.</numerusform>
            <numerusform>И ещё %n.</numerusform>
            <numerusform>И ещё %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no conversation with the title “%1”.</source>
        <translation>Беседы с названием «%1» нет.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations have the title “%1”. Rename one, or use --all.</source>
        <translation>
            <numerusform>Название «%1» есть у %n беседы. Переименуйте один или укажите --all.</numerusform>
            <numerusform>Название «%1» есть у %n бесед. Переименуйте один или укажите --all.</numerusform>
            <numerusform>Название «%1» есть у %n бесед. Переименуйте один или укажите --all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n conversation(s) to “%1”.</source>
        <translation>
            <numerusform>%n беседа экспортирована в «%1».</numerusform>
            <numerusform>%n беседы экспортированы в «%1».</numerusform>
            <numerusform>%n бесед экспортировано в «%1».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Aura::TransferDialogs</name>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Chats of other programs (*.json *.jsonl *.zip);;All files (*)</source>
        <translation>Беседы из других программ (*.json *.jsonl *.zip);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить как PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Файлы PDF (*.pdf)</translation>
    </message>
    <message>
        <source>“%1” could not be written. Choose another place.</source>
        <translation>Не удалось записать «%1». Выберите другое место.</translation>
    </message>
</context>
<context>
    <name>Aura::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>Aura::UserAddress</name>
    <message>
        <source>The port “%1” does not exist. Ports go from 1 to %2.</source>
        <translation>Порта «%1» не бывает. Порты — от 1 до %2.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a computer. Check the address for typing errors.</source>
        <translation>«%1» не может быть именем компьютера. Проверьте, нет ли в адресе опечаток.</translation>
    </message>
    <message>
        <source>Enter the server’s address, for example http://localhost:3000.</source>
        <translation>Введите адрес сервера, например http://localhost:3000.</translation>
    </message>
    <message>
        <source>An address has no spaces in it. Enter one address only.</source>
        <translation>В адресе не бывает пробелов. Введите только один адрес.</translation>
    </message>
    <message>
        <source>“%1” does not lead to a chat server. Begin the address with http:// or https://.</source>
        <translation>«%1» не ведёт к серверу бесед. Начните адрес с http:// или https://.</translation>
    </message>
    <message>
        <source>Leave user name and password out of the address. Add them as an extra header “Authorization”.</source>
        <translation>Уберите имя и пароль из адреса. Добавьте их дополнительным заголовком «Authorization».</translation>
    </message>
    <message>
        <source>The address names no computer. Enter it like http://localhost:3000.</source>
        <translation>В адресе не указан компьютер. Введите его так: http://localhost:3000.</translation>
    </message>
    <message>
        <source>A header needs a colon. Enter it like X-Name: value.</source>
        <translation>В заголовке нужно двоеточие. Введите его так: X-Name: value.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a header. Use letters, digits and hyphens.</source>
        <translation>«%1» не может быть именем заголовка. Используйте латинские буквы, цифры и дефисы.</translation>
    </message>
    <message>
        <source>The value of the header %1 has characters that cannot be sent. Use letters without line breaks, at most those of Latin-1.</source>
        <translation>В значении заголовка %1 есть символы, которые нельзя отправить. Допустимы знаки Latin-1 без переводов строки.</translation>
    </message>
    <message>
        <source>Cookies are pairs of name and value. Enter them like name=value; other=value.</source>
        <translation>Cookie — пары из имени и значения. Введите их так: name=value; other=value.</translation>
    </message>
    <message>
        <source>The cookie %1 has characters that cannot be sent. Copy it again from the browser.</source>
        <translation>В cookie %1 есть символы, которые нельзя отправить. Скопируйте её из браузера ещё раз.</translation>
    </message>
    <message>
        <source>A proxy of the kind “%1” is not supported. Begin the address with http:// or socks5://.</source>
        <translation>Прокси вида «%1» не поддерживается. Начните адрес с http:// или socks5://.</translation>
    </message>
    <message>
        <source>Add the proxy’s port, like http://proxy.example:8080.</source>
        <translation>Добавьте порт прокси, например: http://proxy.example:8080.</translation>
    </message>
</context>
<context>
    <name>Aura::WebDriverText</name>
    <message>
        <source>The answer of the browser’s driver was not understood. Is it a WebDriver server of this browser’s version?</source>
        <translation>Ответ драйвера браузера непонятен. Это сервер WebDriver для этой версии браузера?</translation>
    </message>
</context>
<context>
    <name>Aura::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Добро пожаловать</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>Спросите о чём угодно</translation>
    </message>
    <message>
        <source>Connect a server…</source>
        <translation>Подключить сервер…</translation>
    </message>
    <message>
        <source>Look for servers on this computer</source>
        <translation>Найти серверы на этом компьютере</translation>
    </message>
    <message>
        <source>What can Aura do?</source>
        <translation>Что умеет Aura?</translation>
    </message>
    <message>
        <source>A short tour</source>
        <translation>Краткий обзор</translation>
    </message>
    <message>
        <source>Show every Markdown element</source>
        <translation>Покажи все элементы Markdown</translation>
    </message>
    <message>
        <source>Tables, code, lists, maths</source>
        <translation>Таблицы, код, списки, формулы</translation>
    </message>
    <message>
        <source>How do I connect Ollama?</source>
        <translation>Как подключить Ollama?</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Шаг за шагом</translation>
    </message>
    <message>
        <source>The built-in demo answers until you connect a server of yours.</source>
        <translation>Пока вы не подключили свой сервер, отвечает встроенное демо.</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>Отвечает %1.</translation>
    </message>
    <message>
        <source>Looking for servers…</source>
        <translation>Поиск серверов…</translation>
    </message>
    <message>
        <source>No server answered here. Start one, or connect one by its address.</source>
        <translation>Здесь не ответил ни один сервер. Запустите его или подключите по адресу.</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Использовать</translation>
    </message>
</context>
<context>
    <name>Aura::WindowFailure</name>
    <message>
        <source>The display cannot be opened. Is it running, and are DISPLAY or WAYLAND_DISPLAY right? “aura ask” needs none.</source>
        <translation>Не удаётся открыть дисплей. Запущен ли он, и верны ли DISPLAY или WAYLAND_DISPLAY? Команде «aura ask» дисплей не нужен.</translation>
    </message>
    <message>
        <source>Qt has no platform “%1” here. Is QT_QPA_PLATFORM right? On Debian and Ubuntu, qt6-qpa-plugins and qt6-wayland bring what windows need.</source>
        <translation>В Qt здесь нет платформы «%1». Верно ли значение QT_QPA_PLATFORM? В Debian и Ubuntu всё нужное для окон приносят пакеты qt6-qpa-plugins и qt6-wayland.</translation>
    </message>
    <message>
        <source>Qt&apos;s platform plugin “%1” is missing, so no window can be opened. On Debian and Ubuntu: apt install qt6-qpa-plugins qt6-wayland</source>
        <translation>Нет модуля платформы Qt «%1», поэтому окно открыть нельзя. В Debian и Ubuntu: apt install qt6-qpa-plugins qt6-wayland</translation>
    </message>
    <message>
        <source>Qt&apos;s platform plugin “%1” does not load; a library that it needs is missing. With QT_DEBUG_PLUGINS=1 it says which.</source>
        <translation>Модуль платформы Qt «%1» не загружается: не хватает библиотеки. С QT_DEBUG_PLUGINS=1 он скажет какой.</translation>
    </message>
</context>
<context>
    <name>Aura::ZipArchive</name>
    <message>
        <source>The archive is damaged. Download or copy it again.</source>
        <translation>Архив повреждён. Скачайте или скопируйте его заново.</translation>
    </message>
    <message>
        <source>The archive unpacks to far more than a chat export would; it was not read any further.</source>
        <translation>Архив распаковывается в гораздо больший объём, чем бывает у экспорта бесед; дальше он не читался.</translation>
    </message>
    <message>
        <source>The archive “%1” cannot be opened: %2</source>
        <translation>Не удаётся открыть архив «%1»: %2</translation>
    </message>
    <message>
        <source>There is no JSON file in the archive “%1”.</source>
        <translation>В архиве «%1» нет файлов JSON.</translation>
    </message>
    <message>
        <source>“%1” is locked with a password. Unpack the archive first.</source>
        <translation>«%1» защищён паролем. Сначала распакуйте архив.</translation>
    </message>
    <message>
        <source>“%1” is packed in a way that Aura does not know. Unpack the archive first.</source>
        <translation>Файл «%1» упакован способом, которого Aura не знает. Сначала распакуйте архив.</translation>
    </message>
    <message>
        <source>The archive “%1” cannot be opened: it is damaged or not whole. Download or copy it again.</source>
        <translation>Архив «%1» не открывается: он повреждён или не полон. Скачайте или скопируйте его ещё раз.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>There is no display to open a window on. Use &quot;aura ask&quot; to ask in the terminal.</source>
        <translation>Нет дисплея, чтобы открыть окно. Задать вопрос в терминале можно командой «aura ask».</translation>
    </message>
</context>
</TS>
