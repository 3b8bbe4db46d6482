package org.lazaretto.port;

/** The two halves of one case folder. Nothing is touched before a method of them is called. */
public record CaseStores(JournalStore journal, EvidenceStore evidence) {}
