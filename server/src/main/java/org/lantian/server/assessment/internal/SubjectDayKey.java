package org.lantian.server.assessment.internal;

import java.time.LocalDate;

/** Names one day of one subject. */
record SubjectDayKey(int subjectId, LocalDate day) {}
