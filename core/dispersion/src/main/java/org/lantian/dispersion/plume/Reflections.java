package org.lantian.dispersion.plume;

import org.lantian.dispersion.numeric.ImageSum;

/** Vertical terms: Gaussians reflected at the ground and at a lid, without the wind speed, 1/m. */
final class Reflections {

    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    /** What the lid reflects is left out when it is below e⁻¹⁸ = 2e-8 of what comes straight. */
    private static final double NEGLIGIBLE_SQUARE = 36;

    private Reflections() {}

    /** F_z of a stable plume (MFD 55–58): ground and lid reflect; above the lid only the ground. */
    static double stable(double receptor, double height, double lid, double sigma) {
        double below = Math.min(0, receptor);
        double h = height - below;
        double top = lid - below;
        double perSigma = 1 / sigma;
        double sum;
        if (receptor > top) {
            sum = gauss((receptor - h) * perSigma) + gauss((receptor + h) * perSigma);
        } else {
            double spacing = 2 * top;
            sum = pair(h, receptor, spacing, perSigma);
            double direct = (h - Math.abs(receptor)) * perSigma;
            double reflected = (spacing - h - Math.abs(receptor)) * perSigma;
            if (reflected * reflected < direct * direct + NEGLIGIBLE_SQUARE) {
                sum += pair(spacing - h, receptor, spacing, perSigma);
            }
        }
        return sum * perSigma / ROOT_TWO_PI;
    }

    /** One Gaussian of the direct plume (MFD 50–52): the source and images below the ground, and those of them. */
    static double direct(double receptor, double height, double mixingHeight, double sigma) {
        if (receptor > mixingHeight) {
            return 0;
        }
        double below = Math.min(0, receptor);
        double perSigma = 1 / sigma;
        return pair(height - below, receptor, 2 * (mixingHeight - below), perSigma) * perSigma / ROOT_TWO_PI;
    }

    /** One Gaussian of the indirect plume (MFD 53): images of the source above the lid. */
    static double indirect(double receptor, double height, double mixingHeight, double sigma) {
        if (receptor > mixingHeight) {
            return 0;
        }
        double below = Math.min(0, receptor);
        double perSigma = 1 / sigma;
        double spacing = 2 * (mixingHeight - below);
        return pair(spacing - (height - below), receptor, spacing, perSigma) * perSigma / ROOT_TWO_PI;
    }

    private static double gauss(double distance) {
        return Math.exp(-0.5 * distance * distance);
    }

    /** Images at first, first + spacing, … above the receptor and their mirror images below the ground. */
    private static double pair(double first, double receptor, double spacing, double perSigma) {
        double d = spacing * perSigma;
        double sum = ImageSum.of((first + receptor) * perSigma, d);
        return receptor == 0 ? 2 * sum : sum + ImageSum.of((first - receptor) * perSigma, d);
    }
}
