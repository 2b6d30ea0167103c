package org.lantian.server.files.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A picture drawn anew")
class PicturesTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest(name = "orientation {0}: {1}×{2}, red at {3}")
    @DisplayName("is upright, however the camera was held")
    @CsvSource({
        "1, 40, 20, left", "2, 40, 20, right", "3, 40, 20, right", "4, 40, 20, left",
        "5, 20, 40, top", "6, 20, 40, top", "7, 20, 40, bottom", "8, 20, 40, bottom"
    })
    void upright(int orientation, int width, int height, String red) throws IOException {
        Path original = Files.write(folder.resolve("a.jpg"), Samples.photo(40, 20, orientation, "x"));
        Path drawn = folder.resolve("drawn");
        assertThat(Pictures.redraw(original, drawn, 2048)).isEqualTo(Pictures.Format.JPEG);
        BufferedImage picture = ImageIO.read(drawn.toFile());
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
        int x = red.equals("left") ? 3 : red.equals("right") ? width - 4 : width / 2;
        int y = red.equals("top") ? 3 : red.equals("bottom") ? height - 4 : height / 2;
        assertThat(isRed(picture.getRGB(x, y))).isTrue();
        assertThat(isRed(picture.getRGB(width - 1 - x, height - 1 - y)) && !red.isEmpty() && x != width / 2)
                .isFalse();
    }

    private static boolean isRed(int rgb) {
        Color color = new Color(rgb);
        return color.getRed() > 180 && color.getBlue() < 80;
    }

    @Test
    @DisplayName("holds nothing of the original but its pixels")
    void noMetadata() throws IOException {
        Path original = Files.write(folder.resolve("a.jpg"), Samples.photo(40, 20, 1, "112.85E 35.49N"));
        assertThat(Files.readString(original, StandardCharsets.ISO_8859_1)).contains("112.85E");
        Path drawn = folder.resolve("drawn");
        Pictures.redraw(original, drawn, 2048);
        assertThat(Files.readString(drawn, StandardCharsets.ISO_8859_1)).doesNotContain("112.85E", "Exif");
    }

    @Test
    @DisplayName("has no side longer than asked for, and a small one is not blown up")
    void size() throws IOException {
        Path original = Files.write(folder.resolve("a.png"), Samples.png(3000, 1000));
        Path drawn = folder.resolve("drawn");
        Pictures.redraw(original, drawn, 320);
        BufferedImage thumbnail = ImageIO.read(drawn.toFile());
        assertThat(thumbnail.getWidth()).isEqualTo(320);
        assertThat(thumbnail.getHeight()).isEqualTo(107);
        Files.write(original, Samples.png(10, 20));
        Pictures.redraw(original, drawn, 320);
        assertThat(ImageIO.read(drawn.toFile()).getHeight()).isEqualTo(20);
    }

    @Test
    @DisplayName("stays see-through where it was")
    void seeThrough() throws IOException {
        BufferedImage clear = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);
        Path original = folder.resolve("a.png");
        ImageIO.write(clear, "png", original.toFile());
        Path drawn = folder.resolve("drawn");
        assertThat(Pictures.redraw(original, drawn, 320)).isEqualTo(Pictures.Format.PNG);
        assertThat(new Color(ImageIO.read(drawn.toFile()).getRGB(5, 5), true).getAlpha())
                .isZero();
    }
}
