package fr.preau.deliverable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * A file that a PDF carries inside: the data of its tables, for whoever counts on.
 *
 * @param type its media type, without parameters
 * @param says what it holds, for whoever is offered it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Attached(String name, String type, String says, byte[] content) {

    /** Puts them into the document, as files that belong to it. */
    static void to(PDDocument document, List<Attached> files, Calendar at) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        Map<String, PDComplexFileSpecification> named = new TreeMap<>();
        COSArray belonging = new COSArray();
        for (Attached file : files) {
            PDComplexFileSpecification one = file.specification(document, at);
            named.put(file.name, one);
            belonging.add(one);
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(named);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), belonging);
    }

    private PDComplexFileSpecification specification(PDDocument document, Calendar at) throws IOException {
        PDEmbeddedFile embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        embedded.setSubtype(type);
        embedded.setSize(content.length);
        embedded.setCreationDate(at);
        embedded.setModDate(at);
        PDComplexFileSpecification one = new PDComplexFileSpecification();
        one.setFile(name);
        one.setFileUnicode(name);
        one.setFileDescription(says);
        one.setEmbeddedFile(embedded);
        one.setEmbeddedFileUnicode(embedded);
        one.getCOSObject().setName("AFRelationship", "Data");
        return one;
    }
}
