<# : batch portion
@echo off
rem Starts Tokenwalk from a fresh clone; nothing else has to be done first.
rem
rem   tokenwalk                    opens the app
rem   tokenwalk COMMAND [ARG...]   a command that needs no window; tokenwalk --help lists them
rem   tokenwalk test [MAVEN ARG..] runs all tests
rem
rem The end of this file is PowerShell, for which all of this is a comment. It finds the JDK and
rem tells whether a build is due. Java is started from here, because PowerShell would re-encode
rem what is piped in and out.
setlocal DisableDelayedExpansion

rem Without its last backslash, which would escape the quote after it.
set "TW_HOME=%~dp0"
set "TW_HOME=%TW_HOME:~0,-1%"
set "TW_SCRIPT=%~f0"
set "TW_MODULES=%TW_HOME%\app\target\modules"
set "TW_JDK="
set "TW_STALE="
set "TW_HEADLESS="

for /f "usebackq tokens=1* delims==" %%A in (`powershell -NoProfile -Command "Invoke-Expression (Get-Content -Raw -LiteralPath $env:TW_SCRIPT)"`) do set "TW_%%A=%%B"
if not defined TW_JDK (
    echo tokenwalk: needs a JDK 25 or newer, with javac, and found none. Install one, for example from https://adoptium.net, and set JAVA_HOME if it lies in an unusual place. 1>&2
    exit /b 1
)

if /i "%~1"=="test" goto test
if /i "%~1"=="render" set "TW_HEADLESS=-Djava.awt.headless=true -Dglass.platform=Headless -Dprism.order=sw"
if defined TW_STALE call :build || exit /b 1
"%TW_JDK%\bin\java.exe" "@%TW_HOME%\app\jvm.options" --module-path "%TW_MODULES%" %TW_HEADLESS% "-Dtokenwalk.home=%TW_HOME%" -m tokenwalk.app/tokenwalk.app.Main %*
exit /b %ERRORLEVEL%

:build
echo Building Tokenwalk (about a minute the first time)... 1>&2
call :locked -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true package 1>&2 || (
    echo tokenwalk: the build failed; the lines above say why. 1>&2
    exit /b 1
)
copy /y nul "%TW_MODULES%\built" >nul
exit /b 0

:test
set "TW_ARGS=%*"
set "TW_ARGS=%TW_ARGS:~4%"
call :locked -B -ntp verify %TW_ARGS% || exit /b 1
rem With arguments it may have built less than everything.
if not defined TW_ARGS copy /y nul "%TW_MODULES%\built" >nul
exit /b 0

rem One build at a time: Windows does not open a file for a second writer, and lets go of it
rem whichever way the first one ends. Only || notices that a redirection failed.
:locked
if not exist "%TW_HOME%\app\target" mkdir "%TW_HOME%\app\target"
9>"%TW_HOME%\app\target\build.lock" call :maven %* || exit /b 1
exit /b 0

rem Maven must itself run on that JDK to package classes of its version. The jars go first, so
rem that none of an older dependency stays behind. Maven's own libraries use sun.misc.Unsafe, and
rem new JDKs warn of that at every start.
:maven
setlocal
if exist "%TW_MODULES%" rmdir /s /q "%TW_MODULES%"
if exist "%TW_MODULES%" (
    echo tokenwalk: cannot replace the program while it is running; close it first. 1>&2
    exit /b 1
)
set "JAVA_HOME=%TW_JDK%"
set "MAVEN_OPTS=%MAVEN_OPTS% --sun-misc-unsafe-memory-access=allow"
set "TW_MAVEN="
for %%M in (mvn.cmd) do set "TW_MAVEN=%%~$PATH:M"
if not defined TW_MAVEN set "TW_MAVEN=%TW_HOME%\mvnw.cmd"
pushd "%TW_HOME%"
call "%TW_MAVEN%" %*
set "TW_STATUS=%ERRORLEVEL%"
popd
exit /b %TW_STATUS%
: end batch / begin powershell #>

# Prints JDK=folder where there is one and STALE=yes where a build is due.

Set-Location -LiteralPath $env:TW_HOME

$homes = @($env:JAVA_HOME)
$homes += Get-Command javac.exe -CommandType Application -ErrorAction SilentlyContinue |
    ForEach-Object { Split-Path (Split-Path $_.Source) }
$folders = @()
foreach ($programs in $env:ProgramFiles, "$env:LOCALAPPDATA\Programs") {
    foreach ($maker in 'Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'BellSoft') {
        $folders += "$programs\$maker"
    }
}
$folders += "$HOME\.jdks", "$HOME\.sdkman\candidates\java"
$homes += Get-ChildItem -LiteralPath $folders -Directory -ErrorAction SilentlyContinue |
    ForEach-Object { $_.FullName }

# A runtime without javac will not do, since we build; the release file tells the version.
foreach ($jdk in $homes) {
    if (-not $jdk) { continue }
    if (-not (Test-Path -LiteralPath "$jdk\bin\javac.exe")) { continue }
    $release = Get-Content -Raw -LiteralPath "$jdk\release" -ErrorAction SilentlyContinue
    if ($release -match '(?m)^JAVA_VERSION="(\d+)' -and [int]$Matches[1] -ge 25) {
        "JDK=$jdk"
        break
    }
}

# Folders are compared too: their time changes when a file in them is deleted.
$stamp = Get-Item -LiteralPath 'app\target\modules\built' -ErrorAction SilentlyContinue
$sources = @(Get-Item 'pom.xml', '*\pom.xml', '.mvn', '*\src\main' -Force)
$sources += Get-Item '.mvn', '*\src\main' -Force | Get-ChildItem -Recurse -Force
if (-not $stamp -or ($sources | Where-Object { $_.LastWriteTime -gt $stamp.LastWriteTime })) {
    'STALE=yes'
}
