# SPDX-FileCopyrightText: 2026 The Aura authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034 # for those who read this in
# Version, date and id as the top CMakeLists.txt says them; read in at the top of the tree.

cmake_value() { # NAME
    sed -n "s/^set($1 \([^ )]*\)).*/\1/p" CMakeLists.txt
}
version=${AURA_VERSION:-$(sed -n 's/^project(Aura VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)}
release_date=$(cmake_value AURA_RELEASE_DATE)
app_id=$(cmake_value AURA_APP_ID)
SOURCE_DATE_EPOCH=$(date -u -d "$release_date" +%s)
homepage=$(sed -n 's/.*HOMEPAGE_URL "\([^"]*\)".*/\1/p' CMakeLists.txt)
