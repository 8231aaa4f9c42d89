package fr.preau.press;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a PDF says: its words page by page, its bookmarks, the files inside. */
final class PaperWords {
    private PaperWords() {}

    /** The words of each page, with ordinary spaces. */
    static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("[\\s\u00a0\u202f]+", " "));
            }
        }
        return pages;
    }

    /** Words that reach beyond the margin of 17 mm at the right, with their page: nobody can read them. */
    static List<String> cut(byte[] pdf) throws IOException {
        List<String> cut = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> letters) {
                    TextPosition last = letters.get(letters.size() - 1);
                    if (last.getXDirAdj() + last.getWidthDirAdj() > last.getPageWidth() - 17 * 72 / 25.4) {
                        cut.add(getCurrentPageNo() + ": " + text);
                    }
                }
            }.getText(document);
        }
        return cut;
    }

    static List<String> bookmarks(byte[] pdf) throws IOException {
        List<String> titles = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(item.getTitle());
            }
        }
        return titles;
    }

    static Map<String, byte[]> attached(byte[] pdf) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Map<String, PDComplexFileSpecification> named =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            for (Map.Entry<String, PDComplexFileSpecification> one : named.entrySet()) {
                files.put(one.getKey(), one.getValue().getEmbeddedFile().toByteArray());
            }
        }
        return files;
    }
}
