package org.lantian.server.assessment.web;

import java.util.List;
import org.lantian.server.assessment.Subject;
import org.lantian.server.assessment.SubjectDirectory;
import org.lantian.standards.assessment.AreaRemark;

/** Remarks that several pages make. */
final class Remarks {

    private Remarks() {}

    private static Remark of(String prefix, AreaRemark remark) {
        return new Remark(prefix + remark.code(), remark.text());
    }

    /** What must be said of the mean of an area; nothing of a station. */
    static List<Remark> ofArea(SubjectDirectory subjects, Subject subject) {
        if (subject.kind() == Subject.Kind.STATION) {
            return List.of();
        }
        if (subject.stations().isEmpty()) {
            return List.of(NO_STATION);
        }
        return subjects.cleanPointsUnknown(subject) ? List.of(CLEAN_POINTS_UNKNOWN) : List.of();
    }

    static final Remark UNREVIEWED = Figures.remark(
            "data.unreviewed",
            "数据来自自动监测，未经审核，仅供参考；以生态环境主管部门发布的数据为准。",
            "Automatic monitoring data, not reviewed; the data published by the environmental authority prevail.");

    static final Remark NO_STANDARD = Figures.remark(
            "standard.none-in-force",
            "该时段当地尚未实施 GB 3095—2012，没有可适用的标准，不计算指数和达标情况。",
            "GB 3095—2012 was not yet in force here in this period: no index and no attainment is stated.");

    static final Remark CLEAN_POINTS_UNKNOWN = of("area.", AreaRemark.CLEAN_POINTS_UNKNOWN);

    static final Remark NO_STATION = of("area.", AreaRemark.NO_STATION);

    static final Remark PARTICLES_NOT_COMPARABLE = Figures.remark(
            "comparison.particles-not-comparable",
            "2018-09-01 起颗粒物为实况浓度，此前为 273 K 浓度；未给出温度和气压，前后不可直接比较。",
            "Particles are stated at actual conditions since 2018-09-01 and at 273 K before; without temperature and"
                    + " pressure the two can't be compared.");

    static final Remark GASES_CONVERTED = Figures.remark(
            "comparison.gases-converted",
            "2018-09-01 前后气态污染物参比状态不同（273.15 K 与 298.15 K），此前数值已换算到 298.15 K。",
            "Gases refer to 273.15 K before 2018-09-01 and to 298.15 K since; earlier values were converted to 298.15 K.");

    static final Remark NO_WIND =
            Figures.remark("wind.none", "该站在此时段没有风速、风向数据。", "The station reported no wind in this period.");

    static final Remark UNVERIFIED_RULES = Figures.remark(
            "standard.unverified",
            "部分评价规则未见标准原文，来源及核实情况见“关于”页。",
            "Some assessment rules were not read in the standard itself; the about page names their sources.");

    static final Remark SEVERAL_STANDARDS = Figures.remark(
            "standard.several",
            "该时段内标准有更替，分别按各标准评价全时段。",
            "The standard changed within this period; the whole of it is assessed by each.");

    static final Remark TOO_FEW_DAYS = Figures.remark(
            "assessment.too-few-days",
            "有效天数不足，统计值仅供参考，不作达标判定。",
            "Too few valid days: the statistic informs only, attainment is not stated.");

    static final Remark NO_DATA_LAST_YEAR = Figures.remark(
            "comparison.no-data-last-year", "去年同期没有数据，无法计算变化。", "No data for the same period of last year.");

    static final Remark STANDARD_AT_END = Figures.remark(
            "standard.at-end",
            "该时段内标准有更替，按期末实施的标准计算。",
            "The standard changed within this period; figures are by the one in force at its end.");

    static final Remark DATA_END_BEFORE = Figures.remark(
            "data.end-before",
            "数据止于所选日期之前；剩余天数从所选日期起算。",
            "Data end before the chosen date; remaining days are counted from the chosen date.");

    static final Remark PHASE_IN = Figures.remark(
            "standard.phase-in",
            "本市提前实施 GB 3095—2012；实施日期来自分期实施名单（未核实原文）。",
            "GB 3095—2012 was in force here before it was nationally, by the list of its phasing-in (not read in the original).");
}
