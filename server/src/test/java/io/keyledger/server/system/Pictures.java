package io.keyledger.server.system;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures that people upload. */
final class Pictures {

    private Pictures() {}

    /** A small one. */
    static byte[] logo() throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0x0B, 0x5C, 0xAD));
        pen.fillRect(0, 0, 64, 64);
        pen.setColor(Color.WHITE);
        pen.fillOval(16, 16, 32, 32);
        pen.dispose();
        return png(image);
    }

    /** One of so many dots in a row, which no compression makes smaller. */
    static byte[] noise(int side) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return png(image);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
