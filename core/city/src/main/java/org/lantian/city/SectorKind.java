package org.lantian.city;

/** What a line of the campaign's table of sectors is. */
public enum SectorKind {
    /** A battle of the campaign (攻坚战), for example dust. */
    BATTLE,
    /** An industrial sector that one of the battles is about, for example coking. */
    SECTOR;

    /** The word used in files and over HTTP. */
    public String code() {
        return Words.codeOf(this);
    }
}
