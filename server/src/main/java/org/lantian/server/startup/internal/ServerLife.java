package org.lantian.server.startup.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lantian.quantities.BilingualText;
import org.lantian.server.database.DataDirectory;
import org.lantian.server.database.Database;
import org.lantian.server.identity.Administrators;
import org.lantian.server.identity.LocalSecret;
import org.lantian.server.settings.LantianSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** One life of the server: data directory, database, application, tasks of the start; and the way back. */
final class ServerLife implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerLife.class);

    /** A stop that takes longer is cut short, so that the promise of ten seconds holds. */
    private static final Duration STOP_LIMIT = Duration.ofMillis(9_500);

    private static final Duration START_LIMIT = Duration.ofSeconds(5);

    private final Class<?> application;
    private final StartOptions options;
    private final LantianSettings settings;
    private final long began = System.nanoTime();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Thread starter = Thread.currentThread();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean closing;
    private boolean closed;

    ServerLife(Class<?> application, StartOptions options, LantianSettings settings) {
        this.application = application;
        this.options = options;
        this.settings = settings;
    }

    /** Starts everything and prints the address. Told to stop meanwhile, it gives up what it has begun. */
    void begin() throws IOException {
        try {
            start();
        } catch (RuntimeException e) {
            if (!isStopping()) {
                throw e;
            }
        } finally {
            begun.countDown();
        }
    }

    private void start() throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopBySignal, "stop"));
        watchParent();
        DataDirectory directory = opened(DataDirectory.open(settings.dataDirectory()));
        Database database = opened(
                options.databaseUrl == null ? Database.embedded(directory) : Database.external(options.databaseUrl));
        ConfigurableApplicationContext context = opened(application(database));
        opened(announce(directory, context));
        if (options.parent == null) { // a server for one command leaves the first start to a person
            offerPasswords(context.getBean(Administrators.class));
            StartupTasks.run(context);
        }
        context.getBean(Readiness.class).becomeReady();
        double seconds = (System.nanoTime() - began) / 1e9;
        String url = url(context);
        Terminal.result(new BilingualText(
                String.format("蓝天已就绪（用时 %.1f 秒）：%s", seconds, url),
                String.format("Lantian is ready (in %.1f s): %s", seconds, url)));
    }

    /** Waits until the process is told to stop. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Remembers what must be closed at the end; when the end has come already, closes it at once. */
    private <T extends AutoCloseable> T opened(T resource) {
        synchronized (opened) {
            if (!closing) {
                opened.push(resource);
                return resource;
            }
        }
        closeQuietly(resource);
        throw new IllegalStateException("told to stop while starting");
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.warn("stopping: {}", e.toString());
        }
    }

    private ConfigurableApplicationContext application(Database database) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", options.host);
        properties.put("server.port", options.port);
        // uploads wait here; a folder of its own under /tmp would stay behind after a kill
        properties.put(
                "server.tomcat.basedir",
                settings.dataDirectory().resolve("run").resolve("tomcat").toString());
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        properties.put("lantian.data-directory", settings.dataDirectory().toString());
        properties.put("lantian.city", settings.city().toString());
        properties.put("lantian.kit", settings.findKit().map(Path::toString).orElse(""));
        properties.put("lantian.language", settings.language().getLanguage());
        options.combinedAdministrators()
                .ifPresent(combined -> properties.put("lantian.identity.combined-administrators", combined));
        properties.put(
                "logging.file.name",
                settings.dataDirectory().resolve("logs").resolve("lantian.log").toString());
        // what has no option: behind which proxies, which rules of passwords, ...
        properties.put(
                "spring.config.additional-location",
                "optional:file:" + settings.dataDirectory().resolve("settings.yml"));
        // first, so that no property file or environment variable overrules an option
        StandardServletEnvironment environment = new StandardServletEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("options of start", properties));
        return new SpringApplicationBuilder(application)
                .environment(environment)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .run();
    }

    /** Writes what the command line needs to reach this server; taken away again at the end. */
    private AutoCloseable announce(DataDirectory directory, ConfigurableApplicationContext context) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("pid", ProcessHandle.current().pid());
        facts.put("port", port(context));
        facts.put("url", url(context));
        facts.put("started", Instant.now().toString());
        Path secret = directory.run().resolve("cli.secret");
        Path file = directory.run().resolve("server.json");
        DataDirectory.writePrivately(secret, context.getBean(LocalSecret.class).value());
        DataDirectory.writePrivately(file, new JsonMapper().writeValueAsString(facts));
        return () -> {
            Files.deleteIfExists(file);
            Files.deleteIfExists(secret);
        };
    }

    private static int port(ConfigurableApplicationContext context) {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    private String url(ConfigurableApplicationContext context) {
        String host = options.host.contains(":") ? "[" + options.host + "]" : options.host;
        boolean everywhere = host.equals("0.0.0.0") || host.equals("[::]");
        return "http://" + (everywhere ? "127.0.0.1" : host) + ":" + port(context) + "/";
    }

    private void offerPasswords(Administrators administrators) throws IOException {
        for (Administrators.InitialPassword initial : administrators.createMissing()) {
            String username = initial.username();
            if (Terminal.isInteractive()) {
                Terminal.result(new BilingualText(
                        "管理员 " + username + " 的初始密码（只显示这一次，首次登录须修改）：" + initial.password(),
                        "Initial password of " + username + " (shown this once, to be changed at the first login): "
                                + initial.password()));
            } else {
                Path file = Administrators.initialPasswordFile(settings, username);
                DataDirectory.writePrivately(file, initial.password() + "\n");
                Terminal.result(new BilingualText(
                        "管理员 " + username + " 的初始密码写在 " + file + "（首次登录须修改）",
                        "The initial password of " + username + " is in " + file
                                + " (to be changed at the first login)"));
            }
        }
    }

    private void watchParent() {
        if (options.parent != null) {
            ProcessHandle.of(options.parent)
                    .ifPresentOrElse(parent -> parent.onExit().thenRun(ended::countDown), ended::countDown);
        }
    }

    /** The way out on Ctrl-C or SIGTERM; an end of our own accord has closed everything before and keeps its exit code. */
    private void stopBySignal() {
        synchronized (opened) {
            if (closed) {
                return;
            }
        }
        Thread limit = new Thread(
                () -> {
                    try {
                        Thread.sleep(STOP_LIMIT);
                        Runtime.getRuntime().halt(1);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop-limit");
        limit.setDaemon(true);
        limit.start();
        giveUpStarting();
        close();
        Runtime.getRuntime().halt(0);
    }

    /** Lets a start that is under way undo its present step, so that no process of it is left. */
    private void giveUpStarting() {
        if (begun.getCount() == 0) {
            return;
        }
        synchronized (opened) {
            closing = true;
        }
        starter.interrupt();
        try {
            if (!begun.await(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the start could not be broken off");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStopping() {
        synchronized (opened) {
            return closing;
        }
    }

    /** Closes what was opened, last first; every part is tried. */
    @Override
    public void close() {
        synchronized (opened) {
            closing = true;
            while (!opened.isEmpty()) {
                closeQuietly(opened.pop());
            }
            closed = true;
        }
        ended.countDown();
    }
}
