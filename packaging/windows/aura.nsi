; SPDX-FileCopyrightText: 2026 The Aura authors
; SPDX-License-Identifier: GPL-3.0-or-later
;
; The installer for one user, who need not be an administrator. Options: /S asks and shows nothing,
; /D=FOLDER (the last one, without quotes) installs there. It ends with 1 where it was stopped and with
; 2 where Aura is running. VERSION, OUT, LISTS, ICON, SIZE, HOMEPAGE come from `package`.
Unicode true
Name "Aura"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Aura"
InstallDirRegKey HKCU "Software\Aura" "InstallFolder"
ManifestDPIAware true
ManifestSupportedOS Win10
BrandingText "Aura ${VERSION}"

!include "MUI2.nsh"
!define uninstallKey "Software\Microsoft\Windows\CurrentVersion\Uninstall\Aura"
!define pathKey "Software\Microsoft\Windows\CurrentVersion\App Paths\aura.exe"
!define applicationKey "Software\Classes\Applications\aura.exe"
!define importKey "Software\Classes\Aura.Import"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\aura.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Russian"
!include "${__FILEDIR__}/texts.nsh"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductName" "Aura"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileDescription" "Aura Setup"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "LegalCopyright" "2026 The Aura authors, GPL-3.0-or-later"

; Windows lets nobody write to a program that runs.
!macro countRunning file
    ${If} ${FileExists} "${file}"
        ClearErrors
        FileOpen $0 "${file}" a
        ${If} ${Errors}
            IntOp $1 $1 + 1
        ${Else}
            FileClose $0
        ${EndIf}
    ${EndIf}
!macroend
!macro refuseWhileRunning un
Function ${un}refuseWhileRunning
    ${Do}
        StrCpy $1 0
        !insertmacro countRunning "$INSTDIR\aura.exe"
        !insertmacro countRunning "$INSTDIR\aura.com"
        ${If} $1 == 0
            Return
        ${EndIf}
    ${LoopUntil} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(isRunning)" /SD IDCANCEL IDCANCEL`
    SetErrorLevel 2
    Quit
FunctionEnd
!macroend
!include "LogicLib.nsh"
!insertmacro refuseWhileRunning ""
!insertmacro refuseWhileRunning "un."

; "Open with" offers Aura; what opens these files by itself stays as it was.
!macro offerFor extension
    WriteRegStr HKCU "${applicationKey}\SupportedTypes" "${extension}" ""
    WriteRegStr HKCU "Software\Classes\${extension}\OpenWithProgids" "Aura.Import" ""
!macroend
!macro offerNoMore extension
    DeleteRegValue HKCU "Software\Classes\${extension}\OpenWithProgids" "Aura.Import"
    DeleteRegKey /ifempty HKCU "Software\Classes\${extension}\OpenWithProgids"
    DeleteRegKey /ifempty HKCU "Software\Classes\${extension}"
!macroend
!macro tellExplorer
    System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)'
!macroend

Section
    Call refuseWhileRunning
    ; What another version installed goes first, by its own list.
    ${If} ${FileExists} "$INSTDIR\uninstall.exe"
        ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR' $0
        ${If} $0 <> 0
            SetErrorLevel $0
            Quit
        ${EndIf}
    ${EndIf}
    ClearErrors
    !include "${LISTS}/install.nsh"
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    ${If} ${Errors}
        MessageBox MB_OK|MB_ICONSTOP "$(notWritten)" /SD IDOK
        SetErrorLevel 1
        Quit
    ${EndIf}
    CreateShortcut "$SMPROGRAMS\Aura.lnk" "$INSTDIR\aura.exe"

    WriteRegStr HKCU "Software\Aura" "InstallFolder" "$INSTDIR"
    WriteRegStr HKCU "${pathKey}" "" "$INSTDIR\aura.exe"
    WriteRegStr HKCU "${applicationKey}" "FriendlyAppName" "Aura"
    WriteRegStr HKCU "${applicationKey}\shell\open\command" "" '"$INSTDIR\aura.exe" "%1"'
    WriteRegStr HKCU "${importKey}" "" "$(conversations)"
    WriteRegStr HKCU "${importKey}\DefaultIcon" "" "$INSTDIR\aura.exe,0"
    WriteRegStr HKCU "${importKey}\shell\open\command" "" '"$INSTDIR\aura.exe" "%1"'
    !insertmacro offerFor ".json"
    !insertmacro offerFor ".jsonl"
    !insertmacro offerFor ".zip"
    !insertmacro tellExplorer

    WriteRegStr HKCU "${uninstallKey}" "DisplayName" "Aura"
    WriteRegStr HKCU "${uninstallKey}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${uninstallKey}" "DisplayIcon" "$INSTDIR\aura.exe,0"
    WriteRegStr HKCU "${uninstallKey}" "Publisher" "The Aura authors"
    WriteRegStr HKCU "${uninstallKey}" "URLInfoAbout" "${HOMEPAGE}"
    WriteRegStr HKCU "${uninstallKey}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${uninstallKey}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${uninstallKey}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${uninstallKey}" "EstimatedSize" ${SIZE}
    WriteRegDWORD HKCU "${uninstallKey}" "NoModify" 1
    WriteRegDWORD HKCU "${uninstallKey}" "NoRepair" 1
SectionEnd

; Conversations, settings and keys are the user's: they stay.
Section "un.Aura"
    Call un.refuseWhileRunning
    !include "${LISTS}/uninstall.nsh"
    Delete "$INSTDIR\uninstall.exe"
    SetOutPath "$TEMP" ; a folder that somebody stands in does not go
    RMDir "$INSTDIR"
    RMDir "$LOCALAPPDATA\Programs"
    Delete "$SMPROGRAMS\Aura.lnk"
    DeleteRegKey HKCU "${uninstallKey}"
    DeleteRegKey HKCU "${pathKey}"
    DeleteRegKey HKCU "${applicationKey}"
    DeleteRegKey HKCU "${importKey}"
    DeleteRegKey /ifempty HKCU "Software\Microsoft\Windows\CurrentVersion\Uninstall"
    DeleteRegKey /ifempty HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths"
    DeleteRegKey /ifempty HKCU "Software\Classes\Applications"
    DeleteRegValue HKCU "Software\Aura" "InstallFolder"
    DeleteRegKey /ifempty HKCU "Software\Aura"
    !insertmacro offerNoMore ".json"
    !insertmacro offerNoMore ".jsonl"
    !insertmacro offerNoMore ".zip"
    !insertmacro tellExplorer
SectionEnd
