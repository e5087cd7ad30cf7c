# SPDX-FileCopyrightText: 2026 The Aura authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completions of aura for fish.

set -l commands ask demo-server import export
set -l first "not __fish_seen_subcommand_from $commands"
set -l ask '__fish_seen_subcommand_from ask'

complete -c aura -f
complete -c aura -n $first -a ask -d 'Print a reply in the terminal'
complete -c aura -n $first -a demo-server -d 'Serve the built-in demo'
complete -c aura -n $first -a import -d 'Bring the chats of other programs'
complete -c aura -n $first -a export -d 'Write conversations to files'
complete -c aura -n $first -l new-conversation -d 'Begin an empty one'
complete -c aura -n $first -l smoke -r -F -d 'Ask the demo, save a picture, end'
complete -c aura -n $first -s v -l version -d 'The version'
complete -c aura -s h -l help -d 'What there is'
complete -c aura -l data-dir -x -a '(__fish_complete_directories)' -d 'The folder with everything'
complete -c aura -n "$first; or $ask" -l connection -x -d 'A connection of yours'

complete -c aura -n '__fish_seen_subcommand_from demo-server' -l port -x -d 'The port'

complete -c aura -n '__fish_seen_subcommand_from import' -F
complete -c aura -n '__fish_seen_subcommand_from import' -l dry-run -d 'Tell what would come'
complete -c aura -n '__fish_seen_subcommand_from export' -l output -r -F -d 'The file or folder to write'
complete -c aura -n '__fish_seen_subcommand_from export' -l format -x -a 'markdown html json openchat' -d 'How to write it'
complete -c aura -n '__fish_seen_subcommand_from export' -l all -d 'All conversations'

complete -c aura -n $ask -l provider -x -a 'aura openai ollama' -d 'What kind of server --url is'
complete -c aura -n $ask -l url -x -d 'A server that is no connection of yours'
complete -c aura -n $ask -l model -x -d 'The model that is to answer'
complete -c aura -n $ask -l system -x -d 'The system prompt'
complete -c aura -n $ask -l temperature -x -d 'From 0 to 2'
complete -c aura -n $ask -l max-tokens -x -d 'The most that the reply may have'
complete -c aura -n $ask -l proxy -x -a 'none system http:// socks5://' -d 'How to reach the server'
complete -c aura -n $ask -l header -x -d 'Sent with the request'
complete -c aura -n $ask -l key-env -x -a '(set -nx)' -d 'The variable with the key'
complete -c aura -n $ask -l header-env -x -d 'NAME=VAR, a header from a variable'
complete -c aura -n $ask -l proxy-password-env -x -a '(set -nx)' -d "The variable with the proxy's password"
complete -c aura -n $ask -l send-unencrypted -d 'Send the key by plain http, too'
complete -c aura -n $ask -l json -d 'One JSON object at the end'
