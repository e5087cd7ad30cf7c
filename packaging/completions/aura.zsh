#compdef aura
# SPDX-FileCopyrightText: 2026 The Aura authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completions of aura for zsh.

_aura_variable() {
    _parameters -g '*export*'
}

_aura_ask() {
    _arguments -S -s \
        '(--url --provider)--connection[a connection of yours]:name:' \
        '(--connection)--provider[what kind of server --url is]:kind:(aura openai ollama)' \
        '(--connection)--url[a server that is no connection of yours]:address:_urls' \
        '--model[the model that is to answer]:model:' \
        '--system[the system prompt]:text:' \
        '--temperature[from 0 to 2]:number:' \
        '--max-tokens[the most that the reply may have]:number:' \
        '--proxy[how to reach the server]:proxy:(none system http\:// socks5\://)' \
        '*--header[sent with the request]:Name\: value:' \
        '--key-env[the variable with the key]:variable:_aura_variable' \
        '*--header-env[NAME=VAR, a header from a variable]:NAME=VAR:' \
        "--proxy-password-env[the variable with the proxy's password]:variable:_aura_variable" \
        '--send-unencrypted[send the key by plain http, too]' \
        '--json[one JSON object at the end]' \
        '--data-dir[the folder with everything]:folder:_files -/' \
        '(- *)--help[what there is]' \
        '*:prompt:'
}

_aura() {
    local curcontext=$curcontext state line
    typeset -A opt_args
    _arguments -C \
        '--data-dir[the folder with everything]:folder:_files -/' \
        '--connection[begin with this connection]:name:' \
        '--new-conversation[begin an empty one]' \
        '--smoke[ask the demo, save a picture, end]:picture:_files -g "*.png"' \
        '(- *)'{-h,--help}'[what there is]' \
        '(- *)'{-v,--version}'[the version]' \
        '1:command:((ask\:"print a reply in the terminal" demo-server\:"serve the built-in demo" import\:"bring the chats of other programs" export\:"write conversations to files"))' \
        '*::argument:->arguments'
    [[ $state == arguments ]] || return
    case ${line[1]} in
    ask) _aura_ask ;;
    import)
        _arguments '--dry-run[tell what would come]' '(- *)--help[what there is]' '*:file:_files'
        ;;
    export)
        _arguments '--output[the file or folder to write]:path:_files' \
            '--format[how to write it]:format:(markdown html json openchat)' \
            '(*)--all[all conversations]' '(- *)--help[what there is]' '*:title:'
        ;;
    demo-server) _arguments '--port[the port]:number:' '(- *)--help[what there is]' ;;
    esac
}

_aura "$@"
