# Sourced by the scripts beside this folder, with $root set to the checkout: prepares its node_modules.

install_package() { # name; Debian and its kin, as root, where nobody has to be asked
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Debian's package $1." >&2
    DEBIAN_FRONTEND=noninteractive apt-get -q update >&2 &&
      DEBIAN_FRONTEND=noninteractive apt-get -q -y install "$1" >&2
  else
    return 1
  fi
}

prepare_node() {
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "Node.js is missing: install version 20.19 or newer, for instance with 'apt-get install nodejs npm'." >&2
    return 1
  fi
  if ! node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'; then
    echo "Node.js $(node --version) is too old: 20.19 or newer is needed." >&2
    return 1
  fi
  # npm writes this file last, so an installation that was cut short is done again.
  if [ "$root/node_modules/.package-lock.json" -nt "$root/package-lock.json" ]; then
    return 0
  fi
  echo "Installing the packages of package-lock.json." >&2
  (cd -- "$root" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --ignore-scripts --no-progress >&2) || {
    echo "The npm packages could not be installed; npm says why above." >&2
    return 1
  }
}

find_chromium() { # sets CHROMIUM
  if known_chromium || { install_package chromium && known_chromium; }; then
    return 0
  fi
  echo "Chromium is missing: install it, for instance with 'apt-get install chromium', or set CHROMIUM to its path." >&2
  return 1
}

known_chromium() {
  for candidate in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then
      CHROMIUM=$candidate
      export CHROMIUM
      return 0
    fi
  done
  return 1
}
