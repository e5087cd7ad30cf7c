; SPDX-FileCopyrightText: 2026 The Aura authors
; SPDX-License-Identifier: GPL-3.0-or-later
;
; What the installer says itself; the rest is NSIS's.
LangString isRunning ${LANG_ENGLISH} "Aura is running. Close it, then try again."
LangString isRunning ${LANG_RUSSIAN} "Aura запущена. Закройте её и повторите попытку."
LangString notWritten ${LANG_ENGLISH} "Some files could not be written to $INSTDIR. Choose another folder, or make room, and install again."
LangString notWritten ${LANG_RUSSIAN} "Не удалось записать часть файлов в папку $INSTDIR. Выберите другую папку или освободите место и повторите установку."
LangString conversations ${LANG_ENGLISH} "Conversations to import"
LangString conversations ${LANG_RUSSIAN} "Разговоры для импорта"
