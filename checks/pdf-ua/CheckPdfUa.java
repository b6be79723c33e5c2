import java.io.FileInputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Validates files against PDF/UA-1 (ISO 14289-1) with veraPDF: one line per broken clause, nothing for a file without fault. */
public class CheckPdfUa {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean compliant = true;
    for (String file : files) {
      try (var in = new FileInputStream(file);
          var parser = Foundries.defaultInstance().createParser(in, PDFAFlavour.PDFUA_1);
          var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
        var result = validator.validate(parser);
        var faults = new TreeMap<String, Integer>();
        for (TestAssertion one : result.getTestAssertions())
          if (one.getStatus() == TestAssertion.Status.FAILED)
            faults.merge(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + " " + one.getMessage(), 1, Integer::sum);
        faults.forEach((fault, count) -> System.out.println(file + ": " + fault + " (" + count + ")"));
        compliant &= result.isCompliant();
      }
    }
    System.exit(compliant ? 0 : 1);
  }
}
