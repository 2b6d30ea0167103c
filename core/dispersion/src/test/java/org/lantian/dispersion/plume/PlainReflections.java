package org.lantian.dispersion.plume;

/** Vertical terms summed image by image as they are published: what {@link Reflections} must equal. */
final class PlainReflections {

    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final double LEAST_EXPONENT = -50;
    private static final double TOLERANCE = 1e-12;

    private PlainReflections() {}

    /** F_z of a stable plume (MFD 55–58): ground and lid reflect; above the lid only the ground. */
    static double stable(double receptor, double height, double lid, double sigma) {
        double z = receptor;
        double h = height;
        double top = lid;
        if (z < 0) {
            h -= z;
            top -= z;
        }
        double sum = gauss(z - h, sigma) + gauss(z + h, sigma);
        if (z <= top) {
            double tolerance = z == 0 ? TOLERANCE / 2 : TOLERANCE;
            for (int n = 1; n <= 100_000; n++) {
                double shift = 2 * n * top;
                double term = gauss(z - h - shift, sigma)
                        + gauss(z + h + shift, sigma)
                        + gauss(z - h + shift, sigma)
                        + gauss(z + h - shift, sigma);
                sum += term;
                if (term <= tolerance * sum) {
                    break;
                }
            }
        }
        return sum / (ROOT_TWO_PI * sigma);
    }

    /** One Gaussian of the direct plume (MFD 50–52). */
    static double direct(double receptor, double height, double mixingHeight, double sigma) {
        return convective(receptor, height, mixingHeight, sigma, 0, 1);
    }

    /** One Gaussian of the indirect plume (MFD 53): images of the source above the lid. */
    static double indirect(double receptor, double height, double mixingHeight, double sigma) {
        return convective(receptor, height, mixingHeight, sigma, 1, -1);
    }

    private static double convective(
            double receptor, double height, double mixingHeight, double sigma, int first, int sign) {
        double z = receptor;
        double h = height;
        double zi = mixingHeight;
        if (z > zi) {
            return 0;
        }
        if (z < 0) {
            h -= z;
            zi -= z;
        }
        double sum = 0;
        for (int n = first; n <= 1000; n++) {
            double shift = sign * 2 * n * zi;
            double term = gauss(z - h - shift, sigma) + gauss(z + h + shift, sigma);
            sum += term;
            if (term <= TOLERANCE * sum) {
                break;
            }
        }
        return sum / (ROOT_TWO_PI * sigma);
    }

    private static double gauss(double distance, double sigma) {
        double exponent = -0.5 * (distance / sigma) * (distance / sigma);
        return exponent > LEAST_EXPONENT ? Math.exp(exponent) : 0;
    }
}
