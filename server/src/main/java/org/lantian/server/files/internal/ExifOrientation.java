package org.lantian.server.files.internal;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a camera was held, by tag 0x0112 of EXIF (JEITA CP-3451): 1 upright, 2 mirrored, 3 upside down, 4 both, 5–8 lying on
 * a side.
 */
record ExifOrientation(int code) {

    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;

    /** Orientation of a picture; upright when it says nothing that can be understood. */
    static ExifOrientation of(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            if (in.readUnsignedShort() != START_OF_IMAGE) {
                return new ExifOrientation(UPRIGHT);
            }
            for (int marker = in.readUnsignedShort();
                    marker > 0xFF00 && marker != START_OF_SCAN;
                    marker = in.readUnsignedShort()) {
                byte[] segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
                if (marker == APP1 && startsWithExif(segment)) {
                    return new ExifOrientation(
                            code(ByteBuffer.wrap(segment, 6, segment.length - 6).slice()));
                }
            }
        } catch (EOFException e) {
            // ends early: the decoder tells whether it is a picture at all
        }
        return new ExifOrientation(UPRIGHT);
    }

    private static boolean startsWithExif(byte[] segment) {
        return segment.length > 14 && new String(segment, 0, 4, StandardCharsets.ISO_8859_1).equals("Exif");
    }

    /** Looks through the first directory of the TIFF structure. */
    private static int code(ByteBuffer tiff) {
        try {
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = Short.toUnsignedInt(tiff.getShort(directory));
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                    int code = tiff.getShort(entry + 8);
                    return code >= 1 && code <= 8 ? code : UPRIGHT;
                }
            }
        } catch (IndexOutOfBoundsException e) {
            // points out of itself: says nothing
        }
        return UPRIGHT;
    }

    /** The picture as it was seen. */
    BufferedImage upright(BufferedImage picture) {
        if (code == UPRIGHT) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lying = code >= 5;
        int type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage turned = new BufferedImage(lying ? height : width, lying ? width : height, type);
        Graphics2D pen = turned.createGraphics();
        pen.drawImage(picture, transform(width, height), null);
        pen.dispose();
        return turned;
    }

    /** Where a pixel (x, y) of the stored picture goes: matrix columns as AffineTransform wants them. */
    private AffineTransform transform(int width, int height) {
        return switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
