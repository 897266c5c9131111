# Sourced by deploy/up and deploy/down, from the project's root: the tools of this machine, and what has to be built.

JAVA_NEEDED=17
MAVEN_NEEDED=3.8.7
APPLICATIONS=(volunteers-service donations-service food-hub-service gateway)
SUPERVISOR_JVM=(-Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dorg.slf4j.simpleLogger.defaultLogLevel=off
  "-Dproject.root=$PWD" -cp "deploy/local/target/classes:deploy/local/target/lib/*")

fail() {
  echo "$*" >&2
  exit 1
}

# 17.0.15 -> 17, 1.8.0 -> 8; nothing when it is no JDK
java_major() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 0
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release" 2>/dev/null || true)
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
  version=${version#1.}
  echo "${version%%[.+-]*}"
}

# The newest JDK of this machine; sets and exports JAVA_HOME.
find_java() {
  local candidate major newest=0 home="" found
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    major=$(java_major "$candidate")
    if [[ $major =~ ^[0-9]+$ ]] && [ "$major" -gt "$newest" ]; then
      newest=$major home=$candidate
    fi
  done
  if [ -z "$home" ] && found=$(command -v javac); then
    home=$(cd "$(dirname "$(readlink -f "$found")")/.." && pwd)
    newest=$(java_major "$home")
  fi
  [ "${newest:-0}" -ge "$JAVA_NEEDED" ] || fail "Milano Aiuta needs a JDK $JAVA_NEEDED or newer. Found: $(
    [ -n "$home" ] && echo "JDK $newest at $home" || echo "none"). On Debian: apt install openjdk-17-jdk-headless"
  export JAVA_HOME=$home
}

find_maven() {
  command -v mvn >/dev/null || fail "Milano Aiuta needs Maven $MAVEN_NEEDED or newer; there is no mvn. On Debian: apt install maven"
  local version
  version=$(mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
  [ "$(printf '%s\n%s\n' "$MAVEN_NEEDED" "$version" | sort -V | head -n 1)" = "$MAVEN_NEEDED" ] ||
    fail "Milano Aiuta needs Maven $MAVEN_NEEDED or newer; this is ${version:-unknown}."
}

# is_stale STAMP INPUT...: whether an input, or a folder in it, was changed after the stamp was set; also when there is no stamp
is_stale() {
  local stamp=$1
  shift
  [ -e "$stamp" ] || return 0
  [ -n "$(find "$@" -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# Of the modules that are run: those whose sources, or whose libraries' sources, changed since they were built.
stale_modules() {
  local common=(pom.xml .mvn platform/web/pom.xml platform/web/src/main) module
  is_stale deploy/local/target/up.stamp pom.xml .mvn deploy/local/pom.xml deploy/local/src/main && echo deploy/local
  for module in "${APPLICATIONS[@]}"; do
    local inputs=("${common[@]}" "$module/pom.xml" "$module/src/main")
    [ "$module" = gateway ] || inputs+=(platform/data/pom.xml platform/data/src/main platform/events/pom.xml platform/events/src/main)
    { [ -e "$module/target/quarkus-app/quarkus-run.jar" ] && ! is_stale "$module/target/up.stamp" "${inputs[@]}"; } || echo "$module"
  done
}

# build_what_is_stale [ARGUMENT...]: with --infra among them our own programs are not needed
build_what_is_stale() {
  local stale began module
  stale=$(stale_modules)
  [[ " $* " != *" --infra "* ]] || stale=$(grep -x deploy/local <<<"$stale" || true)
  stale=$(paste -sd, - <<<"$stale")
  [ -n "$stale" ] || return 0
  find_maven
  mkdir -p target
  began=$(mktemp target/up.stamp.XXXXXX)
  echo "Building ${stale//,/, } with JDK $(java_major "$JAVA_HOME") (all that is said goes to target/up-build.log)"
  if ! mvn -B -DskipTests -Dformatter.skip -Dimpsort.skip -pl "$stale" -am package 2>&1 | tee target/up-build.log | report_modules; then
    rm -f "$began"
    grep -m 20 '^\[ERROR\]' target/up-build.log >&2 || tail -n 20 target/up-build.log >&2
    fail "The build failed; target/up-build.log has it all."
  fi
  for module in ${stale//,/ }; do
    # as old as the beginning of the build: what was changed meanwhile is stale again
    cp -p "$began" "$module/target/up.stamp"
  done
  rm -f "$began"
}

report_modules() {
  local line
  while IFS= read -r line; do
    case $line in
      *"Building Milano Aiuta: "*"["*) printf '%6d s  %s\n' "$SECONDS" "$(sed 's/.*Building Milano Aiuta: //; s/ [^ ]*  *\[/ [/' <<<"$line")" ;;
    esac
  done
}
