/* SPDX-FileCopyrightText: 2026 The Aura authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an AppImage of Aura begins with: a static program that finds the squashfs behind itself,
 * mounts it with FUSE or, where that does not work, unpacks it, and becomes the AppRun inside. A
 * second process serves the mount and cleans up when the first has ended. */
#define _GNU_SOURCE
#define FUSE_USE_VERSION 32

#include <squashfuse/ll.h>

#include <fuse3/fuse_log.h>

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const char usage[] =
    "Aura as an AppImage. Everything else goes to the program; aura --help lists it.\n"
    "  --appimage-extract          unpacks it into ./squashfs-root\n"
    "  --appimage-extract-and-run  runs it without FUSE; so does APPIMAGE_EXTRACT_AND_RUN=1\n"
    "  --appimage-offset           where the file system begins, in bytes\n"
    "  --appimage-help             this\n";

static char self[PATH_MAX];   /* this file */
static char folder[PATH_MAX]; /* where its contents are */

static void stop(const char *what, const char *advice)
{
    fprintf(stderr, "aura: %s%s%s. %s\n", what, errno ? ": " : "", errno ? strerror(errno) : "", advice);
    exit(1);
}

/* The squashfs stands behind the ELF file, whose last part is the table of sections. */
static size_t payload_offset(void)
{
    Elf64_Ehdr header;
    const int file = open(self, O_RDONLY | O_CLOEXEC);
    if (file < 0 || read(file, &header, sizeof header) != (ssize_t)sizeof header)
        stop("this AppImage cannot be read", "Is it whole?");
    close(file);
    return header.e_shoff + (size_t)header.e_shentsize * header.e_shnum;
}

static int write_all(int file, const char *data, size_t size)
{
    while (size > 0) {
        const ssize_t written = write(file, data, size);
        if (written < 0)
            return 0;
        data += written;
        size -= (size_t)written;
    }
    return 1;
}

static int extract_file(sqfs *fs, sqfs_inode *inode, const char *path)
{
    static char piece[1 << 17];
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                          inode->base.mode & 0777);
    if (file < 0)
        return 0;
    int good = 1;
    for (uint64_t at = 0; good && at < inode->xtra.reg.file_size;) {
        sqfs_off_t size = sizeof piece;
        good = sqfs_read_range(fs, inode, (sqfs_off_t)at, &size, piece) == SQFS_OK && size > 0
            && write_all(file, piece, (size_t)size);
        at += (uint64_t)size;
    }
    return close(file) == 0 && good;
}

static int extract_link(sqfs *fs, sqfs_inode *inode, const char *path)
{
    char target[PATH_MAX];
    size_t size = sizeof target;
    return sqfs_readlink(fs, inode, target, &size) == SQFS_OK && symlink(target, path) == 0;
}

static int extract_entry(sqfs *fs, sqfs_traverse *walk, const char *into)
{
    char path[PATH_MAX];
    sqfs_inode inode;
    if (snprintf(path, sizeof path, "%s/%s", into, walk->path) >= (int)sizeof path
        || sqfs_inode_get(fs, &inode, walk->entry.inode) != SQFS_OK)
        return 0;
    if (S_ISDIR(inode.base.mode))
        return mkdir(path, 0755) == 0;
    if (S_ISLNK(inode.base.mode))
        return extract_link(fs, &inode, path);
    return extract_file(fs, &inode, path);
}

static int extract(const char *into)
{
    sqfs fs;
    sqfs_traverse walk;
    sqfs_err error = SQFS_OK;
    if (sqfs_open_image(&fs, self, payload_offset()) != SQFS_OK
        || sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs)) != SQFS_OK)
        return 0;
    int good = 1;
    while (good && sqfs_traverse_next(&walk, &error))
        if (!walk.dir_end)
            good = extract_entry(&fs, &walk, into);
    sqfs_traverse_close(&walk);
    return good && error == SQFS_OK;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status, (void)type, (void)walk;
    return remove(path);
}

