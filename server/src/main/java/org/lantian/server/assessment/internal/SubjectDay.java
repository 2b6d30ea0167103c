package org.lantian.server.assessment.internal;

/** One day of one subject to be kept. */
record SubjectDay(int subjectId, StoredDay stored) {}
