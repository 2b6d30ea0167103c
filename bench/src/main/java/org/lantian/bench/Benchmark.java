package org.lantian.bench;

/**
 * One benchmark. To add one: implement this, and add it to the list of {@link Bench}. What it measures, the command and
 * the date, machine and JDK are written around its result.
 */
public interface Benchmark {

    /** Name on the command line and of its page, lower case with hyphens. */
    String name();

    /** What is measured and what the goal is: a few sentences of Markdown. */
    String description();

    /**
     * Measures.
     *
     * @return Markdown: tables of figures with units in their headings
     * @throws SkippedException when something it needs is not there
     */
    String run(BenchContext context);
}
