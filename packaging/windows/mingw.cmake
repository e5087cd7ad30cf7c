# SPDX-FileCopyrightText: 2026 The Aura authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Debian's compiler for 64-bit Windows, with threads as C++ has them.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(triplet x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${triplet}-gcc-posix)
set(CMAKE_CXX_COMPILER ${triplet}-g++-posix)
set(CMAKE_RC_COMPILER ${triplet}-windres)
# Addresses chosen at random and data that is not run: Debian's linker does not do it by itself.
foreach(kind EXE SHARED MODULE)
    set(CMAKE_${kind}_LINKER_FLAGS_INIT "-Wl,--dynamicbase,--high-entropy-va,--nxcompat")
endforeach()
set(CMAKE_FIND_ROOT_PATH /usr/${triplet} ${AURA_WINDOWS_ROOT})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
