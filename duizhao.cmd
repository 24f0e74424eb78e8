@echo off
rem Starts duizhao on Windows: builds the jar when there is none, then runs it. After changing the
rem sources, build again with: mvn -DskipTests package
rem
rem   JAVA_HOME           the Java to run on, 17 or later; else the java on the PATH
rem   DUIZHAO_JAVA_OPTS   more options for the JVM
setlocal
set "here=%~dp0"
set "jar=%here%target\duizhao.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"

rem Java 17 is the first that knows this option.
"%java%" --enable-native-access=ALL-UNNAMED --version >nul 2>nul
if errorlevel 1 goto nojava

if exist "%here%pom.xml" goto sources
if exist "%here%duizhao.jar" set "jar=%here%duizhao.jar"
goto run

:sources
if exist "%jar%" goto run
echo duizhao: building %jar% 1>&2
call mvn -B -q -DskipTests -f "%here%pom.xml" package 1>&2
if errorlevel 1 exit /b 3

:run
if not exist "%jar%" goto nojar
rem The console shows what it is given in its code page; 65001 is UTF-8. It gets its own back.
set "page="
for /f "tokens=2 delims=:." %%c in ('chcp') do set "page=%%c"
chcp 65001 >nul
"%java%" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 %DUIZHAO_JAVA_OPTS% -jar "%jar%" %*
set "code=%errorlevel%"
if defined page chcp %page% >nul
exit /b %code%

:nojava
echo duizhao: Java 17 or later is needed, on the PATH or in JAVA_HOME 1>&2
exit /b 3

:nojar
echo duizhao: there is no duizhao.jar in "%here%" 1>&2
exit /b 3
