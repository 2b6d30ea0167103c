package org.lantian.standards.aqi;

import org.lantian.quantities.BilingualText;
import org.lantian.standards.document.Provenance;

/**
 * One of the six levels of the air quality index (空气质量指数级别).
 *
 * @param number 1 (best) to 6
 * @param from least index of the level
 * @param to greatest index of the level
 * @param name 一级 … 六级, in English "Level 1" … "Level 6"
 * @param className class (类别): 优, 良, 轻度污染, 中度污染, 重度污染, 严重污染
 * @param colour official colour as {@code #rrggbb}
 * @param cmyk official colour for print, percent as {@code c/m/y/k}
 * @param effect effect on health
 * @param advice what to do
 * @param provenance of the level and its colour
 * @param adviceProvenance of the words on health
 */
public record AqiLevel(
        int number,
        int from,
        int to,
        BilingualText name,
        BilingualText className,
        String colour,
        String cmyk,
        BilingualText effect,
        BilingualText advice,
        Provenance provenance,
        Provenance adviceProvenance) {}
