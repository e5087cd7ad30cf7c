# SPDX-FileCopyrightText: 2026 The Aura authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Completions of aura for bash.

_aura() {
    local cur prev words cword
    _init_completion || return

    local command='' i
    for ((i = 1; i < cword; i++)); do
        case ${words[i]} in
        ask | demo-server | import | export) command=${words[i]} && break ;;
        --) return ;;
        esac
    done

    case $prev in
    --data-dir)
        _filedir -d
        return
        ;;
    --output)
        _filedir
        return
        ;;
    --format)
        mapfile -t COMPREPLY < <(compgen -W 'markdown html json openchat' -- "$cur")
        return
        ;;
    --smoke)
        _filedir png
        return
        ;;
    --provider)
        mapfile -t COMPREPLY < <(compgen -W 'aura openai ollama' -- "$cur")
        return
        ;;
    --proxy)
        mapfile -t COMPREPLY < <(compgen -W 'none system http:// socks5://' -- "$cur")
        [[ ${COMPREPLY[*]} != *: && ${COMPREPLY[*]} != *:// ]] || compopt -o nospace
        __ltrim_colon_completions "$cur"
        return
        ;;
    --key-env | --proxy-password-env)
        mapfile -t COMPREPLY < <(compgen -A export -- "$cur")
        return
        ;;
    --connection | --url | --model | --system | --temperature | --max-tokens | --header | \
        --header-env | --port)
        return
        ;;
    esac

    local choices
    case $command in
    ask)
        choices='--connection --provider --url --model --system --temperature --max-tokens --proxy
            --header --key-env --header-env --proxy-password-env --send-unencrypted --json
            --data-dir --help'
        ;;
    demo-server) choices='--port --help' ;;
    import)
        choices='--dry-run --data-dir --help'
        [[ $cur == -* ]] || { _filedir; return; }
        ;;
    export) choices='--output --format --all --data-dir --help' ;;
    *) choices='ask demo-server import export --data-dir --connection --new-conversation --smoke --help
            --version' ;;
    esac
    [[ $command != ask || $cur == -* ]] || return
    mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$cur")
}

complete -F _aura aura
