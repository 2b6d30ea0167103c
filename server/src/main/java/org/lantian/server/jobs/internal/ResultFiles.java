package org.lantian.server.jobs.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lantian.server.settings.LantianSettings;
import org.springframework.stereotype.Component;

/** Files that came of jobs, in the data directory, named by nothing but the number of the job. */
@Component
public class ResultFiles {

    private final Path folder;

    ResultFiles(LantianSettings settings) throws IOException {
        this.folder = Files.createDirectories(
                settings.dataDirectory().resolve("files").resolve("jobs"));
    }

    public Path of(long job) {
        return folder.resolve(job + ".result");
    }

    void delete(long job) {
        try {
            Files.deleteIfExists(of(job));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
