import java.io.File;
import java.io.FileInputStream;
import java.util.*;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;

/**
 * Validates files with veraPDF in one JVM: java Validate.java FLAVOUR FILE... [FLAVOUR FILE...]
 * A flavour is 2a, 3a or ua1. One line a file and flavour: file, flavour, checks run, checks failed,
 * then one indented line a failed rule. Exit 1 where any check failed or a file could not be read.
 */
public class Validate {
    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = null;
        boolean bad = false;
        for (String arg : args) {
            PDFAFlavour named = PDFAFlavour.byFlavourId(arg);
            if (named != null && named != PDFAFlavour.NO_FLAVOUR) {
                flavour = named;
                continue;
            }
            bad |= !validate(new File(arg), flavour);
        }
        System.exit(bad ? 1 : 0);
    }

    static boolean validate(File file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, Integer> failed = new TreeMap<>();
            int failures = 0;
            for (TestAssertion a : result.getTestAssertions()) {
                if (a.getStatus() == TestAssertion.Status.FAILED) {
                    failures++;
                    failed.merge(a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + "  " + a.getMessage(), 1, Integer::sum);
                }
            }
            System.out.printf("%s\t%s\t%d checks\t%d failed%n", file.getName(), flavour.getId(), result.getTotalAssertions(), failures);
            failed.forEach((rule, n) -> System.out.printf("    %s  (%d)%n", rule, n));
            return result.isCompliant();
        } catch (Exception e) {
            System.out.printf("%s\t%s\tcould not be read: %s%n", file.getName(), flavour.getId(), e);
            return false;
        }
    }
}
