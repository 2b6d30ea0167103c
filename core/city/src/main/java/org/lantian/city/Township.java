package org.lantian.city;

import org.lantian.quantities.AreaCode;

/**
 * A township, town or subdistrict (乡镇街道).
 *
 * @param code nine digits of the national code of divisions used in statistics (统计用区划代码)
 * @param area county to which it belongs
 */
public record Township(String code, String name, AreaCode area, String source) {}
