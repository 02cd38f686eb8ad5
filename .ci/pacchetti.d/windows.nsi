; The installer for one person, who needs no administrator. It asks nothing but the language.
Unicode true
; As the program: where it does not run, neither does the installer.
Target amd64-unicode
!include MUI2.nsh
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Sportello"

Name "Sportello"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Sportello"
RequestExecutionLevel user
SetCompressor /SOLID lzma
; The dates of the files are those of the package, the same on every machine.
SetDateSave on
BrandingText " "
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Sportello"
VIAddVersionKey FileDescription "Sportello"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey LegalCopyright "EUPL-1.2"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Italian"
!insertmacro MUI_LANGUAGE "English"

LangString SIMPLE ${LANG_ITALIAN} "Sportello, modo semplice"
LangString SIMPLE ${LANG_ENGLISH} "Sportello, simple mode"
LangString STAYS ${LANG_ITALIAN} "Restano banco, impostazioni e archivi:"
LangString STAYS ${LANG_ENGLISH} "Desk, settings and archives stay:"

Function .onInit
  ; Italian or English as Windows is, without a question.
  StrCmp $LANGUAGE ${LANG_ITALIAN} +2
  StrCpy $LANGUAGE ${LANG_ENGLISH}
FunctionEnd

Function un.onInit
  ReadRegStr $0 HKCU "${KEY}" "Language"
  StrCmp $0 "" +2
  StrCpy $LANGUAGE $0
FunctionEnd

Section
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*.*"
  CreateDirectory "$SMPROGRAMS\Sportello"
  SetOutPath "$PROFILE"
  CreateShortCut "$SMPROGRAMS\Sportello\Sportello.lnk" "$INSTDIR\sportello.exe"
  CreateShortCut "$SMPROGRAMS\Sportello\$(SIMPLE).lnk" "$INSTDIR\sportello.exe" "semplice"
  WriteUninstaller "$INSTDIR\togli.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Sportello"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\sportello.exe"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\togli.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\togli.exe" /S'
  WriteRegStr HKCU "${KEY}" "Language" "$LANGUAGE"
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  ; Only what was installed: who put something else there keeps it.
  Delete "$INSTDIR\sportello.exe"
  Delete "$INSTDIR\README.md"
  Delete "$INSTDIR\CHANGELOG.md"
  Delete "$INSTDIR\LICENSE"
  RMDir /r "$INSTDIR\man"
  RMDir /r "$INSTDIR\completamenti"
  Delete "$INSTDIR\togli.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Sportello\Sportello.lnk"
  Delete "$SMPROGRAMS\Sportello\$(SIMPLE).lnk"
  RMDir "$SMPROGRAMS\Sportello"
  DeleteRegKey HKCU "${KEY}"
  ; What can be made again goes; what was counted and noted at the desk is the person's.
  RMDir /r "$LOCALAPPDATA\Sportello\sportello\cache"
  RMDir "$LOCALAPPDATA\Sportello\sportello"
  RMDir "$LOCALAPPDATA\Sportello"
  DetailPrint "$(STAYS) $APPDATA\Sportello"
  IfFileExists "$APPDATA\Sportello\*.*" 0 +2
  MessageBox MB_OK "$(STAYS)$\r$\n$APPDATA\Sportello" /SD IDOK
SectionEnd
