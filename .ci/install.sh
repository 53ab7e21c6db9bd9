# Installs, by name and only where it is missing, what the checks need beyond Node: sourced by run.
# Debian's packages need root; where that or apt-get is missing, the tests that need them say so.

readonly act_version=0.2.87
readonly actionlint_version=1.7.12
readonly cache="${XDG_CACHE_HOME:-$HOME/.cache}/deploy-actions"

install_tools() {
  install_packages
  install_buildx
  install_python_tools && PATH="$cache/venv/bin:$PATH"
  install_go_tools && PATH="$(go env GOPATH)/bin:$PATH"
  export PATH
  start_docker
}

install_packages() {
  local packages=()
  command -v docker >/dev/null && command -v dockerd >/dev/null || packages+=(docker.io)
  command -v docker-registry >/dev/null || packages+=(docker-registry)
  busybox_is_static || packages+=(busybox-static)
  python3 -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3-venv)
  [ ${#packages[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "Not installed, for want of root and apt-get: ${packages[*]}"
    return
  fi
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y "${packages[@]}" >/dev/null
}

# Debian 12 has no buildx: that of Debian 13 runs there too, as a plugin that docker finds whatever DOCKER_CONFIG names.
install_buildx() {
  docker buildx version >/dev/null 2>&1 && return
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo 'Not installed, for want of root and apt-get: docker-buildx'
    return
  fi
  local folder="$scratch/buildx" mirror plugin
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 '/debian/$')
  mkdir -p "$folder/lists/partial"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" >"$folder/sources"
  local options=(-qq -o "Dir::Etc::sourcelist=$folder/sources" -o Dir::Etc::sourceparts=-
    -o "Dir::State::lists=$folder/lists" -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update &&
    (cd "$folder" && apt-get "${options[@]}" download docker-buildx) &&
    dpkg-deb -x "$folder"/docker-buildx_*.deb "$folder/files" || return
  plugin=usr/libexec/docker/cli-plugins/docker-buildx
  install -D -m 755 "$folder/files/$plugin" /usr/local/lib/docker/cli-plugins/docker-buildx
}

busybox_is_static() {
  local busybox
  busybox=$(command -v busybox) && ! ldd "$busybox" >/dev/null 2>&1
}

# A new environment for each list of versions: an old one never lingers.
install_python_tools() {
  local stamp
  stamp="$cache/venv/$(sha256sum .ci/requirements.txt | cut -c1-16)"
  [ -e "$stamp" ] && return
  rm -rf "$cache/venv"
  python3 -m venv "$cache/venv" &&
    "$cache/venv/bin/pip" install --quiet --disable-pip-version-check -r .ci/requirements.txt &&
    touch "$stamp"
}

install_go_tools() {
  local bin
  bin=$(go env GOPATH)/bin
  "$bin/act" --version 2>/dev/null | grep -qF "$act_version" ||
    go install "github.com/nektos/act@v$act_version" || return
  "$bin/actionlint" --version 2>/dev/null | grep -qF "$actionlint_version" ||
    go install "github.com/rhysd/actionlint/cmd/actionlint@v$actionlint_version"
}

# One engine a machine: where one answers, it is used and left alone.
start_docker() {
  docker info >/dev/null 2>&1 && return
  [ "$(id -u)" -eq 0 ] && command -v dockerd >/dev/null || return
  export DOCKER_HOST="unix://$scratch/docker.sock"
  dockerd --data-root "$scratch/docker" --exec-root "$scratch/docker-exec" -H "$DOCKER_HOST" \
    --pidfile "$scratch/docker.pid" >"$scratch/docker.log" 2>&1 &
  docker_pid=$!
  for _ in $(seq 60); do
    docker info >/dev/null 2>&1 && return
    sleep 0.5
  done
  echo 'The Docker engine did not start. The end of its log:'
  tail -n 20 "$scratch/docker.log"
  return 1
}

stop_docker() {
  [ -n "${docker_pid:-}" ] || return 0
  kill "$docker_pid" 2>/dev/null
  wait "$docker_pid" 2>/dev/null
}
