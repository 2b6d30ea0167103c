package org.lantian.server.jobs.web;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Actor;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.internal.Handlers;
import org.lantian.server.jobs.internal.JobFeed;
import org.lantian.server.jobs.internal.JobList;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One listener. What changed is kept as a set of numbers, so a slow reader gets the latest state of each job and no
 * backlog; when even the set grows too large it is replaced by all that is open.
 */
final class JobStream implements JobFeed.Listener {

    private static final int MOST_PENDING = 200;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration RECONNECT = Duration.ofSeconds(3);

    /** After that the listener comes back through the door, where roles, sessions and tokens are looked at. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Of a caller without a session, whose right is not looked at meanwhile. */
    private static final Duration LONGEST_WITHOUT_SESSION = Duration.ofMinutes(1);

    private final Actor actor;
    private final boolean all;
    private final Locale language;
    private final BooleanSupplier signedIn;
    private final JobFeed feed;
    private final JobList list;
    private final Handlers handlers;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final Set<Long> pending = new LinkedHashSet<>();
    private boolean resynchronise = true;
    private @Nullable String end;

    JobStream(
            Actor actor,
            boolean all,
            Locale language,
            BooleanSupplier signedIn,
            JobFeed feed,
            JobList list,
            Handlers handlers) {
        this.actor = actor;
        this.all = all;
        this.language = language;
        this.signedIn = signedIn;
        this.feed = feed;
        this.list = list;
        this.handlers = handlers;
    }

    /** Begins to send; the answer stays open. */
    SseEmitter begin() {
        emitter.onCompletion(() -> end("gone"));
        emitter.onError(e -> end("gone"));
        Thread.ofVirtual().name("job-events").start(this::send);
        return emitter;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public synchronized void changed(long job) {
        if (!resynchronise && !pending.contains(job) && pending.size() >= MOST_PENDING) {
            resynchronise = true;
            pending.clear();
        }
        if (!resynchronise) {
            pending.add(job);
        }
        notifyAll();
    }

    @Override
    public synchronized void end(String reason) {
        if (end == null) {
            end = reason;
            notifyAll();
        }
    }

    private void send() {
        long began = System.nanoTime();
        long lastSent = began;
        Duration longest = actor.kind() == Actor.Kind.PERSON ? LONGEST : LONGEST_WITHOUT_SESSION;
        try {
            emitter.send(SseEmitter.event().reconnectTime(RECONNECT.toMillis()).comment("jobs"));
            while (true) {
                Todo todo = await();
                long now = System.nanoTime();
                String over = over(todo, now - began > longest.toNanos());
                if (over != null) {
                    finish(over);
                    return;
                }
                if (todo.everything()) {
                    event("open", views(list.listOpen(actor, all)));
                    lastSent = now;
                }
                for (long id : todo.changed()) {
                    List<Job> visible =
                            list.find(actor, id).filter(this::wanted).stream().toList();
                    for (JobView view : views(visible)) {
                        event("job", view);
                        lastSent = now;
                    }
                }
                if (now - lastSent > HEARTBEAT.toNanos()) {
                    event("heartbeat", Map.of());
                    lastSent = now;
                }
            }
        } catch (IOException | IllegalStateException e) {
            emitter.completeWithError(e); // nobody reads any more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException e) {
            emitter.completeWithError(e); // the database is away: the listener comes back or polls
        } finally {
            feed.remove(this);
        }
    }

    /** What is to be sent now. */
    private record Todo(
            boolean everything,
            List<Long> changed,
            @Nullable String end) {}

    private synchronized Todo await() throws InterruptedException {
        if (pending.isEmpty() && !resynchronise && end == null) {
            wait(LOOK_EVERY.toMillis());
        }
        Todo todo = new Todo(resynchronise, List.copyOf(pending), end);
        resynchronise = false;
        pending.clear();
        return todo;
    }

    private @Nullable String over(Todo todo, boolean old) {
        if (todo.end() != null) {
            return todo.end();
        }
        if (!signedIn.getAsBoolean()) {
            return "signed-out";
        }
        return old ? "renew" : null;
    }

    private void finish(String reason) throws IOException {
        if (!reason.equals("gone")) {
            event("end", Map.of("reason", reason));
            emitter.complete();
        }
    }

    private boolean wanted(Job job) {
        return all || job.owner().is(actor);
    }

    private List<JobView> views(List<Job> jobs) {
        return jobs.stream()
                .map(job -> JobView.of(job, handlers.title(job.kind()), actor, language))
                .toList();
    }

    private void event(String name, Object data) throws IOException {
        emitter.send(SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON));
    }
}
