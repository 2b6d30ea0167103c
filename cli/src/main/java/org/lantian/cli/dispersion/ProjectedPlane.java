package org.lantian.cli.dispersion;

import java.util.Locale;
import org.lantian.dispersion.output.Georeference;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;
import org.lantian.quantities.LonLat;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/** Longitude and latitude (WGS-84) of places in a projected coordinate system, by Proj4J. */
public final class ProjectedPlane implements Georeference {

    private static final String WGS84 = "+proj=longlat +datum=WGS84 +no_defs";

    private final BasicCoordinateTransform toLonLat;
    private final String name;

    private ProjectedPlane(CoordinateReferenceSystem system, String name) {
        this.toLonLat = new BasicCoordinateTransform(system, new CRSFactory().createFromParameters("WGS84", WGS84));
        this.name = name;
    }

    /** A system of the EPSG list, such as {@code EPSG:4547} (CGCS2000, Gauss–Krüger, 114° E). */
    public static ProjectedPlane epsg(String code) {
        try {
            CoordinateReferenceSystem system = new CRSFactory().createFromName(code.toUpperCase(Locale.ROOT));
            if (system == null
                    || system.getProjection() == null
                    || system.getProjection().isGeographic()) {
                throw wrong(
                        "--crs",
                        code,
                        "投影坐标系的 EPSG 代码，如 EPSG:4547",
                        "the EPSG code of a projected system such as EPSG:4547");
            }
            return new ProjectedPlane(system, code);
        } catch (Proj4jException | IllegalStateException e) {
            throw wrong(
                    "--crs",
                    code,
                    "投影坐标系的 EPSG 代码，如 EPSG:4547",
                    "the EPSG code of a projected system such as EPSG:4547");
        }
    }

    /** A plane whose origin (0, 0) lies at a place, x to the east and y to the north. */
    public static ProjectedPlane about(LonLat origin) {
        String parameters = String.format(
                Locale.ROOT,
                "+proj=tmerc +lat_0=%.9f +lon_0=%.9f +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs",
                origin.latitudeDegrees(),
                origin.longitudeDegrees());
        return new ProjectedPlane(
                new CRSFactory().createFromParameters("local", parameters), "the plane about --origin");
    }

    @Override
    public LonLat at(double x, double y) {
        ProjCoordinate out = new ProjCoordinate();
        try {
            toLonLat.transform(new ProjCoordinate(x, y), out);
            return new LonLat(out.x, out.y);
        } catch (Proj4jException | IllegalArgumentException e) {
            throw wrong(
                    "--crs",
                    name,
                    "受体坐标 (" + x + ", " + y + ") 所在的坐标系",
                    "a system in which (" + x + ", " + y + ") is a place");
        }
    }

    private static DomainException wrong(String option, String value, String zh, String en) {
        return new DomainException(new InputError("disperse.crs", option, 0, "", value, new BilingualText(zh, en)));
    }
}
