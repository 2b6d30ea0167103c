package org.lantian.server.files;

import java.util.Locale;
import org.lantian.quantities.BilingualText;

/** What a file may be. Nothing else is taken. */
public enum FileKind {
    PICTURE(30, "图片（jpg、png、gif）", "pictures (jpg, png, gif)"),
    PDF(100, "PDF", "PDF"),
    OFFICE(50, "Office 文档（docx、xlsx、pptx、doc、xls、ppt）", "Office documents (docx, xlsx, pptx, doc, xls, ppt)"),
    TEXT(100, "文本（csv、txt）", "text (csv, txt)"),
    ARCHIVE(200, "压缩包（zip）", "archives (zip)");

    private final long mostBytes;
    private final BilingualText text;

    FileKind(int mostMebibytes, String zh, String en) {
        this.mostBytes = (long) mostMebibytes << 20;
        this.text = new BilingualText(zh, en);
    }

    /** Largest file of this kind. */
    public long mostBytes() {
        return mostBytes;
    }

    public BilingualText text() {
        return text;
    }

    /** As in the database and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FileKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
