package org.lantian.server.files.internal;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;

/**
 * Draws pictures anew: what a page shows holds nothing of the original but its pixels, no place, no camera, no hidden
 * thumbnail. How large a picture is, is looked at before it is unpacked.
 */
final class Pictures {

    /** Some phones take 50 megapixels; unpacked such a picture needs up to 300 MB. */
    static final long MOST_PIXELS = 50_000_000;

    private static final int MOST_SIDE = 30_000;
    private static final float QUALITY = 0.85f;

    private Pictures() {}

    /** Width and height in pixels. */
    record Size(int width, int height) {}

    /** Formats that are written. */
    enum Format {
        JPEG("image/jpeg"),
        /** For what is see-through. */
        PNG("image/png");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /**
     * Size of a picture, by its header.
     *
     * @throws org.lantian.quantities.DomainException when it has none or is too large
     */
    static Size size(Path file, String name) throws IOException {
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            ImageReader reader = reader(in, name);
            try {
                Size size = new Size(reader.getWidth(0), reader.getHeight(0));
                if (size.width() > MOST_SIDE
                        || size.height() > MOST_SIDE
                        || (long) size.width() * size.height() > MOST_PIXELS) {
                    throw FileErrors.broken(
                            name,
                            "图片为 " + size.width() + "×" + size.height() + " 像素，超过 5000 万像素",
                            "the picture has " + size.width() + "×" + size.height() + " pixels, more than 50 million");
                }
                return size;
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            throw FileErrors.broken(name, "图片损坏", "the picture is damaged");
        }
    }

    /**
     * Draws a picture anew, upright, no side longer than this.
     *
     * @return what was written
     */
    static Format redraw(Path original, Path target, int longestSide) throws IOException {
        BufferedImage read = read(original, longestSide);
        BufferedImage upright = ExifOrientation.of(original).upright(read);
        boolean seeThrough = upright.getColorModel().hasAlpha();
        BufferedImage drawn = scale(upright, longestSide, seeThrough);
        Format format = seeThrough ? Format.PNG : Format.JPEG;
        write(drawn, target, format);
        return format;
    }

    private static BufferedImage read(Path file, int longestSide) throws IOException {
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            ImageReader reader = reader(in, "");
            try {
                ImageReadParam how = reader.getDefaultReadParam();
                int side = Math.max(reader.getWidth(0), reader.getHeight(0));
                int step = Math.max(1, side / (2 * longestSide)); // twice what is wanted is enough to scale well
                how.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, how);
            } catch (RuntimeException e) {
                throw new IOException("the picture cannot be unpacked", e); // readers throw anything on damage
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(FileImageInputStream in, String name) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw FileErrors.broken(name, "不是可识别的图片", "it is no picture that is understood");
        }
        ImageReader reader = readers.next();
        reader.setInput(in, true, true); // without metadata: they can be larger than the picture
        return reader;
    }

    private static BufferedImage scale(BufferedImage picture, int longestSide, boolean seeThrough) {
        double factor = Math.min(1, (double) longestSide / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        BufferedImage scaled =
                new BufferedImage(width, height, seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }

    private static void write(BufferedImage picture, Path target, Format format) throws IOException {
        ImageWriter writer =
                ImageIO.getImageWritersByMIMEType(format.mediaType()).next();
        try (FileImageOutputStream out = new FileImageOutputStream(target.toFile())) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format == Format.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