static void remove_folder(void)
{
    nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

static void make_folder(void)
{
    const char *temporary = getenv("TMPDIR");
    if (!temporary || !*temporary)
        temporary = "/tmp";
    snprintf(folder, sizeof folder, "%s/.mount_aura-XXXXXX", temporary);
    if (!mkdtemp(folder))
        stop("no temporary folder can be made", "Set TMPDIR to a folder that you can write to.");
}

static void be_silent(enum fuse_log_level level, const char *format, va_list arguments)
{
    (void)level, (void)format, (void)arguments;
}

struct keeper
{
    int program; /* pidfd of the process that becomes Aura */
    struct fuse_session *session;
};

static void wait_for_program(const struct keeper *keeper)
{
    struct pollfd ended = {.fd = keeper->program, .events = POLLIN};
    while (poll(&ended, 1, -1) < 0 && errno == EINTR) {
    }
}

static void *unmount_at_end(void *data)
{
    const struct keeper *keeper = data;
    wait_for_program(keeper);
    fuse_session_exit(keeper->session);
    fuse_session_unmount(keeper->session); /* wakes the loop */
    return NULL;
}

/* Whether FUSE could be tried at all; its own complaints would only confuse. */
static int may_mount(void)
{
    const int device = open("/dev/fuse", O_RDWR | O_CLOEXEC);
    if (device < 0)
        return 0;
    close(device);
    return geteuid() == 0 || access("/usr/bin/fusermount3", X_OK) == 0
        || access("/bin/fusermount3", X_OK) == 0;
}

static int mount_image(sqfs_ll_chan *channel)
{
    static struct fuse_lowlevel_ops operations = {
        .lookup = sqfs_ll_op_lookup,
        .forget = sqfs_ll_op_forget,
        .getattr = sqfs_ll_op_getattr,
        .readlink = sqfs_ll_op_readlink,
        .open = sqfs_ll_op_open,
        .read = sqfs_ll_op_read,
        .release = sqfs_ll_op_release,
        .opendir = sqfs_ll_op_opendir,
        .readdir = sqfs_ll_op_readdir,
        .releasedir = sqfs_ll_op_releasedir,
        .statfs = stfs_ll_op_statfs,
    };
    char *words[] = {"aura", "-o", "ro,nosuid,nodev,fsname=aura,subtype=squashfs", NULL};
    struct fuse_args arguments = FUSE_ARGS_INIT(3, words);
    sqfs_ll *image = sqfs_ll_open(self, payload_offset());
    return image
        && sqfs_ll_mount(channel, folder, &arguments, &operations, sizeof operations, image) == SQFS_OK;
}

/* Serves the mount, or only waits; then leaves nothing behind. `told` hears a byte once it stands. */
static void keep(int program, int mounted, int told)
{
    struct keeper keeper = {.program = program};
    sqfs_ll_chan channel = {.fd = -1};
    const int silence = open("/dev/null", O_RDWR | O_CLOEXEC);
    setsid();
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    for (int stream = 0; stream < 3; ++stream) /* the reader of a pipe waits for the program only */
        dup2(silence, stream);
    if (mounted) {
        pthread_t watch;
        fuse_set_log_func(be_silent);
        if (!mount_image(&channel))
            _exit(1);
        keeper.session = channel.session;
        pthread_create(&watch, NULL, unmount_at_end, &keeper);
        write_all(told, "m", 1);
        close(told);
        fuse_session_loop(channel.session);
        pthread_join(watch, NULL);
        rmdir(folder);
    } else {
        write_all(told, "m", 1);
        close(told);
        wait_for_program(&keeper);
        remove_folder();
    }
    _exit(0);
}

/* Starts the process that keeps the folder; whether it stands. */
static int start_keeper(int mounted)
{
    int said[2];
    char byte;
    const int program = (int)syscall(SYS_pidfd_open, getpid(), 0);
    if (program < 0 || pipe2(said, O_CLOEXEC) != 0)
        return 0;
    const pid_t child = fork();
    if (child == 0) {
        if (fork() != 0) /* no child of the program's, which might wait for its own */
            _exit(0);
        close(said[0]);
        keep(program, mounted, said[1]);
    }
    close(said[1]);
    const int stands = child > 0 && read(said[0], &byte, 1) == 1;
    close(said[0]);
    close(program);
    while (child > 0 && waitid(P_PID, (id_t)child, NULL, WEXITED) < 0 && errno == EINTR) {
    }
    return stands;
}

static void bring_up(int extract_only)
{
    make_folder();
    if (!extract_only && may_mount() && start_keeper(1))
        return;
    errno = 0;
    if (!extract(folder)) {
        const int why = errno;
        remove_folder();
        errno = why;
        stop("the AppImage could not be unpacked", "Is there room? TMPDIR can name another folder.");
    }
    if (!start_keeper(0))
        fprintf(stderr, "aura: %s stays behind; remove it after use.\n", folder);
}

int main(int argc, char **argv)
{
    const char *first = argc > 1 ? argv[1] : "";
    const char *wish = getenv("APPIMAGE_EXTRACT_AND_RUN");
    int extract_only = wish && *wish && strcmp(wish, "0") != 0;
    if (readlink("/proc/self/exe", self, sizeof self - 1) < 0)
        stop("/proc is not mounted", "An AppImage needs it.");
    if (strcmp(first, "--appimage-help") == 0)
        return fputs(usage, stdout) < 0;
    if (strcmp(first, "--appimage-offset") == 0)
        return printf("%zu\n", payload_offset()) < 0;
    if (strcmp(first, "--appimage-extract") == 0) {
        if (mkdir("squashfs-root", 0755) != 0 || !extract("squashfs-root"))
            stop("./squashfs-root could not be written", "Does it exist already?");
        return 0;
    }
    if (strcmp(first, "--appimage-extract-and-run") == 0) {
        extract_only = 1;
        argv[1] = argv[0];
        ++argv;
    }
    bring_up(extract_only);
    setenv("APPIMAGE", self, 1);
    setenv("APPDIR", folder, 1);
    char run[PATH_MAX + 8];
    snprintf(run, sizeof run, "%s/AppRun", folder);
    execv(run, argv);
    stop("the program inside could not be started", "Is /tmp mounted noexec? TMPDIR can name another folder.");
}
