package org.lantian.audit;

import org.lantian.audit.Finding.Kind;
import org.lantian.quantities.BilingualText;

/** The findings in words. */
final class Findings {

    private Findings() {}

    static Finding removed(long from, long until) {
        String zh = from == until ? "第 " + from + " 号事件" : "第 " + from + "–" + until + " 号事件";
        String en = from == until ? "Event " + from + " is" : "Events " + from + "–" + until + " are";
        return finding(Kind.REMOVED, from, zh + "被删除：链上缺号。", en + " removed: the chain has a gap.");
    }

    static Finding repeated(long sequence) {
        return finding(
                Kind.INSERTED,
                sequence,
                "第 " + sequence + " 号事件出现两次：有一条是插入的。",
                "Event " + sequence + " is there twice: one of them was inserted.");
    }

    static Finding reordered(long sequence, long truly) {
        return finding(
                Kind.REORDERED,
                sequence,
                "第 " + sequence + " 号位置上是原第 " + truly + " 号事件：顺序被调换。",
                "At place " + sequence + " stands what was event " + truly + ": the order was changed.");
    }

    static Finding changed(long sequence) {
        return finding(
                Kind.CHANGED,
                sequence,
                "第 " + sequence + " 号事件的内容被改动：按各列重算的摘要与写入时的不符。",
                "The content of event " + sequence
                        + " was changed: the hash computed from its columns is not the one written.");
    }

    static Finding columnChanged(long sequence, String column) {
        return finding(
                Kind.CHANGED,
                sequence,
                "第 " + sequence + " 号事件的 " + column + " 列被改动，其余各列仍如写入时。",
                "Column " + column + " of event " + sequence + " was changed; the others are as written.");
    }

    static Finding replacedBefore(long sequence) {
        return finding(
                Kind.RECOMPUTED,
                sequence - 1,
                "第 " + sequence + " 号事件所接的不是现在的第 " + (sequence - 1) + " 号：此前的一段被替换。",
                "Event " + sequence + " does not follow the present event " + (sequence - 1)
                        + ": what stands before it was replaced.");
    }

    static Finding inserted(long from, long until) {
        String zh = from == until ? "第 " + from + " 号事件" : "第 " + from + "–" + until + " 号事件";
        String en = from == until ? "Event " + from + " has" : "Events " + from + "–" + until + " have";
        return finding(
                Kind.INSERTED,
                from,
                zh + "没有本系统的封印：由不掌握密钥者插入。",
                en + " no seal of ours: inserted by somebody without the key.");
    }

    static Finding recomputedUnsealed(long sequence) {
        return finding(
                Kind.RECOMPUTED,
                sequence,
                "自第 " + sequence + " 号事件起没有本系统的封印，且与锚点不符：此后的链由不掌握密钥者重算。",
                "From event " + sequence
                        + " on there is no seal of ours, and the anchor differs: the chain was recomputed"
                        + " from there by somebody without the key.");
    }

    static Finding recomputed(long afterMatching, Anchor anchor) {
        return finding(
                Kind.RECOMPUTED,
                anchor.sequence(),
                "第 " + anchor.sequence() + " 号事件与 " + anchor.issued() + " 的锚点不符：链在第 " + (afterMatching + 1) + " 号至第 "
                        + anchor.sequence() + " 号之间某处起被重算（封印使用了真密钥）。",
                "Event " + anchor.sequence() + " is not the one of the anchor of " + anchor.issued()
                        + ": the chain was recomputed from somewhere between " + (afterMatching + 1) + " and "
                        + anchor.sequence() + ", with the true key.");
    }

    static Finding foreign(Anchor anchor) {
        return finding(
                Kind.FOREIGN_ANCHOR,
                anchor.sequence(),
                "链中没有 " + anchor.issued() + " 的锚点（第 " + anchor.sequence()
                        + " 号），且该锚点的封印不是用现有密钥做的：它是伪造的或属于另一套系统，或者密钥与链一并被替换。",
                "The chain does not contain the anchor of " + anchor.issued() + " (event " + anchor.sequence()
                        + "), which was sealed by none of the present keys: it is made up or of another installation, or"
                        + " key and chain were both replaced.");
    }

    static Finding truncated(long last, long known, String by, String byEn) {
        return finding(
                Kind.TRUNCATED,
                last + 1,
                "链止于第 " + last + " 号事件，而" + by + "记到第 " + known + " 号：末尾 " + (known - last) + " 个事件被删除。",
                "The chain ends at event " + last + ", but " + byEn + " knows " + known + ": the last " + (known - last)
                        + " events were removed.");
    }

    static Finding headChanged(long sequence) {
        return finding(
                Kind.CHANGED,
                sequence,
                "链首记录（audit_head）与最后一个事件（第 " + sequence + " 号）不符：被改动。",
                "The head of the chain (audit_head) does not agree with the last event (" + sequence
                        + "): it was changed.");
    }

    static Finding keyMissing(long until) {
        return finding(
                Kind.KEY_MISSING,
                1,
                "第 1–" + until + " 号事件的摘要前后相接，但其封印所用的旧密钥不在 secrets/audit.key 中，无法核对；请从备份取回旧密钥。",
                "The hashes of events 1–" + until
                        + " are sound, but the key of their seals is not in secrets/audit.key; bring it back from a backup.");
    }

    static Finding text(long sequence, String name, String zh, String en) {
        return finding(
                Kind.PERSONAL_TEXT,
                sequence,
                "第 " + sequence + " 号事件的个人信息“" + name + "”" + zh,
                "The personal text \"" + name + "\" of event " + sequence + " " + en);
    }

    private static Finding finding(Kind kind, long sequence, String zh, String en) {
        return new Finding(kind, sequence, new BilingualText(zh, en));
    }
}
