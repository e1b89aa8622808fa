import java.io.File;
import java.io.FileInputStream;
import java.util.*;
import java.util.concurrent.*;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;

/**
 * Validates files with veraPDF in one JVM: java Validate.java FLAVOUR FILE... [FLAVOUR FILE...]
 * A flavour is 2a, 3a or ua1. One line a file and flavour: file, flavour, checks run, checks failed,
 * then one indented line a failed rule, in the order of the arguments. Exit 1 where any check failed or a file could not be read.
 */
public class Validate {
    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = null;
        List<Future<Judgement>> all = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        for (String arg : args) {
            PDFAFlavour named = PDFAFlavour.byFlavourId(arg);
            if (named != null && named != PDFAFlavour.NO_FLAVOUR) {
                flavour = named;
                continue;
            }
            PDFAFlavour asked = flavour;
            all.add(workers.submit(() -> validate(new File(arg), asked)));
        }
        boolean bad = false;
        for (Future<Judgement> one : all) {
            System.out.print(one.get().lines);
            bad |= !one.get().good;
        }
        System.exit(bad ? 1 : 0);
    }

    record Judgement(String lines, boolean good) {}

    static Judgement validate(File file, PDFAFlavour flavour) {
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
            StringBuilder lines = new StringBuilder(String.format("%s\t%s\t%d checks\t%d failed%n",
                file.getName(), flavour.getId(), result.getTotalAssertions(), failures));
            failed.forEach((rule, n) -> lines.append(String.format("    %s  (%d)%n", rule, n)));
            return new Judgement(lines.toString(), result.isCompliant());
        } catch (Exception e) {
            return new Judgement(String.format("%s\t%s\tcould not be read: %s%n", file.getName(), flavour.getId(), e), false);
        }
    }
}
