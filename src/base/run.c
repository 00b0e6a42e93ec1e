/* run.c - another program of the machine; see os.h.  POSIX. */
#define _POSIX_C_SOURCE 200809L
#include "base/os.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { ERR_MOST = 4096 }; /* of complaints, the first are enough */

struct child {
    pid_t pid; /* 0: none */
    int fd[2]; /* what it says and complains of; -1: it is done */
    struct timespec end;
};

/* Milliseconds to the end, at least 0. */
static int left(const struct child *c)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long long ms = (c->end.tv_sec - now.tv_sec) * 1000LL +
                   (c->end.tv_nsec - now.tv_nsec) / 1000000;
    return ms < 0 ? 0 : ms > 1000000 ? 1000000 : (int)ms;
}

static void close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* It is ended, if it has not done so by itself, and leaves nothing. */
static void be_rid_of(struct child *c)
{
    close_fd(&c->fd[0]);
    close_fd(&c->fd[1]);
    if (!c->pid)
        return;
    kill(c->pid, SIGKILL);
    while (waitpid(c->pid, NULL, 0) < 0 && errno == EINTR)
        ;
    c->pid = 0;
}

static bool open_pipe(int fd[2])
{
    if (pipe(fd))
        return false;
    for (int i = 0; i < 2; i++)
        fcntl(fd[i], F_SETFD, FD_CLOEXEC);
    return true;
}

/* 0, or why not. */
static int start(struct child *c, char *const *argv)
{
    int out[2] = { -1, -1 }, err[2] = { -1, -1 }, no;
    posix_spawn_file_actions_t a;
    if (!open_pipe(out) || !open_pipe(err)) {
        no = errno;
        close_fd(&out[0]);
        close_fd(&out[1]);
        return no;
    }
    no = posix_spawn_file_actions_init(&a);
    if (!no) {
        no = posix_spawn_file_actions_addopen(&a, 0, "/dev/null", O_RDONLY, 0);
        if (!no)
            no = posix_spawn_file_actions_adddup2(&a, out[1], 1);
        if (!no)
            no = posix_spawn_file_actions_adddup2(&a, err[1], 2);
        if (!no)
            no = posix_spawnp(&c->pid, argv[0], &a, NULL, argv, environ);
        posix_spawn_file_actions_destroy(&a);
    }
    if (no)
        c->pid = 0;
    close_fd(&out[1]);
    close_fd(&err[1]);
    c->fd[0] = out[0];
    c->fd[1] = err[0];
    return no;
}

/* What is there to be read of FD; at its end FD becomes -1. */
static void take(int *fd, struct buf *b, size_t most)
{
    char bytes[65536];
    ssize_t n = read(*fd, bytes, sizeof bytes);
    if (n < 0 && errno == EINTR)
        return;
    if (n <= 0) {
        close_fd(fd);
        return;
    }
    size_t room = most - b->len;
    buf_add(b, (str){ bytes, (size_t)n < room ? (size_t)n : room });
}

/* Its end, if it comes in time. */
static bool ended(struct child *c, int *status)
{
    for (;;) {
        pid_t p = waitpid(c->pid, status, WNOHANG);
        if (p == c->pid)
            break;
        if (p < 0 && errno != EINTR)
            return false;
        if (p == 0 && !left(c))
            return false;
        if (p == 0)
            poll(NULL, 0, 2);
    }
    c->pid = 0;
    *status =
        WIFEXITED(*status) ? WEXITSTATUS(*status) : 128 + WTERMSIG(*status);
    return true;
}

static void listen_to(struct child *c, struct arena *keep, size_t most,
                      struct os_ran *ran)
{
    struct buf out = { .keep = keep }, err = { .keep = keep };
    ran->how = OS_ENDED;
    while (c->fd[0] >= 0 || c->fd[1] >= 0) {
        struct pollfd p[2] = { { c->fd[0], POLLIN, 0 },
                               { c->fd[1], POLLIN, 0 } };
        int ms = left(c), n = ms ? poll(p, 2, ms) : 0;
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            ran->how = OS_LATE;
            break;
        }
        if (p[0].revents)
            take(&c->fd[0], &out, most + 1);
        if (p[1].revents)
            take(&c->fd[1], &err, ERR_MOST);
        if (out.len > most) {
            ran->how = OS_TOO_MUCH;
            break;
        }
    }
    if (ran->how == OS_ENDED && !ended(c, &ran->status))
        ran->how = OS_LATE;
    ran->out = buf_str(&out);
    ran->err = buf_str(&err);
}

fault os_run(void *self, struct arena *keep, const str *words, size_t n,
             unsigned seconds, size_t most, struct os_ran *ran)
{
    (void)self;
    struct child *c = new_one(keep, struct child);
    char **argv = new_n(keep, char *, n + 1);
    for (size_t i = 0; i < n; i++)
        argv[i] = str_z(keep, words[i]);
    argv[n] = NULL;
    *ran = (struct os_ran){ .how = OS_MISSING, .out = S(""), .err = S("") };
    *c = (struct child){ .fd = { -1, -1 } };
    clock_gettime(CLOCK_MONOTONIC, &c->end);
    c->end.tv_sec += (time_t)seconds;
    int no = start(c, argv);
    if (no) {
        be_rid_of(c);
        return no == ENOENT
                   ? NULL
                   : fault_new(keep, fault_new(keep, NULL, "%s", strerror(no)),
                               "cannot run '%s'", argv[0]);
    }
    jmp_buf here, *outer = keep->full;
    keep->full = &here;
    if (setjmp(here)) { /* memory ran out: end it, and fall on */
        be_rid_of(c);
        keep->full = outer;
        arena_refused(keep);
    }
    listen_to(c, keep, most, ran);
    keep->full = outer;
    be_rid_of(c);
    return NULL;
}
