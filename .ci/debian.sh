#!/usr/bin/env bash
# Installs the system packages of the checks in .ci/checks; tries three times, because a mirror may fail.
set -euo pipefail

packages=(libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils fonts-noto-cjk)
as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo)
export DEBIAN_FRONTEND=noninteractive

present() {
  command -v soffice >/dev/null && dpkg -s libreoffice-writer-nogui libreoffice-writer 2>/dev/null | grep -q '^Status: install ok' && command -v pdftotext >/dev/null && fc-list 2>/dev/null | grep -qi 'noto.*cjk'
}

if present; then
  echo 'already installed'
  exit 0
fi

for attempt in 1 2 3; do
  if "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null; then
    exit 0
  fi
  echo "apt-get stumbled (attempt $attempt of 3)" >&2
  sleep $((attempt * 10))
done
echo 'LibreOffice, Poppler and the fonts could not be installed: the checks that need them cannot run.' >&2
exit 1
