package fr.preau.evidence;

import static fr.preau.evidence.SampleFile.PNG;
import static fr.preau.evidence.SampleFile.bytes;
import static fr.preau.evidence.SampleFile.docx;
import static fr.preau.evidence.SampleFile.odt;
import static fr.preau.evidence.SampleFile.packedPdf;
import static fr.preau.evidence.SampleFile.pdf;
import static fr.preau.evidence.SampleFile.piece;
import static fr.preau.evidence.SampleFile.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is let in and what is not, by the bytes and whatever the name says (defects 17 and 18 of others). */
class HostileFilesTest {
    private static final byte[] ZIP = SampleFile.zip(Map.of("a.txt", bytes("a")));
    private static final byte[] OLD = bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("rapport.pdf", pdf(), "PDF rapport.pdf"),
                Arguments.of("photo.docx", PNG, "PNG photo.docx.png"),
                Arguments.of("Photo.JPEG", bytes("\u00ff\u00d8\u00ff\u00e0xxxx"), "JPEG Photo.jpeg"),
                Arguments.of("sans extension", bytes("RIFF\0\0\0\0WEBPVP8 "), "WEBP sans extension.webp"),
                Arguments.of("procédure.odt", odt(Map.of()), "ODT procédure.odt"),
                Arguments.of("note.docx", docx(Map.of("word/media/image1.png", PNG)), "DOCX note.docx"),
                Arguments.of("note.zip", docx(Map.of()), "DOCX note.zip.docx"),
                Arguments.of("journal.log", utf8("Sauvegarde du 3 : réussie\n"), "TXT journal.log"),
                Arguments.of("latin.txt", bytes("Sauvegarde r\u00e9ussie\r\n"), "TXT latin.txt"),
                Arguments.of("postes.csv", utf8("nom;valeur;tél\nposte;-12,5;+33 1\n\"a\";-;x=1\n"), "CSV postes.csv"));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void takes(String name, byte[] content, String expected) {
        NewPiece piece = piece(content, name);
        assertThat(piece.format() + " " + piece.title()).isEqualTo(expected);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        "dessin.svg", utf8("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"), "file.unknown"),
                Arguments.of("dessin.txt", utf8("\ufeff \n<svg onload='x()'/>"), "file.unknown"),
                Arguments.of("page.html", utf8("bonjour"), "file.unknown"),
                Arguments.of("page.txt", utf8("<!doctype html><script>x()</script>"), "file.unknown"),
                Arguments.of("script.js", utf8("alert(1)"), "file.unknown"),
                Arguments.of("script.txt", utf8("#!/bin/sh\nrm x"), "file.unknown"),
                Arguments.of("eicar.com", utf8(SampleFile.EICAR), "file.unknown"),
                Arguments.of("eicar.txt", utf8(SampleFile.EICAR), "file.unknown"),
                Arguments.of("programme.pdf", bytes("MZ\u0090\u0000\u0003"), "file.unknown"),
                Arguments.of("archive.zip", ZIP, "file.unknown"),
                Arguments.of("texte.txt", bytes("a\u0000b"), "file.unknown"),
                Arguments.of("ancien.doc", OLD, "office.old"),
                Arguments.of("vide.txt", new byte[0], "file.none"),
                Arguments.of("grand.pdf", new byte[Spool.MOST + 1], "file.tooLarge"),
                Arguments.of("a.pdf", pdf("3 0 obj << /S /JavaScript /JS (x) >> endobj"), "pdf.active"),
                Arguments.of("a.pdf", pdf("3 0 obj << /S /J#61vaScr#69pt /JS (x) >> endobj"), "pdf.active"),
                Arguments.of("a.pdf", pdf("3 0 obj << /S /Launch /F (cmd.exe) >> endobj"), "pdf.active"),
                Arguments.of("a.pdf", pdf("3 0 obj << /XFA [ (a) 4 0 R ] >> endobj"), "pdf.active"),
                Arguments.of("a.pdf", packedPdf("3 0 << /S /JavaScript /JS (x) >>"), "pdf.active"),
                Arguments.of("a.pdf", pdf("3 0 obj << /Type /EmbeddedFile >> endobj"), "pdf.nested"),
                Arguments.of("a.pdf", pdf("trailer << /Encrypt 9 0 R >>"), "pdf.locked"),
                Arguments.of("a.pdf", packedPdf("/Filter /LZWDecode", bytes("xx")), "pdf.closed"),
                Arguments.of("a.docx", docx(Map.of("word/vbaProject.bin", OLD)), "office.macro"),
                Arguments.of("a.docx", docx(Map.of("word/activeX/activeX1.xml", bytes("<x/>"))), "office.macro"),
                Arguments.of("a.odt", odt(Map.of("Basic/Standard/Module1.xml", bytes("<x/>"))), "office.macro"),
                Arguments.of("a.odt", odt(Map.of("Scripts/python/a.py", bytes("x"))), "office.macro"),
                Arguments.of(
                        "a.odt",
                        odt(Map.of("styles.xml", bytes("<a xlink:href=\"vnd.sun.star.script:x\"/>"))),
                        "office.macro"),
                Arguments.of("a.docx", docx(Map.of("word/embeddings/a.xlsx", docx(Map.of()))), "office.nested"),
                Arguments.of("a.docx", docx(Map.of("word/embeddings/a.bin", OLD)), "office.nested"),
                Arguments.of("a.docx", SampleFile.locked(docx(Map.of())), "office.locked"),
                Arguments.of(
                        "a.odt",
                        odt(Map.of("META-INF/manifest.xml", bytes("<manifest:encryption-data/>"))),
                        "office.locked"),
                Arguments.of("a.docx", docx(Map.of("../../etc/cron.d/x", bytes("x"))), "file.unknown"),
                Arguments.of("a.odt", SampleFile.bomb(), "file.grows"),
                Arguments.of("a.docx", docx(manyParts()), "office.parts"),
                Arguments.of("a.docx", bytes("PK\u0003\u0004 nothing"), "file.unknown"),
                Arguments.of("a.csv", utf8("nom;valeur\nposte;=cmd|'/C calc'!A0\n"), "csv.formula"),
                Arguments.of("a.csv", utf8("@SUM(A1)"), "csv.formula"),
                Arguments.of("a.csv", utf8("a,\"\t+cmd\""), "csv.formula"),
                Arguments.of("a.csv", utf8("\ufeff\uff1d1+1"), "csv.formula"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void defect_18_refuses(String name, byte[] content, String why) {
        refused(() -> piece(content, name), "evidence." + why);
    }

    @Test
    void defect_18_refuses_a_pdf_whose_streams_grow_without_end() {
        byte[] zeros = SampleFile.deflated("\u0000".repeat(8 * 1024 * 1024));
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            many.append("1 0 obj << /Filter /FlateDecode >> stream\n")
                    .append(new String(zeros, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .append("\nendstream endobj\n");
        }
        refused(() -> piece(pdf(many.toString()), "a.pdf"), "evidence.file.grows");
    }

    @Test
    void finds_what_lies_across_two_parts_of_a_long_file() {
        for (int shift = -20; shift <= 0; shift++) {
            String before = " ".repeat(64 * 1024 - "%PDF-1.7\n".length() + shift);
            refused(() -> piece(pdf(before + "<< /S /JavaScript >>"), "a.pdf"), "evidence.pdf.active");
        }
    }

    @Test
    void takes_ten_megabytes_of_noise_in_a_picture_and_in_a_pdf() {
        byte[] noise = new byte[Spool.MOST];
        new Random(1).nextBytes(noise);
        System.arraycopy(PNG, 0, noise, 0, PNG.length);
        assertThat(piece(noise, "bruit.png").format()).isEqualTo(FileFormat.PNG);
        System.arraycopy(bytes("%PDF-1.7\n"), 0, noise, 0, 9);
        assertThat(piece(noise, "bruit.pdf").format()).isEqualTo(FileFormat.PDF);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("a\"b.pdf", "a b.pdf"),
                Arguments.of("a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie x 1.pdf"),
                Arguments.of("../../etc/passwd", "passwd.pdf"),
                Arguments.of("C:\\Mes documents\\note.pdf", "note.pdf"),
                Arguments.of("😀.pdf", "piece.pdf"),
                Arguments.of("plan 😀 d'accès.PDF", "plan d’accès.pdf"),
                Arguments.of("facture\u202efdp.exe", "facture fdp.exe.pdf"),
                Arguments.of("page.html", "page.html.pdf"),
                Arguments.of(".htaccess", "piece.htaccess.pdf"),
                Arguments.of("CON.pdf", "_CON.pdf"),
                Arguments.of("é".repeat(300) + ".pdf", "é".repeat(100) + ".pdf"),
                Arguments.of("", "piece.pdf"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void defect_17_cleans_the_name(String sent, String expected) {
        String name = FileName.of(sent).as(FileFormat.PDF);
        assertThat(name).isEqualTo(expected);
        assertThat(FileName.disposition(name))
                .matches("attachment; filename=\"[ !#-~]+\"; filename\\*=UTF-8''[A-Za-z0-9._%-]+");
    }

    @Test
    void keeps_nothing_of_a_file_that_breaks_off_and_no_name_on_the_disk_meanwhile() throws IOException {
        InputStream cut = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                left--;
                if (left < 0) {
                    throw new IOException("cut");
                }
                return 'a';
            }
        };
        long before = spooled();
        assertThatThrownBy(() -> Spool.of(cut)).isInstanceOf(Refusal.class);
        try (Spool spool = Spool.of(new ByteArrayInputStream(new byte[100_000]))) {
            assertThat(spool.size()).isEqualTo(100_000);
            assertThat(spooled()).isEqualTo(before);
        }
        assertThat(spooled()).isEqualTo(before);
    }

    private static long spooled() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".piece"))
                    .count();
        }
    }

    private static Map<String, byte[]> manyParts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < 2_100; i++) {
            parts.put("p" + i, new byte[0]);
        }
        return parts;
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String key) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(((Problem.Invalid) refusal.problem())
                                        .message()
                                        .key())
                                .isEqualTo(key));
    }
}
